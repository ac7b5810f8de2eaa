import { shownMoment } from './dates.ts';
import { DEAL, INVOICE, entityByCode } from './entities.ts';
import { freeMethod, listMethod, readMethod, writeMethod, type MethodTable } from './method.ts';
import { addRecord, recordsOf, type Portal, type Row } from './portal.ts';
import { RestError } from './rest-error.ts';
import { fieldsOf, idOf, paramOf, textOf, type Fields } from '../http/values.ts';

/** An integer code, unlike everywhere else. */
const refused = (text: string): RestError => new RestError(400, 0, text);

const ownerOf = (portal: Portal, params: Fields): { typeId: number; id: number } => {
  const typeId = idOf(paramOf(params, 'entityTypeId'));
  const id = idOf(paramOf(params, 'entityId'));
  if (typeId === null || id === null) throw new RestError(400, 100, 'Could not find value for parameter {entityId}');
  if (typeId !== DEAL && typeId !== INVOICE) throw refused('Некорректный тип объекта CRM');
  if (portal.items(typeId).get(id) === null) throw refused('Переданный объект CRM не найден');
  return { typeId, id };
};

const paymentOf = (portal: Portal, params: Fields): Row => {
  const id = idOf(paramOf(params, 'id'));
  const row = id === null ? null : portal.records('payment').get(id);
  if (row === null) throw refused('Недостаточно прав');
  return row;
};

const shown = (portal: Portal, row: Row): Fields => ({
  id: row['ID'],
  accountNumber: row['ACCOUNT_NUMBER'],
  paid: row['PAID'],
  datePaid: typeof row['DATE_PAID'] === 'number' ? shownMoment(row['DATE_PAID'], portal.settings) : null,
  empPaidId: row['PAID'] === 'Y' ? portal.userId : null,
  paySystemId: 6,
  sum: row['SUM'],
  currency: 'RUB',
  paySystemName: 'Банковский перевод',
});

const paid = (isPaid: boolean) =>
  writeMethod('crm', (portal, params) => {
    const row = paymentOf(portal, params);
    const DATE_PAID = isPaid ? portal.now() : null;
    portal.records('payment').put(Number(row['ID']), { ...row, PAID: isPaid ? 'Y' : 'N', DATE_PAID });
    return { result: true };
  });

export const paymentMethods: MethodTable = {
  'crm.item.payment.list': listMethod('crm', (portal, params) => {
    const { typeId, id } = ownerOf(portal, params);
    const rows = recordsOf(portal, 'payment', (row) => row['ENTITY_TYPE_ID'] === typeId && row['ENTITY_ID'] === id);
    return { result: rows.map((row) => shown(portal, row)) };
  }),
  'crm.item.payment.get': readMethod('crm', (portal, params) => ({ result: shown(portal, paymentOf(portal, params)) })),
  // Nothing tells two payments apart: a second call makes a second payment.
  'crm.item.payment.add': writeMethod('crm', (portal, params) => {
    const { typeId, id } = ownerOf(portal, params);
    const before = recordsOf(portal, 'payment', (row) => row['ENTITY_TYPE_ID'] === typeId && row['ENTITY_ID'] === id);
    const item = portal.items(typeId).get(id);
    const result = addRecord(portal, 'payment', {
      ENTITY_TYPE_ID: typeId,
      ENTITY_ID: id,
      ACCOUNT_NUMBER: `${id}/${before.length + 1}`,
      PAID: 'N',
      DATE_PAID: null,
      SUM: before.length === 0 ? (item?.['opportunity'] ?? 0) : 0,
    });
    return { result };
  }),
  'crm.item.payment.update': writeMethod('crm', (portal, params) => {
    const row = paymentOf(portal, params);
    const fields = fieldsOf(paramOf(params, 'fields'));
    portal
      .records('payment')
      .put(Number(row['ID']), { ...row, ...(fields['sum'] === undefined ? {} : { SUM: Number(fields['sum']) }) });
    return { result: true };
  }),
  'crm.item.payment.delete': writeMethod('crm', (portal, params) => {
    portal.records('payment').remove(Number(paymentOf(portal, params)['ID']));
    return { result: true };
  }),
  'crm.item.payment.pay': paid(true),
  'crm.item.payment.unpay': paid(false),
  'crm.item.payment.product.list': listMethod('crm', (portal, params) => {
    const row = recordsOf(portal, 'payment', (one) => one['ID'] === idOf(paramOf(params, 'paymentId')))[0];
    if (row === undefined) throw refused('Недостаточно прав');
    const code = row['ENTITY_TYPE_ID'] === DEAL ? 'D' : 'SI';
    const rows = entityByCode(code) === null ? [] : portal.rows.of(code, Number(row['ENTITY_ID']));
    return {
      result: rows.map((one, place) => ({
        id: 1_195 + place,
        paymentId: row['ID'],
        quantity: one['quantity'],
        rowId: one['id'],
      })),
    };
  }),
  'salescenter.payment.getPublicUrl': {
    ...freeMethod((portal, params) => {
      const row = paymentOf(portal, { id: paramOf(params, 'id', 'paymentId') });
      const url = `${portal.origin()}/pub/site/10/oformleniezakaza/?orderId=${textOf(row['ENTITY_ID'])}&paymentId=${textOf(row['ID'])}`;
      return {
        result: { payment: { url, shortUrl: `${portal.origin()}/~p${textOf(row['ID'])}`, qr: 'iVBORw0KGgo=' } },
      };
    }),
    scope: 'salescenter',
  },
};
