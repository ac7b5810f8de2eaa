import { once } from 'node:events';
import type { ChildProcess } from 'node:child_process';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { expectFilesAndDocumentsToAgree, expectNumbersWithoutGapOrDouble } from '#test/crash/base-invariants.ts';
import { textLike } from '#test/helpers/matchers.ts';
import { copyShape, orderListShape, packShape, refusalShape, serveShape } from '#test/helpers/cli-shapes.ts';
import { anOrder, makeBase, sharedFolder } from '#test/helpers/hand-made-orders.ts';
import { answerOf, komplektOn, startKomplekt, type Run } from '#test/helpers/run-komplekt.ts';

const folder = sharedFolder();
const running = new Set<ChildProcess>();
let base = '';
let run: (...words: readonly string[]) => Promise<Run>;

beforeAll(async () => {
  base = await makeBase(
    folder,
    'Общая база',
    Array.from({ length: 9 }, (_, index) => anOrder(`О-${index + 1}`)),
  );
  run = komplektOn(base);
});
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
});

/** The open window of another process: it holds the base until it is stopped. */
const openWindow = async (): Promise<ChildProcess> => {
  const child = startKomplekt(['serve', '--json', '--base', base]);
  running.add(child);
  const [line] = (await once(child.stdout ?? child, 'data')) as [Buffer];
  serveShape.parse(JSON.parse(line.toString()));
  return child;
};

const ended = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
};

const issue = (order: string): Promise<Run> => run('pack', order, '--date', '2026-11-20', '--json');

test('five commands at once all succeed, and their numbers have neither gap nor double', async () => {
  const answers = await Promise.all(['О-1', 'О-2', 'О-3', 'О-4', 'О-5'].map(issue));
  const numbers = answers.map((each) => answerOf(each, packShape).issued.map(({ number }) => Number(number)));
  expect(new Set(numbers.map(([invoice]) => invoice))).toEqual(new Set([1, 2, 3, 4, 5]));
  expectNumbersWithoutGapOrDouble(base);
  await expectFilesAndDocumentsToAgree(base);
});

test('beside an open window commands go through its core; only a restore must wait for it to close', async () => {
  const window = await openWindow();
  const copy = answerOf(await run('backup', '--json'), copyShape);
  const [packed, listed, twice, restored] = await Promise.all([
    issue('О-6'),
    run('orders', 'list', '--json'),
    issue('О-1'),
    run('restore', copy.file, '--json'),
  ]);
  expect(answerOf(packed, packShape).issued).toMatchObject([{ number: '6', already: false }, { number: '6' }]);
  expect(answerOf(listed, orderListShape).total).toBe(9);
  expect(answerOf(twice, packShape).issued.every(({ already }) => already)).toBe(true);
  expect(answerOf(restored, refusalShape, 4).problems).toMatchObject([
    { code: 'base.heldHere', message: textLike(/занята другой копией программы/u) },
  ]);
  window.kill('SIGTERM');
  await ended(window);
  expect(window.exitCode).toBe(0);
  expect(answerOf(await issue('О-6'), packShape).issued).toMatchObject([
    { number: '6', already: true },
    { number: '6' },
  ]);
});

test('when the process that held the base is killed, the next command takes over at once', async () => {
  const window = await openWindow();
  window.kill('SIGKILL');
  await ended(window);
  const startedAt = performance.now();
  expect(answerOf(await issue('О-7'), packShape).issued).toMatchObject([{ number: '7' }, { number: '7' }]);
  // A command waits up to 15 s for a holder that is only starting; nothing of that may be spent on a dead one.
  expect(performance.now() - startedAt).toBeLessThan(12_000);
});
