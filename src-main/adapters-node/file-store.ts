import { createHash } from 'node:crypto';
import * as nodeFs from 'node:fs/promises';
import { join } from 'node:path';
import { assert } from '#shared/kernel/assert.ts';
import { ok } from '#shared/kernel/result.ts';
import type { FileStore } from '../ports/file-store.ts';
import { TEMPORARY, writeFileAtomically, type AtomicWriteDeps } from './atomic-write.ts';
import { errnoOf, patiently } from './patiently.ts';

const NAME = /^([0-9a-f]{64})\.bin$/u;

/**
 * Files of the base in `files/ab/ab….bin`, set aside ones in `set-aside/`. Sweeps what an interrupted write left behind, so
 * open it only while holding the base (`base-lock.ts`).
 */
export const openFileStore = async (baseFolder: string, deps: AtomicWriteDeps = {}): Promise<FileStore> => {
  await sweepTemporary(join(baseFolder, 'files'), deps.fs ?? nodeFs);
  return createFileStore(baseFolder, deps);
};

/** The same without touching the disk. */
export const createFileStore = (baseFolder: string, deps: AtomicWriteDeps = {}): FileStore => {
  const fs = deps.fs ?? nodeFs;
  const pathOf = (sha256: string): string => {
    assert(NAME.test(`${sha256}.bin`), 'a file is named by the hash of its bytes');
    return join(baseFolder, 'files', sha256.slice(0, 2), `${sha256}.bin`);
  };

  const read: FileStore['read'] = async (sha256) => {
    const bytes = await readIfPresent(fs, pathOf(sha256));
    return bytes !== null && hashOf(bytes) === sha256 ? bytes : null;
  };

  const setAside: FileStore['setAside'] = async (sha256) => {
    const folder = join(baseFolder, 'set-aside');
    await fs.mkdir(folder, { recursive: true });
    await patiently(() => fs.rename(pathOf(sha256), join(folder, `${sha256}.bin`)), deps.sleep);
  };

  return {
    read,
    setAside,
    put: async (bytes) => {
      const sha256 = hashOf(bytes);
      const stored = { sha256, size: bytes.length };
      // What stands under the name with other bytes is damaged; writing over it heals every document that needs it.
      if ((await read(sha256)) !== null) return ok(stored);
      const written = await writeFileAtomically(pathOf(sha256), bytes, deps);
      return written.ok ? ok(stored) : written;
    },
    list: async () => {
      const folders = await listIfPresent(fs, join(baseFolder, 'files'));
      const names = await Promise.all(folders.map((folder) => listIfPresent(fs, join(baseFolder, 'files', folder))));
      return names
        .flat()
        .flatMap((name) => NAME.exec(name)?.[1] ?? [])
        .sort();
    },
  };
};

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

type ReadFs = NonNullable<AtomicWriteDeps['fs']>;

const readIfPresent = async (fs: ReadFs, path: string): Promise<Uint8Array | null> => {
  try {
    return await fs.readFile(path);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw error;
  }
};

const listIfPresent = async (fs: ReadFs, folder: string): Promise<readonly string[]> => {
  try {
    return await fs.readdir(folder);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errnoOf(error))) return [];
    throw error;
  }
};

const sweepTemporary = async (filesFolder: string, fs: ReadFs): Promise<void> => {
  for (const folder of await listIfPresent(fs, filesFolder)) {
    for (const name of await listIfPresent(fs, join(filesFolder, folder)))
      if (TEMPORARY.test(name)) await fs.rm(join(filesFolder, folder, name), { force: true });
  }
};
