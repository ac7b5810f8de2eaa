import { setTimeout as wait } from 'node:timers/promises';

export type Sleep = (ms: number) => Promise<unknown>;

/** An antivirus or an indexer holds a fresh file for a moment; Windows then answers one of these. */
const BUSY = ['EBUSY', 'EPERM', 'EACCES'] as const;

/** 1.3 s altogether: longer than a scan of a document takes, shorter than a person's patience. */
const PAUSES_MS = [20, 50, 100, 200, 400, 500] as const;

/** Runs the action again after a pause while the file is busy; any other error, and the last one, is thrown. */
export const patiently = async <T>(action: () => Promise<T>, sleep: Sleep = wait): Promise<T> => {
  for (const pause of PAUSES_MS) {
    try {
      return await action();
    } catch (error) {
      if (!BUSY.some((code) => code === errnoOf(error))) throw error;
      await sleep(pause);
    }
  }
  return action();
};

/** `ENOENT` and the like; an empty text for anything that is not a system error. */
export const errnoOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
