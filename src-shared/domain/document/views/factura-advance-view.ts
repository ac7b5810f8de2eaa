import { formatMoney } from '../../../kernel/money.ts';
import { formatVatRate } from '../../../kernel/vat.ts';
import type { RateTotals } from '../../order/totals.ts';
import { advanceSum, advanceTotals } from '../advance-totals.ts';
import type { DocumentSource, DocumentView } from '../document-source.ts';
import { titleOf } from '../titles.ts';
import { from, splitTraced, type Traced, type TracedTree } from '../traced.ts';
import { contractNumber } from './basis-line.ts';
import { facturaHead, facturaSigners, orderNumber, paymentsLeaf } from './factura-parts.ts';
import { column14View, UNTRACED } from './factura-view.ts';
import { docView, revisionView } from './head-view.ts';
import { DASH } from './leaf.ts';
import { placeFlags } from './lines-view.ts';

/** What the money came for, in general words: the goods are not shipped yet (documents.md §9). */
const subjectText = ({ order }: DocumentSource): string => {
  if (order.business === 'freight') return 'транспортные услуги';
  const hasGoods = order.lines.some(({ kind }) => kind === 'goods');
  const hasServices = order.lines.some(({ kind }) => kind === 'service');
  if (hasGoods && hasServices) return 'товары и услуги';
  return hasServices ? 'услуги' : 'товары';
};

const leaf = (text: string): Traced => from.computed('document.advance', text);

const nameLeaf = (source: DocumentSource): Traced => {
  const basis = source.contract
    ? `по договору ${contractNumber(source.contract)}`
    : `по заказу ${orderNumber(source.order)}`;
  return from.computed('document.advance', `Предоплата за ${subjectText(source)} ${basis}`);
};

/** Columns 2–6 and 10–11 are empty for an advance. */
const lineView = (source: DocumentSource, row: RateTotals, index: number, count: number): TracedTree => {
  return {
    index: String(index + 1),
    name: nameLeaf(source),
    kindCode: DASH,
    unitCode: DASH,
    unitName: DASH,
    quantity: DASH,
    price: DASH,
    net: DASH,
    excise: DASH,
    vatRate: leaf(formatVatRate(row.rate)),
    vat: leaf(formatMoney(row.vat)),
    gross: leaf(formatMoney(row.gross)),
    countryCode: DASH,
    countryName: DASH,
    declaration: DASH,
    ...UNTRACED,
    ...placeFlags(index, count),
  };
};

/** Счет-фактура on an advance (documents.md §9): line 5 names the payment, the rates are the calculated ones of its day. */
export const facturaAdvanceView = (given: DocumentSource): DocumentView => {
  const source = { ...given, kind: 'factura-advance' } as const;
  const rows = advanceTotals(source);
  const sum = advanceSum(rows);
  return splitTraced({
    ...facturaHead(source),
    ...column14View(source),
    doc: { ...docView(source, titleOf('factura')), ...revisionView(source) },
    consignor: DASH,
    consignee: DASH,
    payments: paymentsLeaf(source.advance ? [source.advance] : []),
    advanceInvoices: DASH,
    shipmentDocs: DASH,
    lines: rows.map((row, index) => lineView(source, row, index, rows.length)),
    totals: {
      net: DASH,
      vat: from.computed('document.advance', formatMoney(sum.vat)),
      gross: from.computed('document.advance', formatMoney(sum.gross)),
    },
    sign: facturaSigners(source, true),
  });
};
