import type { OutputOf } from '#shared/contract/index.ts';
import { titleOf } from '#shared/domain/document/titles.ts';
import { possibleMoves } from '#shared/domain/signing/moves.ts';
import { ROLE_NAMES } from '#shared/text/role-names.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { daysBetween, type IsoDate } from '#shared/kernel/date.ts';
import type { DocumentId } from '#shared/kernel/id.ts';
import { moneyToDecimal } from '#shared/kernel/money.ts';
import type { DocumentSummary, ReadStores } from '../../ports/base.ts';
import type { StoredApproval } from '../../ports/signing.ts';
import type { CoreDeps } from '../deps.ts';
import { documentCard } from '../documents/document-card.ts';
import { codeOf } from '../packs/paper-codes.ts';
import type { StandingCache } from '../packs/standing-cache.ts';
import { courseOf, factsOf } from './way.ts';

export type PaperView = OutputOf<'signing.paper'>;
type Trail = PaperView['trail'];
export type PaperBrief = OutputOf<'check.queue'>['items'][number] extends infer Row
  ? Pick<Row, keyof Row & keyof OutputOf<'reception.look'>['document']>
  : never;

/** A document as every list of signing, closing and reception shows it. */
export const paperBrief = (document: DocumentSummary): PaperBrief => ({
  id: document.id,
  kind: document.kind,
  title: titleOf(document.kind),
  number: document.number,
  date: document.date,
  organisation: document.organisationName,
  partyId: document.partyId,
  counterparty: document.partyName,
  order: document.orderNumber,
  orderId: document.orderId,
  sum: moneyToDecimal(document.sum),
  vat: moneyToDecimal(document.vat),
  version: document.version,
  medium: document.medium,
  state: document.paperState,
});

/** Days that the signed copy is waited for; 0 for one that is not. */
export const daysAwaited = (document: DocumentSummary, today: IsoDate): number =>
  document.isAwaited && document.sentOn !== null ? Math.max(0, daysBetween(document.sentOn, today)) : 0;

export const approvalView = (
  { users }: Pick<ReadStores, 'users'>,
  { id, turn, role, userId, state, decidedAt, comment }: StoredApproval,
): Trail['approvals'][number] => ({
  id,
  turn,
  role,
  userId,
  state,
  comment,
  who: userId === null ? (role === null ? '' : ROLE_NAMES[role]) : (users.get(userId)?.fullName ?? ''),
  at: decidedAt,
});

/** All that is known of the way of one document. */
const trailOf = (deps: Pick<CoreDeps, 'base' | 'clock'>, document: DocumentSummary): Trail => {
  const { signing, users, comparisons, reception } = deps.base.read;
  const { id, version } = document;
  const nameOf = (userId: Parameters<typeof users.get>[0]): string => users.get(userId)?.fullName ?? '';
  const comparison = comparisons.lastOf(id, version);
  return {
    route: document.route,
    ours: document.ourCopy,
    theirs: document.theirCopy,
    code: codeOf({ reception }, id),
    awaited: document.isAwaited,
    daysAwaited: daysAwaited(document, deps.clock.today()),
    way: document.way,
    track: document.track,
    sentOn: document.sentOn,
    receivedOn: document.receivedOn,
    approvals: signing
      .approvalsOf(id)
      .filter((one) => one.version === version)
      .map((one) => approvalView(deps.base.read, one)),
    signatures: signing.signaturesOf(id).map(({ side, signatory, authority, userId, at, version: of }) => ({
      side,
      signatory,
      authority,
      at,
      who: nameOf(userId),
      version: of,
    })),
    scans: signing
      .scansOf(id)
      .map(({ id: scanId, name, pages, at, userId }) => ({ id: scanId, name, pages, at, who: nameOf(userId) })),
    comparison: comparison && {
      id: comparison.id,
      differences: comparison.differences.length,
      verdict: comparison.verdict,
      comment: comparison.comment,
    },
    moves: possibleMoves(courseOf(document), factsOf(deps.base.read, document)),
  };
};

/** The document with its way, read anew: what every command of signing answers. */
export const paperView = (deps: CoreDeps, standings: StandingCache, id: DocumentId): PaperView => {
  const document = requireDefined(deps.base.read.documents.get(id), 'the document of a command');
  return { ...documentCard(deps, standings, document), trail: trailOf(deps, document) };
};
