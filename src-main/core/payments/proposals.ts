import { matchPayments } from '#shared/domain/matching/match-payments.ts';
import type { MatchProposal } from '#shared/domain/matching/types.ts';
import type { ReadStores } from '../../ports/base.ts';
import { matchInputOf } from './match-input.ts';

/** What the matcher proposes for every operation that is put nowhere, by the operation's id. */
export type Proposals = ReadonlyMap<string, MatchProposal>;

const proposalsFrom = (read: ReadStores): Proposals =>
  new Map(matchPayments(matchInputOf(read)).map((proposal) => [proposal.operationId, proposal]));

export type ProposalCache = { readonly all: () => Proposals; readonly forget: () => void };

/** A screen asks after every key press, and the whole set is matched at once: the answer holds until something is written. */
export const createProposalCache = (read: ReadStores): ProposalCache => {
  let known: Proposals | null = null;
  return {
    all: () => (known ??= proposalsFrom(read)),
    forget: () => {
      known = null;
    },
  };
};
