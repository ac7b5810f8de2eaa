import { composePack, type PackInput } from '#shared/domain/document/compose-pack.ts';
import type { DealTerms } from '#shared/domain/document/deal-terms.ts';
import type { ClosingPaper, DocumentSource, OfferBeside } from '#shared/domain/document/document-source.ts';
import type { DocumentKind, IssuedDocument } from '#shared/domain/document/document.ts';
import type { PackRule } from '#shared/domain/document/pack-rules/pack-rule.ts';
import type { Contract } from '#shared/domain/contract/contract.ts';
import type { Order } from '#shared/domain/order/order.ts';
import type { Organisation, Party } from '#shared/domain/party/party.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import type { IsoDate } from '#shared/kernel/date.ts';
import type { PartyId } from '#shared/kernel/id.ts';
import type { ReadStores } from '../../ports/base.ts';
import { readPackRules } from '../pack-rules/read-rules.ts';
import { findSupplier } from './find-supplier.ts';
import { openPrepayment, readAdvances, setOffOn, type Advances } from './read-advances.ts';
import { readOffer } from './read-offer.ts';
import { readTerms } from './read-terms.ts';

/** An order with all that its documents are made from, read once. */
export type PackCase = {
  readonly order: Order;
  readonly organisation: Organisation;
  readonly buyer: Party;
  readonly contract: Contract | null;
  /** Our contract with the carrier of the trip. */
  readonly carrierContract: Contract | null;
  readonly partiesById: ReadonlyMap<PartyId, Party>;
  /** Documents of the order in force, by kind. */
  readonly issuedByKind: ReadonlyMap<DocumentKind, IssuedDocument>;
  /** The composition in force. */
  readonly rules: readonly PackRule[];
  readonly isNewBuyer: () => boolean;
  /** What was paid ahead of the shipment. */
  readonly advances: Advances;
  /** The offer in force, and what the client said to it. */
  readonly offer: OfferBeside | null;
  /** What the processes of the order know of it. */
  readonly terms: DealTerms;
  /** The card of the supplier whom they name. */
  readonly supplier: Party | null;
  readonly mark: string;
};

const DEMO_MARK = 'ДЕМО';
/** More papers than one order makes. */
const MOST_OF_ONE_ORDER = 100;

export const readCase = (stores: ReadStores, order: Order, issued = stores.documents.ofOrder(order.id)): PackCase => {
  const organisation = requireDefined(stores.organisations.get(order.organisationId), 'the organisation of an order');
  const buyer = requireDefined(stores.parties.get(order.partyId), 'the buyer of an order');
  const contract = order.contractId === null ? null : stores.contracts.get(order.contractId);
  const others = [order.trip?.carrierId, ...(order.trip?.route.map((point) => point.partyId) ?? [])];
  const partiesById = new Map<PartyId, Party>([
    [organisation.party.id, organisation.party],
    [buyer.id, buyer],
  ]);
  for (const id of others) {
    if (!id || partiesById.has(id)) continue;
    partiesById.set(id, requireDefined(stores.parties.get(id), 'a party of the trip'));
  }
  const terms = readTerms(stores, order.id);
  return {
    order,
    organisation,
    buyer,
    contract,
    carrierContract: carrierContractOf(stores, order),
    partiesById,
    issuedByKind: new Map(issued.map((document) => [document.kind, document])),
    advances: readAdvances(stores, order, issued),
    offer: readOffer(stores, issued, terms),
    terms,
    supplier: terms.purchase.supplier === '' ? null : findSupplier(stores, terms.purchase.supplier),
    rules: readPackRules(stores),
    isNewBuyer: () => isNewBuyer(stores, order),
    mark: stores.settings.get('demo.today') === null ? '' : DEMO_MARK,
  };
};

/** Has the buyer nothing from us but papers of this order? */
const isNewBuyer = (stores: ReadStores, { id, partyId }: Order): boolean => {
  const { items, total } = stores.documents.list({ partyId }, { limit: MOST_OF_ONE_ORDER, offset: 0 });
  return items.length === total && items.every(({ orderId }) => orderId === id);
};

/** The latest contract with the carrier that holds on the day of the order. */
const carrierContractOf = (stores: ReadStores, order: Order): Contract | null => {
  const carrierId = order.trip?.carrierId ?? null;
  if (carrierId === null) return null;
  const holds = ({ kind, validTo, autoProlong }: Contract): boolean =>
    kind === 'carrier' && (validTo === null || autoProlong || validTo >= order.date);
  return stores.contracts.between(order.organisationId, carrierId).findLast(holds) ?? null;
};

/** What the rules put into this order's pack, each with its reason in words. */
export const composeCase = (pack: PackCase, date: IsoDate) => composePack(packInputOf(pack, date), pack.rules);

/** What the rules of the composition look at. */
export const packInputOf = (pack: PackCase, date: IsoDate): PackInput => ({
  organisation: pack.organisation,
  order: pack.order,
  buyer: pack.buyer,
  contract: pack.contract,
  carrierContract: pack.carrierContract,
  issued: new Set(pack.issuedByKind.keys()),
  partiesById: pack.partiesById,
  isPaidAhead: pack.advances.prepayments.length > 0,
  isNewBuyer: pack.isNewBuyer,
  date,
});

export const sourceOf = (pack: PackCase, kind: DocumentKind, number: string, date: IsoDate): DocumentSource => ({
  kind,
  number,
  date,
  organisation: pack.organisation,
  buyer: pack.buyer,
  order: pack.order,
  contract: pack.contract,
  carrierContract: pack.carrierContract,
  closingPapers: closingPapersOf([...pack.issuedByKind.values()]),
  advance: kind === 'factura-advance' ? openPrepayment(pack.advances) : null,
  offsetAdvances: setOffOn(pack.advances, date),
  invoices: pack.advances.invoices.filter((invoice) => invoice.kind !== kind),
  offer: pack.offer,
  terms: pack.terms,
  supplier: pack.supplier,
  partiesById: pack.partiesById,
  mark: pack.mark,
});

/** Papers beside which a счет-фактура stands, for its line 5а. */
export const closingPapersOf = (
  documents: readonly Pick<IssuedDocument, 'kind' | 'number' | 'date'>[],
): readonly ClosingPaper[] =>
  documents.flatMap(({ kind, number, date }) => (kind === 'act' || kind === 'torg12' ? [{ kind, number, date }] : []));

/** What an issued document would be made from now: its own number, date and исправление over the data of now. */
export const sourceOfIssued = (
  pack: PackCase,
  { kind, number, date, revision = null }: Pick<IssuedDocument, 'kind' | 'number' | 'date' | 'revision'>,
): DocumentSource => {
  const source = { ...sourceOf(pack, kind, number, date), revision };
  if (kind !== 'factura-advance') return source;
  return { ...source, advance: pack.advances.facturas.find((one) => one.number === number)?.payment ?? null };
};

/** What of the asked is still to be made: each kind once, счета-фактуры on advances until every payment has one. */
export const missingOf = (pack: PackCase, kinds: readonly DocumentKind[]): readonly DocumentKind[] =>
  kinds.filter(
    (kind) => !pack.issuedByKind.has(kind) || (kind === 'factura-advance' && openPrepayment(pack.advances) !== null),
  );
