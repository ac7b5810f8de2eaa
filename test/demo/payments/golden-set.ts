import { demoData } from '#shared/demo/demo-data.ts';
import { demoPayments } from '#shared/demo/payments/demo-payments.ts';
import type { GoldenAnswer } from '#shared/demo/payments/demo-operation.ts';
import type { MatchInput, MatchProposal } from '#shared/domain/matching/types.ts';
import { isoDate } from '#shared/kernel/date.ts';

const TODAY = isoDate('2026-11-21');

export const goldenSet = demoPayments(demoData(TODAY), TODAY);

export const goldenInput: MatchInput = {
  ...goldenSet.ground,
  operations: goldenSet.operations.map(({ operation }) => operation),
  rules: [],
  thresholdsByOrganisation: new Map(),
};

const allocationText = ({ allocations }: Pick<MatchProposal, 'allocations'>): string =>
  allocations
    .map(({ documentId, sum }) => `${documentId}=${sum}`)
    .toSorted()
    .join(' ');

/** The same kind, party, documents and sums. */
export const isRight = (proposal: MatchProposal, golden: GoldenAnswer): boolean =>
  proposal.kind === golden.kind &&
  proposal.partyId === golden.partyId &&
  proposal.remainder === golden.remainder &&
  allocationText(proposal) === allocationText(golden);

/** It would post itself though it is wrong, or though a person must look. */
export const isWrongAuto = (proposal: MatchProposal, golden: GoldenAnswer): boolean =>
  proposal.zone === 'auto' && (!isRight(proposal, golden) || !golden.mayPost);
