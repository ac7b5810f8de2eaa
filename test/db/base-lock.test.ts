import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { acquireBaseLock, readHolder, type BaseHolder, type BaseLock, type BaseLockDeps } from '#main/db/base-lock.ts';
import { aFolder } from '#test/helpers/a-folder.ts';
import { aClock, lockDeps } from '#test/helpers/an-opened-base.ts';
import { startScript } from '#test/helpers/child-process.ts';

const HOLD = 'db/processes/hold-base.ts';

const acquire = (folder: string, overrides: Partial<BaseLockDeps> = {}): BaseLock => {
  const lock = acquireBaseLock(lockDeps(folder, overrides));
  if (!lock.ok) throw new Error(lock.error.code);
  onTestFinished(() => lock.value.release());
  return lock.value;
};

const aHolder = (overrides: Partial<BaseHolder> = {}): BaseHolder => ({
  host: 'office-2',
  pid: 7,
  userName: 'boris',
  startedAt: '2026-11-21T08:00:00.000Z',
  heartbeatAt: '2026-11-21T08:59:30.000Z',
  control: null,
  ...overrides,
});

const leaveHolder = (folder: string, holder: BaseHolder): void =>
  writeFileSync(join(folder, 'holder.json'), JSON.stringify(holder));

describe('the lock of a base', () => {
  test('names who holds it and where to send commands, and leaves nothing when released', () => {
    const folder = aFolder();
    const lock = acquireBaseLock(lockDeps(folder));
    if (!lock.ok) throw new Error(lock.error.code);
    lock.value.announceControl(4711);
    expect(readHolder(join(folder, 'holder.json'))).toMatchObject({
      host: 'office-1',
      userName: 'anna',
      control: { port: 4711 },
    });
    lock.value.release();
    expect(existsSync(join(folder, 'holder.json'))).toBe(false);
    acquire(folder);
  });

  test('is refused twice in one process', () => {
    const folder = aFolder();
    acquire(folder);
    expect(acquireBaseLock(lockDeps(folder))).toMatchObject({ ok: false, error: { code: 'base.heldHere' } });
  });

  test('held by another process of this machine tells its control port; after kill -9 it is free at once', async () => {
    const folder = aFolder();
    const other = startScript(HOLD, folder, 'office-1');
    expect(await other.nextLine()).toBe('held');
    const refused = acquireBaseLock(lockDeps(folder));
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'base.heldHere', holder: { pid: other.child.pid, userName: 'boris', control: { port: 4711 } } },
    });
    await other.kill();
    acquire(folder);
  });

  test('of two processes that start together one gets it', async () => {
    const folder = aFolder();
    const both = [startScript(HOLD, folder, 'office-1'), startScript(HOLD, folder, 'office-1')];
    const answers = await Promise.all(both.map((one) => one.nextLine()));
    expect(answers.toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual(['base.heldHere', 'held']);
  });

  test('seen held by another machine names the machine and the person', async () => {
    const folder = aFolder();
    const other = startScript(HOLD, folder, 'склад');
    expect(await other.nextLine()).toBe('held');
    expect(acquireBaseLock(lockDeps(folder))).toEqual({
      ok: false,
      error: { code: 'base.heldElsewhere', host: 'склад', userName: 'boris' },
    });
  });

  test.each([
    ['another machine that was heard half a minute ago', aHolder(), 'base.heldElsewhere'],
    [
      'another machine whose clock is ahead',
      aHolder({ heartbeatAt: '2026-11-21T09:30:00.000Z' }),
      'base.heldElsewhere',
    ],
    ['another machine silent for two minutes', aHolder({ heartbeatAt: '2026-11-21T08:58:00.000Z' }), null],
    ['this machine, whose process died', aHolder({ host: 'office-1' }), null],
  ])('a note left by %s', (_who, holder, refusal) => {
    const folder = aFolder();
    leaveHolder(folder, holder);
    const lock = acquireBaseLock(lockDeps(folder));
    if (lock.ok) lock.value.release();
    expect(lock.ok ? null : lock.error.code).toBe(refusal);
    // A refusal frees what it had taken and does not touch the note.
    expect(readHolder(join(folder, 'holder.json'))).toEqual(refusal === null ? null : holder);
  });

  test('a note cut in the middle stops nobody', () => {
    const folder = aFolder();
    writeFileSync(join(folder, 'holder.json'), '{"host": "off');
    expect(acquire(folder)).toBeDefined();
  });

  test('beats while it is held and not after', () => {
    const folder = aFolder();
    const clock = aClock();
    const beats: (() => void)[] = [];
    let isStopped = false;
    const every: BaseLockDeps['every'] = (_ms, action) => {
      beats.push(action);
      return () => (isStopped = true);
    };
    const lock = acquire(folder, { clock, every });
    clock.advance(30_000);
    for (const beat of beats) beat();
    expect(readHolder(join(folder, 'holder.json'))).toMatchObject({
      startedAt: '2026-11-21T09:00:00.000Z',
      heartbeatAt: '2026-11-21T09:00:30.000Z',
    });
    lock.release();
    expect(isStopped).toBe(true);
  });
});
