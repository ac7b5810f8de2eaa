import type { OrderImport } from '../contract/imports.ts';
import { defaultRate } from '../domain/tax/regime-rates.ts';
import { addDays, type IsoDate } from '../kernel/date.ts';
import { kopecks, parseMoney, type Kopecks } from '../kernel/money.ts';
import type { VatRate } from '../kernel/vat.ts';
import type { PartyInput } from './cards.ts';
import type { DemoData } from './demo-data.ts';
import { ORGANISATIONS, type OrganisationKey } from './organisations.ts';
import { createParties, type PartyKey } from './parties.ts';

/** A bill that a supplier or a carrier wrote to one of our companies before the demo day. */
export type DemoBill = {
  readonly organisationInn: string;
  readonly partyInn: string;
  /** Of a carriage: the order it was for. */
  readonly order: OrderImport | null;
  readonly number: string;
  readonly date: IsoDate;
  readonly sum: Kopecks;
  readonly rate: VatRate;
  readonly content: string;
  /** Delivered or carried already: an act or a УПД came beside the bill. */
  readonly isClosed: boolean;
};

/** Who delivers what to whom, the price of the first delivery in roubles, and how many of them there were. */
const SUPPLIES: readonly (readonly [OrganisationKey, PartyKey, string, number, number])[] = [
  ['meat', 'bumazhnyLes', 'Лотки, пленка и короба для упаковки', 38_400, 38],
  ['meat', 'avtotrans', 'Доставка сырья на производство', 21_700, 36],
  ['souvenirs', 'bumazhnyLes', 'Пакеты и коробки под нанесение', 26_900, 32],
  ['souvenirs', 'keramika', 'Кружки без нанесения', 47_300, 30],
  ['catalogue', 'keramika', 'Посуда для склада', 93_600, 38],
  ['catalogue', 'bumazhnyLes', 'Гофрокороба и скотч', 17_800, 32],
  ['freight', 'petrosyan', 'Перевозка сборного груза', 28_500, 22],
  ['furniture', 'stroysnab', 'Щит дубовый, фанера, крепеж', 61_200, 10],
];

/** Numbers of the suppliers: each delivery of each agreement has its own thousand. */
const FIRST_NUMBER = 5001;
const NUMBERS_APART = 400;
/** Deliveries are so many days apart, the last one on the day before yesterday. */
const DAYS_APART = 3;
const LAST_DELIVERY = 2;
/** From the bill to the delivery with its papers. */
const TO_DELIVERY = 14;

type Known = Pick<DemoData, 'orders' | 'papers' | 'parties' | 'organisations'>;

/** The same for the same day and orders; every sum of one supplier is different. */
export const demoBills = (data: Known, today: IsoDate): DemoBill[] => [
  ...carrierBills(data, today),
  ...SUPPLIES.flatMap((supply, place) => supplierBills(data, supply, place, today)),
];

const rateOf = ({ parties }: Known, inn: string, date: IsoDate): VatRate => {
  const card = parties.find((party) => party.inn === inn);
  return defaultRate(card?.taxPeriods[0]?.regime ?? 'osno', date, 'service', null);
};

const supplierBills = (
  data: Known,
  [organisation, supplier, content, price, count]: (typeof SUPPLIES)[number],
  place: number,
  today: IsoDate,
): DemoBill[] => {
  const { inn = '' }: PartyInput = createParties(today)[supplier];
  return Array.from({ length: count }, (_, index) => {
    const date = addDays(today, (index + 1 - count) * DAYS_APART - LAST_DELIVERY - (place % DAYS_APART));
    return {
      organisationInn: ORGANISATIONS[organisation].inn,
      partyInn: inn,
      order: null,
      number: String(FIRST_NUMBER + place * NUMBERS_APART + index * 3),
      date,
      sum: kopecks(BigInt(price + ((index * 7) % count) * 1_310) * 100n),
      rate: rateOf(data, inn, date),
      content,
      isClosed: date < addDays(today, -TO_DELIVERY),
    };
  });
};

/** Carriers number their bills themselves; each writes one when the carriage is agreed. */
const carrierBills = (data: Known, today: IsoDate): DemoBill[] => {
  const ours = new Set(data.organisations.map(({ inn }) => inn));
  const agreed = new Map(data.papers.filter(({ part }) => part === 'road').map(({ order, date }) => [order, date]));
  return data.orders.flatMap((order, index): DemoBill[] => {
    const inn = order.trip?.carrier?.inn ?? '';
    const price = parseMoney(order.trip?.carrierPrice ?? '');
    const agreedOn = agreed.get(order.number);
    if (agreedOn === undefined || inn === '' || ours.has(inn) || !price.ok) return [];
    const date = addDays(agreedOn, 1);
    return [
      {
        organisationInn: order.organisationInn,
        partyInn: inn,
        order,
        number: String(100 + index * 3),
        date,
        sum: price.value,
        rate: rateOf(data, inn, date),
        content: 'Перевозка груза',
        isClosed: order.shipDate !== null && order.shipDate < today,
      },
    ];
  });
};
