import type { OutputOf } from '#shared/contract/index.ts';
import { titleOf } from '#shared/domain/document/titles.ts';
import type { DocumentFile } from '#shared/domain/document/document.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { moneyToDecimal } from '#shared/kernel/money.ts';
import type { AuditEntry, DocumentSummary } from '../../ports/base.ts';
import type { CoreDeps } from '../deps.ts';
import type { StandingCache } from '../packs/standing-cache.ts';

type Card = OutputOf<'documents.get'>;

/** How a document of that medium travels until the sending of packs decides otherwise. */
const ROUTES = { paper: 'post', scan: 'mail', edo: 'operator' } as const;

const MAX_EVENTS = 200;
const MAX_CHAIN = 100;

const fileView = ({ format, name, size, isDraft }: DocumentFile) => ({ format, name, size, isDraft });

/** A row of the register. */
export const documentRow = (deps: Pick<CoreDeps, 'base'>, standings: StandingCache, document: DocumentSummary) => {
  const order = requireDefined(deps.base.read.orders.get(document.orderId), 'the order of a document');
  const sheet = standings.of(order).sheets.find((one) => one.document?.id === document.id);
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
    route: ROUTES[document.medium],
    medium: document.medium,
    state: document.state,
    stale: sheet?.state === 'stale',
    version: document.version,
    files: document.files.map(fileView),
  };
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
  const annulment = documents.annulmentOf(id);
  const chain = documents.list({ orderId, kind }, { limit: MAX_CHAIN, offset: 0 }).items.toReversed();
  return {
    ...documentRow(deps, standings, document),
    versions: Array.from({ length: document.version }, (_, index) => ({
      version: index + 1,
      at: made[index]?.at ?? document.issuedAt,
      who: nameOf(made[index]?.userId ?? document.issuedBy),
      files: documents.filesOf(id, index + 1).map(fileView),
    })),
    annulled: annulment && { at: annulment.at, who: nameOf(annulment.by), reason: annulment.reason },
    chain: chain.map(({ id: of, number, date, version, state }) => ({ id: of, number, date, version, state })),
  };
};
