import { formatMoney } from '../../../kernel/money.ts';
import { NBSP } from '../../../kernel/text.ts';
import { formatVatRate } from '../../../kernel/vat.ts';
import type { RateTotals, Totals } from '../../order/totals.ts';
import { vatExemptText } from '../../tax/regime-rates.ts';
import { sellerRegimeOf } from '../../tax/tax-date.ts';
import { amountInWords } from '../../words/amount-in-words.ts';
import type { DocumentSource } from '../document-source.ts';
import { from, type Traced, type TracedTree } from '../traced.ts';

const FIELD = 'order.lines';

const sumLeaf = (text: string): Traced => from.computed(FIELD, text);

const row = (label: string, sum: string): TracedTree => ({ label: from.computed(FIELD, label), sum: sumLeaf(sum) });

/** «руб.» or the letters of another currency. */
export const currencyMark = (currency: string): string => (currency === 'RUB' ? 'руб.' : currency);

/** One row per taxed rate; a document without any tax says why. */
export const vatRows = (
  source: DocumentSource,
  byRate: readonly RateTotals[],
  label: (rate: string) => string,
): TracedTree[] => {
  const taxed = byRate.filter(({ rate }) => rate !== 'none');
  if (taxed.length === 0) return [row(`${vatExemptText(sellerRegimeOf(source))}:`, '—')];
  return taxed.map(({ rate, vat }) => row(label(formatVatRate(rate)), formatMoney(vat)));
};

const totalRows = (source: DocumentSource, totals: Totals, finalLabel: string): readonly TracedTree[] =>
  source.order.priceIncludesVat
    ? [
        row('Итого:', formatMoney(totals.gross)),
        ...vatRows(source, totals.byRate, (rate) => `В том числе НДС ${rate}:`),
        row(finalLabel, formatMoney(totals.gross)),
      ]
    : [
        row('Итого без НДС:', formatMoney(totals.net)),
        ...vatRows(source, totals.byRate, (rate) => `НДС ${rate}:`),
        row(finalLabel, formatMoney(totals.gross)),
      ];

/** Totals under the table of an invoice or an act (documents.md §5). */
export const totalsView = (source: DocumentSource, totals: Totals, finalLabel: string) => {
  const mark = currencyMark(source.order.currency);
  return {
    rows: totalRows(source, totals, finalLabel),
    net: sumLeaf(formatMoney(totals.net)),
    vat: sumLeaf(formatMoney(totals.vat)),
    gross: sumLeaf(formatMoney(totals.gross)),
    count: sumLeaf(String(totals.lines.length)),
    countLine: sumLeaf(
      `Всего наименований ${totals.lines.length}, на сумму ${formatMoney(totals.gross)}${NBSP}${mark}`,
    ),
    grossWords: sumLeaf(amountInWords(totals.gross, source.order.currency)),
  };
};

/** «в т.ч. НДС 22% 45 081,97 руб.» or «без НДС», for the purpose of a payment. */
export const vatPhrase = (byRate: readonly RateTotals[], currency: string): string => {
  const taxed = byRate.filter(({ rate }) => rate !== 'none');
  if (taxed.length === 0) return 'без НДС';
  return `в т.ч. ${taxed.map(({ rate, vat }) => `НДС ${formatVatRate(rate)} ${formatMoney(vat)} ${currencyMark(currency)}`).join(', ')}`;
};
