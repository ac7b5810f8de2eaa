import { kopecks, sumMoney, ZERO, type Kopecks } from '../../kernel/money.ts';
import type { VatSplit } from '../../kernel/vat.ts';
import { halvesOf } from '../order/halves.ts';
import { shareByRate } from '../order/share-by-rate.ts';
import type { RateTotals, Totals } from '../order/totals.ts';
import { documentTotals } from './document-lines.ts';
import type { DocumentSource } from './document-source.ts';
import type { DocumentKind } from './document.ts';

/** Invoices for a part of an order: what is paid before the work, and what is left (PRD-19, PRD-46, PRD-47). */
export const PART_KINDS = ['invoice-advance', 'invoice-rest'] as const satisfies readonly DocumentKind[];
export type PartKind = (typeof PART_KINDS)[number];

export const isPartKind = (kind: DocumentKind): kind is PartKind => PART_KINDS.some((known) => known === kind);

export type InvoicePart = {
  /** The whole order. */
  readonly whole: Totals;
  /** What this invoice asks for, tax inside. */
  readonly toPay: VatSplit & { readonly byRate: readonly RateTotals[] };
  /** What other invoices ask for or have brought, whichever is more. The rest of an order is what they leave. */
  readonly covered: Kopecks;
};

type PartSource = Pick<DocumentSource, 'kind' | 'order' | 'organisation' | 'date' | 'terms' | 'invoices'>;

/**
 * Sum of the first payment: what people agreed, else what the way of payment means. Half of an order has the odd kopeck in the
 * advance. Null where an order is paid afterwards and nobody named a sum.
 */
export const prepaymentOf = ({ order, terms }: Pick<PartSource, 'order' | 'terms'>, whole: Kopecks): Kopecks | null => {
  const agreed = terms?.prepayment ?? null;
  if (agreed !== null) return agreed;
  if (order.paymentKind === 'postpayment') return null;
  return order.paymentKind === 'prepayment' ? whole : halvesOf(whole).advance;
};

const totalled = (byRate: readonly RateTotals[]): InvoicePart['toPay'] => ({
  net: sumMoney(byRate.map(({ net }) => net)),
  vat: sumMoney(byRate.map(({ vat }) => vat)),
  gross: sumMoney(byRate.map(({ gross }) => gross)),
  byRate,
});

/** All of the price has the tax of its lines, rounded line by line; a part of it the tax of its own sum. */
const shareOf = (part: Kopecks, { gross, byRate }: Totals): readonly RateTotals[] =>
  part === gross ? byRate : shareByRate(part, byRate);

const less = (byRate: readonly RateTotals[], taken: readonly RateTotals[]): readonly RateTotals[] =>
  byRate.map((row, index) => {
    const away = taken[index] ?? { net: ZERO, vat: ZERO, gross: ZERO };
    return {
      rate: row.rate,
      net: kopecks(row.net - away.net),
      vat: kopecks(row.vat - away.vat),
      gross: kopecks(row.gross - away.gross),
    };
  });

/**
 * The part of an order that its invoice asks for. An advance and the rest after it add up to the order to the kopeck, sum and tax. A
 * client who paid more than he was asked owes less; one who paid less still has the first invoice to pay.
 */
export const partOf = (source: PartSource): InvoicePart => {
  const whole = documentTotals(source.kind, source.order, source.organisation, source.date);
  if (source.kind === 'invoice-advance') {
    const sum = prepaymentOf(source, whole.gross) ?? ZERO;
    return { whole, covered: ZERO, toPay: totalled(shareOf(sum, whole)) };
  }
  const covered = sumMoney((source.invoices ?? []).map(({ sum, paid }) => (paid > sum ? paid : sum)));
  return { whole, covered, toPay: totalled(less(whole.byRate, shareOf(covered, whole))) };
};
