import { amountText, decimalOf, roublesToKopecks } from '#shared/domain/crm/amount.ts';
import type { Json, JsonObject } from '#shared/domain/crm/json.ts';
import { plainText } from '#shared/domain/crm/plain-text.ts';
import type { CrmLine } from '#shared/domain/crm/row.ts';
import { divideRounded, kopecks, parseMoney } from '#shared/kernel/money.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { z } from 'zod';
import { flag, idText, text } from './wire.ts';

const productRow = z.looseObject({
  id: idText,
  productName: text,
  price: z.unknown().optional(),
  priceExclusive: z.unknown().optional(),
  priceBrutto: z.unknown().optional(),
  priceNetto: z.unknown().optional(),
  quantity: z.unknown().optional(),
  discountTypeId: z.unknown().optional(),
  discountRate: z.unknown().optional(),
  taxRate: z.unknown().optional(),
  taxIncluded: flag,
  measureCode: text,
  measureName: text,
  sort: z.number().catch(0),
  xmlId: text,
  type: z.unknown().optional(),
});
type ProductRow = z.infer<typeof productRow>;

/** `7` is a service in the catalogue of Битрикс24 (`4`: goods, `1`: an offer). */
const SERVICE = '7';

export type RowProblem = { readonly field: string; readonly message: string; readonly value: Json };

/**
 * Product rows of one record. Prices are with VAT as soon as one taxed row has it inside, so that an order never mixes
 * both. A discount in per cent stays one where it gives the very price that the portal counts; elsewhere the price is final.
 */
export const linesOf = (rows: readonly JsonObject[]): Result<readonly CrmLine[], readonly RowProblem[]> => {
  const parsed = rows.map((row, index) => ({ row, index, result: productRow.safeParse(row) }));
  const good = parsed.flatMap(({ result }) => (result.success ? [result.data] : []));
  const taxed = good.filter(({ taxRate }) => Number(taxRate) > 0);
  const vatIncluded = taxed.length === 0 || taxed.some((row) => row.taxIncluded);
  const problems: RowProblem[] = [];
  const lines: { readonly sort: number; readonly line: CrmLine }[] = [];
  for (const { row, index, result } of parsed) {
    const line = result.success ? lineOf(result.data, vatIncluded) : err('row' as const);
    if (line.ok) lines.push({ sort: result.success ? result.data.sort : 0, line: line.value });
    else
      problems.push({
        field: `lines.${index}.${line.error}`,
        message: PROBLEMS[line.error],
        value: row[line.error] ?? null,
      });
  }
  return problems.length > 0 ? err(problems) : ok(lines.sort((a, b) => a.sort - b.sort).map(({ line }) => line));
};

type Wrong = 'row' | 'price' | 'quantity' | 'productName';
const PROBLEMS: Readonly<Record<Wrong, string>> = {
  row: 'Строка товара пришла в незнакомом виде.',
  price: 'Цена задана точнее копейки: округлите её в карточке сделки.',
  quantity: 'Количество не читается как число.',
  productName: 'У строки товара нет названия.',
};

const lineOf = (row: ProductRow, vatIncluded: boolean): Result<CrmLine, Wrong> => {
  const name = plainText(row.productName);
  if (name === '') return err('productName');
  const quantity = decimalOf(row.quantity);
  if (!quantity.ok || quantity.value.startsWith('-')) return err('quantity');
  const priced = priceOf(row, vatIncluded);
  if (!priced.ok) return err('price');
  return ok({
    id: row.id,
    kind: text.parse(row.type) === SERVICE ? 'service' : 'goods',
    code: '',
    name,
    unitName: row.measureName || 'шт',
    unitCode: row.measureCode,
    quantity: quantity.value,
    ...priced.value,
    // Null is «Без НДС», zero is «0 %»: two different things on Russian papers (crm.md §1.11).
    vatRate: row.taxRate === null || row.taxRate === undefined || row.taxRate === '' ? 'none' : rateText(row.taxRate),
    vatIncluded,
  });
};

const rateText = (rate: unknown): string => {
  const decimal = decimalOf(rate);
  return decimal.ok ? decimal.value : 'none';
};

const priceOf = (
  row: ProductRow,
  vatIncluded: boolean,
): Result<Pick<CrmLine, 'price' | 'discountPercent'>, 'price'> => {
  const final = roublesToKopecks((vatIncluded ? row.price : row.priceExclusive) ?? row.price);
  if (!final.ok) return err('price');
  const before = roublesToKopecks((vatIncluded ? row.priceBrutto : row.priceNetto) ?? null);
  const percent = decimalOf(row.discountRate ?? 0);
  const isPercent =
    text.parse(row.discountTypeId) === '2' && percent.ok && /^\d{1,2}(?:\.\d{1,2})?$/u.test(percent.value);
  if (isPercent && before.ok && percent.value !== '0') {
    const hundredths = parseMoney(percent.value);
    const exact = hundredths.ok ? before.value * (10_000n - hundredths.value) : null;
    if (exact !== null && exact % 10_000n === 0n && exact / 10_000n === final.value)
      return ok({ price: amountText(before.value), discountPercent: percent.value });
  }
  return ok({ price: amountText(final.value), discountPercent: '0' });
};

/** Our lines as `crm.item.productrow.set` takes them; rows that the portal knows keep their goods of its catalogue. */
export const rowsToSet = (lines: readonly CrmLine[], known: readonly JsonObject[]): readonly JsonObject[] =>
  lines.map((line, index) => {
    const before = known.find((row) => text.parse(row['id']) === line.id);
    const productId = before?.['productId'];
    return {
      ...(typeof productId === 'number' && productId > 0 ? { productId } : {}),
      productName: line.name,
      price: finalPrice(line),
      quantity: line.quantity,
      ...(line.discountPercent === '0' ? {} : { discountTypeId: 2, discountRate: line.discountPercent }),
      taxRate: line.vatRate === 'none' || line.vatRate === null ? null : line.vatRate,
      taxIncluded: line.vatIncluded ? 'Y' : 'N',
      ...(line.unitCode === '' ? {} : { measureCode: Number(line.unitCode) }),
      sort: (index + 1) * 10,
    };
  });

/** `price` of Битрикс24 is always what one unit costs in the end: after the discount, with VAT. */
const finalPrice = ({ price, discountPercent, vatRate, vatIncluded }: CrmLine): string => {
  const before = parseMoney(price);
  const percent = parseMoney(discountPercent);
  const rate = parseMoney(vatIncluded || vatRate === null || vatRate === 'none' ? '0' : vatRate);
  if (!before.ok || !percent.ok || !rate.ok) return price;
  const numerator = before.value * (10_000n - percent.value) * (10_000n + rate.value);
  return amountText(kopecks(divideRounded(numerator, 100_000_000n)));
};

/** Two lists say the same: names, quantities, prices and rates; ids are of no meaning, `set` gives new ones. */
export const sameLines = (a: readonly CrmLine[], b: readonly CrmLine[]): boolean =>
  a.length === b.length && a.every((line, index) => essence(line) === essence(b[index]));

const essence = (line: CrmLine | undefined): string =>
  line === undefined
    ? ''
    : [line.name, line.quantity, line.price, line.discountPercent, line.vatRate ?? 'none'].join('|');
