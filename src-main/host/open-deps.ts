import { readFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { homedir, hostname, userInfo } from 'node:os';
import { dataFolderOf } from '#main/adapters-node/data-folder.ts';
import { createSystemClock } from '#main/adapters-node/clock.ts';
import { patiently } from '#main/adapters-node/patiently.ts';
import { openFileStore } from '#main/adapters-node/file-store.ts';
import { everyUnreferenced } from '#main/db/base-lock.ts';
import { parseMounts } from '#main/db/network-path.ts';
import type { OpenBaseOptions } from '#main/db/open-base.ts';

/** The folder that was asked for, or the user's own on this machine. */
export const baseFolderOf = (asked: string | null): string =>
  asked ?? dataFolderOf({ platform: process.platform, home: homedir(), env: process.env });

/** The mounted disks of Linux; other systems name a network path in the path itself. */
const readMounts = () => (process.platform === 'linux' ? parseMounts(readFileSync('/proc/mounts', 'utf8')) : []);

/** What opening a base needs to know of this machine and this process. */
export const openDeps = (folder: string): Omit<OpenBaseOptions, 'mode'> => ({
  folder,
  clock: createSystemClock(),
  host: hostname(),
  userName: userInfo().username,
  pid: process.pid,
  platform: process.platform,
  mounts: readMounts(),
  every: everyUnreferenced,
  // An antivirus may hold a file for a moment while a restored base takes its place.
  rename: (from, to) => patiently(() => rename(from, to)),
  openFiles: openFileStore,
});
