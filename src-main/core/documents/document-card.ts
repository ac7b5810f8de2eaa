import type { OutputOf } from '#shared/contract/index.ts';
import { titleOf } from '#shared/domain/document/titles.ts';
import type { DocumentFile } from '#shared/domain/document/document.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { moneyToDecimal } from '#shared/kernel/money.ts';
import type { AuditEntry, DocumentSummary, DocumentVersion } from '../../ports/base.ts';
import type { CoreDeps } from '../deps.ts';
import { agreedVersionOf } from '../packs/read-offer.ts';
import type { StandingCache } from '../packs/standing-cache.ts';

type Card = OutputOf<'documents.get'>;

/** How a document of that medium travels until it was sent in some other way. */
const ROUTES = { paper: 'post', scan: 'mail', edo: 'operator' } as const;

const MAX_EVENTS = 200;
const MAX_CHAIN = 100;

const fileView = ({ format, name, size, isDraft }: DocumentFile) => ({ format, name, size, isDraft });

/** A row of the register. */
export const documentRow = (deps: Pick<CoreDeps, 'base'>, standings: StandingCache, document: DocumentSummary) => {
  return {
    id: document.id,
    kind: document.kind,
    title: titleOf(document.kind),
    number: document.number,
    date: document.date,
    counterparty: document.partyName,
    organisation: document.organisationName,
    order: document.orderNumber,
    orderId: document.orderId,
    sum: moneyToDecimal(document.sum),
    vat: moneyToDecimal(document.vat),
    route: document.way ?? ROUTES[document.medium],
    medium: document.medium,
    state: document.paperState,
    stale: isStale(deps, standings, document),
    version: document.version,
    files: document.files.map(fileView),
  };
};

/** A paper of no order never turns stale: what it tells was so on its date. */
const isStale = (deps: Pick<CoreDeps, 'base'>, standings: StandingCache, { id, orderId }: DocumentSummary): boolean => {
  if (orderId === null) return false;
  const order = requireDefined(deps.base.read.orders.get(orderId), 'the order of a document');
  return standings.of(order).sheets.some((one) => one.document?.id === id && one.state === 'stale');
};

/** What became of a version: the one after it took its place. */
const stateOf = (document: DocumentSummary, next: DocumentVersion | undefined): Card['versions'][number]['state'] => {
  if (next) return next.revision === null ? 'replaced' : 'corrected';
  return document.state === 'annulled' ? 'annulled' : 'inForce';
};

/** One document with its versions, its end and its namesakes in the same order. */
export const documentCard = (
  deps: Pick<CoreDeps, 'base'>,
  standings: StandingCache,
  document: DocumentSummary,
): Card => {
  const { documents, users, audit } = deps.base.read;
  const { id, orderId, kind } = document;
  const nameOf = (userId: AuditEntry['userId']): string => users.get(userId)?.fullName ?? '';
  const made = audit
    .ofEntity('document', id, MAX_EVENTS)
    .filter(({ action }) => action === 'document.issued' || action === 'document.reissued')
    .toReversed();
  const versions = documents.versionsOf(id);
  const annulment = documents.annulmentOf(id);
  const chain =
    orderId === null
      ? [document]
      : documents.list({ orderId, kind }, { limit: MAX_CHAIN, offset: 0 }).items.toReversed();
  return {
    ...documentRow(deps, standings, document),
    versions: versions.map(({ version, revision, reason }, index) => ({
      version,
      revision,
      reason,
      state: stateOf(document, versions[index + 1]),
      at: made[index]?.at ?? document.issuedAt,
      who: nameOf(made[index]?.userId ?? document.issuedBy),
      files: documents.filesOf(id, version).map(fileView),
    })),
    agreedVersion: kind === 'offer' ? agreedVersionOf(deps.base.read, id) : null,
    annulled: annulment && { at: annulment.at, who: nameOf(annulment.by), reason: annulment.reason },
    chain: chain.map(({ id: of, number, date, version, state }) => ({ id: of, number, date, version, state })),
  };
};
