import type { ScenarioName } from './scenarios.ts';

/** What the parent asks an engine's process for. */
export type Ask =
  /** The median time over a visit of about that length, of at least `orders` orders (one when not said). */
  | {
      readonly kind: 'measure';
      readonly scenario: ScenarioName;
      readonly visitMs: number;
      readonly orders?: number;
    }
  /** The papers of the scenario's first order, to look into. */
  | { readonly kind: 'documents'; readonly scenario: ScenarioName }
  | { readonly kind: 'batch'; readonly count: number }
  /** The most memory the process has ever held, after that many orders. */
  | { readonly kind: 'peak'; readonly scenario: ScenarioName; readonly times: number };

export type Answer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'measured'; readonly ms: number }
  | { readonly kind: 'documents'; readonly documents: readonly string[] }
  | { readonly kind: 'batch'; readonly ms: number; readonly writeMs: number; readonly bytes: number }
  | { readonly kind: 'peak'; readonly mb: number }
  | { readonly kind: 'failed'; readonly reason: string };
