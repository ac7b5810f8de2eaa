import { expect, test } from 'vitest';
import type { DocumentKind } from '#shared/domain/document/document.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { asId } from '#shared/kernel/id.ts';
import { kopecks, ZERO } from '#shared/kernel/money.ts';
import { dealingsOf } from '#main/core/papers/dealings.ts';
import type { DocumentSummary, ReadStores } from '#main/ports/base.ts';
import type { Receipt } from '#main/ports/payments.ts';
import { aDocument, aUser, NEW_WAY } from '#test/helpers/a-filled-base.ts';
import { anOrder } from '#test/helpers/a-source.ts';

const { organisationId, partyId } = aDocument();
const TO = isoDate('2026-11-30');

const paper = (kind: DocumentKind, number: string, sum: number, orderId: string): DocumentSummary => ({
  ...aDocument({ id: asId(`${kind}-${number}`), kind, number, sum: kopecks(sum), orderId: asId(orderId) }),
  ...NEW_WAY,
  partyName: '',
  organisationName: '',
  orderNumber: '',
});

const receipt = (operationId: string, sum: number, more: Partial<Receipt> = {}): Receipt => ({
  id: `${operationId}-${sum}`,
  operationId,
  kind: 'payment',
  partyId,
  documentId: null,
  sum: kopecks(sum),
  writeOff: null,
  how: 'auto',
  confidence: 100,
  why: '',
  ruleId: null,
  madeAt: aDocument().issuedAt,
  madeBy: aUser().id,
  organisationId,
  direction: 'incoming',
  bookedOn: isoDate('2026-11-25'),
  number: '77',
  date: isoDate('2026-11-24'),
  purpose: '',
  ...more,
});

/** The register and the payments as the store would answer; no other part of the base is asked. */
const stores = (documents: readonly DocumentSummary[], receipts: readonly Receipt[], currency = 'RUB') =>
  ({
    documents: { list: () => ({ total: documents.length, items: documents }) },
    orders: { get: () => anOrder({ currency }) },
    payments: { receipts: () => receipts },
  }) as unknown as Pick<ReadStores, 'documents' | 'orders' | 'payments'>;

const read = (...of: Parameters<typeof stores>) => dealingsOf(stores(...of), organisationId, partyId, TO);

test('an invoice, a счет-фактура and a waybill are no sale; УПД, акт and ТОРГ-12 are', () => {
  const kinds: readonly DocumentKind[] = ['invoice', 'factura', 'waybill', 'upd', 'act', 'torg12'];
  const { entries } = read(
    kinds.map((kind, index) => paper(kind, String(index), 100_00, `order-${index}`)),
    [],
  );
  expect(entries.map(({ text }) => text.split(' № ')[0])).toHaveLength(3);
});

test('a payment put on two invoices stands once with its whole sum; a refund goes to the other side', () => {
  const { entries } = read(
    [],
    [
      receipt('a', 60_00),
      receipt('a', 40_00),
      receipt('b', 5_00, { direction: 'outgoing', kind: 'refund', number: '9' }),
      receipt('c', 1_00, { writeOff: 'rounding' }),
    ],
  );
  expect(entries.map(({ text, debit, credit }) => [text, debit, credit])).toEqual([
    ['Платежное поручение № 77 от 24.11.2026', ZERO, kopecks(100_00)],
    ['Платежное поручение № 9 от 24.11.2026', kopecks(5_00), ZERO],
  ]);
});

test('what happens after the last day is left out', () => {
  expect(read([], [receipt('a', 60_00, { bookedOn: isoDate('2026-12-01') })]).entries).toEqual([]);
});

test('a ТОРГ-12 beside the УПД of the same order and sum is named as a double', () => {
  const same = [paper('upd', '1', 100_00, 'order-1'), paper('torg12', '1', 100_00, 'order-1')];
  expect(read(same, []).doubles).toHaveLength(1);
  expect(read([paper('upd', '1', 100_00, 'order-1'), paper('act', '1', 50_00, 'order-1')], []).doubles).toEqual([]);
});

test('documents of an order in another currency are named, not added', () => {
  expect(read([paper('upd', '1', 100_00, 'order-1')], [], 'EUR').foreign).toHaveLength(1);
});
