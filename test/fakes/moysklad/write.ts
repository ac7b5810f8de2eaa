import { ACCOUNT_ID, uuid, uuidIndex } from './ids.ts';
import { typeNamed, type Account } from './account.ts';
import { diffOf, noteAudit } from './audit.ts';
import { isFields, type Fields } from '../http/values.ts';
import { ENTITY_TYPES, type EntityType, type Kind } from './entity-types.ts';
import { readMoscow } from './filter.ts';
import { addPartsOf } from './parts.ts';
import { keptPositions } from './positions.ts';
import { idIn, isRef, refOfHref, refTo } from './refs.ts';
import { attributesOf, statesOf } from './states.ts';
import { emptyField, noSuchEntity, StoreError, wrongType } from './store-error.ts';

/** Who writes: the owner of the token, or a colleague in the browser. */
export type Author = { readonly employee: string; readonly uid: string; readonly source: 'app' | 'jsonapi' };

const READ_ONLY = [
  'id',
  'accountId',
  'updated',
  'created',
  'deleted',
  'payedSum',
  'shippedSum',
  'invoicedSum',
  'reservedSum',
  'invoicesOut',
  'demands',
  'payments',
  'purchaseOrders',
];

const keptValue = (account: Account, name: string, kind: Kind, value: unknown): unknown => {
  if (value === null || value === '') return undefined;
  if (kind === 'moment' || kind === 'minute') {
    const ms = typeof value === 'string' ? readMoscow(value) : null;
    if (ms === null) throw wrongType(name, 'дата');
    // Moments that people write know no seconds.
    return kind === 'minute' ? Math.floor(ms / 60_000) * 60_000 : ms;
  }
  if (kind === 'number') return typeof value === 'number' ? value : fail(wrongType(name, 'число'));
  if (kind === 'flag') return typeof value === 'boolean' ? value : fail(wrongType(name, 'логическое значение'));
  if (kind === 'text') return typeof value === 'string' ? value : fail(wrongType(name, 'строка'));
  return kind === 'ref' ? keptRef(account, name, value) : value;
};

const fail = (error: StoreError): never => {
  throw error;
};

const keptRef = (account: Account, name: string, value: unknown): unknown => {
  if (Array.isArray(value)) return value.map((one: unknown) => keptRef(account, name, one));
  if (isRef(value)) return value;
  const meta = isFields(value) ? value['meta'] : undefined;
  if (!isFields(meta))
    throw new StoreError(412, 2014, `Ошибка формата: отсутствует meta для поля '${name}'`, { parameter: name });
  if (typeof meta['href'] !== 'string')
    throw new StoreError(412, 2010, `Ошибка формата: отсутствует href для meta поля '${name}'`, { parameter: name });
  const ref = refOfHref(meta['href']);
  if (ref === null)
    throw new StoreError(412, 2013, `Ошибка формата: неправильное значение href для meta поля '${name}'`, {
      parameter: name,
    });
  const isThere =
    ref.ref === 'state'
      ? statesOf(ref.owner?.type ?? '').some(({ id }) => id === ref.id)
      : ref.owner !== undefined || !ENTITY_TYPES.has(ref.ref) || account.entities(ref.ref).get(ref.id) !== null;
  if (!isThere) throw noSuchEntity(ref.ref, ref.id);
  return ref;
};

/** What a client sent as the server keeps it; unknown fields are passed over. */
const keptFields = (account: Account, type: EntityType, sent: Fields): Fields =>
  Object.fromEntries(
    Object.entries(sent).flatMap(([name, value]): [string, unknown][] => {
      const kind = type.fields.get(name);
      if (kind === undefined || READ_ONLY.includes(name)) return [];
      if (name === 'attributes') return [[name, Array.isArray(value) ? value : []]];
      if (name === 'operations') return operationFields(account, value);
      if (kind === 'number' && name === 'sum' && type.position !== null) return [];
      return [[name, keptValue(account, name, kind, value)]];
    }),
  );

/** Links of a payment: to what, and how much of it. */
const operationFields = (account: Account, value: unknown): [string, unknown][] => {
  const rows: readonly unknown[] = Array.isArray(value) ? value : [];
  const refs = rows.map((row) => keptRef(account, 'operations', row)).filter(isRef);
  const sums = rows.flatMap((row, place): [string, unknown][] => {
    const ref = refs[place];
    return isFields(row) && typeof row['linkedSum'] === 'number' && ref !== undefined
      ? [[ref.id, row['linkedSum']]]
      : [];
  });
  return [
    ['operations', refs],
    ['linkedSums', Object.fromEntries(sums)],
  ];
};

/** Values of the customer's fields: those sent replace their namesakes, the rest stays; null empties one. */
const mergedAttributes = (account: Account, type: string, before: unknown, sent: unknown): unknown => {
  const known: readonly unknown[] = Array.isArray(before) ? before : [];
  const given: readonly unknown[] = Array.isArray(sent) ? sent : [];
  const changed = new Map<string, unknown>(known.flatMap((row) => (isFields(row) ? [[String(row['id']), row]] : [])));
  for (const row of given) {
    if (!isFields(row)) continue;
    const id = idIn(row);
    const attribute = attributesOf(type).find((one) => one.id === id);
    if (attribute === undefined) throw noSuchEntity('attributemetadata', id);
    if (row['value'] === null) changed.delete(attribute.id);
    else
      changed.set(attribute.id, {
        meta: attributeMeta(account, type, attribute.id),
        ...attribute,
        value: row['value'],
      });
  }
  return changed.size === 0 ? undefined : [...changed.values()];
};

export const attributeMeta = (account: Account, type: string, id: string): Fields => ({
  href: `${account.base()}/entity/${type}/metadata/attributes/${id}`,
  type: 'attributemetadata',
  mediaType: 'application/json',
});

const findBySyncId = (account: Account, type: string, syncId: unknown): Fields | undefined =>
  [...account.entities(type).touched().values()].find((entity) => entity['syncId'] === syncId);

const isNameTaken = (account: Account, type: string, name: unknown, ownId: string): boolean => {
  const table = account.entities(type);
  for (const entity of table.touched().values()) if (entity['name'] === name && entity['id'] !== ownId) return true;
  const base = /^\d{5,}$/u.test(String(name)) ? uuid(type, Number(name) - 1) : null;
  return base !== null && base !== ownId && table.get(base)?.['name'] === name;
};

const checkName = (account: Account, type: EntityType, fields: Fields, id: string): void => {
  if (!type.isDocument || fields['name'] === undefined || !isNameTaken(account, type.name, fields['name'], id)) return;
  throw new StoreError(412, 3006, "Ошибка сохранения объекта: нарушено ограничение уникальности параметра 'name'", {
    parameter: 'name',
    line: 1,
    column: 2,
  });
};

/** Another editor was quicker: once, and only when a test asked for it. */
const race = (account: Account, type: string): void => {
  if (account.settings.raceOn !== type) return;
  account.settings.raceOn = null;
  throw new StoreError(412, 1065, 'Ошибка сохранения объекта: объект уже изменен/удален в параллельном запросе');
};

/** Makes an entity, or gives the earlier one with the same `syncId`. `isNew` tells which. */
export const createEntity = (
  account: Account,
  typeName: string,
  sent: Fields,
  author: Author,
): { entity: Fields; isNew: boolean } => {
  const type = typeNamed(typeName);
  race(account, typeName);
  if (type.hasSyncId && typeof sent['syncId'] === 'string') {
    const earlier = findBySyncId(account, typeName, sent['syncId']);
    if (earlier !== undefined) return { entity: earlier, isNew: false };
  }
  const fields = keptFields(account, type, sent);
  const missing = type.required.find((name) => fields[name] === undefined);
  if (missing !== undefined) throw emptyField(missing);
  const id = account.newId(typeName);
  checkName(account, type, fields, id);
  const now = account.now();
  const owner = refTo('employee', author.employee);
  const entity: Fields = {
    id,
    accountId: ACCOUNT_ID,
    owner,
    shared: false,
    group: refTo('group', uuid('group', 0)),
    created: now,
    ...bareOf(type, id, now),
    ...(typeName === 'task' ? { author: owner, done: false } : {}),
    ...fields,
    updated: now,
    attributes: mergedAttributes(account, typeName, undefined, sent['attributes']),
    ...(type.hasSyncId ? { syncId: fields['syncId'] } : { syncId: undefined }),
  };
  const positions = type.position === null ? null : keptPositions(account, typeName, id, sent['positions'] ?? []);
  account.entities(typeName).put(id, entity);
  if (positions !== null) account.setPositions(typeName, id, positions);
  addPartsOf(account, typeName, id, sent, author);
  noteAudit(account, {
    type: 'create',
    entityType: typeName,
    id,
    name: entity['name'],
    source: author.source,
    uid: author.uid,
  });
  return { entity, isNew: true };
};

const bareOf = (type: EntityType, id: string, now: number): Fields => {
  const index = uuidIndex(type.name, id);
  const code = `auto${id.slice(-12)}`;
  if (!type.isDocument) {
    return {
      externalCode: code,
      archived: false,
      ...(type.name === 'contract' ? { name: String(index + 1), moment: now, sum: 0, contractType: 'Sales' } : {}),
      ...(type.name === 'counterparty' ? { companyType: 'legal', tags: [] } : {}),
    };
  }
  return {
    name: String(index + 1).padStart(5, '0'),
    externalCode: code,
    moment: Math.floor(now / 60_000) * 60_000,
    applicable: true,
    printed: false,
    published: false,
    rate: { currency: refTo('currency', uuid('currency', 0)) },
    ...(type.position === null ? { sum: 0 } : { vatEnabled: true, vatIncluded: true }),
    ...(statesOf(type.name).length === 0
      ? {}
      : { state: refTo('state', statesOf(type.name)[0]?.id ?? '', { type: type.name }) }),
  };
};

/** Changes an entity: only the fields sent; positions sent replace the whole list. */
export const updateEntity = (account: Account, typeName: string, id: string, sent: Fields, author: Author): Fields => {
  const type = typeNamed(typeName);
  const table = account.entities(typeName);
  const before = table.get(id);
  if (before === null) throw noSuchEntity(typeName, id);
  race(account, typeName);
  if (sent['syncId'] !== undefined && sent['syncId'] !== before['syncId']) {
    throw new StoreError(412, 1047, 'Вы не можете обновить поле syncId в запросе на обновление сущности');
  }
  const fields = keptFields(account, type, sent);
  const emptied = type.required.find((name) => name in fields && fields[name] === undefined);
  if (emptied !== undefined) throw emptyField(emptied);
  checkName(account, type, fields, id);
  const positions =
    type.position === null || sent['positions'] === undefined
      ? null
      : keptPositions(account, typeName, id, sent['positions']);
  const entity: Fields = {
    ...before,
    ...fields,
    updated: account.now(),
    ...(sent['attributes'] === undefined
      ? {}
      : { attributes: mergedAttributes(account, typeName, before['attributes'], sent['attributes']) }),
    ...(typeName === 'task' && fields['done'] === true && before['done'] !== true
      ? { completed: account.now(), implementer: refTo('employee', author.employee) }
      : {}),
  };
  table.put(id, entity);
  if (positions !== null) account.setPositions(typeName, id, positions);
  addPartsOf(account, typeName, id, sent, author);
  noteAudit(account, {
    type: 'update',
    entityType: typeName,
    id,
    name: entity['name'],
    source: author.source,
    uid: author.uid,
    diff: diffOf(account, before, entity),
  });
  return entity;
};

/** Removes for good, or into the trash; what others point at stays. */
export const removeEntity = (
  account: Account,
  typeName: string,
  id: string,
  author: Author,
  toTrash: boolean,
): void => {
  const type = typeNamed(typeName);
  const table = account.entities(typeName);
  const entity = table.get(id);
  if (entity === null) throw noSuchEntity(typeName, id);
  if (toTrash && !type.isDocument)
    throw new StoreError(412, 1066, 'Ошибка удаления объекта: объект нельзя переместить в корзину');
  if (toTrash && !account.settings.hasRecycleBin)
    throw new StoreError(412, 1067, 'Ошибка удаления объекта: использование корзины отключено');
  if (typeName === 'counterparty') refuseUsed(account, id);
  if (toTrash) table.put(id, { ...entity, deleted: account.now(), updated: account.now() });
  else table.remove(id);
  noteAudit(account, {
    type: toTrash ? 'moveToRecycleBin' : 'delete',
    entityType: typeName,
    id,
    name: entity['name'],
    source: author.source,
    uid: author.uid,
  });
};

const refuseUsed = (account: Account, id: string): void => {
  const orders = account.entities('customerorder');
  for (const order of orders.ids()) {
    const agent = orders.reader(order)('agent');
    if (!isRef(agent) || agent.id !== id) continue;
    throw new StoreError(409, 1028, 'Объект уже используется и не может быть удален', {
      dependencies: [
        {
          href: `${account.base()}/entity/customerorder/${order}`,
          type: 'customerorder',
          mediaType: 'application/json',
        },
      ],
    });
  }
};
