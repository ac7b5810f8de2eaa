import type { CrmRef } from '#shared/domain/crm/row.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { CallFailure } from '../call-failure.ts';
import type { Page, TimeWindow } from '../connector.ts';
import { activityRow } from './activity-row.ts';
import type { Bitrix } from './bitrix.ts';
import { CONTACT } from './entities.ts';
import type { Source } from './feeds.ts';
import type { Params } from './php-query.ts';
import { readRefs, sorted } from './read.ts';
import { filterWindow } from './stamps.ts';
import { TASK_SELECT, taskRow } from './task-row.ts';
import { rowsIn, text } from './wire.ts';

export type ListRequest = {
  /** Null: everything. */
  readonly window: TimeWindow | null;
  /** The last id of the page before. */
  readonly after: string | null;
  readonly isOpenOnly: boolean;
};

type OtherSource = Exclude<Source, { kind: 'item' }>['kind'];

/** Older lists: upper-case names, text ids, each with a stamp of its own. */
const LISTS: Readonly<
  Record<OtherSource, { method: string; stamp: string; rows: string | null; select: readonly string[] }>
> = {
  task: { method: 'tasks.task.list', stamp: 'CHANGED_DATE', rows: 'tasks', select: TASK_SELECT },
  activity: { method: 'crm.activity.list', stamp: 'LAST_UPDATED', rows: null, select: ['*', 'COMMUNICATIONS'] },
  requisite: {
    method: 'crm.requisite.list',
    stamp: 'DATE_MODIFY',
    rows: null,
    select: ['ID', 'ENTITY_TYPE_ID', 'ENTITY_ID'],
  },
  bankDetail: {
    method: 'crm.requisite.bankdetail.list',
    stamp: 'DATE_MODIFY',
    rows: null,
    select: ['ID', 'ENTITY_ID'],
  },
};

const PAGE = 50;

/** One page by ascending id inside a window. Changes of requisites come back as their owners, whole. */
export const listPage = async (
  bitrix: Bitrix,
  { kind }: { readonly kind: OtherSource },
  { window, after, isOpenOnly }: ListRequest,
  signal: AbortSignal,
): Promise<Result<Page, CallFailure>> => {
  const list = LISTS[kind];
  const filter: Record<string, string> = { '>ID': after ?? '0' };
  if (window !== null) {
    const bounds = filterWindow(window, bitrix.calibration, bitrix.portal.serverOffset());
    filter[`>=${list.stamp}`] = bounds.from;
    filter[`<${list.stamp}`] = bounds.to;
  }
  if (isOpenOnly && kind === 'task') filter['<REAL_STATUS'] = '5';
  // `start: -1` saves the count where the method knows it; where it does not, it is the first page all the same.
  const params: Params = { filter, order: { ID: 'ASC' }, select: list.select, start: -1 };
  const answer = await bitrix.portal.call({ method: list.method, params, writes: false }, signal);
  if (!answer.ok) return answer;
  const items = rowsIn(answer.value.result, list.rows);
  const last = text.parse(items.at(-1)?.['id'] ?? items.at(-1)?.['ID']);
  const next = items.length < PAGE ? null : last;
  const context = { ...bitrix, origin: bitrix.portal.origin() };
  if (kind === 'task' || kind === 'activity') {
    const parsed = sorted(items.map((each) => (kind === 'task' ? taskRow(each, context) : activityRow(each, context))));
    return ok({ ...parsed, next, pages: 1 });
  }
  const owners = kind === 'requisite' ? ok(ownersOf(items)) : await ownersOfBanks(bitrix, items, signal);
  if (!owners.ok) return owners;
  if (owners.value.length === 0) return ok({ rows: [], problems: [], next, pages: 1 });
  const read = await readRefs(bitrix, owners.value, signal);
  return read.ok ? ok({ rows: read.value.rows, problems: read.value.problems, next, pages: 1 }) : read;
};

const ownersOf = (requisites: readonly Params[]): readonly CrmRef[] => {
  const seen = new Map<string, CrmRef>();
  for (const each of requisites) {
    const entity = text.parse(each['ENTITY_TYPE_ID']) === String(CONTACT) ? 'contact' : 'party';
    const id = text.parse(each['ENTITY_ID']);
    if (id !== '') seen.set(`${entity} ${id}`, { entity, id });
  }
  return [...seen.values()];
};

const ownersOfBanks = async (
  bitrix: Bitrix,
  details: readonly Params[],
  signal: AbortSignal,
): Promise<Result<readonly CrmRef[], CallFailure>> => {
  const ids = [...new Set(details.map((each) => text.parse(each['ENTITY_ID'])))].filter((id) => id !== '');
  if (ids.length === 0) return ok([]);
  const { method, select, rows } = LISTS.requisite;
  const params: Params = { filter: { '@ID': ids }, order: { ID: 'ASC' }, select };
  const answer = await bitrix.portal.call({ method, params, writes: false }, signal);
  return answer.ok ? ok(ownersOf(rowsIn(answer.value.result, rows))) : answer;
};
