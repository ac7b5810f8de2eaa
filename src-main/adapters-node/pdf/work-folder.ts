import { rmSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { errnoOf } from '../patiently.ts';

const PREFIX = 'komplekt-pdf-';

/** Windows holds files for a moment after their program has gone. */
const REMOVE = { recursive: true, force: true, maxRetries: 10, retryDelay: 100 } as const;

/** A folder in the temp folder that lives as long as this process; readable by its user only. */
export type WorkFolder = {
  readonly path: () => Promise<string>;
  /** Makes a folder for one run of an engine, and removes it with everything in it afterwards. */
  readonly within: <T>(action: (folder: string) => Promise<T>) => Promise<T>;
};

/** Leftovers of processes that were killed are swept when the first folder is made. */
export const createWorkFolder = (tempFolder: string): WorkFolder => {
  let made: Promise<string> | null = null;
  const make = async () => {
    await sweep(tempFolder);
    const folder = await mkdtemp(path.join(tempFolder, `${PREFIX}${process.pid}-`));
    process.once('exit', () => rmSync(folder, REMOVE));
    return folder;
  };
  const own = () => (made ??= make());
  return { path: own, within: async (action) => inFolder(await mkdtemp(path.join(await own(), 'run-')), action) };
};

const inFolder = async <T>(folder: string, action: (folder: string) => Promise<T>): Promise<T> => {
  try {
    return await action(folder);
  } finally {
    await removeFolder(folder);
  }
};

export const removeFolder = (folder: string): Promise<void> => rm(folder, REMOVE);

const sweep = async (tempFolder: string): Promise<void> => {
  const names = await readdir(tempFolder);
  const left = names.filter((name) => {
    const pid = new RegExp(`^${PREFIX}(\\d+)-`, 'u').exec(name)?.[1];
    return pid !== undefined && !isRunning(Number(pid));
  });
  // What cannot be removed belongs to another user, who will sweep it.
  await Promise.allSettled(left.map((name) => removeFolder(path.join(tempFolder, name))));
};

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errnoOf(error) !== 'ESRCH';
  }
};
