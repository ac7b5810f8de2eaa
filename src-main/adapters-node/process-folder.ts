import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ProcessFiles } from '../ports/processes.ts';

/** Definitions of `<folder>/processes/definitions`, read once at the first question; some thirty small files. */
export const createProcessFolder = (templatesFolder: string): ProcessFiles => {
  const folder = path.join(templatesFolder, 'processes', 'definitions');
  let read: readonly unknown[] | null = null;
  return {
    shipped: () => {
      read ??= readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .toSorted()
        .map((name): unknown => JSON.parse(readFileSync(path.join(folder, name), 'utf8')));
      return read;
    },
  };
};
