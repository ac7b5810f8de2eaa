import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isoDate } from '#shared/kernel/date.ts';
import { openFileStore } from '#main/adapters-node/file-store.ts';
import { chooseOldBackups } from '#main/db/care/backup-rotation.ts';
import { openSqlite } from '#main/db/open-sqlite.ts';
import { restoreBackup, type RestoreDeps } from '#main/db/care/restore.ts';
import { aFolder } from '#test/helpers/a-folder.ts';
import { aDocument, aDocumentFile, aSnapshot, fillBase } from '#test/helpers/a-filled-base.ts';
import { aClock, lockDeps, openFolder } from '#test/helpers/an-opened-base.ts';

const INVOICE = Buffer.from('счет 1204');

/** A base with one document and its file, the copy of it, and afterwards one setting that the copy does not know. */
const aCopiedBase = async (): Promise<{ folder: string; copy: string }> => {
  const folder = join(aFolder(), 'Комплект');
  const { base, care, files, close } = await openFolder(folder, { mode: 'create' });
  base.write(fillBase);
  const stored = await files.put(INVOICE);
  if (!stored.ok) throw new Error('not stored');
  base.write((stores) => stores.documents.insert(aDocument({ files: [aDocumentFile(stored.value)] }), aSnapshot()));
  const made = await care.backup();
  if (!made.ok) throw new Error(made.error.code);
  expect(made.value).toMatchObject({ name: 'komplekt-20261121-120000.komplekt', verified: true });
  expect(made.value.bytes).toBe(readFileSync(made.value.path).length);
  base.write((stores) => stores.settings.set('later', 'yes'));
  close();
  return { folder, copy: made.value.path };
};

const restoreDeps = (folder: string, overrides: Partial<RestoreDeps> = {}): RestoreDeps => ({
  ...lockDeps(folder),
  platform: 'linux',
  mounts: [],
  openFiles: (inside) => openFileStore(inside),
  ...overrides,
});

const later = async (folder: string): Promise<string | null> => {
  const { base, files, repair, close } = await openFolder(folder);
  const value = base.read.settings.get('later');
  const [file] = base.read.documents.get(aDocument().id)?.files ?? [];
  expect(Buffer.from((await files.read(file?.sha256 ?? '')) ?? []).equals(INVOICE)).toBe(true);
  expect(repair).toEqual({ setAside: [], missing: [] });
  close();
  return value;
};

describe('a backup', () => {
  test('is one file that brings the base and its documents back, and today is kept as a base of its own', async () => {
    const { folder, copy } = await aCopiedBase();
    const restored = await restoreBackup(copy, restoreDeps(folder));
    const keptIn = join(folder, 'before-restore-20261121-120000');
    expect(restored).toEqual({
      ok: true,
      value: { file: copy, bytes: readFileSync(copy).length, verified: true, keptIn },
    });
    expect(await later(folder)).toBeNull();
    expect(await later(keptIn)).toBe('yes');
    expect(readdirSync(folder).sort()).toEqual([
      'backups',
      'before-restore-20261121-120000',
      'files',
      'komplekt.sqlite',
      'lock.db',
    ]);
  });

  test('restores into a folder that has no base', async () => {
    const { copy } = await aCopiedBase();
    const other = join(aFolder(), 'новый компьютер');
    expect(await restoreBackup(copy, restoreDeps(other))).toMatchObject({ ok: true, value: { keptIn: null } });
    expect(await later(other)).toBeNull();
  });

  test('may replace a damaged base, whose bytes are kept', async () => {
    const { folder, copy } = await aCopiedBase();
    writeFileSync(join(folder, 'komplekt.sqlite'), 'не база '.repeat(1000));
    expect((await restoreBackup(copy, restoreDeps(folder))).ok).toBe(true);
    expect(await later(folder)).toBeNull();
    expect(readFileSync(join(folder, 'before-restore-20261121-120000', 'komplekt.sqlite'), 'utf8')).toContain(
      'не база',
    );
  });

  test('is made while work goes on', async () => {
    const folder = join(aFolder(), 'Комплект');
    const { base, care } = await openFolder(folder, { mode: 'create' });
    base.write(fillBase);
    const copying = care.backup();
    base.write((stores) => stores.settings.set('meanwhile', 'yes'));
    expect(await copying).toMatchObject({ ok: true, value: { verified: true } });
    const again = await care.backup();
    expect(again).toMatchObject({ ok: true, value: { name: 'komplekt-20261121-120000-2.komplekt' } });
  });

  test('without a file that the base names is made all the same, but not called verified', async () => {
    const { folder } = await aCopiedBase();
    rmSync(join(folder, 'files'), { recursive: true });
    const { care } = await openFolder(folder);
    expect(await care.backup()).toMatchObject({ ok: true, value: { verified: false } });
  });

  test('is made once for two who ask at the same time', async () => {
    const folder = join(aFolder(), 'Комплект');
    const { care } = await openFolder(folder, { mode: 'create' });
    const [one, other] = await Promise.all([care.backup(), care.backup()]);
    expect(one).toEqual(other);
    expect(readdirSync(join(folder, 'backups'))).toHaveLength(1);
  });

  test('sweeps away what a killed copy left, the journal too', async () => {
    const folder = join(aFolder(), 'Комплект');
    const { care } = await openFolder(folder, { mode: 'create' });
    mkdirSync(join(folder, 'backups'));
    for (const name of ['unfinished.tmp', 'unfinished.tmp-journal'])
      writeFileSync(join(folder, 'backups', name), 'обрывок');
    expect(await care.backup()).toMatchObject({ ok: true, value: { verified: true } });
    expect(readdirSync(join(folder, 'backups'))).toEqual(['komplekt-20261121-120000.komplekt']);
  });

  test('that cannot be written is refused, and the base goes on', async () => {
    const folder = join(aFolder(), 'Комплект');
    const { base, care } = await openFolder(folder, { mode: 'create' });
    writeFileSync(join(folder, 'backups'), 'файл на месте папки');
    expect(await care.backup()).toEqual({ ok: false, error: { code: 'backup.failed', reason: 'EEXIST' } });
    base.write(fillBase);
  });
});

describe('a restore is refused and changes nothing', () => {
  const refusals = [
    ['a file that is not there', 'backup.unknown', (copy: string) => rmSync(copy)],
    ['a file that is no base', 'backup.damaged', (copy: string) => writeFileSync(copy, 'PK архив '.repeat(500))],
    [
      'a copy cut short',
      'backup.damaged',
      (copy: string) => writeFileSync(copy, readFileSync(copy).subarray(0, 30_000)),
    ],
    [
      'a copy with a changed document',
      'backup.damaged',
      (copy: string) => edit(copy, `UPDATE backup_files SET bytes = x'00'`),
    ],
    [
      'a copy of a newer program',
      'base.newer',
      (copy: string) => edit(copy, `INSERT INTO applied_steps VALUES (9999, 'next', '', '')`),
    ],
    ['a database without the documents', 'backup.damaged', (copy: string) => edit(copy, 'DROP TABLE backup_files')],
  ] as const;

  test.each(refusals)('of %s', async (_what, code, spoil) => {
    const { folder, copy } = await aCopiedBase();
    spoil(copy);
    expect(await restoreBackup(copy, restoreDeps(folder))).toMatchObject({ ok: false, error: { code } });
    expect(await later(folder)).toBe('yes');
    expect(readdirSync(folder).filter((name) => /restor/u.test(name))).toEqual([]);
  });

  test('into a folder on another machine', async () => {
    const { folder, copy } = await aCopiedBase();
    const restored = await restoreBackup(copy, restoreDeps(folder, { mounts: [{ point: '/', type: 'cifs' }] }));
    expect(restored).toEqual({ ok: false, error: { code: 'base.networkPath', folder } });
    expect(await later(folder)).toBe('yes');
  });

  test('while the base is held', async () => {
    const { folder, copy } = await aCopiedBase();
    const { base } = await openFolder(folder);
    expect(await restoreBackup(copy, restoreDeps(folder))).toMatchObject({
      ok: false,
      error: { code: 'base.heldHere' },
    });
    expect(base.read.settings.get('later')).toBe('yes');
  });
});

describe('a restore that is killed', () => {
  test.each([1, 2, 3, 4])('before its move %i ends at the next opening', async (deadly) => {
    const { folder, copy } = await aCopiedBase();
    // A log beside the database, as after a crash, moves with it.
    writeFileSync(join(folder, 'komplekt.sqlite-wal'), '');
    let moves = 0;
    const dying: RestoreDeps['rename'] = async (from, to) => {
      moves += 1;
      if (moves === deadly) throw new Error('killed');
      await rename(from, to);
    };
    await expect(restoreBackup(copy, restoreDeps(folder, { rename: dying }))).rejects.toThrow('killed');
    expect(existsSync(join(folder, 'restoring.json'))).toBe(true);
    expect(await later(folder)).toBeNull();
    expect(await later(join(folder, 'before-restore-20261121-120000'))).toBe('yes');
    expect(existsSync(join(folder, 'restoring.json'))).toBe(false);
    expect(existsSync(join(folder, 'restoring'))).toBe(false);
  });

  test('while it was still preparing leaves the present state', async () => {
    const { folder, copy } = await aCopiedBase();
    mkdirSync(join(folder, 'restoring'));
    cpSync(copy, join(folder, 'restoring', 'komplekt.sqlite'));
    expect(await later(folder)).toBe('yes');
    expect(existsSync(join(folder, 'restoring'))).toBe(false);
  });
});

const name = (day: number, time = '120000'): string =>
  `komplekt-202611${String(day).padStart(2, '0')}-${time}.komplekt`;

describe('old backups', () => {
  const keeping = { recent: 2, days: 5 };

  test.each([
    ['few are all kept', [name(1), name(2)], []],
    [
      'the last of each day is kept for the days',
      [name(20, '090000'), name(20), name(19), name(18), name(17), name(16)],
      [name(16)],
    ],
    [
      'earlier ones of a day go',
      [name(21), name(20), name(19, '180000'), name(19), name(19, '090000')],
      [name(19), name(19, '090000')],
    ],
    ['the newest are kept even when they are old', [name(1), name(2)], []],
    [
      'what is not ours is never chosen',
      ['before-step-7-20200101-000000.sqlite', 'мой архив.komplekt', name(1), name(2), name(3)],
      [name(1)],
    ],
    [
      'a second copy of the same second counts as newer',
      [name(21), name(21, '120000-2'), name(20, '1').replace('1.', '100000.')],
      [],
    ],
  ])('%s', (_promise, names, expected) => {
    expect(chooseOldBackups(names, isoDate('2026-11-21'), keeping)).toEqual(expected);
  });

  test('ten recent and a month of days are kept', () => {
    const clock = aClock('2026-11-21T09:00:00.000Z');
    const names = Array.from({ length: 60 }, (_empty, index) => {
      const at = new Date(Date.parse(clock.now()) - index * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
      return `komplekt-${at}-120000.komplekt`;
    });
    expect(names.length - chooseOldBackups(names, clock.today()).length).toBe(30);
  });
});

const edit = (path: string, sql: string): void => {
  const sqlite = openSqlite(path, { journal: 'DELETE' });
  sqlite.exec(sql);
  sqlite.close();
};
