import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CARBONE } from '../dialect.ts';
import { requirePeer, type Engine } from '../engine.ts';
import type { FormData } from '../form.ts';
import { templateBytes } from '../template-bytes.ts';

interface Carbone {
  set(options: { tempPath: string; templatePath: string; lang: string }): void;
  render(template: string, data: FormData, done: (error: Error | null, result: Buffer) => void): void;
}

const carbone = requirePeer('carbone') as Carbone;
const folder = mkdtempSync(path.join(tmpdir(), 'komplekt-carbone-'));
carbone.set({ tempPath: folder, templatePath: folder, lang: 'ru-ru' });

/** Its interface wants the template as a file. */
export const engine: Engine = {
  prepare(form, picture) {
    const file = path.join(folder, `${form.name}.docx`);
    writeFileSync(file, templateBytes(form, CARBONE, picture));
    return {
      shape: (data) => data,
      fill: (data) =>
        new Promise((resolve, reject) => {
          carbone.render(file, data, (error, result) => {
            if (error) reject(error);
            else resolve(result);
          });
        }),
    };
  },
  async close() {
    rmSync(folder, { recursive: true, force: true });
  },
};
