import { plainText } from '#shared/domain/crm/plain-text.ts';
import type { CrmEntity } from '#shared/domain/crm/row.ts';
import type { JsonObject } from '#shared/domain/crm/json.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { CallFailure } from '../call-failure.ts';
import type { Dictionaries, Employee, Pipeline, RemoteField, Stage } from '../capabilities.ts';
import type { Bitrix } from './bitrix.ts';
import { COMPANY, DEAL, entityOfType, INVOICE } from './entities.ts';
import { textOfValue, type FieldKind } from './field-kinds.ts';
import { chunks, readLists, type ListAsked } from './lists.ts';
import { employeeName, outcomeOf, STAGES, stageList, USERS } from './names.ts';
import { flag, mapOf, rowsIn, text } from './wire.ts';

/** Funnels with their stages, employees, smart processes and our companies. What an employee may not see is simply not there. */
export const dictionaries = async (bitrix: Bitrix, signal: AbortSignal): Promise<Result<Dictionaries, CallFailure>> => {
  const orderType = Number(bitrix.mapping.orderType);
  const types = [...new Set([orderType, DEAL, INVOICE, ...bitrix.mapping.processes.map(Number)])];
  const lists: Record<string, ListAsked> = {
    statuses: STAGES,
    users: USERS,
    types: { method: 'crm.type.list', params: {}, rows: 'types' },
    ours: {
      method: 'crm.item.list',
      params: { entityTypeId: COMPANY, filter: { isMyCompany: 'Y' }, select: ['id', 'title'] },
      rows: 'items',
    },
  };
  for (const type of types)
    lists[`funnels${type}`] = { method: 'crm.category.list', params: { entityTypeId: type }, rows: 'categories' };
  const answer = await readLists(bitrix.portal, lists, signal);
  if (!answer.ok) return answer;
  const rows = (key: string): readonly JsonObject[] => {
    const list = answer.value[key];
    return list?.ok ? list.value : [];
  };
  const companies = rows('ours').map((each) => ({
    id: text.parse(each['id']),
    title: plainText(text.parse(each['title'])),
  }));
  const inns = await innsOf(
    bitrix,
    companies.map(({ id }) => id),
    signal,
  );
  if (!inns.ok) return inns;
  const days = await workingDays(bitrix, rows('users'), signal);
  const pipelines = types.flatMap((type) => pipelinesOf(type, rows(`funnels${type}`), rows('statuses'), bitrix));
  return ok({
    pipelines: [...pipelines, leadPipeline(rows('statuses'))],
    employees: rows('users').map((each) => employeeOf(each, days)),
    processes: rows('types').map((each) => ({
      type: text.parse(each['entityTypeId']),
      title: plainText(text.parse(each['title'])),
    })),
    organisations: companies.map((each) => ({ ...each, inn: inns.value.get(each.id) ?? '' })),
  });
};

const stagesOf = (statuses: readonly JsonObject[], list: string): readonly Stage[] =>
  statuses
    .filter((each) => text.parse(each['ENTITY_ID']) === list)
    .sort((a, b) => Number(text.parse(a['SORT'])) - Number(text.parse(b['SORT'])))
    .map((each) => ({
      id: text.parse(each['STATUS_ID']),
      title: plainText(text.parse(each['NAME'])),
      outcome: outcomeOf(each),
    }));

const pipelinesOf = (
  entityTypeId: number,
  funnels: readonly JsonObject[],
  statuses: readonly JsonObject[],
  { mapping }: Bitrix,
): readonly Pipeline[] => {
  const entity: CrmEntity = entityOfType(entityTypeId, mapping);
  return funnels.map((each) => {
    const id = text.parse(each['id']);
    return {
      entity,
      id,
      title: plainText(text.parse(each['name'])),
      stages: stagesOf(statuses, stageList(entityTypeId, id)),
    };
  });
};

const leadPipeline = (statuses: readonly JsonObject[]): Pipeline => ({
  entity: 'lead',
  id: '',
  title: 'Лиды',
  stages: stagesOf(statuses, 'STATUS'),
});

const employeeOf = (raw: JsonObject, days: ReadonlyMap<string, Employee['workingDay']>): Employee => {
  const id = text.parse(raw['ID']);
  return { id, name: employeeName(raw), isActive: flag.parse(raw['ACTIVE']), workingDay: days.get(id) ?? null };
};

const innsOf = async (
  bitrix: Bitrix,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<Result<ReadonlyMap<string, string>, CallFailure>> => {
  if (ids.length === 0) return ok(new Map());
  const filter = { ENTITY_TYPE_ID: COMPANY, '@ENTITY_ID': ids };
  const list = { method: 'crm.requisite.list', params: { filter, select: ['ID', 'ENTITY_ID', 'RQ_INN'] }, rows: null };
  const answer = await readLists(bitrix.portal, { list }, signal);
  if (!answer.ok) return answer;
  const rows = answer.value.list.ok ? answer.value.list.value : [];
  return ok(new Map(rows.map((each) => [text.parse(each['ENTITY_ID']), text.parse(each['RQ_INN'])])));
};

const DAYS: Readonly<Record<string, Employee['workingDay']>> = {
  OPENED: 'open',
  PAUSED: 'paused',
  CLOSED: 'closed',
  EXPIRED: 'open',
};
const MOST_EMPLOYEES = 100;

/** Whose working day has begun (`timeman.status`). Without the right, or on a refusal, nobody's is known and a head switches by hand. */
const workingDays = async (
  bitrix: Bitrix,
  users: readonly JsonObject[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Employee['workingDay']>> => {
  const ids = users.filter((each) => flag.parse(each['ACTIVE'])).map((each) => text.parse(each['ID']));
  const days = new Map<string, Employee['workingDay']>();
  for (const part of chunks(ids.slice(0, MOST_EMPLOYEES), 50)) {
    const commands = Object.fromEntries(
      part.map((id) => [`u${id}`, { method: 'timeman.status', params: { USER_ID: id } }]),
    );
    const answer = await bitrix.portal.batch(commands, false, signal);
    if (!answer.ok) break;
    for (const id of part) {
      const outcome = answer.value.get(`u${id}`);
      if (outcome?.ok) days.set(id, DAYS[text.parse(mapOf(outcome.value.result)['STATUS'])] ?? null);
    }
    if (days.size === 0) break;
  }
  return days;
};

const KINDS: Readonly<Record<string, RemoteField['type']>> = {
  string: 'text',
  text: 'text',
  address: 'text',
  url: 'text',
  double: 'number',
  integer: 'number',
  money: 'money',
  date: 'date',
  datetime: 'date',
  boolean: 'flag',
  char: 'flag',
  enumeration: 'list',
  crm_status: 'list',
  file: 'file',
  crm_company: 'link',
  crm_contact: 'link',
  crm_entity: 'link',
  crm: 'link',
  user: 'link',
};

const SAMPLES = 3;

/** Fields of one kind of items, each with values of the newest records: so a person sees which of three «Адрес» is the right one. */
export const describe = async (
  bitrix: Bitrix,
  entityTypeId: number,
  signal: AbortSignal,
): Promise<Result<readonly RemoteField[], CallFailure>> => {
  const kinds = await bitrix.fieldBook(entityTypeId, signal);
  if (!kinds.ok) return kinds;
  const newest = await bitrix.portal.call(
    {
      method: 'crm.item.list',
      params: { entityTypeId, order: { id: 'DESC' }, select: ['*'], start: -1 },
      writes: false,
    },
    signal,
  );
  if (!newest.ok) return newest;
  const items = rowsIn(newest.value.result, 'items');
  return ok([...kinds.value.values()].map((kind) => remoteField(kind, items)));
};

const remoteField = (kind: FieldKind, items: readonly JsonObject[]): RemoteField => ({
  name: kind.name,
  title: plainText(kind.title),
  type: KINDS[kind.type] ?? 'other',
  isReadOnly: kind.isReadOnly,
  isMultiple: kind.isMultiple,
  choices: kind.choices,
  samples: [...new Set(items.flatMap((item) => textOfValue(item[kind.name], kind) ?? []))].slice(0, SAMPLES),
});
