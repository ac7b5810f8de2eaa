import type { Bitrix24Model } from './contract.ts';
import { ENTITIES, entityByCode } from './entities.ts';
import { changeItem, deleteItem, insertItem } from './item-store.ts';
import { addRecord, entityOf, recordsOf, type Portal, type Row } from './portal.ts';
import { replaceRows } from './product-rows.ts';
import { textOf, type Fields } from '../http/values.ts';

/** Whose hand colleagues' edits bear. */
const COLLEAGUE = 7;
/** Old tables whose changes the portal stamps. */
const STAMPS: Readonly<Record<string, string>> = {
  requisite: 'DATE_MODIFY',
  bankDetail: 'DATE_MODIFY',
  task: 'CHANGED_DATE',
  activity: 'LAST_UPDATED',
  bizTask: 'MODIFIED',
};

const keyOf = (row: Row, names: readonly string[]): string | null => {
  const parts = names.map((name) => textOf(row[name]));
  return parts.length > 0 && parts.every((part) => part !== '') ? parts.join('/') : null;
};

/** Keys of other programs are only ever on rows that were changed or added. */
const keysIn = (rows: Iterable<Row>, names: readonly string[]): readonly string[] =>
  [...rows].flatMap((row) => keyOf(row, names) ?? []);

const repeated = (label: string, keys: readonly string[]): readonly string[] =>
  [...new Set(keys.filter((key, place) => keys.indexOf(key) !== place))].map((key) => `${label} ${key}`);

export const createModel = (portal: Portal): Bitrix24Model => ({
  ids: (typeId) => [...portal.items(typeId).ids()],
  item: (typeId, id) => {
    portal.settle();
    return portal.items(typeId).get(id);
  },
  addItem: (typeId, fields) => insertItem(portal, entityOf(typeId), fields, COLLEAGUE),
  changeItem: (typeId, id, fields) => {
    portal.settle();
    changeItem(portal, entityOf(typeId), id, fields, COLLEAGUE);
  },
  deleteItem: (typeId, id) => deleteItem(portal, entityOf(typeId), id),
  rows: (ownerType, ownerId) => portal.rows.of(ownerType, ownerId),
  setRows: (ownerType, ownerId, rows) => {
    const entity = entityByCode(ownerType);
    if (entity !== null) replaceRows(portal, entity, ownerId, rows);
  },
  records: (table) => recordsOf(portal, table),
  addRecord: (table, fields: Fields) => addRecord(portal, table, { ...stamped(portal, table), ...fields }),
  changeRecord: (table, id, fields) => {
    const row = portal.records(table).get(id);
    if (row !== null) portal.records(table).put(id, { ...row, ...stamped(portal, table), ...fields });
  },
  deleteRecord: (table, id) => {
    portal.records(table).remove(id);
  },
  duplicateKeys: () => [
    ...[...ENTITIES.values()].flatMap((entity) =>
      entity.keys.length === 0
        ? []
        : repeated(entity.word, keysIn(portal.items(entity.typeId).touched().values(), entity.keys)),
    ),
    ...['requisite', 'bankDetail'].flatMap((table) =>
      repeated(table, keysIn(portal.records(table).touched().values(), ['XML_ID'])),
    ),
  ],
});

const stamped = (portal: Portal, table: string): Fields => {
  const name = STAMPS[table];
  return name === undefined ? {} : { [name]: portal.now() };
};
