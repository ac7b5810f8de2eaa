import type { Allocation, MatchOperation, ProposalKind } from '../../domain/matching/types.ts';
import type { PartyId } from '../../kernel/id.ts';
import type { Kopecks } from '../../kernel/money.ts';

/** Kinds of planted operations, with how many of each there are (product.md §8.5). */
export const GROUP_SIZES = {
  exact: 260,
  misspelt: 22,
  several: 14,
  partial: 18,
  over: 6,
  rounding: 3,
  group: 2,
  thirdParty: 5,
  twinNames: 6,
  unknownPayer: 8,
  refund: 4,
  noDocument: 48,
  twinOperations: 4,
  oldVatRate: 5,
  budget: 3,
} as const;

export type DemoGroup = keyof typeof GROUP_SIZES;

/** What the operation really is, known because it was made so. */
export type GoldenAnswer = {
  readonly kind: ProposalKind;
  readonly partyId: PartyId | null;
  readonly allocations: readonly Allocation[];
  readonly remainder: Kopecks;
  /** False where a person must look, however sure the machine is. */
  readonly mayPost: boolean;
};

/** A line of the demo's statements with the answer to it. */
export type DemoOperation = {
  readonly group: DemoGroup;
  /** Number of the payment order. */
  readonly number: string;
  /** The account of ours in whose statement it stands. */
  readonly account: string;
  readonly operation: MatchOperation;
  readonly golden: GoldenAnswer;
};

/** What a maker of a group says; the date, the account and the number are added when all are put together. */
export type Draft = {
  readonly group: DemoGroup;
  readonly organisationId: PartyId;
  readonly direction: MatchOperation['direction'];
  readonly counterparty: MatchOperation['counterparty'];
  readonly sum: Kopecks;
  readonly purpose: string;
  readonly kind?: string;
  readonly budget?: MatchOperation['budget'];
  /** Order in time among drafts of the same chain; the same `day` word puts drafts on one day. */
  readonly day?: string;
  readonly step?: number;
  readonly golden: GoldenAnswer;
};
