import { derivedPrices, roundMoney } from './base-rows.ts';
import { entityByCode, INVOICE, QUOTE, SMART, DEAL, LEAD, type Entity } from './entities.ts';
import { equalTo, parseFilter, type KindOf } from './filter.ts';
import { visibleItem } from './items.ts';
import { withOwnSum } from './item-store.ts';
import { listMethod, PAGE_SIZE, readMethod, writeMethod, type MethodTable } from './method.ts';
import { mayRead, type Portal, type Row } from './portal.ts';
import { accessDenied, notFound, RestError } from './rest-error.ts';
import { fieldsOf, idOf, isYes, listOf, numberOf, paramOf, textOf, type Fields } from '../http/values.ts';

const WITH_ROWS: readonly number[] = [LEAD, DEAL, QUOTE, INVOICE, SMART];

const FIELDS: Readonly<Record<string, [type: string, title: string]>> = {
  id: ['integer', 'ID'],
  ownerId: ['integer', 'ID владельца'],
  ownerType: ['string', 'Тип владельца'],
  productId: ['integer', 'Товар'],
  productName: ['string', 'Название товара'],
  price: ['double', 'Цена'],
  priceAccount: ['double', 'Цена в валюте отчетов'],
  priceExclusive: ['double', 'Цена без налога со скидкой'],
  priceNetto: ['double', 'PRICE_NETTO'],
  priceBrutto: ['double', 'PRICE_BRUTTO'],
  quantity: ['double', 'Количество'],
  discountTypeId: ['integer', 'Тип скидки'],
  discountRate: ['double', 'Величина скидки'],
  discountSum: ['double', 'Сумма скидки'],
  taxRate: ['double', 'Налог'],
  taxIncluded: ['char', 'Налог включен в цену'],
  customized: ['char', 'Изменен'],
  measureCode: ['integer', 'Код единицы измерения'],
  measureName: ['string', 'Единица измерения'],
  sort: ['integer', 'Сортировка'],
  xmlId: ['string', 'Внешний код'],
  type: ['integer', 'Тип товара'],
  storeId: ['integer', 'Склад'],
};

const kindOf: KindOf = (field) => {
  const type = FIELDS[field]?.[0];
  if (type === undefined) return null;
  return type === 'integer' || type === 'double' ? 'number' : 'text';
};

const entityOfOwner = (code: unknown): Entity => {
  const entity = entityByCode(textOf(code));
  if (entity === null || !WITH_ROWS.includes(entity.typeId)) {
    throw new RestError(400, 'ENTITY_TYPE_NOT_SUPPORTED', 'Работа с данным типом объектов не поддерживается');
  }
  return entity;
};

const owner = (portal: Portal, code: unknown, id: unknown): { entity: Entity; item: Row } => {
  const entity = entityOfOwner(code);
  if (idOf(id) === null || portal.items(entity.typeId).get(Number(id)) === null) {
    throw new RestError(400, 'OWNER_NOT_FOUND', 'Переданный объект CRM не найден');
  }
  return { entity, item: visibleItem(portal, entity, idOf(id)) };
};

/** There is no list over all owners: `=ownerType` and `=ownerId` (also several) must be told, or the ids of rows. */
const list = (portal: Portal, params: Fields) => {
  const filter = paramOf(params, 'filter');
  const [code] = equalTo(filter, 'ownerType');
  const owners =
    code === undefined
      ? ownersOfRows(portal, filter)
      : equalTo(filter, 'ownerId').map((id) => ({ code, id: Number(id) }));
  if (owners.length === 0) throw accessDenied();
  const rows = owners.flatMap(({ code: ownerCode, id }) => {
    const entity = entityByCode(ownerCode);
    if (entity === null) throw accessDenied();
    return mayRead(portal, entity.typeId, id, () => portal.items(entity.typeId).get(id)?.['categoryId'])
      ? portal.rows.of(entity.code, id)
      : [];
  });
  const condition = parseFilter(filter, kindOf, portal.settings);
  const matching = rows
    .filter((row) => condition.matches((field) => row[field]))
    .toSorted((one, other) => Number(one['id']) - Number(other['id']));
  const start = idOf(paramOf(params, 'start')) ?? 0;
  const from = Math.max(0, start);
  const productRows = matching.slice(from, from + PAGE_SIZE);
  if (start < 0) return { result: { productRows }, total: 0 };
  const next = from + PAGE_SIZE;
  return { result: { productRows }, total: matching.length, ...(next < matching.length ? { next } : {}) };
};

const ownersOfRows = (portal: Portal, filter: unknown): readonly { code: string; id: number }[] => {
  const owners = equalTo(filter, 'id').flatMap((id) => portal.rows.ownerOf(Number(id)) ?? []);
  return owners.map(({ type, id }) => ({ code: type, id }));
};

/** A row as the portal keeps it: two digits of money, prices derived from the last one. */
const keptRow = (sent: Fields, place: number, before: Row = {}): Row => {
  const of = (name: string): unknown => (sent[name] === undefined ? before[name] : sent[name]);
  const price = roundMoney(numberOf(of('price')) ?? 0);
  const discountRate = numberOf(of('discountRate')) ?? 0;
  const rate = of('taxRate');
  const taxRate = rate === null || rate === undefined || rate === '' ? null : numberOf(rate);
  return {
    ...before,
    productId: numberOf(of('productId')) ?? 0,
    productName: textOf(of('productName')),
    price,
    ...derivedPrices(price, discountRate, taxRate),
    quantity: numberOf(of('quantity')) ?? 1,
    discountTypeId: numberOf(of('discountTypeId')) ?? 2,
    discountRate,
    taxRate,
    taxIncluded: isYes(of('taxIncluded') ?? 'N') ? 'Y' : 'N',
    customized: 'Y',
    measureCode: numberOf(of('measureCode')) ?? 796,
    measureName: textOf(of('measureName')) || 'шт',
    sort: numberOf(of('sort')) ?? (place + 1) * 10,
    xmlId: textOf(of('xmlId')),
    type: numberOf(of('type')) ?? 4,
    storeId: of('storeId') ?? null,
  };
};

/** Keeps the rows; where the sum of the owner is not set by hand, it follows and so does the stamp. */
export const replaceRows = (portal: Portal, entity: Entity, ownerId: number, rows: readonly Row[]): readonly Row[] => {
  const kept = portal.rows.set(entity.code, ownerId, rows);
  const item = portal.items(entity.typeId).get(ownerId);
  if (item !== null && entity.fields.has('opportunity')) {
    const summed = withOwnSum(portal, entity, item);
    const isOther = summed['opportunity'] !== item['opportunity'] || summed['taxValue'] !== item['taxValue'];
    // An edit that leaves the sum as it was does not touch the stamp of the deal.
    if (isOther)
      portal.items(entity.typeId).put(ownerId, { ...summed, updatedTime: portal.now(), updatedBy: portal.userId });
  }
  return kept;
};

const rowById = (
  portal: Portal,
  params: Fields,
): { entity: Entity; ownerId: number; rows: readonly Row[]; row: Row } => {
  const id = idOf(paramOf(params, 'id'));
  const found = id === null ? null : portal.rows.ownerOf(id);
  const entity = found === null ? null : entityByCode(found.type);
  if (found === null || entity === null) throw notFound();
  visibleItem(portal, entity, found.id);
  const rows = portal.rows.of(entity.code, found.id);
  const row = rows.find((one) => one['id'] === id);
  if (row === undefined) throw notFound();
  return { entity, ownerId: found.id, rows, row };
};

export const productRowMethods: MethodTable = {
  'crm.item.productrow.fields': readMethod('crm', () => ({
    result: {
      fields: Object.fromEntries(
        Object.entries(FIELDS).map(([name, [type, title]]) => [
          name,
          {
            type,
            isRequired: false,
            isReadOnly: name === 'id',
            isImmutable: false,
            isMultiple: false,
            isDynamic: false,
            title,
          },
        ]),
      ),
    },
  })),
  'crm.item.productrow.list': listMethod('crm', list),
  'crm.item.productrow.get': readMethod('crm', (portal, params) => ({
    result: { productRow: rowById(portal, params).row },
  })),
  'crm.item.productrow.set': writeMethod('crm', (portal, params) => {
    const { entity, item } = owner(portal, paramOf(params, 'ownerType'), paramOf(params, 'ownerId'));
    const rows = listOf(paramOf(params, 'productRows')).map((row, place) => keptRow(fieldsOf(row), place));
    return { result: { productRows: replaceRows(portal, entity, Number(item['id']), rows) } };
  }),
  'crm.item.productrow.add': writeMethod('crm', (portal, params) => {
    const fields = fieldsOf(paramOf(params, 'fields'));
    const { entity, item } = owner(portal, fields['ownerType'], fields['ownerId']);
    const before = portal.rows.of(entity.code, Number(item['id']));
    const rows = replaceRows(portal, entity, Number(item['id']), [...before, keptRow(fields, before.length)]);
    return { result: { productRow: rows.at(-1) } };
  }),
  'crm.item.productrow.update': writeMethod('crm', (portal, params) => {
    const { entity, ownerId, rows, row } = rowById(portal, params);
    const changed = keptRow(fieldsOf(paramOf(params, 'fields')), 0, row);
    replaceRows(
      portal,
      entity,
      ownerId,
      rows.map((one) => (one === row ? changed : one)),
    );
    return { result: { productRow: changed } };
  }),
  'crm.item.productrow.delete': writeMethod('crm', (portal, params) => {
    const { entity, ownerId, rows, row } = rowById(portal, params);
    replaceRows(
      portal,
      entity,
      ownerId,
      rows.filter((one) => one !== row),
    );
    return { result: null };
  }),
};
