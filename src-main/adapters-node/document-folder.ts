import { readFile, rm } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { err, ok } from '#shared/kernel/result.ts';
import type { DocumentFolder } from '../ports/document-folder.ts';
import { storageErrorOf, writeFileAtomically } from './atomic-write.ts';
import { errnoOf } from './patiently.ts';

const EDITED = ' (исходный)';

const besideOf = (path: string): string => {
  const extension = extname(path);
  return `${path.slice(0, path.length - extension.length)}${EDITED}${extension}`;
};

const readOrNull = async (path: string): Promise<Buffer | null> => {
  try {
    return await readFile(path);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw error;
  }
};

/** Readable copies under one folder; the names were made safe by whoever gives them. */
export const createDocumentFolder = (root: string): DocumentFolder => ({
  write: async (folders, name, bytes) => {
    try {
      const wished = join(root, ...folders, name);
      const present = await readOrNull(wished);
      if (present?.equals(bytes)) return ok(wished);
      const path = present === null ? wished : besideOf(wished);
      if (path !== wished && (await readOrNull(path))?.equals(bytes)) return ok(path);
      const written = await writeFileAtomically(path, bytes);
      return written.ok ? ok(path) : written;
    } catch (error) {
      return err(storageErrorOf(error));
    }
  },
  clear: () => rm(root, { recursive: true, force: true }),
});
