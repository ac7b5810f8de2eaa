import { ACCOUNT_ID } from './ids.ts';
import type { Account } from './account.ts';
import { isFields, type Fields } from '../http/values.ts';
import { hrefIn, isRef, refOfHref } from './refs.ts';
import { emptyField, noSuchEntity, StoreError, wrongType } from './store-error.ts';

const MOST_IN_DOCUMENT = 1000;

const assortmentOf = (account: Account, row: Fields, before: Fields): unknown => {
  const given = row['assortment'];
  if (given === undefined) return before['assortment'] ?? fail(emptyField('assortment'));
  if (isRef(given)) return given;
  const ref = refOfHref(hrefIn(given));
  if (ref === null)
    throw new StoreError(412, 2013, "Ошибка формата: неправильное значение href для meta поля 'assortment'", {
      parameter: 'assortment',
    });
  if (account.entities(ref.ref).get(ref.id) === null) throw noSuchEntity(ref.ref, ref.id);
  return ref;
};

const fail = (error: StoreError): never => {
  throw error;
};

const numberIn = (row: Fields, name: string, fallback: unknown): number => {
  const value = row[name] ?? fallback;
  if (typeof value !== 'number') throw wrongType(name, 'число');
  if (value < 0)
    throw new StoreError(412, 3002, `Ошибка сохранения объекта: поле '${name}' не может иметь отрицательное значение`, {
      parameter: name,
    });
  return value;
};

/** One position: what is not sent stays as it was. */
export const keptPosition = (account: Account, row: Fields, before: Fields = {}): Fields => ({
  ...before,
  id: before['id'] ?? account.newId('position'),
  accountId: ACCOUNT_ID,
  quantity: numberIn(row, 'quantity', before['quantity'] ?? 0),
  price: numberIn(row, 'price', before['price'] ?? 0),
  discount: numberIn(row, 'discount', before['discount'] ?? 0),
  vat: numberIn(row, 'vat', before['vat'] ?? 0),
  vatEnabled: row['vatEnabled'] ?? before['vatEnabled'] ?? numberIn(row, 'vat', 0) > 0,
  assortment: assortmentOf(account, row, before),
  ...(row['reserve'] === undefined ? {} : { reserve: row['reserve'] }),
});

/** The list sent inside a document replaces the old one: rows with a known `id` are changed, those left out are gone. */
export const keptPositions = (account: Account, type: string, id: string, sent: unknown): readonly Fields[] => {
  const rows: readonly unknown[] = Array.isArray(sent)
    ? sent
    : isFields(sent) && Array.isArray(sent['rows'])
      ? sent['rows']
      : [];
  if (rows.length > MOST_IN_DOCUMENT)
    throw new StoreError(413, 2007, 'Ошибка формата: слишком большое число вложенных объектов');
  const known = account.positions(type, id);
  return rows.map((row) => {
    if (!isFields(row)) throw new StoreError(412, 2000, 'Ошибка формата: отсутствует начало объекта');
    return keptPosition(
      account,
      row,
      known.find((one) => one['id'] === row['id']),
    );
  });
};
