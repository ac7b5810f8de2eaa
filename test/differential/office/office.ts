import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const OFFICE = 'soffice';

export const noOffice = spawnSync(OFFICE, ['--version']).status === 0 ? undefined : 'LibreOffice is not installed';

/** Files of one call: the start takes most of a second, a file some hundredths. */
const BATCH = 50;

/**
 * What LibreOffice makes of documents, by their names; a document that it cannot open is missing. It gets a profile of its own, which is
 * removed with the files.
 */
export function convert(documents: ReadonlyMap<string, Uint8Array>, format: 'docx' | 'txt'): Map<string, Uint8Array> {
  const folder = mkdtempSync(path.join(tmpdir(), 'komplekt-office-'));
  const target = path.join(folder, 'out');
  mkdirSync(target);
  const names = [...documents.keys()];
  try {
    for (const [index, bytes] of [...documents.values()].entries())
      writeFileSync(path.join(folder, `${index}.docx`), bytes);
    for (let start = 0; start < names.length; start += BATCH) {
      const files = names.slice(start, start + BATCH).map((_, index) => path.join(folder, `${start + index}.docx`));
      const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`;
      const filter = format === 'txt' ? 'txt:Text (encoded):UTF8' : 'docx';
      spawnSync(OFFICE, [profile, '--headless', '--convert-to', filter, '--outdir', target, ...files], {
        timeout: 280_000,
      });
    }
    const converted = new Map<string, Uint8Array>();
    for (const [index, name] of names.entries()) {
      const file = path.join(target, `${index}.${format}`);
      if (existsSync(file)) converted.set(name, readFileSync(file));
    }
    return converted;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
