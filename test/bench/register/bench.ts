/**
 * `npm run bench:register`: a register of 100 000 documents; every view, filter, sort and page, with its counts and sums.
 * Prints the slowest of each; ends with 1 when any answer takes more than 50 ms of processor time. Then the whole register goes
 * into a workbook, which is read back.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { RegisterFilter, RegisterSort } from '../../../src-main/ports/register.ts';
import type { Base } from '../../../src-main/ports/base.ts';
import { readWorkbook } from '../../../src-main/exchange/xlsx/read-workbook.ts';
import { startTestCore, unwrap } from '../../helpers/a-core.ts';
import { openFilledBase } from '../../helpers/a-filled-base.ts';
import { fillRegister } from './fill-register.ts';

const DOCUMENTS = 100_000;
const RUNS = 5;
const LIMIT_MS = 50;

const SORTS: readonly RegisterSort[] = ['date', 'sum', 'counterparty', 'number', 'sentOn', 'state'];
const OFFSETS = [0, 500, 50_000];
const PAGE = 100;

const bench = async (): Promise<boolean> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'register-'));
  const { base, sqlite, close } = openFilledBase(path.join(folder, 'base.sqlite'));
  try {
    const { partyId, organisationId } = fillRegister(sqlite, DOCUMENTS);
    const filters: readonly (readonly [string, RegisterFilter])[] = [
      ['no filter', {}],
      ['awaited', { isAwaited: true }],
      ['to sign', { states: ['checked', 'approved'] }],
      ['sent', { states: ['sent'] }],
      ['paper', { medium: 'paper' }],
      ['УПД', { kind: 'upd' }],
      ['a company', { organisationId }],
      ['a counterparty', { partyId }],
      ['a month', { from: '2026-10-01', to: '2026-10-31' } as RegisterFilter],
      ['all years', { from: '2010-01-01', to: '2030-12-31' } as RegisterFilter],
      ['a number', { text: '77123' }],
      ['a company, awaited', { organisationId, isAwaited: true }],
      [
        'УПД on paper in a month',
        { kind: 'upd', medium: 'paper', from: '2026-10-01', to: '2026-10-31' } as RegisterFilter,
      ],
    ];
    const slow: string[] = [];
    for (const [name, filter] of filters) {
      const counted = fastest(() => base.read.register.groups(filter));
      const pages = SORTS.flatMap((sort) =>
        [true, false].flatMap((descending) =>
          OFFSETS.map((offset) => ({
            what: `${sort}${descending ? ' desc' : ''} from ${offset}`,
            ms: fastest(() => base.read.register.rows(filter, sort, descending, { limit: PAGE, offset })),
          })),
        ),
      );
      const worst = pages.reduce((a, b) => (b.ms > a.ms ? b : a));
      console.log(
        `${name}: counts and sums ${counted.toFixed(1)} ms; slowest page ${worst.ms.toFixed(1)} ms (${worst.what})`,
      );
      if (counted > LIMIT_MS) slow.push(`${name}: counts ${counted.toFixed(1)} ms`);
      slow.push(
        ...pages.filter(({ ms }) => ms > LIMIT_MS).map(({ what, ms }) => `${name}: ${what} ${ms.toFixed(1)} ms`),
      );
    }
    for (const line of slow) console.log(`over ${LIMIT_MS} ms: ${line}`);
    return slow.length === 0 && (await exportWhole(base)) === DOCUMENTS;
  } finally {
    close();
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Rows that are in the workbook of the whole register, its head not counted. */
const exportWhole = async (base: Base): Promise<number> => {
  const caller = await startTestCore({ base }).as(base.read.users.list()[0]?.login ?? null);
  const before = process.cpuUsage();
  const { bytes } = unwrap(await caller.call('closing.export', {}));
  const { user, system } = process.cpuUsage(before);
  const workbook = Buffer.from(bytes, 'base64');
  const seconds = ((user + system) / 1_000_000).toFixed(1);
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  const rows = (unwrap(await readWorkbook(workbook))[0]?.length ?? 0) - 1;
  console.log(
    `the whole register in xlsx: ${rows} rows, ${(workbook.length / 1e6).toFixed(1)} MB, ${seconds} s of processor time, at most ${peak} MB with reading it back`,
  );
  return rows;
};

/** Processor time of the fastest run: other programs of the machine do not count. */
const fastest = (action: () => unknown): number => {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS; run += 1) {
    const before = process.cpuUsage();
    action();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
};

process.exitCode = (await bench()) ? 0 : 1;
