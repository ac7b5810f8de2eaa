import { importToOrder } from '#main/core/imports/to-order.ts';
import { importToParty } from '#main/core/imports/to-party.ts';
import type { OrderImport, OrganisationImport } from '#shared/contract/imports.ts';
import type { DemoData } from '#shared/demo/demo-data.ts';
import type { Contract } from '#shared/domain/contract/contract.ts';
import type { DocumentSource } from '#shared/domain/document/document-source.ts';
import type { DocumentKind } from '#shared/domain/document/document.ts';
import type { Organisation } from '#shared/domain/party/party.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { isoDate, type IsoDate } from '#shared/kernel/date.ts';
import { asId, type PartyId } from '#shared/kernel/id.ts';

/** The id our tests give a card: its ИНН, or the foreign number where there is none. */
const idOf = (card: { inn?: string; foreignTaxId?: string }): PartyId =>
  asId<'party'>(card.inn || card.foreignTaxId || '');

const organisationOf = ({ business, city, numberPrefix, ...card }: OrganisationImport): Organisation => ({
  party: importToParty(card, idOf(card), 1),
  business,
  city,
  numberPrefix,
});

const contractOf = (order: OrderImport): Contract | null =>
  order.contract === null
    ? null
    : {
        ...order.contract,
        id: asId<'contract'>(order.contract.number),
        organisationId: asId<'party'>(order.organisationInn),
        partyId: idOf(order.buyer),
        date: isoDate(order.contract.date),
        validTo: order.contract.validTo === null ? null : isoDate(order.contract.validTo),
        revision: 1,
      };

type Cards = Pick<DemoData, 'organisations' | 'parties'>;

/** What a document of that order would be made from, were the cards and the order already in a base. */
export const sourceFor = (cards: Cards, order: OrderImport, kind: DocumentKind, date: IsoDate): DocumentSource => {
  const organisations = cards.organisations.map(organisationOf);
  const parties = [
    ...cards.parties.map((card) => importToParty(card, idOf(card), 1)),
    ...organisations.map((organisation) => organisation.party),
  ];
  const partiesById = new Map(parties.map((party) => [party.id, party]));
  const organisation = requireDefined(
    organisations.find(({ party }) => party.inn === order.organisationInn),
    `our company ${order.organisationInn}`,
  );
  const contract = contractOf(order);
  const resolved = {
    organisationId: organisation.party.id,
    organisationBusiness: organisation.business,
    buyerId: idOf(order.buyer),
    carrierId: order.trip?.carrier ? idOf(order.trip.carrier) : null,
    routePartyIds: order.trip?.route.map(({ party }) => (party === null ? null : idOf(party))) ?? [],
    contractId: contract?.id ?? null,
  };
  return {
    kind,
    number: '',
    date,
    organisation,
    buyer: requireDefined(partiesById.get(resolved.buyerId), `the buyer of ${order.number}`),
    order: importToOrder(order, resolved, asId<'order'>(order.number), null),
    contract,
    partiesById,
    mark: '',
  };
};
