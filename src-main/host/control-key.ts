import { createHash, timingSafeEqual } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';

/** Writes the key so that only this user can read it; a reader sees the old key or the new one, never half of it. */
export const writeControlKey = async (keyFile: string, key: string): Promise<void> => {
  const draft = `${keyFile}.new`;
  await rm(draft, { force: true });
  // `wx` refuses a file or a link that somebody has put in the way.
  await writeFile(draft, key, { mode: 0o600, flag: 'wx' });
  await rename(draft, keyFile);
};

/** Null when there is no key or this user may not read it. */
export const readControlKey = async (keyFile: string): Promise<string | null> =>
  (await readFile(keyFile, 'utf8').catch(() => '')).trim() || null;

/** Compares in a time that tells nothing about the key. */
export const isSameKey = (given: string, expected: string): boolean => timingSafeEqual(digest(given), digest(expected));

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
