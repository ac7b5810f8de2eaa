/** A new process: imports one engine, makes its first document, tells both times and ends. */
import { readFileSync } from 'node:fs';
import type { EngineName } from './engine.ts';
import { orderData } from './form-data.ts';
import { loadEngine } from './load-engine.ts';
import { SCENARIOS } from './scenarios.ts';

const [, , engineName, pictureFile] = process.argv;
const picture = readFileSync(pictureFile ?? '');
const { forms, rows } = SCENARIOS.rows10;

const PATIENCE_MS = 5_000;

const importStart = performance.now();
const engine = await loadEngine(engineName as EngineName);
const importMs = performance.now() - importStart;

let documentMs = 0;
for (const form of forms) {
  const { shape, fill } = engine.prepare(form, picture);
  const data = shape(orderData(rows, 0));
  const start = performance.now();
  await fill(data);
  documentMs += performance.now() - start;
}
process.stdout.write(JSON.stringify({ importMs, documentMs }));
await engine.close?.();
// What an engine writes in the background may be finished; what it forgot to close does not keep the process.
setTimeout(() => process.exit(0), PATIENCE_MS).unref();
