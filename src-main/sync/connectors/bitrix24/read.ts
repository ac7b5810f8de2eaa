import type { JsonObject } from '#shared/domain/crm/json.ts';
import type { CrmRef, CrmRow, CrmRowProblem } from '#shared/domain/crm/row.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { CallFailure } from '../call-failure.ts';
import type { ReadRows } from '../connector.ts';
import { activityRow } from './activity-row.ts';
import type { Bitrix } from './bitrix.ts';
import { enrich } from './enrich.ts';
import { itemOf } from './entities.ts';
import { itemRow } from './item-row.ts';
import { readLists, type ListAsked } from './lists.ts';
import type { Params } from './php-query.ts';
import type { Outcome } from './portal.ts';
import { TASK_SELECT, taskRow } from './task-row.ts';
import { mapOf, text } from './wire.ts';

/** Item answers as rows; poisoned ones apart. The kinds of fields are asked for once per type. */
export const rowsOfItems = async (
  bitrix: Bitrix,
  entityTypeId: number,
  items: readonly JsonObject[],
  isOurs: boolean,
  signal: AbortSignal,
): Promise<Result<{ rows: CrmRow[]; problems: CrmRowProblem[] }, CallFailure>> => {
  const kinds = await bitrix.fieldBook(entityTypeId, signal);
  if (!kinds.ok) return kinds;
  const names = await bitrix.nameBook(signal);
  if (!names.ok) return names;
  const context = {
    ...bitrix,
    entityTypeId,
    isOurs,
    kinds: kinds.value,
    names: names.value,
    origin: bitrix.portal.origin(),
  };
  return ok(sorted(items.map((each) => itemRow(each, context))));
};

/** Good rows and poisoned ones apart. */
export const sorted = (
  parsed: readonly Result<CrmRow, CrmRowProblem>[],
): { rows: CrmRow[]; problems: CrmRowProblem[] } => ({
  rows: parsed.flatMap((each) => (each.ok ? [each.value] : [])),
  problems: parsed.flatMap((each) => (each.ok ? [] : [each.error])),
});

/** Whole records by reference: three requests for up to fifty of them, whatever their kinds. */
export const readRefs = async (
  bitrix: Bitrix,
  refs: readonly CrmRef[],
  signal: AbortSignal,
): Promise<Result<ReadRows, CallFailure>> => {
  const byType = new Map<string, { typeId: number; isOurs: boolean; refs: CrmRef[] }>();
  for (const ref of refs) {
    const item = itemOf(ref, bitrix.mapping);
    if (item === null) continue;
    const isOurs = ref.entity === 'organisation';
    const key = `t${item.entityTypeId}${isOurs ? 'o' : ''}`;
    const group = byType.get(key) ?? { typeId: item.entityTypeId, isOurs, refs: [] };
    group.refs.push(ref);
    byType.set(key, group);
  }
  const ids = (entity: CrmRef['entity']): string[] => refs.filter((ref) => ref.entity === entity).map(({ id }) => id);
  const lists: Record<string, ListAsked> = {};
  for (const [key, { typeId, refs: own }] of byType)
    lists[key] = {
      method: 'crm.item.list',
      params: {
        entityTypeId: typeId,
        filter: { '@id': own.map((ref) => itemOf(ref, bitrix.mapping)?.id ?? 0) },
        // Everything, phones and letters of contacts included.
        select: ['*'],
      },
      rows: 'items',
    };
  if (ids('task').length > 0)
    lists['tasks'] = {
      method: 'tasks.task.list',
      params: { filter: { ID: ids('task') }, select: TASK_SELECT },
      rows: 'tasks',
    };
  if (ids('message').length > 0)
    lists['activities'] = { method: 'crm.activity.list', params: { filter: { ID: ids('message') } }, rows: null };
  const answer = await readLists(bitrix.portal, lists, signal);
  if (!answer.ok) return answer;

  const rows: CrmRow[] = [];
  const problems: CrmRowProblem[] = [];
  for (const [key, list] of Object.entries(answer.value)) {
    if (!list.ok) return err(list.error);
    const group = byType.get(key);
    const context = { ...bitrix, origin: bitrix.portal.origin() };
    const parsed =
      group !== undefined
        ? await rowsOfItems(bitrix, group.typeId, list.value, group.isOurs, signal)
        : ok(sorted(list.value.map((each) => (key === 'tasks' ? taskRow(each, context) : activityRow(each, context)))));
    if (!parsed.ok) return parsed;
    rows.push(...parsed.value.rows);
    problems.push(...parsed.value.problems);
  }
  const full = await enrich(bitrix, rows, signal);
  if (!full.ok) return full;
  const seen = new Set([...rows, ...problems.map(({ ref }) => ref)].map(({ entity, id }) => `${entity} ${id}`));
  const missing = refs.filter(({ entity, id }) => !seen.has(`${entity} ${id}`));
  const absent = await askWhy(bitrix, missing, signal);
  if (!absent.ok) return absent;
  return ok({ rows: full.value.rows, problems: [...problems, ...full.value.problems], ...absent.value });
};

/** Absent from a list: deleted, or no longer ours to see? Only a question about the very record tells (crm.md §1.7). */
const askWhy = async (
  bitrix: Bitrix,
  refs: readonly CrmRef[],
  signal: AbortSignal,
): Promise<Result<Pick<ReadRows, 'gone' | 'forbidden'>, CallFailure>> => {
  if (refs.length === 0) return ok({ gone: [], forbidden: [] });
  const commands = Object.fromEntries(refs.map((ref, index) => [`a${index}`, getCommand(bitrix, ref)]));
  const answer = await bitrix.portal.batch(commands, false, signal);
  if (!answer.ok) return answer;
  const verdicts = refs.map((ref, index) => ({ ref, verdict: verdictOf(answer.value.get(`a${index}`)) }));
  const later = verdicts.find(({ verdict }) => typeof verdict === 'object');
  if (later !== undefined && typeof later.verdict === 'object') return err(later.verdict);
  return ok({
    gone: verdicts.flatMap(({ ref, verdict }) => (verdict === 'gone' ? [ref] : [])),
    forbidden: verdicts.flatMap(({ ref, verdict }) => (verdict === 'forbidden' ? [ref] : [])),
  });
};

const getCommand = (bitrix: Bitrix, ref: CrmRef): { readonly method: string; readonly params: Params } => {
  const item = itemOf(ref, bitrix.mapping);
  if (item !== null) return { method: 'crm.item.get', params: { entityTypeId: item.entityTypeId, id: item.id } };
  return ref.entity === 'task'
    ? { method: 'tasks.task.get', params: { taskId: ref.id } }
    : { method: 'crm.activity.get', params: { id: ref.id } };
};

const verdictOf = (outcome: Outcome | undefined): 'gone' | 'forbidden' | 'here' | CallFailure => {
  if (outcome === undefined || outcome.ok) return 'here';
  if (outcome.error.state === 'gone') return 'gone';
  if (outcome.error.state === 'refused') return 'forbidden';
  return outcome.error;
};

/** One item as the portal has it now. */
export const readItem = async (
  bitrix: Bitrix,
  ref: CrmRef,
  signal: AbortSignal,
): Promise<Result<{ readonly row: CrmRow; readonly raw: JsonObject }, CallFailure>> => {
  const { method, params } = getCommand(bitrix, ref);
  const answer = await bitrix.portal.call({ method, params, writes: false }, signal);
  if (!answer.ok) return answer;
  const item = itemOf(ref, bitrix.mapping);
  const raw = mapOf(mapOf(answer.value.result)[item === null ? 'task' : 'item']);
  if (item === null) {
    const task = taskRow(raw, { ...bitrix, origin: bitrix.portal.origin() });
    return task.ok ? ok({ row: task.value, raw }) : err(strange(text.parse(raw['id'])));
  }
  const parsed = await rowsOfItems(bitrix, item.entityTypeId, [raw], ref.entity === 'organisation', signal);
  if (!parsed.ok) return parsed;
  const [row] = parsed.value.rows;
  return row === undefined ? err(strange(ref.id)) : ok({ row, raw });
};

const strange = (id: string): CallFailure => ({
  state: 'unsupported',
  code: 'STRANGE_RECORD',
  message: `Запись ${id} пришла из Битрикс24 в незнакомом виде и отложена.`,
});
