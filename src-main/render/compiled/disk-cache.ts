import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { loadTemplate, type CompiledTemplate } from './load-template.ts';
import { readCode, writeCode } from './stored-code.ts';
import type { TemplateCode } from './template-code.ts';

/** Compiled templates of earlier processes. */
export interface DiskCache {
  /** @param key the hash of the template; undefined when it is not there, damaged, or of another version of the renderer */
  read(key: string): Promise<CompiledTemplate | undefined>;
  write(key: string, code: TemplateCode): Promise<void>;
}

/**
 * A cache in a folder of ours. It only saves time: whatever is wrong with it (no rights, no room, half a file), the template is compiled again and
 * the file written anew.
 */
export function createDiskCache(folder: string): DiskCache {
  const fileOf = (key: string): string => path.join(folder, `${key}.kct`);
  return {
    async read(key) {
      try {
        const code = readCode(await readFile(fileOf(key)));
        return code && loadTemplate(code);
      } catch {
        return undefined;
      }
    },
    async write(key, code) {
      const file = fileOf(key);
      const temporary = `${file}.${process.pid}-${performance.now()}`;
      try {
        await mkdir(folder, { recursive: true });
        await writeFile(temporary, writeCode(code));
        await rename(temporary, file);
      } catch {
        // Another process may have written it just now, or the disk is full; both are fine, but no rubbish may stay.
        await rm(temporary, { force: true }).catch(() => undefined);
      }
    },
  };
}
