import { onTestFinished } from 'vitest';
import type { IsoInstant } from '#shared/kernel/date.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { openFileStore } from '#main/adapters-node/file-store.ts';
import type { BaseLockDeps } from '#main/db/base-lock.ts';
import { openBase, type OpenBaseOptions, type OpenedBase } from '#main/db/open-base.ts';
import type { Clock } from '#main/ports/clock.ts';

export type TestClock = Clock & { readonly advance: (ms: number) => void };

export const aClock = (start = '2026-11-21T09:00:00.000Z'): TestClock => {
  let ms = Date.parse(start);
  return {
    now: () => new Date(ms).toISOString() as IsoInstant,
    today: () => isoDate(new Date(ms).toISOString().slice(0, 10)),
    advance: (by) => {
      ms += by;
    },
  };
};

/** What a process says of itself when it takes the lock; its heartbeat stands still unless the test moves it. */
export const lockDeps = (folder: string, overrides: Partial<BaseLockDeps> = {}): BaseLockDeps => ({
  folder,
  clock: aClock(),
  host: 'office-1',
  userName: 'anna',
  pid: 4242,
  every: () => () => undefined,
  ...overrides,
});

export const openOptions = (folder: string, overrides: Partial<OpenBaseOptions> = {}): OpenBaseOptions => ({
  ...lockDeps(folder),
  mode: 'open',
  platform: 'linux',
  mounts: [{ point: '/', type: 'ext4' }],
  openFiles: (inside) => openFileStore(inside),
  ...overrides,
});

/** Opens or makes a base in the folder as the program does; closed when the test ends. */
export const openFolder = async (folder: string, overrides: Partial<OpenBaseOptions> = {}): Promise<OpenedBase> => {
  const opened = await openBase(openOptions(folder, overrides));
  if (!opened.ok) throw new Error(`the base did not open: ${JSON.stringify(opened.error)}`);
  let isOpen = true;
  const close = (): void => {
    if (isOpen) opened.value.close();
    isOpen = false;
  };
  onTestFinished(close);
  return { ...opened.value, close };
};
