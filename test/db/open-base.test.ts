import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { asId } from '#shared/kernel/id.ts';
import { MIGRATION_STEPS } from '#main/db/migrations/steps.ts';
import { openBase } from '#main/db/open-base.ts';
import { aFolder } from '#test/helpers/a-folder.ts';
import { aDocument, aDocumentFile, aSnapshot, fillBase } from '#test/helpers/a-filled-base.ts';
import { lockDeps, openFolder, openOptions } from '#test/helpers/an-opened-base.ts';
import { acquireBaseLock } from '#main/db/base-lock.ts';

const aFilledFolder = async (): Promise<string> => {
  const folder = join(aFolder(), 'Комплект');
  const opened = await openFolder(folder, { mode: 'create' });
  opened.base.write(fillBase);
  opened.close();
  return folder;
};

const codeOf = async (...question: Parameters<typeof openOptions>): Promise<string> => {
  const opened = await openBase(openOptions(...question));
  if (!opened.ok) return opened.error.code;
  opened.value.close();
  return 'opened';
};

const isFree = (folder: string): boolean => {
  const lock = acquireBaseLock(lockDeps(folder));
  if (lock.ok) lock.value.release();
  return lock.ok;
};

describe('opening', () => {
  test('a base made in a folder with Cyrillic and spaces opens again with its rows', async () => {
    const folder = await aFilledFolder();
    const { base, care } = await openFolder(folder);
    expect(base.read.orders.count()).toBe(1);
    expect(care.check().filter((check) => !check.ok)).toEqual([]);
  });

  test('settings that keep acknowledged work are on', async () => {
    const folder = await aFilledFolder();
    const sqlite = new SqliteDatabase(join(folder, 'komplekt.sqlite'), { readonly: true });
    expect(sqlite.pragma('journal_mode', { simple: true })).toBe('wal');
    sqlite.close();
  });

  test('a missing base is refused and nothing is made', async () => {
    const folder = join(aFolder(), 'нет такой');
    expect(await codeOf(folder)).toBe('base.missing');
    expect(existsSync(folder)).toBe(false);
  });

  test('a base with rows is not made over; an empty one of a killed start is completed', async () => {
    const folder = await aFilledFolder();
    expect(await codeOf(folder, { mode: 'create' })).toBe('base.exists');
    const empty = join(aFolder(), 'пустая');
    mkdirSync(empty);
    writeFileSync(join(empty, 'komplekt.sqlite'), '');
    expect(await codeOf(empty, { mode: 'create' })).toBe('opened');
  });

  test('a second opening is refused, and after the first is closed it goes on', async () => {
    const folder = await aFilledFolder();
    const first = await openFolder(folder);
    expect(await codeOf(folder)).toBe('base.heldHere');
    first.close();
    expect(await codeOf(folder)).toBe('opened');
  });

  test('a network path is refused before anything is written there', async () => {
    const folder = join(aFolder(), 'Комплект');
    expect(await codeOf(folder, { mode: 'create', mounts: [{ point: '/', type: 'nfs4' }] })).toBe('base.networkPath');
    expect(existsSync(folder)).toBe(false);
  });

  test.each([
    ['a file that is no database', (path: string) => writeFileSync(path, 'не база '.repeat(1000))],
    ['a database with spoiled pages', (path: string) => writeFileSync(path, spoilPages(readFileSync(path)))],
    ['a database cut short', (path: string) => writeFileSync(path, readFileSync(path).subarray(0, 20_000))],
  ])('%s is called damaged, is left as it is, and the lock is given back', async (_what, damage) => {
    const folder = await aFilledFolder();
    const path = join(folder, 'komplekt.sqlite');
    damage(path);
    const before = readFileSync(path);
    expect(await codeOf(folder)).toBe('base.damaged');
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(isFree(folder)).toBe(true);
  });

  test('a base of a newer program is refused and the lock is given back', async () => {
    const folder = await aFilledFolder();
    expect(await codeOf(folder, { steps: MIGRATION_STEPS.slice(0, -1) })).toBe('base.newer');
    expect(isFree(folder)).toBe(true);
  });

  test('before an upgrade of a base with rows a checked snapshot is put beside it', async () => {
    const folder = await aFilledFolder();
    const next = {
      id: 9000,
      name: 'next',
      sql: 'CREATE TABLE next (id INTEGER PRIMARY KEY) STRICT;',
      announcedLosses: [],
    };
    expect(await codeOf(folder, { steps: [...MIGRATION_STEPS, next] })).toBe('opened');
    expect(readdirSync(join(folder, 'backups'))).toEqual(['before-step-9000-20261121-120000.sqlite']);
  });

  test('an upgrade that would lose rows is refused and the base stays as it was', async () => {
    const folder = await aFilledFolder();
    const bad = { id: 9000, name: 'bad', sql: 'DELETE FROM order_lines;', announcedLosses: [] };
    expect(await codeOf(folder, { steps: [...MIGRATION_STEPS, bad] })).toBe('base.upgradeRefused');
    const { base } = await openFolder(folder);
    expect(base.read.orders.get(asId<'order'>('order-145'))?.lines).toHaveLength(2);
  });

  test('files without a row are set aside and rows without a file are named', async () => {
    const folder = await aFilledFolder();
    const first = await openFolder(folder);
    const kept = await first.files.put(Buffer.from('счет'));
    const orphan = await first.files.put(Buffer.from('комплект, выпуск которого прервали'));
    if (!kept.ok || !orphan.ok) throw new Error('not stored');
    const gone = aDocumentFile({ format: 'pdf', sha256: 'f'.repeat(64), name: 'Счет 1204.pdf' });
    first.base.write((stores) =>
      stores.documents.insert(aDocument({ files: [aDocumentFile({ ...kept.value }), gone] }), aSnapshot()),
    );
    first.close();

    const { repair, files } = await openFolder(folder);
    expect(repair).toEqual({
      setAside: [orphan.value.sha256],
      missing: [{ sha256: gone.sha256, documentId: aDocument().id, documentNumber: '1204', name: 'Счет 1204.pdf' }],
    });
    expect(await files.list()).toEqual([kept.value.sha256]);
    expect(readdirSync(join(folder, 'set-aside'))).toEqual([`${orphan.value.sha256}.bin`]);
  });

  test('«Очистить демо» leaves no row, no file, no copy, and the base works on', async () => {
    const folder = await aFilledFolder();
    const { base, care, files } = await openFolder(folder);
    const stored = await files.put(Buffer.from('ДЕМО: Гастроном на Площади'));
    if (!stored.ok) throw new Error('not stored');
    base.write((stores) => stores.documents.insert(aDocument({ files: [aDocumentFile(stored.value)] }), aSnapshot()));
    await care.backup();
    await care.clear();
    expect(base.read.orders.count() + base.read.documents.count() + base.read.users.list().length).toBe(0);
    expect(readdirSync(folder).sort()).toEqual([
      'holder.json',
      'komplekt.sqlite',
      'komplekt.sqlite-shm',
      'komplekt.sqlite-wal',
      'lock.db',
    ]);
    expect(readFileSync(join(folder, 'komplekt.sqlite')).includes('Гастроном')).toBe(false);
    base.write(fillBase);
    base.write((stores) => stores.documents.insert(aDocument(), aSnapshot()));
    expect(care.check().filter((check) => !check.ok)).toEqual([]);
    expect(() => base.write((stores) => stores.documents.insert(aDocument(), aSnapshot()))).toThrow('UNIQUE');
  });
});

const spoilPages = (bytes: Buffer): Buffer => {
  const spoiled = Buffer.from(bytes);
  for (let page = 2; page * 4096 < spoiled.length; page += 3) spoiled.fill(0xa5, page * 4096, page * 4096 + 64);
  return spoiled;
};
