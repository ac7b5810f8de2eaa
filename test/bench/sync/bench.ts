/**
 * `npm run bench:sync`: the first load of 100 000 deals from a fake Битрикс24 that spends 0.3 s on a page, through the whole engine into
 * a base on the disk, killed at random pages and resumed. `BENCH_DEALS`, `BENCH_SEED`, `BENCH_DEATHS` change it. Time is virtual: it is the CRM's limits that are measured. Prints minutes and memory; ends with 1 when a promise is broken.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDice } from '../../fakes/http/dice.ts';
import { openTestBase } from '../../helpers/a-base.ts';
import { anOfficeWithPortal } from '../../sync/engine/fake-crm.ts';

const DEALS = Number(process.env['BENCH_DEALS'] ?? 100_000);
/** crm.md §1.5: 2 000 pages at 0.3 s under the budget of 480 s per ten minutes. */
const MODEL_MINUTES = (DEALS / 100_000) * 12;
const TOLERANCE = 0.15;
const MOST_MEMORY_MB = 300;
const DEATHS = Number(process.env['BENCH_DEATHS'] ?? 20);
/** Kills come somewhere in so many pages after the last one. */
const PAGES_BETWEEN = 8;
const MINUTE = 60_000;

/** With as much heap as the program may have, so that garbage that nobody has swept yet is not counted. */
const HEAP_MB = 200;
if (process.argv[2] !== 'inside') {
  const inside = spawnSync(process.execPath, [`--max-old-space-size=${HEAP_MB}`, import.meta.filename, 'inside'], {
    stdio: 'inherit',
  });
  process.exit(inside.status ?? 1);
}

const folder = mkdtempSync(path.join(tmpdir(), 'bench-sync-'));
const { base, sqlite } = openTestBase(path.join(folder, 'base.db'));
const office = await anOfficeWithPortal(
  { deals: DEALS, settings: { cost: { page: 300, get: 20, write: 100, count: 300, network: 60 } } },
  { hasCompany: false, base },
);
const { sync, killAt, clock, accountId, connector } = office;

/** What the pages of all deals alone took: the rest of the load is on top of the model. */
let dealsMs = 0;
/** How often each page was asked for and came; a page that came twice was on its way when the program died. */
const cameByPage = new Map<string, number>();
const { scan } = connector;
Object.assign(connector, {
  scan: async (request: Parameters<typeof scan>[0], signal: AbortSignal) => {
    const from = clock.nowMs();
    const answer = await scan(request, signal);
    const page = `${request.feed.name} ${request.part} ${request.after}`;
    if (answer.ok) cameByPage.set(page, (cameByPage.get(page) ?? 0) + 1);
    if (request.feed.name === 'order' && request.part === 'all') dealsMs += clock.nowMs() - from;
    return answer;
  },
});

let peakMb = 0;
const watch = setInterval(() => {
  peakMb = Math.max(peakMb, process.memoryUsage().rss / 2 ** 20);
}, 50);
const idle = process.memoryUsage().rss / 2 ** 20;
const began = clock.nowMs();
const cpu = process.cpuUsage();
const dice = createDice(Number(process.env['BENCH_SEED'] ?? 1));
let deaths = 0;
for (;;) {
  if (deaths < DEATHS)
    killAt(dice.pick(['page read, nothing stored', 'page is on the disk']), 1 + dice.below(PAGES_BETWEEN));
  const run = await sync();
  peakMb = Math.max(peakMb, process.memoryUsage().rss / 2 ** 20);
  if (run === 'killed') deaths += 1;
  else if (run.until !== null) {
    const wait = Math.max(0, Date.parse(run.until) - clock.nowMs());
    if (base.read.sync.cursor(accountId, 'scan:order:all')?.['isFinished'] === false) dealsMs += wait;
    clock.advance(wait);
  } else break;
}
clearInterval(watch);
const { user, system } = process.cpuUsage(cpu);
const load = base.read.sync.account(accountId)?.firstLoad;
const deals = base.read.sync.countRows(accountId, 'order');
const scanned = base.read.sync.cursor(accountId, 'scan:order:all');
const twice = [...cameByPage.values()].reduce((all, came) => all + came - 1, 0);
const usableMinutes = (Date.parse(load?.usableAt ?? '') - began) / MINUTE;
const minutes = (clock.nowMs() - began) / MINUTE;
sqlite.close();
rmSync(folder, { recursive: true, force: true });

const promises = [
  [`deals here: ${deals} of ${DEALS}`, deals === DEALS && scanned?.['isFinished'] === true],
  [
    `killed at random pages and resumed ${deaths} times; ${cameByPage.size} pages, ${twice} of them twice`,
    deaths === DEATHS && twice <= deaths,
  ],
  [`usable after ${usableMinutes.toFixed(2)} virtual minutes`, usableMinutes <= 1],
  [
    `deals in ${(dealsMs / MINUTE).toFixed(1)} virtual minutes, by the model ${MODEL_MINUTES}; with all else ${minutes.toFixed(1)}`,
    Math.abs(dealsMs / MINUTE / MODEL_MINUTES - 1) <= TOLERANCE,
  ],
  // What stood there before is the compiler of types, the fake server and the rest of the program.
  [`memory of the load ${Math.round(peakMb - idle)} MB over ${Math.round(idle)} MB`, peakMb - idle <= MOST_MEMORY_MB],
] as const;
for (const [line, isKept] of promises) console.log(`${isKept ? 'ok ' : 'NO '} ${line}`);
console.log(`processor ${((user + system) / 1e6).toFixed(0)} s`);
process.exitCode = promises.every(([, isKept]) => isKept) ? 0 : 1;
