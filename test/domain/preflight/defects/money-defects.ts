import { isoDate } from '#shared/kernel/date.ts';
import type { DocumentSource, InvoiceBeside, OfferBeside } from '#shared/domain/document/document-source.ts';
import type { DocumentKind } from '#shared/domain/document/document.ts';
import { isPartKind } from '#shared/domain/document/invoice-part.ts';
import { NO_TERMS } from '#shared/domain/document/deal-terms.ts';
import { kopecks } from '#shared/kernel/money.ts';
import { anOrder, DEMO_PARTIES } from '#test/helpers/a-source.ts';
import { dated, defect, regime, type Defect } from '../defect.ts';
import { all, buyer, line, nothing, order, seller, sellerAccount, type Plant } from '../plant.ts';

const advance = { number: '10', date: isoDate('2026-10-16') };

/** The same advance, received on another day. */
const paid =
  (receivedOn: string): Plant =>
  (source) => ({
    ...source,
    advance: { number: '345', date: isoDate(receivedOn), receivedOn: isoDate(receivedOn), sum: kopecks(6_525_000) },
  });

/** The счет на предоплату that a счет на остаток stands after. */
const AN_ADVANCE: InvoiceBeside = {
  kind: 'invoice-advance',
  number: '1203',
  date: isoDate('2026-11-18'),
  sum: kopecks(1_000_00),
  paid: kopecks(0),
};

/** What an invoice for a part of an order needs to be clean; nothing for other kinds. */
export const partSource = (kind: DocumentKind): Partial<DocumentSource> =>
  isPartKind(kind)
    ? { order: anOrder({ paymentKind: 'halfAndHalf' }), invoices: kind === 'invoice-rest' ? [AN_ADVANCE] : [] }
    : {};

const beside =
  (...invoices: readonly InvoiceBeside[]): Plant =>
  (source) => ({ ...source, invoices });

const AN_OFFER: OfferBeside = {
  number: '7',
  date: isoDate('2026-11-10'),
  version: 2,
  agreedVersion: 2,
  sum: kopecks(1),
  validUntil: isoDate('2026-12-31'),
};

const offered =
  (offer: Partial<OfferBeside>): Plant =>
  (source) => ({ ...source, offer: { ...AN_OFFER, ...offer } });

const prepayment =
  (sum: number): Plant =>
  (source) => ({ ...source, terms: { ...NO_TERMS, prepayment: kopecks(sum) } });

/** Defects of tax, sums, dates of a счет-фактура and the payment code: R-T, R-S, R-Q. */
export const MONEY_DEFECTS: readonly Defect[] = [
  defect('R-C2', 'hint', 'invoice', 'offer.notAgreed', 'order.lines', offered({ agreedVersion: null })),
  defect('R-C2', 'warn', 'invoice', 'offer.otherVersion', 'order.lines', offered({ agreedVersion: 1 })),
  defect('R-C2', 'warn', 'invoice', 'offer.otherSum', 'order.lines', offered({})),
  defect('R-C2', 'hint', 'invoice', 'offer.expired', 'order.lines', offered({ validUntil: isoDate('2026-11-11') })),
  defect('R-A2', 'block', 'invoice-advance', 'part.sumMissing', 'order.terms.prepayment', nothing),
  defect('R-T4', 'block', 'invoice-advance', 'part.tooMuch', 'order.terms.prepayment', prepayment(999_999_999_99)),
  defect(
    'R-T4',
    'block',
    'invoice-rest',
    'part.nothingLeft',
    'order.lines',
    beside({ ...AN_ADVANCE, sum: kopecks(999_999_999_99) }),
  ),
  defect('R-T4', 'warn', 'invoice-rest', 'part.nothingBefore', 'order.terms.prepayment', nothing),
  defect('R-T4', 'block', 'invoice', 'part.askedTwice', 'order.lines', beside(AN_ADVANCE)),
  defect(
    'R-T4',
    'block',
    'invoice-advance',
    'part.askedTwice',
    'order.lines',
    all(prepayment(1_000_00), beside({ ...AN_ADVANCE, kind: 'invoice' })),
  ),
  defect('R-T1', 'block', 'upd', 'tax.rateNotAllowed', 'order.lines[1].vatRate', line({ vatRate: '20' }, 1)),
  defect('R-T1', 'block', 'invoice', 'tax.regimeUnknown', 'seller.taxPeriods', seller({ taxPeriods: [] })),
  defect('R-T1', 'block', 'act', 'tax.sellerForeign', 'seller.taxPeriods', regime('foreign')),
  defect(
    'R-T2',
    'block',
    'upd',
    'tax.exemptWithVat',
    'order.lines[0].vatRate',
    all(regime('usnExempt'), line({ vatRate: '22' })),
  ),
  defect('R-T3', 'warn', 'invoice', 'tax.statusUnconfirmed', 'seller.taxPeriods', regime('usnExempt', '2025-01-01')),
  defect(
    'R-T3',
    'warn',
    'invoice',
    'tax.yearEndAhead',
    'seller.taxPeriods',
    all(regime('usnExempt'), dated('2026-12-01')),
    { today: isoDate('2026-12-01') },
  ),
  defect(
    'R-T3',
    'hint',
    'invoice',
    'tax.buyerYearEnd',
    'buyer.taxPeriods',
    all(dated('2026-12-01'), buyer({ taxPeriods: DEMO_PARTIES.melnikova.taxPeriods })),
    { today: isoDate('2026-12-01') },
  ),
  defect('R-T4', 'block', 'invoice', 'line.negative', 'order.lines[0].price', line({ price: kopecks(-1) })),
  defect('R-T4', 'block', 'act', 'line.negative', 'order.lines[0].quantity', line({ quantity: '-1' })),
  defect(
    'R-T4',
    'block',
    'upd',
    'line.discountBad',
    'order.lines[0].discountPercent',
    line({ discountPercent: '101' }),
  ),
  defect('R-T5', 'warn', 'upd', 'tax.zeroRate', 'order.lines[0].vatRate', line({ vatRate: '0' })),
  defect('R-T6', 'warn', 'invoice', 'tax.severalRates', 'order.lines', line({ vatRate: '10' })),
  defect('R-S1', 'hint', 'upd', 'ship.dateMissing', 'order.shipDate', order({ shipDate: null })),
  defect('R-S1', 'block', 'upd', 'ship.dateBeforeShipment', 'date', order({ shipDate: isoDate('2026-11-21') })),
  defect('R-S1', 'warn', 'upd', 'ship.late', 'order.shipDate', order({ shipDate: isoDate('2026-11-14') })),
  defect('R-S2', 'block', 'upd', 'advance.notOffset', 'advances', nothing, { openAdvances: [advance] }),
  defect('R-S2', 'block', 'factura-advance', 'advance.noPayment', 'advances', (source) => ({
    ...source,
    advance: null,
  })),
  defect('R-S2', 'warn', 'factura-advance', 'advance.late', 'date', paid('2026-11-14')),
  defect('R-S2', 'block', 'factura-advance', 'advance.beforePayment', 'date', paid('2026-11-21')),
  defect('R-S2', 'block', 'upd', 'advance.notFound', 'advances', nothing, { offsetAdvances: [advance] }),
  defect(
    'R-S3',
    'warn',
    'upd',
    'ship.consignorAddress',
    'seller.actualAddress',
    all(regime('usnExempt'), seller({ legalAddress: '', actualAddress: '', postalAddress: '' })),
  ),
  defect(
    'R-S3',
    'warn',
    'upd',
    'ship.consigneeAddress',
    'buyer.actualAddress',
    buyer({ legalAddress: '', actualAddress: '', postalAddress: '' }),
  ),
  defect('R-S4', 'block', 'upd', 'form.editionUnknown', 'date', dated('2021-06-30')),
  defect('R-Q1', 'warn', 'invoice', 'qr.notRoubles', 'order.currency', order({ currency: 'USD' })),
  defect('R-Q1', 'warn', 'invoice', 'qr.sumNotPositive', 'order.lines', order({ lines: [] })),
  defect('R-Q1', 'warn', 'invoice', 'qr.fieldMissing', 'seller.bankAccount', sellerAccount({ bankName: '' })),
  defect(
    'R-Q1',
    'warn',
    'invoice',
    'qr.fieldTooLong',
    'seller.bankAccount',
    sellerAccount({ account: '407028106999900003030' }),
  ),
];
