import { formatDecimal } from '../../../kernel/decimal.ts';
import { formatMoney } from '../../../kernel/money.ts';
import { formatVatRate } from '../../../kernel/vat.ts';
import type { OrderLine } from '../../order/order.ts';
import type { LineTotals, Totals } from '../../order/totals.ts';
import { linesOf } from '../document-lines.ts';
import type { DocumentSource } from '../document-source.ts';
import { from, type TracedTree } from '../traced.ts';
import { orderLeaf } from './leaf.ts';

/** A line of the order with its sums and its place in the order. */
export type SummedLine = {
  readonly line: OrderLine;
  readonly sums: LineTotals;
  /** `lines[3]`: where the line stands in the order, whatever part of it the document prints. */
  readonly path: string;
  readonly index: number;
};

/** The lines that the document prints, in the order of its totals. */
export const summedLines = (source: DocumentSource, totals: Totals): SummedLine[] => {
  const placeByLine = new Map(source.order.lines.map((line, place) => [line, place]));
  return linesOf(source.kind, source.order).flatMap((line, index) => {
    const sums = totals.lines[index];
    const place = placeByLine.get(line);
    return sums === undefined || place === undefined ? [] : [{ line, sums, path: `lines[${place}]`, index }];
  });
};

/** Which of the two rows of a template prints the line: the last one stays on the page of the totals. */
export const placeFlags = (index: number, count: number): Record<'isLast' | 'isNotLast', boolean> => ({
  isLast: index === count - 1,
  isNotLast: index !== count - 1,
});

/** Tax columns are needed where one «в том числе» under the table cannot say it: several rates, prices without tax. */
export const needsVatColumns = (source: DocumentSource, totals: Totals): boolean =>
  totals.byRate.some(({ rate }) => rate !== 'none') && (totals.byRate.length > 1 || !source.order.priceIncludesVat);

/** Tax of a line or a total as a form prints it: «без НДС» or a sum. */
export const vatText = (sums: Pick<LineTotals, 'rate' | 'vat'>): string =>
  sums.rate === 'none' ? 'без НДС' : formatMoney(sums.vat);

/** Lines of an invoice or an act. */
export const lineViews = (source: DocumentSource, totals: Totals): { readonly [key: string]: TracedTree }[] => {
  const lines = summedLines(source, totals);
  const { order } = source;
  return lines.map(({ line, sums, path, index }) => ({
    index: String(index + 1),
    code: orderLeaf(order, `${path}.code`, line.code),
    name: orderLeaf(order, `${path}.name`, line.name),
    unitName: orderLeaf(order, `${path}.unitName`, line.unitName),
    quantity: orderLeaf(order, `${path}.quantity`, formatDecimal(sums.quantity)),
    // The price of one unit as it is paid, discount inside, so that price × quantity gives the sum beside it.
    price: orderLeaf(
      order,
      `${path}.price`,
      formatMoney(order.priceIncludesVat ? sums.priceWithVat : sums.priceWithoutVat),
    ),
    vatRate: from.computed(`order.${path}.vatRate`, formatVatRate(sums.rate)),
    vat: from.computed(`order.${path}.vatRate`, vatText(sums)),
    sum: from.computed(`order.${path}.price`, formatMoney(order.priceIncludesVat ? sums.gross : sums.net)),
    gross: from.computed(`order.${path}.price`, formatMoney(sums.gross)),
    ...placeFlags(index, lines.length),
  }));
};
