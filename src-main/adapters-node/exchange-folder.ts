import { createHash } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, type FileHandle } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { err, ok } from '#shared/kernel/result.ts';
import type { ExchangeDraft, ExchangeFolder } from '../ports/exchange-folder.ts';
import { storageErrorOf, TEMPORARY, writeFileAtomically } from './atomic-write.ts';
import { errnoOf, patiently } from './patiently.ts';

let begun = 0;

/** What a killed export left behind is nobody's. */
const sweep = async (folder: string): Promise<void> => {
  const own = new RegExp(`^\\.komplekt-${process.pid}-`, 'u');
  const left = (await readdir(folder)).filter((name) => TEMPORARY.test(name) && !own.test(name));
  await Promise.all(left.map((name) => rm(join(folder, name), { force: true })));
};

const draftOf = (folder: string, temporary: string, file: FileHandle): ExchangeDraft => {
  const hash = createHash('sha256');
  let size = 0;
  const abandon = async (): Promise<void> => {
    await file.close().catch(storageErrorOf);
    await rm(temporary, { force: true }).catch(storageErrorOf);
  };
  return {
    abandon,
    write: async (text) => {
      const bytes = Buffer.from(text, 'utf8');
      hash.update(bytes);
      size += bytes.length;
      await file.write(bytes);
    },
    finish: async (name) => {
      try {
        await file.sync();
        await file.close();
        await patiently(() => rename(temporary, join(folder, basename(name))));
        return ok({ sha256: hash.digest('hex'), size });
      } catch (error) {
        await abandon();
        return err(storageErrorOf(error));
      }
    },
  };
};

/** Names are ours, made of an id; they never lead out of the folder. */
export const createExchangeFolder = (folder: string): ExchangeFolder => ({
  begin: async () => {
    begun += 1;
    const temporary = join(folder, `.komplekt-${process.pid}-x${begun}.tmp`);
    try {
      await mkdir(folder, { recursive: true });
      await sweep(folder);
      return ok(draftOf(folder, temporary, await open(temporary, 'w')));
    } catch (error) {
      return err(storageErrorOf(error));
    }
  },
  put: (name, bytes) => writeFileAtomically(join(folder, basename(name)), bytes),
  read: async (name, offset, length) => {
    try {
      const file = await open(join(folder, basename(name)), 'r');
      try {
        const { size } = await file.stat();
        const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - offset)));
        await file.read(bytes, 0, bytes.length, offset);
        return { bytes, size };
      } finally {
        await file.close();
      }
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') return null;
      throw error;
    }
  },
});
