import type { IsoDate } from '../../kernel/date.ts';
import { parseDecimal, type Decimal } from '../../kernel/decimal.ts';
import { divideRounded, kopecks, sumMoney, ZERO, type Kopecks } from '../../kernel/money.ts';
import { addVat, splitGross, type VatRate, type VatSplit } from '../../kernel/vat.ts';
import type { TaxRegime } from '../party/party.ts';
import { defaultRate } from '../tax/regime-rates.ts';
import { vatPeriodOn } from '../tax/vat-periods.ts';
import type { Order, OrderLine } from './order.ts';

/** Sums of one line; all in kopecks of the order's currency. */
export type LineTotals = VatSplit & {
  readonly position: number;
  readonly quantity: Decimal;
  readonly rate: VatRate;
  /** Price per unit as the order gives it, before the discount. */
  readonly price: Kopecks;
  /** Графа 4: net / quantity to the kopeck. Графа 5 comes from the line, not from this price. */
  readonly priceWithoutVat: Kopecks;
  /** gross / quantity to the kopeck, discount and tax inside. */
  readonly priceWithVat: Kopecks;
};

/** One row «В том числе НДС …%». */
export type RateTotals = VatSplit & { readonly rate: VatRate };

export type Totals = VatSplit & {
  readonly lines: readonly LineTotals[];
  /** In the order in which the rates first appear. */
  readonly byRate: readonly RateTotals[];
};

/** All that sums depend on. */
type PricedLines = Pick<Order, 'lines' | 'priceIncludesVat'>;

const NOTHING: Decimal = { units: 0n, scale: 0 };

const decimalOr = (text: string, fallback: Decimal): Decimal => {
  const parsed = parseDecimal(text);
  return parsed.ok ? parsed.value : fallback;
};

const power10 = (scale: number): bigint => 10n ** BigInt(scale);

/** price · quantity · (1 − discount), rounded once, half up, per line (documents.md D5). */
const lineSum = (line: OrderLine, quantity: Decimal): Kopecks => {
  const discount = decimalOr(line.discountPercent || '0', NOTHING);
  const hundred = 100n * power10(discount.scale);
  return kopecks(
    divideRounded(line.price * quantity.units * (hundred - discount.units), power10(quantity.scale) * hundred),
  );
};

const perUnit = (sum: Kopecks, quantity: Decimal): Kopecks =>
  quantity.units === 0n ? ZERO : kopecks(divideRounded(sum * power10(quantity.scale), quantity.units));

const rateOf = (line: OrderLine, regime: TaxRegime | null, date: IsoDate): VatRate =>
  regime === null
    ? (line.vatRate ?? vatPeriodOn(date)?.general ?? 'none')
    : defaultRate(regime, date, line.kind, line.vatRate);

const lineTotals = (order: PricedLines, line: OrderLine, regime: TaxRegime | null, date: IsoDate): LineTotals => {
  const quantity = decimalOr(line.quantity, NOTHING);
  const rate = rateOf(line, regime, date);
  const sum = lineSum(line, quantity);
  const split = order.priceIncludesVat ? splitGross(sum, rate) : addVat(sum, rate);
  return {
    ...split,
    position: line.position,
    quantity,
    rate,
    price: line.price,
    priceWithoutVat: perUnit(split.net, quantity),
    priceWithVat: perUnit(split.gross, quantity),
  };
};

const sumSplits = (splits: readonly VatSplit[]): VatSplit => ({
  net: sumMoney(splits.map((split) => split.net)),
  vat: sumMoney(splits.map((split) => split.vat)),
  gross: sumMoney(splits.map((split) => split.gross)),
});

/**
 * Sums of an order for a seller of that regime and a date of shipment (documents.md §2.1). A quantity or discount that
 * is no number counts as nothing here; the check before issuing names it.
 */
export const computeTotals = (order: PricedLines, sellerRegime: TaxRegime | null, date: IsoDate): Totals => {
  const lines = order.lines.map((line) => lineTotals(order, line, sellerRegime, date));
  const rates = [...new Set(lines.map((line) => line.rate))];
  const byRate = rates.map((rate) => ({ rate, ...sumSplits(lines.filter((line) => line.rate === rate)) }));
  return { lines, byRate, ...sumSplits(lines) };
};
