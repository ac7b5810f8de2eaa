import { linkOfOrder } from './base-requisites.ts';
import { gappedIndex, INVOICE_STEP } from './base-items.ts';
import { shownMoment } from './dates.ts';
import { COMPANY, CONTACT, DEAL, INVOICE } from './entities.ts';
import type { KindOf } from './filter.ts';
import { listMethod, readMethod, writeMethod, type MethodTable, type Outcome } from './method.ts';
import { pageOf, pageOutcome } from './page.ts';
import { addRecord, mayRead, recordsOf, type Portal, type Row } from './portal.ts';
import { oldError, RestError } from './rest-error.ts';
import { fieldsOf, idOf, listOf, paramOf, textOf, type Fields } from '../http/values.ts';

const NUMBERS = new Set([
  'ID',
  'ENTITY_TYPE_ID',
  'ENTITY_ID',
  'PRESET_ID',
  'COUNTRY_ID',
  'SORT',
  'TYPE_ID',
  'ANCHOR_TYPE_ID',
  'ANCHOR_ID',
  'LOC_ADDR_ID',
  'CREATED_BY_ID',
  'MODIFY_BY_ID',
]);

const kindOf: KindOf = (field) => {
  if (NUMBERS.has(field)) return 'number';
  if (field === 'DATE_MODIFY' || field === 'DATE_CREATE') return 'moment';
  return /^[A-Z][A-Z0-9_]*$/u.test(field) ? 'text' : null;
};

/** Old methods answer with strings, ids too. */
const shownOld = (portal: Portal, row: Row, select: readonly unknown[], hidden: readonly string[] = []): Fields => {
  const asked = select.map(textOf).filter((name) => name !== '*');
  const names = asked.length === 0 || select.includes('*') ? Object.keys(row) : asked;
  return Object.fromEntries(
    names
      .filter((name) => name in row && !hidden.includes(name))
      .map((name) => {
        const value = row[name];
        if (typeof value === 'number') {
          return [name, name.startsWith('DATE_') ? shownMoment(value, portal.settings) : String(value)];
        }
        return [name, value];
      }),
  );
};

const seesOwner = (portal: Portal, row: (field: string) => unknown): boolean => {
  const typeId = Number(row('ENTITY_TYPE_ID'));
  return (
    (typeId !== COMPANY && typeId !== CONTACT) || mayRead(portal, typeId, Number(row('ENTITY_ID')), () => undefined)
  );
};

const list = (table: string) =>
  listMethod('crm', (portal, params): Outcome => {
    const records = portal.records(table);
    const found = pageOf(records, params, kindOf, portal.settings, (_id, read) => seesOwner(portal, read), 'ID');
    const select = listOf(paramOf(params, 'select'));
    const result = found.ids.flatMap((id) => {
      const row = records.get(id);
      return row === null ? [] : [shownOld(portal, row, select, table === 'address' ? ['ID'] : [])];
    });
    return pageOutcome(result, found);
  });

/** `crm.requisite.*` and `crm.requisite.bankdetail.*` differ in the table and the word of the error. */
const recordMethods = (
  prefix: string,
  table: string,
  word: string,
  check: (portal: Portal, fields: Fields) => void,
): MethodTable => {
  const found = (portal: Portal, params: Fields): { id: number; row: Row } => {
    const id = idOf(paramOf(params, 'id'));
    const row = id === null ? null : portal.records(table).get(id);
    if (row === null || id === null)
      throw oldError(`The ${word} with ID '${textOf(paramOf(params, 'id'))}' is not found`);
    return { id, row };
  };
  return {
    [`${prefix}.list`]: list(table),
    [`${prefix}.get`]: readMethod('crm', (portal, params) => ({
      result: shownOld(portal, found(portal, params).row, []),
    })),
    [`${prefix}.add`]: writeMethod('crm', (portal, params) => {
      const fields = fieldsOf(paramOf(params, 'fields'));
      check(portal, fields);
      const now = portal.now();
      const result = addRecord(portal, table, {
        ...numbered(fields),
        ...authored(portal),
        DATE_CREATE: now,
        DATE_MODIFY: now,
      });
      return { result };
    }),
    [`${prefix}.update`]: writeMethod('crm', (portal, params) => {
      const { id, row } = found(portal, params);
      const fields = numbered(fieldsOf(paramOf(params, 'fields')));
      portal
        .records(table)
        .put(id, { ...row, ...fields, ID: id, DATE_MODIFY: portal.now(), MODIFY_BY_ID: portal.userId });
      return { result: true };
    }),
    [`${prefix}.delete`]: writeMethod('crm', (portal, params) => {
      portal.records(table).remove(found(portal, params).id);
      return { result: true };
    }),
  };
};

const numbered = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, NUMBERS.has(name) ? (idOf(value) ?? value) : value]),
  );

const authored = (portal: Portal): Fields => ({
  CREATED_BY_ID: portal.userId,
  MODIFY_BY_ID: portal.userId,
  ACTIVE: 'Y',
  ORIGINATOR_ID: null,
});

const checkRequisite = (portal: Portal, fields: Fields): void => {
  const typeId = idOf(fields['ENTITY_TYPE_ID']);
  if (typeId !== COMPANY && typeId !== CONTACT) throw oldError('ENTITY_TYPE_ID is not defined or invalid.');
  const owner = idOf(fields['ENTITY_ID']);
  if (owner === null) throw oldError('ENTITY_ID is not defined or invalid.');
  if (idOf(fields['PRESET_ID']) === null) throw oldError('PRESET_ID is not defined or invalid.');
  if (portal.items(typeId).get(owner) === null) throw oldError('Entity is not found');
};

const checkBankDetail = (portal: Portal, fields: Fields): void => {
  const owner = idOf(fields['ENTITY_ID']);
  if (owner === null || portal.records('requisite').get(owner) === null) {
    throw oldError('ENTITY_ID is not defined or invalid.');
  }
};

const addressKey = (fields: Fields): { typeId: number; entityTypeId: number; entityId: number } => {
  const [typeId, entityTypeId, entityId] = ['TYPE_ID', 'ENTITY_TYPE_ID', 'ENTITY_ID'].map((name) => {
    const id = idOf(fields[name]);
    if (id === null) throw oldError(`${name} is not defined or invalid.`);
    return id;
  });
  return { typeId: typeId ?? 0, entityTypeId: entityTypeId ?? 0, entityId: entityId ?? 0 };
};

const addressOfKey = (portal: Portal, fields: Fields): Row | undefined => {
  const key = addressKey(fields);
  return recordsOf(
    portal,
    'address',
    (row) =>
      row['ENTITY_ID'] === key.entityId && row['TYPE_ID'] === key.typeId && row['ENTITY_TYPE_ID'] === key.entityTypeId,
  )[0];
};

const addressMethods: MethodTable = {
  'crm.address.list': list('address'),
  'crm.address.add': writeMethod('crm', (portal, params) => {
    const fields = fieldsOf(paramOf(params, 'fields'));
    if (addressOfKey(portal, fields) !== undefined) throw oldError('TypeAddress exists');
    addRecord(portal, 'address', {
      ADDRESS_1: '',
      ADDRESS_2: '',
      CITY: '',
      POSTAL_CODE: '',
      REGION: '',
      PROVINCE: '',
      COUNTRY: '',
      COUNTRY_CODE: null,
      LOC_ADDR_ID: 0,
      ANCHOR_TYPE_ID: 4,
      ANCHOR_ID: 0,
      ...numbered(fields),
    });
    return { result: true };
  }),
  'crm.address.update': writeMethod('crm', (portal, params) => {
    const fields = fieldsOf(paramOf(params, 'fields'));
    const row = addressOfKey(portal, fields);
    if (row === undefined) throw oldError('Address is not found.');
    portal.records('address').put(Number(row['ID']), { ...row, ...numbered(fields) });
    return { result: true };
  }),
  'crm.address.delete': writeMethod('crm', (portal, params) => {
    const row = addressOfKey(portal, fieldsOf(paramOf(params, 'fields')));
    if (row === undefined) throw oldError('Address is not found.');
    portal.records('address').remove(Number(row['ID']));
    return { result: true };
  }),
};

const linkFor = (portal: Portal, typeId: number, entityId: number): Fields | null => {
  const own = recordsOf(portal, 'link', (row) => row['ENTITY_TYPE_ID'] === typeId && row['ENTITY_ID'] === entityId)[0];
  if (own !== undefined) return own['REQUISITE_ID'] === undefined ? null : own;
  const { business } = portal;
  const count = typeId === DEAL ? business.orders : Math.ceil(business.orders / INVOICE_STEP);
  const index = typeId === DEAL || typeId === INVOICE ? gappedIndex(entityId, count) : -1;
  if (index < 0) return null;
  return linkOfOrder(business, typeId === DEAL ? index : index * INVOICE_STEP);
};

const shownLink = (typeId: number, entityId: number, link: Fields): Fields => ({
  ENTITY_TYPE_ID: String(typeId),
  ENTITY_ID: String(entityId),
  ...Object.fromEntries(LINKED.map((name) => [name, String(idOf(link[name]) ?? 0)])),
});

const LINKED = ['REQUISITE_ID', 'BANK_DETAIL_ID', 'MC_REQUISITE_ID', 'MC_BANK_DETAIL_ID'] as const;

const linkKey = (fields: Fields): { typeId: number; entityId: number } => {
  const typeId = idOf(paramOf(fields, 'ENTITY_TYPE_ID', 'entityTypeId'));
  const entityId = idOf(paramOf(fields, 'ENTITY_ID', 'entityId'));
  if (typeId === null) throw oldError('ENTITY_TYPE_ID is not defined or invalid.');
  if (entityId === null) throw oldError('ENTITY_ID is not defined or invalid.');
  return { typeId, entityId };
};

const registerLink = (portal: Portal, params: Fields): Outcome => {
  const fields = fieldsOf(paramOf(params, 'fields'));
  const { typeId, entityId } = linkKey(fields);
  if (portal.items(typeId).get(entityId) === null) throw oldError('Entity is not found');
  const [requisite = 0, , ours = 0] = LINKED.map((name) => idOf(fields[name]) ?? 0);
  if (requisite > 0 && portal.records('requisite').get(requisite) === null) {
    throw oldError(`The Requisite with ID '${requisite}' is not found`);
  }
  if (ours > 0 && portal.records('requisite').get(ours) === null) {
    throw oldError(`The Requisite of your company with ID '${ours}' is not found`);
  }
  const known = recordsOf(
    portal,
    'link',
    (row) => row['ENTITY_TYPE_ID'] === typeId && row['ENTITY_ID'] === entityId,
  )[0];
  const row = {
    ...numbered(fields),
    ENTITY_TYPE_ID: typeId,
    ENTITY_ID: entityId,
    ...Object.fromEntries(LINKED.map((name) => [name, idOf(fields[name]) ?? 0])),
  };
  if (known === undefined) addRecord(portal, 'link', row);
  else portal.records('link').put(Number(known['ID']), { ...known, ...row });
  return { result: true };
};

const linkMethods: MethodTable = {
  'crm.requisite.link.get': readMethod('crm', (portal, params) => {
    const { typeId, entityId } = linkKey(params);
    const link = linkFor(portal, typeId, entityId);
    if (link === null) throw oldError('Not found');
    return { result: shownLink(typeId, entityId, link) };
  }),
  'crm.requisite.link.list': listMethod('crm', (portal, params) => {
    const filter = fieldsOf(paramOf(params, 'filter'));
    const typeId = idOf(filter['ENTITY_TYPE_ID'] ?? filter['=ENTITY_TYPE_ID']);
    const wanted = filter['ENTITY_ID'] ?? filter['=ENTITY_ID'] ?? filter['@ENTITY_ID'];
    if (typeId === null || wanted === undefined) throw new RestError(400, 0, 'Access denied.');
    const ids = typeof wanted === 'object' ? listOf(wanted).map(Number) : [Number(wanted)];
    const result = ids.flatMap((entityId) => {
      const link = linkFor(portal, typeId, entityId);
      return link === null ? [] : [shownLink(typeId, entityId, link)];
    });
    return { result, total: result.length };
  }),
  'crm.requisite.link.register': writeMethod('crm', registerLink),
};

const PRESETS = ['Организация', 'Физ. лицо', 'ИП'] as const;

const presetMethods: MethodTable = {
  'crm.requisite.preset.list': listMethod('crm', (portal) => ({
    result: PRESETS.map((name, index) => ({
      ID: String(index + 1),
      ENTITY_TYPE_ID: '8',
      COUNTRY_ID: '1',
      NAME: name,
      XML_ID: `#CRM_REQUISITE_PRESET_DEF_RU_${index + 1}#`,
      ACTIVE: 'Y',
      SORT: '500',
      DATE_CREATE: shownMoment(portal.business.placedAt(0), portal.settings),
    })),
    total: PRESETS.length,
  })),
  'crm.requisite.preset.get': readMethod('crm', (_portal, params) => {
    const id = idOf(paramOf(params, 'id')) ?? 0;
    const name = PRESETS[id - 1];
    if (name === undefined) throw oldError(`The Preset with ID '${id}' is not found`);
    return { result: { ID: String(id), ENTITY_TYPE_ID: '8', COUNTRY_ID: '1', NAME: name, ACTIVE: 'Y', SORT: '500' } };
  }),
};

export const requisiteMethods: MethodTable = {
  ...recordMethods('crm.requisite', 'requisite', 'Requisite', checkRequisite),
  ...recordMethods('crm.requisite.bankdetail', 'bankDetail', 'RequisiteBankDetail', checkBankDetail),
  ...addressMethods,
  ...linkMethods,
  ...presetMethods,
};
