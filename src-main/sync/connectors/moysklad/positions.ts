import { amountText, decimalOf, floatKopecks } from '#shared/domain/crm/amount.ts';
import type { Json, JsonObject } from '#shared/domain/crm/json.ts';
import { plainText } from '#shared/domain/crm/plain-text.ts';
import type { CrmLine } from '#shared/domain/crm/row.ts';
import { parseMoney } from '#shared/kernel/money.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { z } from 'zod';
import { linked, nameOfLink, text } from './wire.ts';

const position = z.looseObject({
  id: z.string(),
  quantity: z.unknown().optional(),
  price: z.unknown().optional(),
  discount: z.unknown().optional(),
  vat: z.unknown().optional(),
  vatEnabled: z.unknown().optional(),
  assortment: linked,
});

export type PositionProblem = { readonly field: string; readonly message: string; readonly value: Json };

/** How the document treats VAT: prices with it or without, and whether there is any. */
export type VatRules = { readonly vatEnabled: boolean; readonly vatIncluded: boolean };

/** Positions of a document with their goods expanded. All that is wrong is named at once. */
export const linesOf = (
  positions: readonly JsonObject[],
  rules: VatRules,
): Result<readonly CrmLine[], readonly PositionProblem[]> => {
  const problems: PositionProblem[] = [];
  const lines = positions.flatMap((raw, index) => {
    const line = lineOf(raw, rules);
    if (line.ok) return [line.value];
    problems.push({
      field: `positions.${index}.${line.error}`,
      message: PROBLEMS[line.error],
      value: raw[line.error] ?? null,
    });
    return [];
  });
  return problems.length > 0 ? err(problems) : ok(lines);
};

type Wrong = 'row' | 'price' | 'quantity' | 'assortment';
const PROBLEMS: Readonly<Record<Wrong, string>> = {
  row: 'Позиция пришла в незнакомом виде.',
  price: 'Цена задана точнее копейки: округлите её в заказе МойСклад.',
  quantity: 'Количество не читается как число.',
  assortment: 'У позиции не видно товара: проверьте права сотрудника на товары.',
};

const lineOf = (raw: JsonObject, { vatEnabled, vatIncluded }: VatRules): Result<CrmLine, Wrong> => {
  const parsed = position.safeParse(raw);
  if (!parsed.success) return err('row');
  const it = parsed.data;
  const name = nameOfLink(it.assortment);
  if (name === null) return err('assortment');
  const [quantity, price] = [decimalOf(it.quantity ?? 0), floatKopecks(it.price ?? 0)];
  if (!price.ok) return err('price');
  if (!quantity.ok || quantity.value.startsWith('-')) return err('quantity');
  const discount = decimalOf(it.discount ?? 0);
  const uom = linked.parse(it.assortment?.['uom']);
  const rate = decimalOf(it.vat ?? null);
  const hasVat = vatEnabled && it.vatEnabled !== false && rate.ok;
  return ok({
    id: it.id,
    kind: it.assortment?.meta.type === 'service' ? 'service' : 'goods',
    code: text.parse(it.assortment?.['article']) || text.parse(it.assortment?.['code']),
    name: plainText(name),
    unitName: nameOfLink(uom) ?? 'шт',
    unitCode: text.parse(uom?.['code']),
    quantity: quantity.value,
    price: amountText(price.value),
    discountPercent: discount.ok && !discount.value.startsWith('-') ? discount.value : '0',
    vatRate: hasVat && rate.ok ? rate.value : 'none',
    vatIncluded,
  });
};

/** Our lines as positions of a body: the list replaces the old one, lines with a known id stay the same ones. */
export const positionOf = (line: CrmLine, assortment: Json): JsonObject => {
  const price = parseMoney(line.price);
  const hasVat = line.vatRate !== null && line.vatRate !== 'none';
  return {
    ...(line.id === null ? {} : { id: line.id }),
    quantity: Number(line.quantity),
    price: price.ok ? Number(price.value) : 0,
    discount: Number(line.discountPercent),
    vat: hasVat ? Number(line.vatRate) : 0,
    vatEnabled: hasVat,
    assortment,
  };
};
