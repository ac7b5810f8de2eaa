import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { EngineName } from './engine.ts';
import { median } from './numbers.ts';

export interface ColdStart {
  readonly importMs: number;
  readonly documentMs: number;
  readonly sumMs: number;
}

export interface ColdCase {
  readonly label: string;
  readonly engine: EngineName;
  readonly env: Readonly<Record<string, string>>;
}

const coldFile = path.join(import.meta.dirname, 'cold-process.ts');

/** New processes, case by case and round by round. The first of each only fills the caches on the disk. */
export function coldStarts(
  cases: readonly ColdCase[],
  pictureFile: string,
  rounds: number,
): ReadonlyMap<string, ColdStart> {
  const samples = new Map<string, { importMs: number; documentMs: number }[]>();
  for (let round = 0; round <= rounds; round += 1) {
    for (const coldCase of cases) {
      const sample = startOnce(coldCase, pictureFile);
      if (round > 0) samples.set(coldCase.label, [...(samples.get(coldCase.label) ?? []), sample]);
    }
  }
  return new Map(
    [...samples].map(([label, times]) => [
      label,
      {
        importMs: median(times.map(({ importMs }) => importMs)),
        documentMs: median(times.map(({ documentMs }) => documentMs)),
        sumMs: median(times.map(({ importMs, documentMs }) => importMs + documentMs)),
      },
    ]),
  );
}

function startOnce({ engine, env }: ColdCase, pictureFile: string): { importMs: number; documentMs: number } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [coldFile, engine, pictureFile], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  if (status !== 0) throw new Error(`${engine}: its cold start has failed\n${stderr}`);
  return JSON.parse(stdout) as { importMs: number; documentMs: number };
}
