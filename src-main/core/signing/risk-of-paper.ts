import { authorityOn } from '#shared/domain/signing/authority.ts';
import { riskOf, type Risk } from '#shared/domain/signing/risk.ts';
import { KINDS } from '#shared/domain/document/kinds/index.ts';
import type { Order } from '#shared/domain/order/order.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { kopecks, type Kopecks } from '#shared/kernel/money.ts';
import type { DocumentSummary, ReadStores } from '../../ports/base.ts';
import type { CoreDeps } from '../deps.ts';
import type { StandingCache } from '../packs/standing-cache.ts';
import { factsOf } from './way.ts';

/** States in which both sides have signed: with such a counterparty nothing is new. */
const SIGNED_BY_BOTH = ['countersigned', 'received', 'accepted', 'entered'] as const;

/** What makes this document worth the director's eyes, read from the base. */
export const riskOfPaper = (deps: CoreDeps, standings: StandingCache, document: DocumentSummary): Risk => {
  const { read } = deps.base;
  const { party } = requireDefined(read.organisations.get(document.organisationId), 'the organisation of a document');
  const order = document.orderId === null ? null : read.orders.get(document.orderId);
  const { isContested } = factsOf(read, document);
  return riskOf({
    sum: document.sum,
    isNewParty: isNewParty(read, document),
    changedPlaces: read.comparisons.lastOf(document.id, document.version)?.differences.length ?? 0,
    isContested,
    overridden: overriddenOf(read, document),
    isStale: order !== null && isStale(standings, order, document),
    margin: order === null ? null : marginOf(order, document),
    authorityFault: authorityOn(party, document.kind, document.date, '').reason,
  });
};

const isNewParty = (
  { register }: Pick<ReadStores, 'register'>,
  { organisationId, partyId }: DocumentSummary,
): boolean =>
  register.groups({ organisationId, partyId }).every(({ state }) => !SIGNED_BY_BOTH.some((both) => both === state));

const isStale = (standings: StandingCache, order: Order, { id }: DocumentSummary): boolean =>
  standings.of(order).sheets.some(({ document, state }) => document?.id === id && state === 'stale');

/** Of a client's paper of a carriage; a carrier's paper says nothing of what the client pays. */
const marginOf = ({ trip }: Order, { kind, sum }: DocumentSummary): Kopecks | null => {
  const price = trip?.carrierPrice ?? null;
  return price === null || sum === 0n || KINDS[kind].side !== undefined ? null : kopecks(sum - price);
};

const MAX_ENTRIES = 20;

/** Findings that were let pass when this version was issued, in words. */
const overriddenOf = ({ audit }: Pick<ReadStores, 'audit'>, { id, version }: DocumentSummary): string[] => {
  const issue = audit
    .ofEntity('document', id, MAX_ENTRIES)
    .find(({ action, after }) => action.endsWith('issued') && valueIn(after, 'version') === version);
  const passed = valueIn(issue?.after, 'overridden');
  if (!Array.isArray(passed)) return [];
  const texts = passed.map((one: unknown) => valueIn(one, 'text'));
  return texts.filter((text) => typeof text === 'string');
};

const valueIn = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Object.entries(value).find(([name]) => name === key)?.[1] : undefined;
