import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { appendFile, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Random } from '../ports/random.ts';

/** A statement may have 200 MB (formats §1.6 rule 15); whatever is larger is cut off by its reader with a reason. */
const MOST_BYTES = 201 * 1024 * 1024;
/** The oldest gives way: files that nobody finished must not fill the disk. */
const MOST_FILES = 6;

export type IncomingFiles = {
  readonly append: (token: string | null, bytes: Uint8Array) => Promise<Result<string, 'absent' | 'tooLarge'>>;
  /** Null for a file that is not there. */
  readonly pathOf: (token: string) => string | null;
  readonly fingerprint: (token: string) => Promise<string | null>;
  readonly bytes: (token: string) => Promise<Uint8Array | null>;
  readonly forget: (token: string) => Promise<void>;
};

/** Files that come in portions, in `incoming/` of the base; what an earlier run left there is cleared away. */
export const openIncomingFiles = async (baseFolder: string, random: Random): Promise<IncomingFiles> => {
  const folder = join(baseFolder, 'incoming');
  await rm(folder, { recursive: true, force: true });
  const tokens: string[] = [];
  const place = (token: string): string => join(folder, `${token}.part`);
  const pathOf = (token: string): string | null =>
    tokens.includes(token) && existsSync(place(token)) ? place(token) : null;

  const forget = async (token: string): Promise<void> => {
    const index = tokens.indexOf(token);
    if (index < 0) return;
    tokens.splice(index, 1);
    await rm(place(token), { force: true });
  };

  const begin = async (bytes: Uint8Array): Promise<string> => {
    while (tokens.length >= MOST_FILES) await forget(tokens[0] ?? '');
    const token = random.token(18);
    tokens.push(token);
    await mkdir(folder, { recursive: true });
    await writeFile(place(token), bytes);
    return token;
  };

  return {
    append: async (token, bytes) => {
      if (token === null) return ok(await begin(bytes));
      const path = pathOf(token);
      if (path === null) return err('absent');
      const { size } = await stat(path);
      if (size + bytes.length > MOST_BYTES) {
        await forget(token);
        return err('tooLarge');
      }
      await appendFile(path, bytes);
      return ok(token);
    },
    pathOf,
    fingerprint: async (token) => {
      const path = pathOf(token);
      if (path === null) return null;
      const hash = createHash('sha256');
      for await (const piece of createReadStream(path)) hash.update(piece as Uint8Array);
      return hash.digest('hex');
    },
    bytes: async (token) => {
      const path = pathOf(token);
      return path === null ? null : readFile(path);
    },
    forget,
  };
};
