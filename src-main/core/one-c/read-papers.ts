import { cleanText, hasControls } from '#shared/domain/exchange-1c/clean-text.ts';
import { hasRightRequisites } from '#shared/domain/exchange-1c/check-paper.ts';
import type { OneCPaper, PaperReference } from '#shared/domain/exchange-1c/paper.ts';
import { ONE_C_KINDS, ROLE_RANK, roleOf } from '#shared/domain/exchange-1c/roles.ts';
import { printedNames, snapshotLines } from '#shared/domain/exchange-1c/snapshot-lines.ts';
import { KINDS } from '#shared/domain/document/kinds/index.ts';
import { titleOf } from '#shared/domain/document/titles.ts';
import type { DocumentKind, IssuedDocument } from '#shared/domain/document/document.ts';
import type { IncomingKind } from '#shared/domain/incoming/incoming.ts';
import type { Order } from '#shared/domain/order/order.ts';
import type { Party } from '#shared/domain/party/party.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import type { DocumentId, OrderId, PartyId } from '#shared/kernel/id.ts';
import type { ReadStores } from '../../ports/base.ts';
import type { OneCCursor, OneCPeriod, RegisteredPaper } from '../../ports/one-c.ts';

/** Which record of ours a paper is, and what the last export carried of it; null when 1C has nothing of it. */
export type PaperSource = {
  readonly id: DocumentId;
  readonly isIncoming: boolean;
  readonly orderId: OrderId | null;
  readonly kind: DocumentKind | IncomingKind;
  readonly version: number;
  readonly contentHash: string;
  readonly sent: { readonly version: number; readonly contentHash: string } | null;
};

/** A paper of the register with what 1C is to be told of it. */
export type ReadPaper = { readonly source: PaperSource; readonly paper: OneCPaper };

/** How many papers are held at once: the memory of an export does not grow with its period. */
const PAGE = 200;

const RANK_BY_KIND = new Map(
  ONE_C_KINDS.map((kind) => {
    const role = roleOf(kind);
    return [kind, role === null ? 0 : ROLE_RANK[role]] as const;
  }),
);

/** Papers of a period one by one, by date; between pages the caller may wait for the disk. */
export const readPapers = function* (stores: ReadStores, period: OneCPeriod): Generator<ReadPaper> {
  const organisation = requireDefined(
    stores.organisations.get(period.organisationId),
    'the company of an export',
  ).party;
  let after: OneCCursor = null;
  for (;;) {
    const page = stores.oneC.papers(period, RANK_BY_KIND, after, PAGE);
    const reader = createPageReader(stores, organisation, page);
    for (const registered of page) yield { source: sourceOf(registered), paper: reader(registered) };
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return;
    after = last.cursor;
  }
};

const sourceOf = ({ document, sent }: RegisteredPaper): PaperSource => ({
  id: document.id,
  isIncoming: false,
  orderId: document.orderId,
  kind: document.kind,
  version: document.version,
  contentHash: document.contentHash,
  sent: sent?.state === 'annulled' ? null : sent,
});

/** One paper outside of a period, for its own file. */
export const readPaper = (stores: ReadStores, registered: RegisteredPaper): OneCPaper =>
  createPageReader(
    stores,
    requireDefined(stores.organisations.get(registered.document.organisationId), 'the company of a document').party,
    [registered],
  )(registered);

const createPageReader = (stores: ReadStores, organisation: Party, page: readonly RegisteredPaper[]) => {
  const parties = new Map<PartyId, Party>([[organisation.id, organisation]]);
  const partyOf = (id: PartyId): Party => {
    const party = parties.get(id) ?? requireDefined(stores.parties.get(id), 'the party of a document');
    parties.set(id, party);
    return party;
  };
  const orderIds = [...new Set(page.flatMap(({ document }) => document.orderId ?? []))];
  const papersByOrder = stores.documents.ofOrders(orderIds);
  const orders = new Map<OrderId, Order | null>();
  const orderOf = (id: OrderId): Order | null => {
    const order = orders.has(id) ? (orders.get(id) ?? null) : stores.orders.get(id);
    orders.set(id, order);
    return order;
  };

  return ({ document, snapshot }: RegisteredPaper): OneCPaper => {
    const order = document.orderId === null ? null : orderOf(document.orderId);
    const family = document.orderId === null ? [] : (papersByOrder.get(document.orderId) ?? []);
    const lines = snapshotLines(snapshot, order, KINDS[document.kind].lines === 'services' ? 'service' : 'goods') ?? [];
    const isUpd = document.kind === 'upd';
    const party = partyOf(document.partyId);
    const role = requireDefined(roleOf(document.kind), 'the role of a paper');
    return {
      id: document.id,
      role,
      title: titleOf(document.kind),
      number: cleanText(document.number),
      date: document.date,
      taxDate: order?.shipDate ?? document.date,
      revision: document.revision ? { ...document.revision, number: String(document.revision.number) } : null,
      organisation,
      party,
      contract: order === null || order.contractId === null ? null : stores.contracts.get(order.contractId),
      currency: order?.currency ?? 'RUB',
      sum: document.sum,
      vat: document.vat,
      lines,
      isFacturaToo: isUpd && snapshot.data['status'] === '1',
      isUpd,
      isElectronic: document.medium === 'edo',
      ...tripOf(
        order,
        lines.some(({ kind }) => kind === 'goods'),
        partyOf,
      ),
      invoice: role === 'sale' ? referenceOf(family.find(({ kind }) => roleOf(kind) === 'order')) : null,
      basis: role === 'factura' ? basisOf(document, family) : null,
      incoming: null,
      comment: order === null ? '' : cleanText(`Заказ № ${order.number}`),
      isCleaned: [document.number, party.fullName, party.shortName, ...printedNames(snapshot)].some(hasControls),
    };
  };
};

const referenceOf = (document: IssuedDocument | undefined): PaperReference | null =>
  document === undefined ? null : { id: document.id, number: cleanText(document.number), date: document.date };

/** The sale of the same order that a счет-фактура was written for: the one of the same sum before another. */
const basisOf = (document: Omit<IssuedDocument, 'files'>, family: readonly IssuedDocument[]): PaperReference | null => {
  const sales = family.filter(({ kind }) => roleOf(kind) === 'sale');
  return referenceOf(sales.find(({ sum }) => sum === document.sum) ?? sales[0]);
};

const tripOf = (
  order: Order | null,
  hasGoods: boolean,
  partyOf: (id: PartyId) => Party,
): Pick<OneCPaper, 'consignor' | 'consignee' | 'deliveryAddress' | 'transport'> => {
  const trip = order?.trip ?? null;
  const loading = trip?.route.find(({ kind }) => kind === 'loading');
  const unloading = trip?.route.findLast(({ kind }) => kind === 'unloading');
  const partyAt = (id: PartyId | null | undefined): Party | null => {
    const party = id && hasGoods ? partyOf(id) : null;
    return party !== null && hasRightRequisites(party) ? party : null;
  };
  return {
    consignor: partyAt(loading?.partyId),
    consignee: partyAt(unloading?.partyId),
    deliveryAddress: cleanText(unloading?.address ?? ''),
    transport: trip?.etrnUid ? `ЭТрН, УИД ${cleanText(trip.etrnUid)}` : '',
  };
};
