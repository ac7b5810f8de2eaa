import { ENGINE_NAMES } from './engine.ts';
import { printed, ratio } from './numbers.ts';
import type { Measured, PerEngine } from './run-bench.ts';
import { SCENARIO_NAMES, SCENARIOS, type ScenarioName } from './scenarios.ts';

/** The quickest of the others in one scenario. */
function fastestPeer(times: PerEngine<number> | undefined): { name: string; ms: number } | undefined {
  return [...(times ?? [])]
    .filter(([name]) => name !== 'komplekt')
    .map(([name, ms]) => ({ name, ms }))
    .toSorted((a, b) => a.ms - b.ms)[0];
}

function scenarioSummary(measured: Measured, scenario: ScenarioName) {
  const times = measured.times.get(scenario);
  const peer = fastestPeer(times);
  const ours = times?.get('komplekt');
  const floor = measured.floors.get(scenario);
  return {
    ms: ours,
    fastestPeer: peer?.name,
    vsFastestPeer: ratio(peer?.ms, ours),
    vsDocxTemplates: ratio(times?.get('docx-templates'), ours),
    vsZlib1: ratio(floor?.zlib1, ours),
    vsZlib6: ratio(floor?.zlib6, ours),
    peakMb: measured.peaks.get(scenario)?.get('komplekt'),
    engines: Object.fromEntries(times ?? []),
  };
}

/** File sizes in one scenario: ours to docx-templates' and to the same entries at zlib level 6. */
function sizeSummary(measured: Measured, scenario: ScenarioName) {
  const sizes = measured.sizes.get(scenario);
  const bytes = sizes?.get('komplekt');
  return {
    bytes,
    vsDocxTemplates: ratio(bytes, sizes?.get('docx-templates')),
    vsZlib6: ratio(bytes, measured.floors.get(scenario)?.sizeAt6),
  };
}

function batchSummary({ batches }: Measured) {
  const perDocument = new Map([...batches].map(([name, { ms, count }]) => [name, ms / count] as const));
  const ours = batches.get('komplekt');
  const peer = fastestPeer(perDocument);
  return {
    count: ours?.count,
    ms: ours?.ms,
    writingMs: ours?.writeMs,
    /** How many times longer than only writing the same bytes. */
    vsWriting: ratio(ours?.ms, ours?.writeMs),
    documentsPerSecond: ours && Math.round((ours.count / ours.ms) * 1000),
    fastestPeer: peer?.name,
    vsFastestPeer: ratio(peer?.ms, perDocument.get('komplekt')),
    vsDocxTemplates: ratio(perDocument.get('docx-templates'), perDocument.get('komplekt')),
  };
}

function coldSummary({ cold }: Measured) {
  const peers = [...cold]
    .filter(([label]) => !label.startsWith('komplekt'))
    .toSorted((a, b) => a[1].sumMs - b[1].sumMs);
  const ours = cold.get('komplekt')?.sumMs;
  return {
    ms: ours,
    withoutCacheMs: cold.get('komplekt, no disk cache')?.sumMs,
    fastestPeer: peers[0]?.[0],
    fastestPeerMs: peers[0]?.[1].sumMs,
    vsFastestPeer: ratio(peers[0]?.[1].sumMs, ours),
    engines: Object.fromEntries(cold),
  };
}

/** The record of a run; a ratio says how many times quicker we are, a field that was not measured is absent. */
export function summaryOf(measured: Measured) {
  const growth = ratio(measured.growth.get('komplekt'), 1);
  const scenarios = Object.fromEntries(
    SCENARIO_NAMES.filter((name) => measured.times.has(name)).map((name) => [name, scenarioSummary(measured, name)]),
  );
  return {
    ...scenarios,
    rows10000: { ...scenarios['rows10000'], growth },
    cold: coldSummary(measured),
    fileSize: Object.fromEntries([...measured.sizes.keys()].map((name) => [name, sizeSummary(measured, name)])),
    batch600: batchSummary(measured),
  };
}

/** The same for people, as tables. */
export function printReport(measured: Measured, write: (line: string) => void): void {
  const names = SCENARIO_NAMES.filter((name) => measured.times.has(name));
  const head = ['', ...names];
  write('\nMilliseconds, medians (a pack is six papers)');
  table(write, [
    head,
    ...ENGINE_NAMES.map((engine) => [engine, ...names.map((name) => printed(measured.times.get(name)?.get(engine)))]),
    ['floor: zlib 1', ...names.map((name) => printed(measured.floors.get(name)?.zlib1))],
    ['floor: zlib 6', ...names.map((name) => printed(measured.floors.get(name)?.zlib6))],
  ]);
  write('\nTimes slower than komplekt');
  table(write, [
    head,
    ...ENGINE_NAMES.filter((engine) => engine !== 'komplekt').map((engine) => [
      engine,
      ...names.map((name) => {
        const times = measured.times.get(name);
        return printed(ratio(times?.get(engine), times?.get('komplekt')));
      }),
    ]),
  ]);
  write('\nPeak memory of a new process, MB');
  table(write, [
    head,
    ...ENGINE_NAMES.map((engine) => [engine, ...names.map((name) => printed(measured.peaks.get(name)?.get(engine)))]),
  ]);
  write('\nTimes longer for 10,000 rows than for 1000, measured in turn in one process');
  table(write, [['', 'growth'], ...[...measured.growth].map(([engine, times]) => [engine, printed(times)])]);
  write('\nBytes');
  table(write, [
    head,
    ...ENGINE_NAMES.map((engine) => [engine, ...names.map((name) => printed(measured.sizes.get(name)?.get(engine)))]),
    ['the same at zlib 6', ...names.map((name) => printed(measured.floors.get(name)?.sizeAt6))],
  ]);
  write(`\nBatch of three-page invoices, each on the disk (fsync) before the next: ms per document`);
  table(write, [
    ['', 'filled and written', 'only written', 'ratio'],
    ...[...measured.batches].map(([engine, { ms, writeMs, count }]) => [
      engine,
      printed(ms / count),
      printed(writeMs / count),
      printed(ratio(ms, writeMs)),
    ]),
  ]);
  write(`\nCold start, ${SCENARIOS.rows10.title}, ms`);
  table(write, [
    ['', 'import', 'first document', 'sum'],
    ...[...measured.cold].map(([label, { importMs, documentMs, sumMs }]) => [
      label,
      printed(importMs),
      printed(documentMs),
      printed(sumMs),
    ]),
  ]);
}

function table(write: (line: string) => void, rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  for (const row of rows) {
    write(
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    );
  }
}
