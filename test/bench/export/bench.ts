/**
 * `npm run bench:export`: an export of 100 000 documents to 1C against writing the same bytes through the same stream, in
 * processes of their own. Prints the ratio of speeds and the memory; ends with 1 when a promise of the issue is broken.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createExchangeFolder } from '../../../src-main/adapters-node/exchange-folder.ts';
import { createMessageWriter } from '../../../src-main/exchange/enterprise-data/write-message.ts';
import { createPaperMapper } from '../../../src-shared/domain/exchange-1c/map-papers.ts';
import type { OneCPaper } from '../../../src-shared/domain/exchange-1c/paper.ts';
import { checkPaper } from '../../../src-shared/domain/exchange-1c/check-paper.ts';
import { isoDate, type IsoInstant } from '../../../src-shared/kernel/date.ts';
import { asId } from '../../../src-shared/kernel/id.ts';
import { kopecks } from '../../../src-shared/kernel/money.ts';
import { anOrganisation, DEMO_PARTIES } from '../../helpers/demo-parties.ts';
import { aOneCLine, aPaper } from '../../exchange/enterprise-data/a-paper.ts';

const DOCUMENTS = Number(process.env['BENCH_DOCUMENTS'] ?? 100_000);
const RUNS = 3;
const LEAST_SPEED = 1 / 3;
const MOST_MEMORY_MB = 300;
const PARTIES = 2_000;
const MOMENT: IsoInstant = '2026-11-21T12:00:00.000Z' as IsoInstant;
/** As many characters as the writer hands over at once. */
const PIECE_CHARS = 64 * 1024;

/** `ms` is processor time: what else the machine does at the moment does not count. */
type Measure = { readonly ms: number; readonly peakMb: number; readonly bytes: number };

const parties = Array.from({ length: PARTIES }, (_, index) => ({
  ...DEMO_PARTIES.zerno,
  id: asId<'party'>(`party-${index}`),
}));
const organisation = anOrganisation().party;

/** Lines, sums and counterparties repeat as they do in a year of work. */
const templateOf = (index: number) => {
  const party = parties[index % PARTIES] ?? DEMO_PARTIES.zerno;
  const lines = [0, 1, 2].map((line) =>
    aOneCLine({
      code: `K-${(index + line) % 500}`,
      product: `Кружка керамическая № ${(index + line) % 500}, 330 мл`,
      content: `Кружка керамическая № ${(index + line) % 500}, 330 мл`,
      gross: kopecks(100_000 + index + line),
      quantity: String(1 + line),
    }),
  );
  return aPaper({
    organisation,
    number: String(index + 1),
    party,
    lines,
    date: isoDate('2026-10-16'),
    isFacturaToo: true,
    isUpd: true,
  });
};

const templates = Array.from({ length: PARTIES }, (_, index) => templateOf(index));

/** Every document has its own id and number; making one must not cost what is measured. */
const documentOf = (index: number): OneCPaper => ({
  ...(templates[index % PARTIES] ?? templateOf(index)),
  id: `document-${index}`,
  number: String(index + 1),
});

const exportAll = async (folder: string): Promise<number> => {
  const draft = await createExchangeFolder(folder).begin();
  if (!draft.ok) throw new Error('the disk refused');
  const message = createMessageWriter(draft.value, '1.17', MOMENT);
  const objectsOf = createPaperMapper('1.17');
  for (let index = 0; index < DOCUMENTS; index += 1) {
    const paper = documentOf(index);
    if (checkPaper(paper).length > 0) throw new Error(`a document of the bench is broken: ${index}`);
    for (const object of objectsOf(paper)) await message.add(object);
  }
  await message.end();
  const written = await draft.value.finish('export.xml');
  if (!written.ok) throw new Error('the disk refused');
  return written.value.size;
};

/** The same stream is given the same number of bytes of the same text, ready made. */
const writeReady = async (folder: string, bytes: number): Promise<number> => {
  const draft = await createExchangeFolder(folder).begin();
  if (!draft.ok) throw new Error('the disk refused');
  const pieces: string[] = [];
  const sample = createMessageWriter(
    {
      write: (text): undefined => {
        pieces.push(text.slice(0, PIECE_CHARS));
      },
    },
    '1.17',
    MOMENT,
  );
  const objectsOf = createPaperMapper('1.17');
  for (let index = 0; pieces.length < 40; index += 1)
    for (const object of objectsOf(documentOf(index))) await sample.add(object);
  const lengths = pieces.map((piece) => Buffer.byteLength(piece));
  const started = process.cpuUsage();
  let written = 0;
  for (let index = 0; written < bytes; index = (index + 1) % pieces.length) {
    await draft.value.write(pieces[index] ?? '');
    written += lengths[index] ?? 0;
  }
  await draft.value.finish('ready.xml');
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
};

const measured = async (what: 'export' | 'ready', bytes: number): Promise<Measure> => {
  const child = fork(new URL(import.meta.url), [what, String(bytes)], { env: process.env });
  const answered = new Promise<Measure>((resolve) => {
    child.once('message', (message) => resolve(message as Measure));
  });
  await once(child, 'exit');
  return answered;
};

const run = async (what: string, bytes: number): Promise<void> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-export-'));
  try {
    const started = process.cpuUsage();
    const ready = what === 'ready' ? await writeReady(folder, bytes) : 0;
    const size = what === 'ready' ? bytes : await exportAll(folder);
    const { user, system } = process.cpuUsage(started);
    const ms = what === 'ready' ? ready : (user + system) / 1000;
    process.send?.({ ms, peakMb: process.resourceUsage().maxRSS / 1024, bytes: size } satisfies Measure);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const [what = '', bytes = '0'] = process.argv.slice(2);
if (what !== '') {
  await run(what, Number(bytes));
} else {
  const exports: Measure[] = [];
  const readies: Measure[] = [];
  for (let turn = 0; turn < RUNS; turn += 1) {
    const made = await measured('export', 0);
    exports.push(made);
    readies.push(await measured('ready', made.bytes));
  }
  const best = (measures: readonly Measure[]): number => Math.min(...measures.map(({ ms }) => ms));
  const ratio = best(readies) / best(exports);
  const peak = Math.max(...exports.map(({ peakMb }) => peakMb));
  console.log(
    `${DOCUMENTS} documents, ${Math.round((exports[0]?.bytes ?? 0) / 2 ** 20)} MB: export ${Math.round(best(exports))} ms of processor, ready bytes ${Math.round(best(readies))} ms, speed ${ratio.toFixed(2)} of the stream (at least ${LEAST_SPEED.toFixed(2)}), ${Math.round(peak)} MB at most (below ${MOST_MEMORY_MB})`,
  );
  process.exitCode = ratio >= LEAST_SPEED && peak < MOST_MEMORY_MB ? 0 : 1;
}
