import type { EngineName } from './engine.ts';
import type { ScenarioName } from './scenarios.ts';

/** How often everything is measured. */
export interface Plan {
  readonly rounds: Readonly<Record<ScenarioName, number>>;
  /** Rounds of docx-templates at 10,000 rows: half a minute and 3 GB each. */
  readonly slowestRounds: number;
  /** The least time of one visit to an engine; a quick engine makes many papers in it. */
  readonly visitMs: number;
  readonly coldRounds: number;
  /** Rounds of 1000 and 10,000 rows in turn, in one process: how time grows with length. */
  readonly growthRounds: number;
  readonly batch: number;
  /** The same for docx-templates. */
  readonly slowBatch: number;
}

export const FULL: Plan = {
  rounds: { rows1: 21, rows10: 21, rows100: 11, rows1000: 5, rows10000: 3, contract: 15, pack: 15 },
  slowestRounds: 1,
  visitMs: 40,
  coldRounds: 11,
  growthRounds: 7,
  batch: 600,
  slowBatch: 600,
};

/** A few minutes become one: for a look while developing, not for a record. */
export const QUICK: Plan = {
  rounds: { rows1: 3, rows10: 3, rows100: 3, rows1000: 2, rows10000: 1, contract: 3, pack: 3 },
  slowestRounds: 0,
  visitMs: 20,
  coldRounds: 3,
  growthRounds: 3,
  batch: 100,
  slowBatch: 10,
};

/** Rounds of one engine in one scenario. */
export function roundsOf(plan: Plan, scenario: ScenarioName, engine: EngineName): number {
  return scenario === 'rows10000' && engine === 'docx-templates' ? plan.slowestRounds : plan.rounds[scenario];
}
