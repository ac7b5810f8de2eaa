import * as nodeFs from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { FileStoreError } from '../ports/file-store.ts';
import { errnoOf, patiently, type Sleep } from './patiently.ts';

export type FileSystem = Pick<typeof nodeFs, 'open' | 'rename' | 'mkdir' | 'readFile' | 'readdir' | 'rm'>;

export type AtomicWriteDeps = {
  readonly fs?: FileSystem | undefined;
  readonly sleep?: Sleep | undefined;
  readonly platform?: NodeJS.Platform | undefined;
};

/** Names of unfinished files; they are nobody's and may be swept away. */
export const TEMPORARY = /^\.komplekt-.*\.tmp$/u;

let written = 0;

/**
 * Writes a whole file or nothing: a temporary one in the same folder, flushed to the disk, takes the name in one step, and
 * the folder is flushed too. A power cut leaves the old file or the new one. Makes the folder when it is absent.
 */
export const writeFileAtomically = async (
  path: string,
  bytes: Uint8Array,
  { fs = nodeFs, sleep, platform = process.platform }: AtomicWriteDeps = {},
): Promise<Result<null, FileStoreError>> => {
  const folder = dirname(path);
  written += 1;
  // Short on purpose: the final name may already be as long as the file system allows.
  const temporary = join(folder, `.komplekt-${process.pid}-${written}.tmp`);
  try {
    await fs.mkdir(folder, { recursive: true });
    await writeFlushed(fs, temporary, bytes);
    await patiently(() => fs.rename(temporary, path), sleep);
    await flushFolder(fs, folder, platform);
    return ok(null);
  } catch (error) {
    // What refused the write may refuse this too; the sweep on opening takes what is left, and the first refusal is told.
    await fs.rm(temporary, { force: true }).catch(storageErrorOf);
    return err(storageErrorOf(error));
  }
};

/** What the disk answered, in our codes; anything that is not the disk's answer is thrown on. */
export const storageErrorOf = (error: unknown): FileStoreError => {
  const errno = errnoOf(error);
  if (errno === '') throw error;
  return errno === 'ENOSPC' || errno === 'EDQUOT' ? { code: 'disk.full' } : { code: 'disk.failed', reason: errno };
};

const writeFlushed = async (fs: FileSystem, path: string, bytes: Uint8Array): Promise<void> => {
  const file = await fs.open(path, 'w');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
};

/** Makes the new name durable. Windows has no such call for folders and does not need it. */
const flushFolder = async (fs: FileSystem, folder: string, platform: NodeJS.Platform): Promise<void> => {
  if (platform === 'win32') return;
  const handle = await fs.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};
