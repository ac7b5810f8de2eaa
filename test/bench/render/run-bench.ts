import { ENGINE_NAMES, type EngineName } from './engine.ts';
import { checkPaper } from './check-values.ts';
import { coldStarts, type ColdCase, type ColdStart } from './cold-start.ts';
import { EngineHandle } from './engine-handle.ts';
import { floorOf, type Floor } from './floor.ts';
import { orderData } from './form-data.ts';
import type { Answer } from './messages.ts';
import { median } from './numbers.ts';
import { roundsOf, type Plan } from './plan.ts';
import { SCENARIO_NAMES, SCENARIOS, type ScenarioName } from './scenarios.ts';

export type PerEngine<T> = ReadonlyMap<EngineName, T>;

export interface Measured {
  readonly times: ReadonlyMap<ScenarioName, PerEngine<number>>;
  readonly floors: ReadonlyMap<ScenarioName, Floor>;
  /** Bytes of all papers of the scenario. */
  readonly sizes: ReadonlyMap<ScenarioName, PerEngine<number>>;
  readonly peaks: ReadonlyMap<ScenarioName, PerEngine<number>>;
  readonly batches: PerEngine<Extract<Answer, { kind: 'batch' }> & { readonly count: number }>;
  readonly cold: ReadonlyMap<string, ColdStart>;
  /** How many times longer 10,000 rows take than 1000. */
  readonly growth: PerEngine<number>;
}

export interface BenchOptions {
  readonly plan: Plan;
  readonly pictureFile: string;
  /** For every process that is started. */
  readonly env: Readonly<Record<string, string>>;
  readonly coldCases: readonly ColdCase[];
  readonly scenarios: readonly ScenarioName[];
  readonly tell: (line: string) => void;
}

/** Runs everything: all engines are alive at once and are asked in turn, so that what the machine does besides hits them alike. */
export async function runBench(options: BenchOptions): Promise<Measured> {
  const { plan, pictureFile, env, scenarios, tell } = options;
  const handles = await Promise.all(ENGINE_NAMES.map((name) => EngineHandle.start(name, pictureFile, env)));
  const times = new Map<ScenarioName, PerEngine<number>>();
  const floors = new Map<ScenarioName, Floor>();
  const sizes = new Map<ScenarioName, PerEngine<number>>();
  const batches = new Map<EngineName, Extract<Answer, { kind: 'batch' }> & { count: number }>();
  try {
    for (const scenario of scenarios) {
      tell(SCENARIOS[scenario].title);
      const taking = handles.filter(({ name }) => roundsOf(plan, scenario, name) > 0);
      const looked = await lookInto(scenario, taking);
      sizes.set(scenario, looked.sizes);
      if (looked.ours.length > 0) floors.set(scenario, await floorOf(looked.ours, plan.rounds[scenario]));
      times.set(scenario, await interleaved(scenario, taking, plan));
    }
    tell('batch');
    for (const handle of handles) {
      const count = handle.name === 'docx-templates' ? plan.slowBatch : plan.batch;
      batches.set(handle.name, { ...(await handle.batch(count)), count });
    }
  } finally {
    await Promise.all(handles.map((handle) => handle.close()));
  }
  tell('peak memory');
  const peaks = await peakMemory(options);
  tell('growth');
  const growth = await growthOf(options);
  tell('cold start');
  const cold = coldStarts(options.coldCases, pictureFile, plan.coldRounds);
  return { times, floors, sizes, peaks, batches, cold, growth };
}

/** The first papers of every engine are read: all must say the same. They are the warm-up too. */
async function lookInto(
  scenario: ScenarioName,
  handles: readonly EngineHandle[],
): Promise<{ sizes: PerEngine<number>; ours: readonly Uint8Array[] }> {
  const { forms, rows } = SCENARIOS[scenario];
  const data = orderData(rows, 0);
  const sizes = new Map<EngineName, number>();
  let ours: readonly Uint8Array[] = [];
  for (const handle of handles) {
    const documents = await handle.documents(scenario);
    for (const [index, form] of forms.entries()) {
      await checkPaper(handle.name, form, data, documents[index] ?? new Uint8Array());
    }
    sizes.set(
      handle.name,
      documents.reduce((sum, bytes) => sum + bytes.byteLength, 0),
    );
    if (handle.name === 'komplekt') ours = documents;
  }
  return { sizes, ours };
}

async function interleaved(
  scenario: ScenarioName,
  handles: readonly EngineHandle[],
  plan: Plan,
): Promise<PerEngine<number>> {
  const samples = new Map<EngineName, number[]>(handles.map(({ name }) => [name, []]));
  for (let round = 0; round < plan.rounds[scenario]; round += 1) {
    for (const handle of handles) {
      if (round >= roundsOf(plan, scenario, handle.name)) continue;
      samples.get(handle.name)?.push(await handle.measure({ scenario, visitMs: plan.visitMs }));
    }
  }
  return new Map([...samples].map(([name, values]) => [name, median(values)]));
}

/** A new process per engine and size: what it held at most after three orders (one of 10,000 rows). */
async function peakMemory({ plan, pictureFile, env, scenarios }: BenchOptions): Promise<Measured['peaks']> {
  const peaks = new Map<ScenarioName, PerEngine<number>>();
  for (const scenario of SCENARIO_NAMES.filter((name) => scenarios.includes(name))) {
    const perEngine = new Map<EngineName, number>();
    for (const name of ENGINE_NAMES.filter((engine) => roundsOf(plan, scenario, engine) > 0)) {
      const handle = await EngineHandle.start(name, pictureFile, env);
      perEngine.set(name, await handle.peakMb(scenario, scenario === 'rows10000' ? 1 : 3));
      await handle.close();
    }
    peaks.set(scenario, perEngine);
  }
  return peaks;
}

/** As many rows in one visit as in the other. */
const GROWTH_VISITS = [
  { scenario: 'rows1000', orders: 20 },
  { scenario: 'rows10000', orders: 2 },
] as const;

/**
 * 1000 and 10,000 rows in turn in a new process, after a visit to each that does not count: a process that was idle for the minutes of a slower
 * engine would begin the long paper cold and the short ones warm. docx-templates is left out, as it takes minutes.
 */
async function growthOf({ plan, pictureFile, env, scenarios }: BenchOptions): Promise<Measured['growth']> {
  const growth = new Map<EngineName, number>();
  if (!GROWTH_VISITS.every(({ scenario }) => scenarios.includes(scenario))) return growth;
  for (const name of ENGINE_NAMES.filter((engine) => engine !== 'docx-templates')) {
    const handle = await EngineHandle.start(name, pictureFile, env);
    const [short, long]: [number[], number[]] = [[], []];
    for (let round = 0; round <= plan.growthRounds; round += 1) {
      for (const [index, visit] of GROWTH_VISITS.entries()) {
        const ms = await handle.measure({ ...visit, visitMs: 0 });
        if (round > 0) (index === 0 ? short : long).push(ms);
      }
    }
    await handle.close();
    growth.set(name, median(long) / median(short));
  }
  return growth;
}
