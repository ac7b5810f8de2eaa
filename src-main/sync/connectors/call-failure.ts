import type { IsoInstant } from '#shared/kernel/date.ts';
import type { PushOutcome } from './connector.ts';
import type { CrmFailure, CrmRefusal } from './failure.ts';

/** A write whose answer was lost: it may have worked. */
export type Unclear = Extract<PushOutcome, { state: 'unknown' }>;

/** Everything that one call may end with beside an answer. */
export type CallFailure = CrmFailure | CrmRefusal | Unclear;

export const instantOf = (ms: number): IsoInstant => new Date(ms).toISOString() as IsoInstant;

/** A read is never unclear and a refusal of a read is about rights or our own mistake: the feature is off, nothing is parked. */
export const forRead = (failure: CallFailure): CrmFailure => {
  if (failure.state === 'refused') return { state: 'unsupported', code: failure.code, message: failure.message };
  if (failure.state !== 'unknown') return failure;
  return { state: 'later', why: 'busy', scope: 'portal', until: failure.checkAfter, message: failure.message };
};

/** The cloud cuts a call at 60 s, so that after 75 s a lost write either has happened or never will (crm.md §4.3). */
const SETTLED_AFTER_MS = 75_000;

/** Nothing was done: the same call again after `until`. */
export const later = (
  why: 'offline' | 'limit' | 'busy' | 'cancelled',
  scope: 'portal' | 'method',
  until: number,
  message: string,
): CrmFailure => ({ state: 'later', why, scope, until: instantOf(until), message });

/** A write whose answer was lost at this moment. */
export const unclearSince = (now: number): Unclear => ({
  state: 'unknown',
  checkAfter: instantOf(now + SETTLED_AFTER_MS),
  message: 'Связь оборвалась, когда изменение уже ушло. Программа проверит, дошло ли оно, прежде чем отправлять снова.',
});
