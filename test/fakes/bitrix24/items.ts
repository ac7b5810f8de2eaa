import type { Entity } from './entities.ts';
import { applyFileFields } from './file-fields.ts';
import { describedField, upperName } from './item-field.ts';
import { keptFields, selectedItem, shownItem } from './item-shape.ts';
import { changeItem, deleteItem, insertItem } from './item-store.ts';
import { listMethod, readMethod, writeMethod, type MethodTable } from './method.ts';
import { pageOf, pageOutcome } from './page.ts';
import { entityOf, mayRead, type Portal, type Row } from './portal.ts';
import { accessDenied, notFound, RestError } from './rest-error.ts';
import { FUNNELS, stagesIn } from './stages.ts';
import { fieldsOf, idOf, isYes, listOf, paramOf, type Fields } from '../http/values.ts';

const MAX_IMPORT = 20;

const entityIn = (params: Fields): Entity => entityOf(idOf(paramOf(params, 'entityTypeId')));

/** The item if it is there and the employee may see it. */
export const visibleItem = (portal: Portal, entity: Entity, id: number | null): Row => {
  const item = id === null ? null : portal.items(entity.typeId).get(id);
  if (item === null || id === null) throw notFound();
  if (!mayRead(portal, entity.typeId, id, () => item['categoryId'])) {
    throw accessDenied('У Вас нет прав на просмотр этого элемента');
  }
  return item;
};

const list = (portal: Portal, params: Fields) => {
  const entity = entityIn(params);
  const table = portal.items(entity.typeId);
  const found = pageOf(
    table,
    params,
    (field) => entity.fields.get(field)?.kind ?? null,
    portal.settings,
    (id, read) => mayRead(portal, entity.typeId, id, () => read('categoryId')),
  );
  const select = listOf(paramOf(params, 'select'));
  const items = found.ids.flatMap((id) => {
    const item = table.get(id);
    return item === null ? [] : [named(params, selectedItem(portal, entity, item, select), select.length > 0)];
  });
  return pageOutcome({ items }, found);
};

/** `useOriginalUfNames` together with `select` loses the customer's fields: a known fault of the portal. */
const named = (params: Fields, item: Fields, isSelected: boolean): Fields => {
  if (!isYes(paramOf(params, 'useOriginalUfNames'))) return item;
  return Object.fromEntries(
    Object.entries(item).flatMap(([name, value]) => {
      if (!name.startsWith('ufCrm')) return [[name, value]];
      return isSelected ? [] : [[upperName(name), value]];
    }),
  );
};

const shown = (portal: Portal, entity: Entity, params: Fields, item: Row) => ({
  result: { item: named(params, shownItem(portal, entity, item), false) },
});

const add = (portal: Portal, params: Fields) => {
  const entity = entityIn(params);
  const sent = keptFields(portal, entity, fieldsOf(paramOf(params, 'fields')));
  const fields = applyFileFields(portal, entity, null, sent);
  const id = insertItem(portal, entity, withPhoneIds(portal, fields));
  return shown(portal, entity, params, portal.items(entity.typeId).get(id) ?? {});
};

const update = (portal: Portal, params: Fields) => {
  const entity = entityIn(params);
  const item = visibleItem(portal, entity, idOf(paramOf(params, 'id')));
  const sent = keptFields(portal, entity, fieldsOf(paramOf(params, 'fields')));
  const fields = withPhoneIds(portal, applyFileFields(portal, entity, item, sent), item);
  const changed = changeItem(portal, entity, Number(item['id']), fields);
  return shown(portal, entity, params, changed);
};

/** Phones and letter boxes: a row with a known `id` is changed, one without is added, the rest stays. */
const withPhoneIds = (portal: Portal, fields: Fields, before: Row = {}): Fields => {
  if (fields['fm'] === undefined) return fields;
  const kept = listOf(before['fm']).map(fieldsOf);
  const sent = listOf(fields['fm']).map(fieldsOf);
  const changed = kept.map((row) => ({
    ...row,
    ...sent.find(({ id }) => idOf(id) !== null && idOf(id) === row['id']),
  }));
  const added = sent
    .filter(({ id }) => idOf(id) === null)
    .map((row) => ({ id: portal.nextId('fm') + 5_000_000, valueType: 'WORK', value: '', typeId: 'PHONE', ...row }));
  const fm = [...changed, ...added].filter(({ value }) => value !== '');
  const has = (typeId: string): 'Y' | 'N' => (fm.some((row) => row.typeId === typeId) ? 'Y' : 'N');
  return { ...fields, fm, hasPhone: has('PHONE'), hasEmail: has('EMAIL') };
};

const batchImport = (portal: Portal, params: Fields) => {
  const entity = entityIn(params);
  const rows = listOf(paramOf(params, 'data'));
  if (rows.length > MAX_IMPORT) {
    throw new RestError(400, 'MAX_IMPORT_BATCH_SIZE_EXCEEDED', 'Вы не можете импортировать больше 20 элементов');
  }
  const items = rows.map((row) => {
    try {
      const id = insertItem(portal, entity, keptFields(portal, entity, fieldsOf(row)));
      return { item: { id } };
    } catch (error) {
      if (!(error instanceof RestError)) throw error;
      return { error: error.code, error_description: error.description };
    }
  });
  return { result: { items } };
};

const TYPE_WORDS: Readonly<Record<number, string>> = { 2: 'DEAL_TYPE', 3: 'CONTACT_TYPE', 4: 'COMPANY_TYPE' };

/** In which dictionary the values of a status field lie. */
const statusTypeOf = (entity: Entity, name: string): string => {
  if (name === 'stageId' || name === 'previousStageId') {
    const funnel = FUNNELS.find(({ entityTypeId }) => entityTypeId === entity.typeId)?.id ?? 0;
    return stagesIn(entity.typeId, funnel)[0]?.entityId ?? '';
  }
  if (name === 'sourceId') return 'SOURCE';
  return name === 'typeId' ? (TYPE_WORDS[entity.typeId] ?? '') : name.toUpperCase();
};

const describedFields = (entity: Entity): Fields =>
  Object.fromEntries(
    [...entity.fields.values()].map((field) => [
      field.name,
      {
        ...describedField(field),
        ...(field.type === 'crm_status' ? { statusType: statusTypeOf(entity, field.name) } : {}),
      },
    ]),
  );

export const itemMethods: MethodTable = {
  'crm.item.fields': readMethod('crm', (_portal, params) => ({
    result: {
      fields: describedFields(entityIn(params)),
    },
  })),
  'crm.item.list': listMethod('crm', list),
  'crm.item.get': readMethod('crm', (portal, params) => {
    const entity = entityIn(params);
    return shown(portal, entity, params, visibleItem(portal, entity, idOf(paramOf(params, 'id'))));
  }),
  'crm.item.add': writeMethod('crm', add),
  'crm.item.update': writeMethod('crm', update),
  'crm.item.delete': writeMethod('crm', (portal, params) => {
    const entity = entityIn(params);
    const item = visibleItem(portal, entity, idOf(paramOf(params, 'id')));
    deleteItem(portal, entity, Number(item['id']));
    return { result: [] };
  }),
  'crm.item.import': writeMethod('crm', (portal, params) => {
    const entity = entityIn(params);
    const id = insertItem(portal, entity, keptFields(portal, entity, fieldsOf(paramOf(params, 'fields'))));
    return { result: { item: { id } } };
  }),
  'crm.item.batchImport': writeMethod('crm', batchImport),
};
