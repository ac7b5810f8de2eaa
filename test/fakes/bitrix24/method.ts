import { textOf, type Fields } from '../http/values.ts';
import type { Portal } from './portal.ts';

/** What a method answers: `total` and `next` stand beside `result`. */
export type Outcome = { readonly result: unknown; readonly total?: number; readonly next?: number };

/** What a call costs the server: a page of rows, counting them as well, one record, a write, nothing. */
export type Cost = 'page' | 'countedPage' | 'get' | 'write' | 'free';

export type Method = {
  /** Null: any webhook may. */
  readonly scope: string | null;
  readonly cost: (params: Fields) => Cost;
  /** Uploads and downloads may not stand in a batch. */
  readonly isBatchable: boolean;
  readonly run: (portal: Portal, params: Fields) => Outcome;
};

export type MethodTable = Readonly<Record<string, Method>>;

type Run = Method['run'];

const isCounted = (params: Fields): boolean => textOf(params['start']) !== '-1';

/** A list of fifty; `start: -1` spares the counting. */
export const listMethod = (scope: string | null, run: Run): Method => ({
  scope,
  cost: (params) => (isCounted(params) ? 'countedPage' : 'page'),
  isBatchable: true,
  run,
});
export const readMethod = (scope: string | null, run: Run): Method => ({
  scope,
  cost: () => 'get',
  isBatchable: true,
  run,
});
export const writeMethod = (scope: string | null, run: Run): Method => ({
  scope,
  cost: () => 'write',
  isBatchable: true,
  run,
});
export const freeMethod = (run: Run): Method => ({ scope: null, cost: () => 'free', isBatchable: true, run });
export const fileMethod = (scope: string, run: Run): Method => ({
  scope,
  cost: () => 'write',
  isBatchable: false,
  run,
});

export const PAGE_SIZE = 50;
