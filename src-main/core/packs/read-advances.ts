import type { AdvancePayment, InvoiceBeside, OffsetAdvance } from '#shared/domain/document/document-source.ts';
import type { IssuedDocument } from '#shared/domain/document/document.ts';
import { paymentText } from '#shared/domain/document/views/factura-parts.ts';
import type { Order } from '#shared/domain/order/order.ts';
import { INVOICE_KINDS, SHIPMENT_KINDS } from '#shared/domain/payment/paper-roles.ts';
import type { IsoDate } from '#shared/kernel/date.ts';
import { kopecks, sumMoney } from '#shared/kernel/money.ts';
import type { ReadStores } from '../../ports/base.ts';
import type { Receipt } from '../../ports/payments.ts';

/** A счет-фактура on an advance that is in force, and the payment that its line 5 names; null: that one was taken back. */
export type AdvanceFactura = OffsetAdvance & { readonly payment: AdvancePayment | null };

export type Advances = {
  /** Payments of the order's invoices that came before its shipment, oldest first; one payment order is one. */
  readonly prepayments: readonly AdvancePayment[];
  readonly facturas: readonly AdvanceFactura[];
  /** Invoices in force with what came for each. */
  readonly invoices: readonly InvoiceBeside[];
};

/** What was asked for, what was paid ahead, and which of it has its счет-фактура (documents.md §2.1, §9). */
export const readAdvances = (
  stores: Pick<ReadStores, 'payments' | 'documents'>,
  order: Order,
  issued: readonly IssuedDocument[],
): Advances => {
  const asked = issued.filter(({ kind }) => INVOICE_KINDS.includes(kind));
  const receipts = asked.length === 0 ? [] : stores.payments.ofDocuments(asked.map(({ id }) => id));
  const prepayments = prepaymentsOf(receipts, shippedOn(order, issued));
  const facturas = issued
    .filter(({ kind }) => kind === 'factura-advance')
    .map(({ id, version, number, date, revision = null }): AdvanceFactura => {
      const named = stores.documents.snapshotOf(id, version)?.data['payments'];
      return { number, date, revision, payment: prepayments.find((one) => paymentText(one) === named) ?? null };
    });
  const invoices = asked.map(({ id, kind, number, date, sum }): InvoiceBeside => {
    const own = receipts.filter(({ documentId, writeOff }) => documentId === id && writeOff === null);
    const paid = sumMoney(own.map((one) => kopecks(one.kind === 'refund' ? -one.sum : one.sum)));
    return { kind, number, date, sum, paid };
  });
  return { prepayments, facturas, invoices };
};

const prepaymentsOf = (receipts: readonly Receipt[], shipped: IsoDate | null): readonly AdvancePayment[] => {
  const paid = receipts.filter(
    ({ kind, direction, writeOff, bookedOn }) =>
      kind === 'payment' && direction === 'incoming' && writeOff === null && (shipped === null || bookedOn < shipped),
  );
  const byOperation = new Map<string, AdvancePayment>();
  for (const { operationId, number, date, bookedOn, sum } of paid) {
    const known = byOperation.get(operationId);
    byOperation.set(operationId, { number, date, receivedOn: bookedOn, sum: kopecks((known?.sum ?? 0n) + sum) });
  }
  return [...byOperation.values()];
};

/** The day after which a payment is no advance any more. */
const shippedOn = ({ shipDate }: Order, issued: readonly IssuedDocument[]): IsoDate | null =>
  shipDate ??
  issued
    .filter(({ kind }) => SHIPMENT_KINDS.includes(kind))
    .map(({ date }) => date)
    .toSorted()[0] ??
  null;

/** The first payment that no счет-фактура names yet. */
export const openPrepayment = ({ prepayments, facturas }: Advances): AdvancePayment | null =>
  prepayments.find((one) => facturas.every(({ payment }) => payment !== one)) ?? null;

/** What a shipment of this date sets off: advances with a счет-фактура of that day or earlier. */
export const setOffOn = ({ facturas }: Advances, date: IsoDate): readonly AdvanceFactura[] =>
  facturas.filter((factura) => factura.date <= date);
