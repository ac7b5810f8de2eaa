import * as nodeFs from 'node:fs/promises';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeFileAtomically, type FileSystem } from '#main/adapters-node/atomic-write.ts';
import { createFileStore, openFileStore } from '#main/adapters-node/file-store.ts';
import { aFolder } from '#test/helpers/a-folder.ts';

const failure = (code: string): Error => Object.assign(new Error(code), { code });

/** The real disk, except that the first renames answer an error. */
const stubborn = (
  code: string,
  times: number,
): { fs: FileSystem; pauses: number[]; sleep: (ms: number) => Promise<void> } => {
  let left = times;
  const pauses: number[] = [];
  const rename: FileSystem['rename'] = async (from, to) => {
    left -= 1;
    if (left >= 0) throw failure(code);
    await nodeFs.rename(from, to);
  };
  return { fs: { ...nodeFs, rename }, pauses, sleep: async (ms) => void pauses.push(ms) };
};

const BYTES = Buffer.from('счет 1204');

describe('the file store', () => {
  test('gives back what was put, lists it by hash, and the same bytes twice are one file', async () => {
    const store = createFileStore(aFolder());
    const first = await store.put(BYTES);
    expect(await store.put(BYTES)).toEqual(first);
    if (!first.ok) throw new Error(first.error.code);
    expect(first.value.size).toBe(BYTES.length);
    expect(Buffer.from((await store.read(first.value.sha256)) ?? []).equals(BYTES)).toBe(true);
    expect(await store.list()).toEqual([first.value.sha256]);
  });

  test('has nothing in a new folder', async () => {
    const store = createFileStore(join(aFolder(), 'нет такой'));
    expect(await store.list()).toEqual([]);
    expect(await store.read('0'.repeat(64))).toBeNull();
  });

  test('a file whose bytes were changed is not given out, and putting it again heals it', async () => {
    const folder = aFolder();
    const store = createFileStore(folder);
    const put = await store.put(BYTES);
    const sha256 = put.ok ? put.value.sha256 : '';
    writeFileSync(join(folder, 'files', sha256.slice(0, 2), `${sha256}.bin`), 'другое');
    expect(await store.read(sha256)).toBeNull();
    await store.put(BYTES);
    expect(await store.read(sha256)).not.toBeNull();
  });

  test('sets a file aside without losing it', async () => {
    const folder = aFolder();
    const store = createFileStore(folder);
    const put = await store.put(BYTES);
    const sha256 = put.ok ? put.value.sha256 : '';
    await store.setAside(sha256);
    expect(await store.list()).toEqual([]);
    expect(readFileSync(join(folder, 'set-aside', `${sha256}.bin`)).equals(BYTES)).toBe(true);
  });

  test('sweeps away what an interrupted write left, and only that', async () => {
    const folder = aFolder();
    mkdirSync(join(folder, 'files', 'ab'), { recursive: true });
    for (const name of ['.komplekt-1-2.tmp', 'чужой.txt']) writeFileSync(join(folder, 'files', 'ab', name), '');
    await openFileStore(folder);
    expect(readdirSync(join(folder, 'files', 'ab'))).toEqual(['чужой.txt']);
  });

  test.each(['../../etc/passwd', 'AB', '', '0'.repeat(63)])('%j is not a name of a file here', async (name) => {
    await expect(createFileStore(aFolder()).read(name)).rejects.toThrow('named by the hash');
  });
});

describe('an atomic write', () => {
  test('replaces a file whole and leaves nothing else in the folder', async () => {
    const folder = aFolder();
    const path = join(folder, 'Счет № 1.docx');
    writeFileSync(path, 'старый');
    expect(await writeFileAtomically(path, BYTES)).toEqual({ ok: true, value: null });
    expect(readdirSync(folder)).toEqual(['Счет № 1.docx']);
    expect(readFileSync(path).equals(BYTES)).toBe(true);
  });

  test('waits for an antivirus that holds the file', async () => {
    const path = join(aFolder(), 'счет.docx');
    const disk = stubborn('EBUSY', 3);
    expect((await writeFileAtomically(path, BYTES, disk)).ok).toBe(true);
    expect(disk.pauses).toEqual([20, 50, 100]);
  });

  test.each([
    ['a file that stays busy', 'EPERM', { code: 'disk.failed', reason: 'EPERM' }],
    ['a full disk', 'ENOSPC', { code: 'disk.full' }],
    ['a spent quota', 'EDQUOT', { code: 'disk.full' }],
  ])('on %s leaves the old file and nothing half written', async (_what, code, error) => {
    const folder = aFolder();
    const path = join(folder, 'счет.docx');
    writeFileSync(path, 'старый');
    expect(await writeFileAtomically(path, BYTES, stubborn(code, 100))).toEqual({ ok: false, error });
    expect(readdirSync(folder)).toEqual(['счет.docx']);
    expect(readFileSync(path, 'utf8')).toBe('старый');
  });

  test('of a name as long as the disk allows works', async () => {
    const path = join(aFolder(), `${'ж'.repeat(125)}.docx`);
    expect((await writeFileAtomically(path, BYTES)).ok).toBe(true);
  });
});
