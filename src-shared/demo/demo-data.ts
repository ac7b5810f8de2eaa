import { orderImport, organisationImport, partyImport } from '../contract/imports.ts';
import type { OrderImport, OrganisationImport, PartyImport } from '../contract/imports.ts';
import type { IsoDate } from '../kernel/date.ts';
import { buildOrders } from './build-order.ts';
import { CATALOGUE_ORDERS } from './orders-catalogue.ts';
import { FREIGHT_ORDERS } from './orders-freight.ts';
import { FURNITURE_ORDERS } from './orders-furniture.ts';
import { MEAT_ORDERS } from './orders-meat.ts';
import { SOUVENIR_ORDERS } from './orders-souvenirs.ts';
import { ORGANISATIONS } from './organisations.ts';
import { createParties } from './parties.ts';
import { PEOPLE, substitutionsOn, type DemoPerson, type DemoSubstitution } from './people.ts';

export type DemoData = {
  readonly organisations: readonly OrganisationImport[];
  readonly parties: readonly PartyImport[];
  readonly people: readonly DemoPerson[];
  readonly substitutions: readonly DemoSubstitution[];
  readonly orders: readonly OrderImport[];
};

const BOOKS = [MEAT_ORDERS, SOUVENIR_ORDERS, CATALOGUE_ORDERS, FREIGHT_ORDERS, FURNITURE_ORDERS] as const;

/**
 * The demonstration companies, people and orders (product.md §8), the same for the same day. Everything passes the
 * schemas of the import, so the demo base is filled by the very code that reads strangers' files: first organisations
 * and parties, then orders, which name both by ИНН. A carrier or a loading place may be our own company.
 */
export const demoData = (today: IsoDate): DemoData => ({
  organisations: Object.values(ORGANISATIONS).map((card) => organisationImport.parse(card)),
  parties: Object.values(createParties(today)).map((card) => partyImport.parse(card)),
  people: PEOPLE,
  substitutions: substitutionsOn(today),
  orders: BOOKS.flatMap((book) => buildOrders(book, today))
    .map((order) => orderImport.parse(order))
    .sort((one, other) => Number(one.number) - Number(other.number)),
});
