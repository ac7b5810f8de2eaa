import { orderImport, organisationImport, partyImport } from '../contract/imports.ts';
import type { OrderImport, OrganisationImport, PartyImport } from '../contract/imports.ts';
import { addDays, type IsoDate } from '../kernel/date.ts';
import { buildOrders } from './build-order.ts';
import { catalogueHistory } from './history-catalogue.ts';
import { freightHistory } from './history-freight.ts';
import { furnitureHistory } from './history-furniture.ts';
import { meatHistory } from './history-meat.ts';
import { souvenirHistory } from './history-souvenirs.ts';
import { CATALOGUE_ORDERS } from './orders-catalogue.ts';
import { FREIGHT_ORDERS } from './orders-freight.ts';
import { FURNITURE_ORDERS } from './orders-furniture.ts';
import { lastMonthOrders } from './orders-last-month.ts';
import { MEAT_ORDERS } from './orders-meat.ts';
import { SOUVENIR_ORDERS } from './orders-souvenirs.ts';
import { ORGANISATIONS } from './organisations.ts';
import { createParties } from './parties.ts';
import { PEOPLE, substitutionsOn, type DemoPerson, type DemoSubstitution } from './people.ts';
import type { Day, OrderBook, OrderSpec, PaperLife } from './specs.ts';

/** Papers of one order made on one day before the demo day, with what became of them since. */
export type DemoPapers = {
  readonly order: string;
  readonly date: IsoDate;
  /** All that is still missing; what comes before a shipment; of that, what a carriage needs before its invoice. */
  readonly part: 'all' | 'agreed' | 'road';
  readonly since: 'annulled' | 'revised' | 'stale' | null;
};

export type DemoData = {
  readonly organisations: readonly OrganisationImport[];
  readonly parties: readonly PartyImport[];
  readonly people: readonly DemoPerson[];
  readonly substitutions: readonly DemoSubstitution[];
  readonly orders: readonly OrderImport[];
  /** In the order in which they were issued. */
  readonly papers: readonly DemoPapers[];
};

const withMore = (book: OrderBook, ...more: OrderBook['orders'][]): OrderBook => ({
  ...book,
  orders: [...book.orders, ...more.flat()],
});

/** All 415 orders of product.md §8.4 by business. */
const booksOn = (today: IsoDate): readonly OrderBook[] => [
  withMore(MEAT_ORDERS, meatHistory(today)),
  withMore(SOUVENIR_ORDERS, souvenirHistory(today)),
  withMore(CATALOGUE_ORDERS, lastMonthOrders(today), catalogueHistory(today)),
  withMore(FREIGHT_ORDERS, freightHistory(today)),
  withMore(FURNITURE_ORDERS, furnitureHistory(today)),
];

const papersOf = (books: readonly OrderBook[], today: IsoDate): DemoPapers[] =>
  books
    .flatMap(({ orders }) => orders)
    .flatMap((order) => papersOfOrder(order, today))
    .toSorted((one, other) => (one.date < other.date ? -1 : Number(one.date > other.date)));

const SINCE: Readonly<Record<PaperLife, DemoPapers['since']>> = {
  issued: null,
  annulled: 'annulled',
  revised: 'revised',
  agreed: null,
  stale: 'stale',
  travelling: null,
};

const papersOfOrder = ({ number, placed, shipped, papers, trip }: OrderSpec, today: IsoDate): DemoPapers[] => {
  if (papers === undefined) return [];
  const on = (day: Day, part: DemoPapers['part'], since: DemoPapers['since'] = null): DemoPapers => ({
    order: number,
    date: addDays(today, day),
    part,
    since,
  });
  // A carriage is agreed and its way papers are made on the day before the loading.
  const road = trip?.route[0] === undefined ? [] : [on(trip.route[0].day - 1, 'road')];
  if (papers === 'travelling') return road;
  return papers === 'agreed' || papers === 'stale'
    ? [on(placed, 'agreed', SINCE[papers])]
    : [...road, on(shipped ?? placed, 'all', SINCE[papers])];
};

/**
 * The demonstration companies, people and orders (product.md §8), the same for the same day. Everything passes the
 * schemas of the import, so the demo base is filled by the very code that reads strangers' files: first organisations
 * and parties, then orders, which name both by ИНН. A carrier or a loading place may be our own company.
 */
export const demoData = (today: IsoDate): DemoData => {
  const books = booksOn(today);
  return {
    organisations: Object.values(ORGANISATIONS).map((card) => organisationImport.parse(card)),
    parties: Object.values(createParties(today)).map((card) => partyImport.parse(card)),
    people: PEOPLE,
    substitutions: substitutionsOn(today),
    orders: books
      .flatMap((book) => buildOrders(book, today))
      .map((order) => orderImport.parse(order))
      .sort((one, other) => Number(one.number) - Number(other.number)),
    papers: papersOf(books, today),
  };
};
