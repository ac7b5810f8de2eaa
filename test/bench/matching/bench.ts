/**
 * `npm run bench:matching`: matching 10 000 and 100 000 operations against as many papers of 2 000 payers, each in a process of its own.
 * Prints the time per operation and its growth; ends with 1 when matching is not linear, or does not fit into its heap.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { matchPayments } from '../../../src-shared/domain/matching/match-payments.ts';
import { MATCH_ZONES } from '../../../src-shared/domain/matching/types.ts';
import { madePayments } from './made-payments.ts';

const SIZES = [10_000, 100_000];
const RUNS = 3;
/** Ten times the operations may take this much more than ten times the time. */
const MOST_GROWTH = 1.5;
/** The heap that matching 100 000 operations must live with, the 100 MB of its input included; a process that needs more dies. */
const HEAP_MB = 300;

/** `ms` is processor time of matching alone. */
type Measure = { readonly ms: number; readonly zones: string };

const measureHere = (count: number): void => {
  const input = madePayments(count);
  const before = process.cpuUsage();
  const proposals = matchPayments(input);
  const { user, system } = process.cpuUsage(before);
  const zones = MATCH_ZONES.map((zone) => `${zone} ${proposals.filter((each) => each.zone === zone).length}`).join(
    ', ',
  );
  process.send?.({ ms: (user + system) / 1000, zones } satisfies Measure);
};

/** The fastest of a few runs, each in a fresh process. */
const measure = async (count: number): Promise<Measure> => {
  const runs: Measure[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const child = fork(import.meta.filename, [String(count)], {
      execArgv: [...process.execArgv, `--max-old-space-size=${HEAP_MB}`],
    });
    const answers: Measure[] = [];
    child.on('message', (answer: Measure) => answers.push(answer));
    await once(child, 'close');
    const [answer] = answers;
    if (answer === undefined) throw new Error(`${count} operations do not fit into ${HEAP_MB} MB`);
    runs.push(answer);
  }
  return runs.reduce((best, each) => (each.ms < best.ms ? each : best));
};

const bench = async (): Promise<boolean> => {
  const rows: { readonly count: number; readonly perOperation: number }[] = [];
  for (const count of SIZES) {
    const { ms, zones } = await measure(count);
    rows.push({ count, perOperation: ms / count });
    console.log(`${count} operations: ${ms.toFixed(0)} ms, ${((ms / count) * 1000).toFixed(0)} µs each; ${zones}`);
  }
  const [small, large] = rows;
  if (small === undefined || large === undefined) return false;
  const growth = large.perOperation / small.perOperation;
  console.log(`time per operation when they are ten times as many: × ${growth.toFixed(2)}`);
  return growth <= MOST_GROWTH;
};

const [count] = process.argv.slice(2);
if (count === undefined) process.exitCode = (await bench()) ? 0 : 1;
else measureHere(Number(count));
