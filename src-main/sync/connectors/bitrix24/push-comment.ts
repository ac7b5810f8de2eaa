import { plainComment } from '#shared/domain/crm/plain-text.ts';
import type { CrmRef } from '#shared/domain/crm/row.ts';
import type { Result } from '#shared/kernel/result.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type { Attempt, LookUp, PushOutcome } from '../connector.ts';
import { forRead, type CallFailure } from '../call-failure.ts';
import type { Bitrix } from './bitrix.ts';
import { itemOf, timelineType } from './entities.ts';
import { ABSENT, done, found, notSent } from '../push-outcome.ts';
import { rowsIn, text } from './wire.ts';

const TOLERANCE_MS = 5 * 60_000;

/** A comment in the timeline of a record. */
export const addComment = async (
  bitrix: Bitrix,
  ref: CrmRef,
  comment: string,
  signal: AbortSignal,
): Promise<PushOutcome> => {
  const item = itemOf(ref, bitrix.mapping);
  if (item === null)
    return { state: 'unsupported', code: 'NO_TIMELINE', message: 'У этой записи нет ленты в Битрикс24.' };
  const fields = { ENTITY_ID: item.id, ENTITY_TYPE: timelineType(item.entityTypeId), COMMENT: comment };
  const answer = await bitrix.portal.call(
    { method: 'crm.timeline.comment.add', params: { fields }, writes: true },
    signal,
  );
  return answer.ok ? done({ entity: 'note', id: text.parse(answer.value.result) }) : answer.error;
};

/** Comments keep no key: the same text, written since the attempt, is ours (crm.md §1.11). */
export const findComment = async (
  bitrix: Bitrix,
  ref: CrmRef,
  comment: string,
  since: number,
  signal: AbortSignal,
): Promise<Result<CrmRef | null, CallFailure>> => {
  const item = itemOf(ref, bitrix.mapping);
  if (item === null) return ok(null);
  const params = {
    filter: { ENTITY_ID: item.id, ENTITY_TYPE: timelineType(item.entityTypeId) },
    order: { ID: 'DESC' },
    select: ['ID', 'COMMENT', 'CREATED', 'AUTHOR_ID'],
  };
  const answer = await bitrix.portal.call({ method: 'crm.timeline.comment.list', params, writes: false }, signal);
  if (!answer.ok) return err(answer.error);
  const same = rowsIn(answer.value.result, null).find(
    (each) =>
      plainComment(text.parse(each['COMMENT'])) === plainComment(comment) &&
      Date.parse(text.parse(each['CREATED'])) >= since,
  );
  return ok(same === undefined ? null : { entity: 'note', id: text.parse(same['ID']) });
};

export const lookUpComment = async (
  bitrix: Bitrix,
  ref: CrmRef,
  comment: string,
  attempt: Attempt,
  signal: AbortSignal,
): Promise<LookUp> => {
  const shift = Math.abs(bitrix.calibration.skewMinutes) * 60_000;
  const answer = await findComment(bitrix, ref, comment, Date.parse(attempt.startedAt) - TOLERANCE_MS - shift, signal);
  if (!answer.ok) return forRead(answer.error);
  return answer.value === null ? ABSENT : found(answer.value);
};

/** The same comment once for ever: links to files. */
export const ensureComment = async (
  bitrix: Bitrix,
  ref: CrmRef,
  comment: string,
  signal: AbortSignal,
): Promise<PushOutcome> => {
  const known = await findComment(bitrix, ref, comment, 0, signal);
  if (!known.ok) return notSent(known.error);
  return known.value === null ? addComment(bitrix, ref, comment, signal) : done(known.value);
};
