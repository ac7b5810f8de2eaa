import { isJsonObject } from '#shared/domain/crm/json.ts';
import type { CrmEntity } from '#shared/domain/crm/row.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { instantOf, type CallFailure } from '../call-failure.ts';
import type { Capabilities, Dictionaries, Pipeline, RemoteField } from '../capabilities.ts';
import type { Calibration } from '../connector.ts';
import { attributeText } from './attributes.ts';
import { filterText, query } from './filter.ts';
import type { Sklad } from './sklad.ts';
import { rowsIn, text, TYPES } from './wire.ts';

/** Whose token it is and what he may. A right that is missing shows as a refused list. */
export const probe = async (sklad: Sklad, signal: AbortSignal): Promise<Result<Capabilities, CallFailure>> => {
  const employee = await sklad.service.request({ method: 'GET', path: 'context/employee' }, signal);
  if (!employee.ok) return employee;
  const missing: string[] = [];
  for (const [type, title] of SECTIONS) {
    const list = await sklad.service.request({ method: 'GET', path: `entity/${type}?limit=1` }, signal);
    if (!list.ok && list.error.state !== 'unsupported' && list.error.state !== 'gone') return list;
    if (!list.ok) missing.push(title);
  }
  const who = isJsonObject(employee.value) ? employee.value : {};
  const can = (title: string): boolean => !missing.includes(title);
  return ok({
    portal: 'МойСклад',
    address: sklad.service.address,
    employee: {
      id: text.parse(who['id']),
      name: text.parse(who['name']) || text.parse(who['fullName']),
      isAdmin: isAdmin(who),
    },
    missing,
    can: {
      orders: can(ORDERS),
      requisites: can(PARTIES),
      tasks: can(TASKS),
      files: can(ORDERS),
      smartProcesses: false,
      invoices: can(INVOICES),
      comments: can(ORDERS),
      messages: false,
      workingDay: false,
      paymentLinks: false,
    },
  });
};

const ORDERS = 'раздел «Заказы покупателей»';
const PARTIES = 'раздел «Контрагенты»';
const TASKS = 'раздел «Задачи»';
const INVOICES = 'раздел «Счета покупателям»';
const SECTIONS = [
  ['customerorder', ORDERS],
  ['counterparty', PARTIES],
  ['task', TASKS],
  ['invoiceout', INVOICES],
] as const;

const isAdmin = (who: Readonly<Record<string, unknown>>): boolean => {
  const { permissions } = who;
  return typeof permissions === 'object' && permissions !== null && 'admin' in permissions;
};

/** МойСклад always speaks Moscow time; only its clock may differ from ours. */
export const calibrate = async (sklad: Sklad, signal: AbortSignal): Promise<Result<Calibration, CallFailure>> => {
  const answer = await sklad.service.request({ method: 'GET', path: 'context/employee' }, signal);
  if (!answer.ok) return answer;
  return ok({
    filterFormat: 'moscow',
    skewMinutes: 0,
    serverOffset: 180,
    userShiftMinutes: 0,
    doubtMinutes: 0,
    checkedAt: instantOf(sklad.pace.now()),
  });
};

const STATED: readonly CrmEntity[] = ['order', 'invoice', 'purchase', 'shipment', 'payment', 'party'];
const TITLES: Readonly<Partial<Record<CrmEntity, string>>> = {
  order: 'Заказы покупателей',
  invoice: 'Счета покупателям',
  purchase: 'Заказы поставщикам',
  shipment: 'Отгрузки',
  payment: 'Входящие платежи',
  party: 'Контрагенты',
};

export const dictionaries = async (sklad: Sklad, signal: AbortSignal): Promise<Result<Dictionaries, CallFailure>> => {
  const employees = await sklad.service.request({ method: 'GET', path: 'entity/employee?limit=1000' }, signal);
  if (!employees.ok && employees.error.state === 'later') return employees;
  const organisations = await sklad.service.request({ method: 'GET', path: 'entity/organization?limit=1000' }, signal);
  if (!organisations.ok) return organisations;
  const pipelines: Pipeline[] = [];
  for (const entity of STATED) {
    const metadata = await sklad.metadata(TYPES[entity] ?? '', signal);
    if (!metadata.ok && metadata.error.state === 'later') return err(metadata.error);
    if (!metadata.ok) continue;
    const stages = metadata.value.states.map(({ id, title, outcome }) => ({ id, title, outcome }));
    pipelines.push({ entity, id: '', title: TITLES[entity] ?? '', stages });
  }
  return ok({
    pipelines,
    employees: (employees.ok ? rowsIn(employees.value) : []).map((each) => ({
      id: text.parse(each['id']),
      name: text.parse(each['name']) || text.parse(each['fullName']),
      isActive: each['archived'] !== true,
      workingDay: null,
    })),
    processes: [],
    organisations: rowsIn(organisations.value).map((each) => ({
      id: text.parse(each['id']),
      title: text.parse(each['name']),
      inn: text.parse(each['inn']),
    })),
  });
};

const KINDS: Readonly<Record<string, RemoteField['type']>> = {
  string: 'text',
  text: 'text',
  link: 'text',
  long: 'number',
  double: 'number',
  boolean: 'flag',
  time: 'date',
  file: 'file',
  customentity: 'list',
};

const SAMPLES = 3;

/** Further fields of a type with values of the newest records; the usual fields need no mapping. */
export const describe = async (
  sklad: Sklad,
  entity: CrmEntity,
  signal: AbortSignal,
): Promise<Result<readonly RemoteField[], CallFailure>> => {
  const type = TYPES[entity];
  if (type === undefined || type === 'task') return ok([]);
  const metadata = await sklad.metadata(type, signal);
  if (!metadata.ok) return metadata;
  const path = `entity/${type}${query({ limit: 50, order: 'updated,desc', filter: filterText([]) })}`;
  const newest = await sklad.service.request({ method: 'GET', path }, signal);
  if (!newest.ok) return newest;
  const values = rowsIn(newest.value).flatMap((each) => rowsIn(each['attributes'] ?? null));
  return ok(
    metadata.value.attributes.map(({ id, name, type: kind }) => ({
      name: id,
      title: name,
      type: KINDS[kind] ?? 'link',
      isReadOnly: false,
      isMultiple: false,
      choices: [],
      samples: [...new Set(values.flatMap((each) => (each['id'] === id ? (attributeText(each) ?? []) : [])))].slice(
        0,
        SAMPLES,
      ),
    })),
  );
};
