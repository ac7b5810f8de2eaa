import type { CrmRef, CrmRow } from '#shared/domain/crm/row.ts';
import type { LookUp, PushOutcome } from './connector.ts';
import { forRead, type CallFailure } from './call-failure.ts';

export type Done = Extract<PushOutcome, { state: 'done' }>;

export const done = (ref: CrmRef | null, row: CrmRow | null = null, more: Partial<Done> = {}): Done => ({
  state: 'done',
  ref,
  row,
  overwritten: {},
  ignored: [],
  answer: null,
  ...more,
});

/** A failure of a question before anything was written: nothing is unclear. */
export const notSent = (failure: CallFailure): PushOutcome =>
  failure.state === 'unknown' ? forRead(failure) : failure;

export const found = (ref: CrmRef | null, row: CrmRow | null = null): LookUp => ({ state: 'found', ref, row });
export const ABSENT: LookUp = { state: 'absent' };
