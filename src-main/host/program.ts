import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { CoreOptions } from './core-host.ts';

const packageFile = z.object({ version: z.string() });

/** Where the program's own parts lie when it runs from its sources under plain Node. */
export const programFolder = join(import.meta.dirname, '..', '..');

/** Core options of a program that runs from its sources. */
export const sourceOptions = (baseFolder: string | null, mode: CoreOptions['mode']): CoreOptions => ({
  baseFolder,
  mode,
  version: packageFile.parse(JSON.parse(readFileSync(join(programFolder, 'package.json'), 'utf8'))).version,
  templatesFolder: join(programFolder, 'templates'),
  renderWorkerUrl: new URL('../render/render-worker.ts', import.meta.url).href,
  statementWorkerUrl: new URL('../exchange/bank-statement/statement-worker.ts', import.meta.url).href,
  paperWorkerUrl: new URL('../exchange/paper-worker/paper-worker.ts', import.meta.url).href,
  crmThreadUrl: new URL('./crm-thread.ts', import.meta.url).href,
});
