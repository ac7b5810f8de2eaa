import type { Business, Line } from '../business/business.ts';
import type { Fields } from '../http/values.ts';

/** The portal keeps two digits of money. */
export const roundMoney = (value: number): number => Math.round((value + Number.EPSILON) * 100) / 100;

const taxShare = (rate: number | null): number => 1 + (rate ?? 0) / 100;

/**
 * The prices that the portal keeps beside the final one: without tax, before the discount without and with tax. `price`
 * is always the last one, with tax and discount.
 */
export const derivedPrices = (price: number, discountRate: number, taxRate: number | null): Fields => {
  const exclusive = roundMoney(price / taxShare(taxRate));
  const brutto = discountRate >= 100 ? price : roundMoney(price / (1 - discountRate / 100));
  const netto = roundMoney(brutto / taxShare(taxRate));
  return {
    priceAccount: price,
    priceExclusive: exclusive,
    priceNetto: netto,
    priceBrutto: brutto,
    discountSum: roundMoney(netto - exclusive),
  };
};

/** Rows of the order of a base deal, without ids and owner. */
export const rowsOfOrder = (business: Business, index: number): readonly Fields[] => {
  const taxRate = business.vatOf(business.organisationOf(index));
  return business.lines(index).map((line, place) => rowOf(line, taxRate, place));
};

const rowOf = (line: Line, taxRate: number | null, place: number): Fields => {
  const price = line.price / 100;
  return {
    productId: productIdOf(line),
    productName: line.name,
    price,
    ...derivedPrices(price, line.discountPercent, taxRate),
    quantity: line.quantity,
    discountTypeId: 2,
    discountRate: line.discountPercent,
    taxRate,
    taxIncluded: 'Y',
    customized: 'Y',
    measureCode: Number(line.unitCode),
    measureName: line.unitName,
    sort: (place + 1) * 10,
    xmlId: '',
    type: line.isService ? 7 : 1,
    storeId: null,
  };
};

const productIdOf = (line: Line): number => 9000 + Number(line.code.replaceAll(/\D/gu, '') || '0');

const money = (value: unknown): number => Math.round((typeof value === 'number' ? value : 0) * 100);

/** Roubles, added up in kopeks. */
export const rowsSum = (rows: readonly Fields[]): number =>
  rows.reduce(
    (sum, row) => sum + Math.round(money(row['price']) * (typeof row['quantity'] === 'number' ? row['quantity'] : 0)),
    0,
  ) / 100;

/** The tax inside the rows, roubles. */
export const rowsTax = (rows: readonly Fields[]): number => {
  const kopecks = rows.reduce((sum, row) => {
    const total = Math.round(money(row['price']) * (typeof row['quantity'] === 'number' ? row['quantity'] : 0));
    const rate = typeof row['taxRate'] === 'number' ? row['taxRate'] : 0;
    return sum + Math.round((total * rate) / (100 + rate));
  }, 0);
  return kopecks / 100;
};
