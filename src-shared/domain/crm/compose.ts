import type { CrmRef, CrmRow, CrmRowProblem } from './row.ts';

/** Reads shadow rows; null: not here yet. */
export type CrmLookup = (ref: CrmRef) => CrmRow | null;

/**
 * A record as an entry of `orders import` or `parties import` (raw: the import's own schema has the last word).
 * `needs`: rows that must be read first (`Connector.read`), then ask again.
 */
export type Composed =
  | { readonly state: 'ready'; readonly entry: Readonly<Record<string, unknown>> }
  | { readonly state: 'needs'; readonly refs: readonly CrmRef[] }
  | { readonly state: 'problem'; readonly problems: readonly CrmRowProblem[] };
