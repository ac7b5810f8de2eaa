import type { z } from 'zod';
import type { paymentRow } from '#shared/contract/payments.ts';
import { otherSideOf } from '#shared/domain/bank/operation.ts';
import type { MatchProposal, WriteOff } from '#shared/domain/matching/types.ts';
import { matchWarningText } from '#shared/text/match-texts.ts';
import { asId } from '#shared/kernel/id.ts';
import { kopecks, moneyToDecimal, sumMoney, type Kopecks } from '#shared/kernel/money.ts';
import type { ReadStores } from '../../ports/base.ts';
import type { AllocationRow, DealDocument, StoredOperation } from '../../ports/payments.ts';
import { BILL_KINDS } from '#shared/domain/incoming/incoming.ts';
import { INVOICE_KINDS } from '#shared/domain/payment/paper-roles.ts';

export type PaymentRow = z.infer<typeof paymentRow>;

/** Makes rows of a list; documents and parties are looked up once for all of them. */
export type RowMaker = {
  readonly row: (
    operation: StoredOperation,
    settled: readonly AllocationRow[],
    proposal: MatchProposal | undefined,
  ) => PaymentRow;
  readonly allocation: (
    documentId: string,
    sum: Kopecks,
    writeOff?: WriteOff['reason'] | null,
  ) => PaymentRow['invoices'][number];
  readonly documents: readonly DealDocument[];
};

export const createRowMaker = (read: ReadStores): RowMaker => {
  const documents = read.payments.documents([...INVOICE_KINDS, ...BILL_KINDS]);
  const documentsById = new Map<string, DealDocument>(documents.map((document) => [document.id, document]));
  const names = new Map<string, string>();
  const partyName = (id: string): string => {
    const known = names.get(id) ?? read.parties.get(asId(id))?.shortName ?? '';
    names.set(id, known);
    return known;
  };
  const nameOf = (id: string): string => {
    const document = documentsById.get(id);
    return document === undefined ? partyName(id) : `Счёт № ${document.number}`;
  };
  const allocation: RowMaker['allocation'] = (documentId, sum, writeOff = null) => {
    const document = documentsById.get(documentId);
    return {
      documentId,
      number: document?.number ?? '',
      date: document?.date ?? '1970-01-01',
      order: document?.orderNumber ?? '',
      orderId: document?.orderId ?? null,
      counterparty: document === undefined ? '' : partyName(document.partyId),
      sum: moneyToDecimal(sum),
      outstanding: moneyToDecimal(document === undefined ? kopecks(0n) : outstandingOf(document)),
      writeOff,
    };
  };

  const common = (operation: StoredOperation) => {
    const { id, importId, account, organisationId, direction, number, bookedOn, sum, purpose } = operation;
    const side = otherSideOf(operation);
    return {
      id,
      importId,
      account,
      organisationId,
      direction,
      number,
      purpose,
      organisation: partyName(organisationId),
      date: bookedOn,
      sum: moneyToDecimal(sum),
      counterparty: side.name,
      inn: side.inn ?? '',
    };
  };

  const settledRow = (operation: StoredOperation, rows: readonly AllocationRow[]): PaymentRow => {
    const [first] = rows;
    const how = first?.how ?? 'manual';
    const partyId = rows.find((row) => row.partyId !== null)?.partyId ?? null;
    const onDocuments = rows.filter(({ documentId }) => documentId !== null);
    const advances = rows.filter(({ kind, documentId }) => kind === 'advance' && documentId === null);
    return {
      ...common(operation),
      zone: how === 'auto' ? 'auto' : how === 'confirmed' ? 'confirm' : 'manual',
      isSettled: true,
      how,
      kind: first?.kind ?? 'unknown',
      partyId,
      party: partyName(partyId ?? ''),
      invoices: onDocuments.map(({ documentId, sum, writeOff }) => allocation(documentId ?? '', sum, writeOff)),
      remainder: moneyToDecimal(sumMoney(advances.map(({ sum }) => sum))),
      confidence: (first?.confidence ?? 100) / 100,
      why: first?.why ?? '',
      warnings: [],
      candidates: [],
    };
  };

  const proposedRow = (operation: StoredOperation, proposal: MatchProposal | undefined): PaymentRow => ({
    ...common(operation),
    zone: proposal?.zone ?? 'manual',
    isSettled: false,
    how: null,
    kind: proposal?.kind ?? 'unknown',
    partyId: proposal?.partyId ?? null,
    party: partyName(proposal?.partyId ?? ''),
    invoices: [
      ...(proposal?.allocations ?? []).map(({ documentId, sum }) => allocation(documentId, sum)),
      ...(proposal?.writeOffs ?? []).map(({ documentId, sum, reason }) => allocation(documentId, sum, reason)),
    ],
    remainder: moneyToDecimal(proposal?.remainder ?? operation.sum),
    confidence: proposal?.confidence ?? 0,
    why: proposal?.why ?? '',
    warnings: (proposal?.warnings ?? []).map((warning) => matchWarningText(warning, nameOf)),
    candidates: (proposal?.candidates ?? []).flatMap((id) => {
      const document = documentsById.get(id);
      return document === undefined ? [] : [allocation(id, outstandingOf(document))];
    }),
  });

  return {
    documents,
    allocation,
    row: (operation, settled, proposal) =>
      operation.isSettled ? settledRow(operation, settled) : proposedRow(operation, proposal),
  };
};

/** Money that comes in is put on invoices of ours, money that goes out on bills of others; an unclear one on either. */
export const payableKinds = ({ direction }: Pick<StoredOperation, 'direction'>): readonly string[] => [
  ...(direction === 'outgoing' ? [] : INVOICE_KINDS),
  ...(direction === 'incoming' ? [] : BILL_KINDS),
];

/** What a document still waits for; never below zero. */
export const outstandingOf = ({ sum, paid }: DealDocument): Kopecks => (paid < sum ? kopecks(sum - paid) : kopecks(0n));
