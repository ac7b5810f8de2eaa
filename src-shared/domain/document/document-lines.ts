import type { IsoDate } from '../../kernel/date.ts';
import { ZERO } from '../../kernel/money.ts';
import type { VatSplit } from '../../kernel/vat.ts';
import { computeTotals, type Totals } from '../order/totals.ts';
import type { Order, OrderLine } from '../order/order.ts';
import type { Organisation } from '../party/party.ts';
import { regimeOn } from '../tax/regime-on.ts';
import { taxDateOf } from '../tax/tax-date.ts';
import type { DocumentKind } from './document.ts';
import { KINDS } from './kinds/index.ts';

/**
 * Which lines of an order a document closes or names. Goods are closed by the УПД and services by the act, so that a
 * mixed order is closed once, not twice; an order of one sort is closed whole by whichever of the two is issued.
 */
export const linesOf = (kind: DocumentKind, order: Order): readonly OrderLine[] => {
  const { lines } = KINDS[kind];
  const wanted = lines === 'services' ? 'service' : lines;
  const chosen = wanted === 'all' ? order.lines : order.lines.filter((line) => line.kind === wanted);
  return chosen.length > 0 ? chosen : order.lines;
};

/** Sums of the lines a document prints. Regime and rate follow the date of shipment, else the document's own (documents.md §2.1). */
export const documentTotals = (kind: DocumentKind, order: Order, organisation: Organisation, date: IsoDate): Totals => {
  const taxDate = taxDateOf({ order, date });
  return computeTotals({ ...order, lines: linesOf(kind, order) }, regimeOn(organisation.party, taxDate), taxDate);
};

const NOTHING: VatSplit = { net: ZERO, vat: ZERO, gross: ZERO };

/** The money a document stands for in the register: a framework contract and a waybill carry none. */
export const documentSum = (kind: DocumentKind, order: Order, organisation: Organisation, date: IsoDate): VatSplit =>
  KINDS[kind].carriesSum ? documentTotals(kind, order, organisation, date) : NOTHING;
