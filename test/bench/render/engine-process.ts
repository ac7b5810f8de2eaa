/**
 * One engine in a process of its own; the parent asks it in turn with the others. What it says besides is a mistake, so nothing is printed.
 */
import { closeSync, fsyncSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Engine, EngineName, PreparedForm } from './engine.ts';
import type { FormData } from './form.ts';
import { orderData } from './form-data.ts';
import { loadEngine } from './load-engine.ts';
import type { Answer, Ask } from './messages.ts';
import { median } from './numbers.ts';
import { BATCH, SCENARIOS, type ScenarioName } from './scenarios.ts';

const [, , engineName, pictureFile] = process.argv;
const engine = await loadEngine(engineName as EngineName);
const picture = readFileSync(pictureFile ?? '');
const prepared = new Map<string, PreparedForm>();
let variant = 0;

process.on('message', (ask: Ask) => {
  void answerTo(ask).then(
    (answer) => process.send?.(answer),
    (thrown: unknown) => process.send?.({ kind: 'failed', reason: String(thrown) } satisfies Answer),
  );
});
process.on('disconnect', () => {
  void leave(engine);
});
process.send?.({ kind: 'ready' } satisfies Answer);

async function answerTo(ask: Ask): Promise<Answer> {
  switch (ask.kind) {
    case 'measure':
      return { kind: 'measured', ms: await measure(ask.scenario, ask.visitMs, ask.orders) };
    case 'documents': {
      const documents = await documentsOf(ask.scenario);
      return { kind: 'documents', documents: documents.map((bytes) => Buffer.from(bytes).toString('base64')) };
    }
    case 'batch':
      return batch(ask.count);
    case 'peak':
      for (let index = 0; index < ask.times; index += 1) await measure(ask.scenario, 0);
      return { kind: 'peak', mb: peakKb() / 1024 };
  }
}

function preparedForms(name: ScenarioName): PreparedForm[] {
  return SCENARIOS[name].forms.map((form) => {
    const known = prepared.get(form.name) ?? engine.prepare(form, picture);
    prepared.set(form.name, known);
    return known;
  });
}

async function documentsOf(name: ScenarioName): Promise<Uint8Array[]> {
  const data = orderData(SCENARIOS[name].rows, 0);
  const documents: Uint8Array[] = [];
  for (const form of preparedForms(name)) documents.push(await form.fill(form.shape(data)));
  return documents;
}

/** The median time of all papers of the scenario, over as many orders as fit into the visit; each order is a new one. */
async function measure(name: ScenarioName, visitMs: number, orders = 1): Promise<number> {
  const forms = preparedForms(name);
  const times: number[] = [];
  let total = 0;
  do {
    const data: FormData = orderData(SCENARIOS[name].rows, (variant += 1) % 97);
    const inputs = forms.map((form) => form.shape(data));
    const start = performance.now();
    for (const [index, form] of forms.entries()) await form.fill(inputs[index] ?? data);
    const ms = performance.now() - start;
    times.push(ms);
    total += ms;
  } while (total < visitMs || times.length < orders);
  return median(times);
}

/** Fills and writes, each file reaches the disk before the next one is begun; then the same bytes are only written. */
async function batch(count: number): Promise<Answer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'komplekt-batch-'));
  const form = engine.prepare(BATCH.form, picture);
  const orders = Array.from({ length: count }, (_, index) => form.shape(orderData(BATCH.rows, index)));
  await form.fill(form.shape(orderData(BATCH.rows, count)));
  const documents: Uint8Array[] = [];
  try {
    const start = performance.now();
    for (const order of orders) {
      const bytes = await form.fill(order);
      writeDurably(path.join(folder, `${documents.length}.docx`), bytes);
      documents.push(bytes);
    }
    const ms = performance.now() - start;
    const writeStart = performance.now();
    for (const [index, bytes] of documents.entries()) writeDurably(path.join(folder, `again-${index}.docx`), bytes);
    const writeMs = performance.now() - writeStart;
    const bytes = documents.reduce((sum, document) => sum + document.byteLength, 0);
    return { kind: 'batch', ms, writeMs, bytes };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeDurably(file: string, bytes: Uint8Array): void {
  const handle = openSync(file, 'wx');
  writeSync(handle, bytes);
  fsyncSync(handle);
  closeSync(handle);
}

async function leave({ close }: Engine): Promise<void> {
  await close?.();
  process.exit(0);
}

/**
 * The most memory this process has held, in kilobytes. Linux lets a child begin with the peak of its parent in `maxRSS`; what it says itself
 * begins with its own program.
 */
function peakKb(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS;
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);
}
