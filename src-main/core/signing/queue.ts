import type { OutputOf } from '#shared/contract/index.ts';
import { needsOurSignature } from '#shared/domain/signing/copies.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { daysBetween, moscowDateOf } from '#shared/kernel/date.ts';
import { moneyToDecimal, sumMoney } from '#shared/kernel/money.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { AppError } from '#shared/contract/errors.ts';
import type { PartyId } from '#shared/kernel/id.ts';
import type { DocumentSummary, ReadStores } from '../../ports/base.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import { organisationOf } from '../papers/read-paper.ts';
import type { StandingCache } from '../packs/standing-cache.ts';
import { fiveLines } from './five-lines.ts';
import { findPaper } from './move-paper.ts';
import { approvalView, paperBrief } from './paper-view.ts';
import { riskOfPaper } from './risk-of-paper.ts';
import { authorityFor } from './sign.ts';

type SignCard = OutputOf<'signing.queue'>['items'][number];

/** More than anybody signs in a day. */
const MOST_CARDS = 500;

/** The company of a filter; undefined when none is named. */
export const companyOf = (
  read: Pick<ReadStores, 'organisations'>,
  organisation: string | undefined,
): Result<PartyId | undefined, AppError> => {
  if (organisation === undefined) return ok(undefined);
  const found = organisationOf(read, organisation);
  return found.ok ? ok(found.value.party.id) : found;
};

/** Since when it waits for the signature: the day it was looked at or agreed. */
const waitingSince = ({ base }: CoreDeps, { id, issuedAt }: DocumentSummary) => {
  const entry = base.read.audit
    .ofEntity('document', id, 10)
    .find(({ action }) => action === 'document.checked' || action === 'document.approved');
  return moscowDateOf(entry?.at ?? issuedAt);
};

const cardOf = (deps: CoreDeps, standings: StandingCache, document: DocumentSummary): SignCard => {
  const { group, score, reasons } = riskOfPaper(deps, standings, document);
  const since = waitingSince(deps, document);
  return {
    ...paperBrief(document),
    group,
    risk: score,
    reasons: [...reasons],
    waitingSince: since,
    daysWaiting: Math.max(0, daysBetween(since, deps.clock.today())),
  };
};

/** «На подпись»: what was looked at or agreed and waits for our signature, the riskiest first. */
export const signingQueue =
  (deps: CoreDeps, standings: StandingCache): Handler<'signing.queue'> =>
  (_context, { organisation }) => {
    const { register } = deps.base.read;
    const company = companyOf(deps.base.read, organisation);
    if (!company.ok) return company;
    const filter = { organisationId: company.value, states: ['checked', 'approved'] as const };
    const waiting = register
      .rows(filter, 'date', false, { limit: MOST_CARDS, offset: 0 })
      .filter(({ kind }) => needsOurSignature(kind));
    const items = waiting
      .map((document) => cardOf(deps, standings, document))
      .toSorted((a, b) => b.risk - a.risk || a.date.localeCompare(b.date));
    const today = deps.clock.today();
    return ok({
      total: items.length,
      sum: moneyToDecimal(sumMoney(waiting.map(({ sum }) => sum))),
      oldestDays: Math.max(0, ...items.map(({ daysWaiting }) => daysWaiting)),
      orders: new Set(waiting.flatMap(({ orderId }) => orderId ?? [])).size,
      signedToday: deps.base.read.signing.signedOn(today),
      items,
    });
  };

/** One card: five lines, deviations, authority, who agreed. */
export const signingCard =
  (deps: CoreDeps, standings: StandingCache): Handler<'signing.card'> =>
  (context, { id }) => {
    const { read } = deps.base;
    const document = findPaper(read, id);
    if (!document.ok) return document;
    const { version } = document.value;
    const comparison = read.comparisons.lastOf(document.value.id, version);
    const { user } = requireDefined(context.actor, 'the acting person');
    const authority = authorityFor(read, document.value, user);
    const card = cardOf(deps, standings, document.value);
    return ok({
      ...card,
      lines: fiveLines(deps, document.value, card.reasons, comparison),
      deviations: (comparison?.differences ?? []).map(({ clause, before, after, note }) => ({
        clause,
        before,
        after,
        note,
      })),
      authority: {
        holds: authority.holds,
        signatory: authority.signatory,
        text: authority.holds ? authority.text : authority.reason,
      },
      approvals: read.signing
        .approvalsOf(document.value.id)
        .filter((one) => one.version === version)
        .map((one) => approvalView(read, one)),
    });
  };
