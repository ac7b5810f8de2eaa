/**
 * `npm run bench:render`: the same papers by every engine, in turn, and how many times quicker ours is.
 * `--quick` for a look, `--json FILE` for a record, `--only rows10,pack` for some of the scenarios.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import QRCode from 'qrcode';
import { ENGINE_NAMES } from './engine.ts';
import type { ColdCase } from './cold-start.ts';
import { bundleOurs } from './bundle-ours.ts';
import { installPeers } from './install-peers.ts';
import { FULL, QUICK } from './plan.ts';
import { printReport, summaryOf } from './report.ts';
import { runBench } from './run-bench.ts';
import { SCENARIO_NAMES } from './scenarios.ts';

const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, json: { type: 'string' }, only: { type: 'string' } },
});

installPeers();
const folder = mkdtempSync(path.join(tmpdir(), 'komplekt-bench-'));
try {
  const pictureFile = path.join(folder, 'qr.png');
  writeFileSync(
    pictureFile,
    await QRCode.toBuffer('ST00012|Name=ООО «Северный каталог»|PersonalAcc=40702810699990000303|Sum=13050000'),
  );
  const cacheFolder = path.join(folder, 'templates');
  mkdirSync(cacheFolder);

  // Ours is bundled, as it ships. Code is compiled once for everybody, as Node can do it for a program that asks for it.
  const env = {
    NODE_COMPILE_CACHE: path.join(folder, 'compiled'),
    KOMPLEKT_BENCH_BUNDLE: await bundleOurs(),
  };
  const withCache = { ...env, KOMPLEKT_BENCH_CACHE: cacheFolder };
  const coldCases: ColdCase[] = [
    { label: 'komplekt', engine: 'komplekt', env: withCache },
    { label: 'komplekt, no disk cache', engine: 'komplekt', env },
    ...ENGINE_NAMES.filter((name) => name !== 'komplekt').map((name) => ({ label: name, engine: name, env })),
  ];
  const only = values.only?.split(',');
  const measured = await runBench({
    plan: values.quick ? QUICK : FULL,
    pictureFile,
    env: withCache,
    coldCases,
    scenarios: SCENARIO_NAMES.filter((name) => only === undefined || only.includes(name)),
    tell: (line) => console.log(line),
  });
  printReport(measured, (line) => console.log(line));
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(summaryOf(measured), null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
