/**
 * `npm run bench:statement`: reading a bank statement against decoding its bytes and splitting lines, in processes of their
 * own, and importing it into a new base. Prints the ratio of speeds, the memory and the growth of time; ends with 1 when a
 * promise of the issue is broken.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readStatementFile } from '../../../src-main/host/statement-tools.ts';
import { importFile } from './import-file.ts';
import { aDebit, aDocument, aHeader, aPeriod, windows } from '../../exchange/bank-statement/a-statement.ts';

/** Starts a file as `npm run` does: types stripped once and kept, so that the stripping is no part of the memory. */
const RUNNER = path.resolve(import.meta.dirname, '..', '..', '..', 'src-main', 'start', 'run.mjs');
/** The program reads in a thread with 24 MB for young objects (`read-apart.ts`): three halves of 8. */
const AS_IN_THE_THREAD = ['--max-semi-space-size=8'];
const SIZES = [25_000, 50_000, 100_000];
const RUNS = 3;
const LEAST_SPEED = 1 / 3;
const MOST_MEMORY_MB = 300;
/** Twice the operations may take this much more than twice the time. */
const MOST_GROWTH = 1.35;
/** An import of these two sizes may differ that much in the time of one operation. */
const IMPORT_SIZES = [10_000, 100_000] as const;
/** So few operations show what the program itself takes; run from its sources it is far more than the built one. */
const NEXT_TO_NOTHING = 100;
const MOST_IMPORT_GROWTH = 1.6;

/** `ms` is processor time: what else the machine does at the moment does not count. */
type Measure = { readonly ms: number; readonly peakMb: number; readonly count: number };

/** Every document has its own number, sum, payer and purpose, and the keys that banks fill. */
const documentLines = (index: number): string[] => {
  const usual = {
    Номер: String(index + 1),
    Сумма: `${1000 + index}.${String(index % 100).padStart(2, '0')}`,
    ПлательщикБанк1: 'ПАО СБЕРБАНК',
    ПлательщикБанк2: 'г. Москва',
    ПлательщикБИК: '044525225',
    ПлательщикКорсчет: '30101810400000000225',
    ПолучательБанк1: 'ПАО СБЕРБАНК',
    ПолучательБанк2: 'г. Москва',
    ПолучательБИК: '044525225',
    ПолучательКорсчет: '30101810400000000225',
    ВидПлатежа: 'электронно',
    Код: '0',
    Очередность: '5',
    СтатусСоставителя: '',
    ПоказательКБК: '',
    ОКАТО: '',
    ПоказательОснования: '',
    НазначениеПлатежа: `Оплата по счету № ${index + 1} от 10.11.2026 за транспортно-экспедиционные услуги, в т.ч. НДС 22% 22000-00`,
  };
  if (index % 2 === 1) return aDebit(usual);
  return aDocument({
    ...usual,
    ПлательщикСчет: `40702810${String(index).padStart(12, '0')}`,
    Плательщик1: `ООО "Покупатель ${index % 5000}"`,
  });
};

const writeFile = async (file: string, documents: number): Promise<void> => {
  const stream = createWriteStream(file);
  const write = async (lines: readonly string[]): Promise<void> => {
    if (!stream.write(windows(`${lines.join('\r\n')}\r\n`))) await once(stream, 'drain');
  };
  await write([...aHeader(), ...aPeriod()]);
  for (let index = 0; index < documents; index += 1) await write(documentLines(index));
  await write(['КонецФайла']);
  stream.end();
  await once(stream, 'close');
};

const splitOnly = async (file: string): Promise<number> => {
  const decoder = new TextDecoder('windows-1251');
  let tail = '';
  let count = 0;
  for await (const piece of createReadStream(file, { highWaterMark: 1024 * 1024 })) {
    const lines = (tail + decoder.decode(piece as Uint8Array, { stream: true })).split(/\r?\n/u);
    tail = lines.pop() ?? '';
    count += lines.length;
  }
  return count;
};

const readAll = async (file: string): Promise<number> => {
  const statement = await readStatementFile(file);
  if (!statement.ok) throw new Error(`the file is refused: ${statement.error.code}`);
  return statement.value.operations.length;
};

const measureHere = async (work: string, file: string): Promise<void> => {
  const before = process.cpuUsage();
  const works: Readonly<Record<string, (path: string) => Promise<number>>> = { read: readAll, import: importFile };
  const count = await (works[work] ?? splitOnly)(file);
  const { user, system } = process.cpuUsage(before);
  process.send?.({
    ms: (user + system) / 1000,
    peakMb: process.resourceUsage().maxRSS / 1024,
    count,
  } satisfies Measure);
};

/** The fastest of a few runs, each in a fresh process. */
const measure = async (work: 'read' | 'split' | 'import', file: string, times = RUNS): Promise<Measure> => {
  const runs: Measure[] = [];
  for (let run = 0; run < times; run += 1) {
    const execArgv = work === 'import' ? [] : AS_IN_THE_THREAD;
    const child = fork(RUNNER, [import.meta.filename, work, file], { execArgv });
    const [answer] = (await once(child, 'message')) as [Measure];
    runs.push(answer);
    await once(child, 'close');
  }
  return runs.reduce((best, each) => (each.ms < best.ms ? each : best));
};

const bench = async (): Promise<boolean> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'komplekt-statement-'));
  try {
    const rows: { documents: number; read: Measure; split: Measure }[] = [];
    for (const documents of SIZES) {
      const file = path.join(folder, `${documents}.txt`);
      await writeFile(file, documents);
      const [split, read] = [await measure('split', file), await measure('read', file)];
      rows.push({ documents, read, split });
      console.log(
        `${documents} operations, ${(statSync(file).size / 1e6).toFixed(0)} MB, ${split.count} lines: decode and split ${split.ms.toFixed(0)} ms, ` +
          `read ${read.ms.toFixed(0)} ms, speed ${(split.ms / read.ms).toFixed(2)}, memory ${read.peakMb.toFixed(0)} MB`,
      );
    }
    const growth = rows.slice(1).map(({ read }, index) => read.ms / (rows[index]?.read.ms ?? read.ms) / 2);
    console.log(
      `time per operation when the file doubles: ${growth.map((ratio) => `× ${ratio.toFixed(2)}`).join(', ')}`,
    );
    const last = rows.at(-1);
    const isImportGood = await benchImport(folder);
    return (
      isImportGood &&
      last !== undefined &&
      last.split.ms / last.read.ms >= LEAST_SPEED &&
      last.read.peakMb < MOST_MEMORY_MB &&
      rows.every(({ documents, read }) => read.count === documents) &&
      growth.every((ratio) => ratio <= MOST_GROWTH)
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Importing grows with the operations and stays within the memory of an office machine. */
const benchImport = async (folder: string): Promise<boolean> => {
  const idle = path.join(folder, 'import-idle.txt');
  await writeFile(idle, NEXT_TO_NOTHING);
  const { peakMb: idleMb } = await measure('import', idle, 1);
  const measures: Measure[] = [];
  for (const documents of IMPORT_SIZES) {
    const file = path.join(folder, `import-${documents}.txt`);
    await writeFile(file, documents);
    const measured = await measure('import', file, 1);
    measures.push(measured);
    console.log(
      `${documents} operations: import ${measured.ms.toFixed(0)} ms, memory ${measured.peakMb.toFixed(0)} MB (without operations ${idleMb.toFixed(0)}), taken ${measured.count}`,
    );
  }
  const [small, large] = measures;
  if (small === undefined || large === undefined) return false;
  const growth = large.ms / small.ms / (IMPORT_SIZES[1] / IMPORT_SIZES[0]);
  console.log(`time of one imported operation, ${IMPORT_SIZES[1]} against ${IMPORT_SIZES[0]}: × ${growth.toFixed(2)}`);
  const isWhole = measures.every(({ count }, index) => count === IMPORT_SIZES[index]);
  return isWhole && growth <= MOST_IMPORT_GROWTH && large.peakMb - idleMb < MOST_MEMORY_MB;
};

const [work, file] = process.argv.slice(2);
if (work !== undefined && file !== undefined) await measureHere(work, file);
else process.exitCode = (await bench()) ? 0 : 1;
