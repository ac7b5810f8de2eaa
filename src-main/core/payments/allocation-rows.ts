import type { MatchProposal } from '#shared/domain/matching/types.ts';
import { asId, type PartyId } from '#shared/kernel/id.ts';
import { kopecks, type Kopecks } from '#shared/kernel/money.ts';
import type { ReadStores } from '../../ports/base.ts';
import type { AllocationRow, StoredOperation } from '../../ports/payments.ts';

export type RowMark = Pick<AllocationRow, 'how' | 'madeAt' | 'madeBy'>;

export type NewRow = Omit<AllocationRow, 'id'>;

/** The rows that a proposal becomes; null when it proposes nothing, or a rest that is nobody's. */
export const proposedRows = (
  read: Pick<ReadStores, 'documents' | 'incoming'>,
  operation: StoredOperation,
  proposal: MatchProposal,
  mark: RowMark,
): readonly NewRow[] | null => {
  const { kind, partyId, allocations, writeOffs, remainder, why, ruleId } = proposal;
  if (kind === 'unknown') return null;
  const common = {
    operationId: operation.id,
    why,
    ruleId,
    writeOff: null,
    confidence: Math.round(proposal.confidence * 100),
    ...mark,
  };
  if (kind !== 'payment') {
    if (kind === 'advance' && partyId === null) return null;
    return [{ ...common, kind, partyId, documentId: null, sum: operation.sum }];
  }
  const payee = (documentId: AllocationRow['documentId']): PartyId | null =>
    documentId === null ? null : ((read.documents.get(documentId) ?? read.incoming.get(documentId))?.partyId ?? null);
  const owner = partyId ?? payee(allocations[0]?.documentId ?? null);
  if (remainder > 0n && owner === null) return null;
  return [
    ...allocations.map(({ documentId, sum }) => ({
      ...common,
      kind,
      documentId,
      sum,
      partyId: payee(documentId),
    })),
    // What a supplier was paid short is still owed to him.
    ...writeOffs
      .filter(({ documentId }) => read.incoming.get(documentId) === null)
      .map(({ documentId, sum, reason }) => ({
        ...common,
        kind,
        documentId,
        sum,
        writeOff: reason,
        partyId: payee(documentId),
      })),
    ...(remainder > 0n
      ? [{ ...common, kind: 'advance' as const, partyId: owner, documentId: null, sum: remainder }]
      : []),
  ];
};

/** The rows of documents that a person chose; what they do not take is an advance of the first one's party. */
export const chosenRows = (
  { id }: StoredOperation,
  parts: readonly { readonly documentId: string; readonly partyId: PartyId; readonly sum: bigint }[],
  rest: Kopecks,
  mark: RowMark,
): readonly NewRow[] => {
  const common = {
    operationId: id,
    why: 'Выбрано человеком',
    ruleId: null,
    writeOff: null,
    confidence: 100,
    ...mark,
  };
  const [first] = parts;
  return [
    ...parts.map(({ documentId, partyId, sum }) => ({
      ...common,
      partyId,
      documentId: asId<'document'>(documentId),
      sum: kopecks(sum),
      kind: 'payment' as const,
    })),
    ...(rest > 0n && first !== undefined
      ? [{ ...common, kind: 'advance' as const, partyId: first.partyId, documentId: null, sum: rest }]
      : []),
  ];
};
