import type { IsoDate } from '../kernel/date.ts';
import { catalogueLines } from './catalogue-goods.ts';
import { PLANTED_LAST_MONTH } from './planted-last-month.ts';
import { workingDaysOf } from './past-days.ts';
import { loading, service, unloading, type Day, type LineSpec, type OrderSpec, type TripSpec } from './specs.ts';
import type { PartyKey } from './parties.ts';

/** Journey J2: 96 orders travel by ЭДО, 31 as a scan, 73 on paper; the medium is the buyer's. */
const BUYERS: readonly (readonly [PartyKey, number])[] = [
  ['polden', 40],
  ['klinika', 28],
  ['zerno', 28],
  ['kovalev', 14],
  ['safin', 9],
  ['melnikova', 8],
  ['gastronom', 15],
  ['kolbasnaya', 14],
  ['school', 11],
  ['otelBereg', 13],
  ['liniya', 10],
  ['bumazhnyLes', 10],
];

const FIRST_NUMBER = 3001;
/** No common divisor with 200: every place of the list is taken once. */
const SHUFFLE = 83;

const CHANNELS: Partial<Record<PartyKey, string>> = {
  kovalev: 'маркетплейс',
  safin: 'сайт',
  melnikova: 'сайт',
  school: 'сайт',
  liniya: 'сайт',
};

const queue = BUYERS.flatMap(([buyer, count]) => Array.from({ length: count }, () => buyer));

/**
 * The orders that «Северный каталог» shipped in the month before `today` and has not closed yet: two hundred, of which
 * 195 make 585 documents (journey J2). Twelve carry a warning on purpose and five cannot be issued (product.md §8.4); all
 * others are clean.
 */
export const lastMonthOrders = (today: IsoDate): OrderSpec[] => {
  const days = workingDaysOf(today, 1);
  return queue.map((_, index) => {
    const number = String(FIRST_NUMBER + index);
    const clean = cleanOrder(number, index, days);
    return { ...clean, ...PLANTED_LAST_MONTH[number]?.change(clean, index) };
  });
};

/** Every second order is delivered for money: its act and счет-фактура come on top of the invoice and the УПД. */
const delivery = (index: number): LineSpec[] =>
  index % 2 === 0 ? [] : [service('Доставка до склада покупателя', '1', String(2400 + (index % 9) * 450))];

/** One of the others goes by the company's own van, and so with a транспортная накладная. */
const OWN_VAN = 54;

const ownVan = (buyer: PartyKey, day: Day): TripSpec => ({
  carrier: 'own',
  route: [
    loading('own', day, '09:00–10:00', '190991, г. Санкт-Петербург, ул. Каталожная, д. 3, склад 2'),
    unloading(buyer, day, '12:00–16:00'),
  ],
  cargo: { name: 'Посуда', packaging: 'коробки на паллетах', places: 8, grossKg: '312', volumeM3: '4.1' },
  vehicle: 'catalogueVan',
});

const cleanOrder = (number: string, index: number, days: readonly Day[]): OrderSpec => {
  const buyer = queue[(index * SHUFFLE) % queue.length] ?? 'polden';
  const at = Math.floor((index * days.length) / queue.length);
  const shipped = days[at] ?? 0;
  const state = at < days.length / 2 ? 'Успешно завершен' : 'Отгружен';
  return {
    number,
    buyer,
    shipped,
    placed: days[Math.max(0, at - 1 - (index % 3))] ?? shipped,
    due: null,
    stage: `${state} (${CHANNELS[buyer] ?? 'опт'})`,
    payment: ['kovalev', 'safin', 'melnikova'].includes(buyer) ? 'prepayment' : 'postpayment',
    manager: index % 3 === 0 ? 'nechay' : 'orlova',
    lines: [...catalogueLines(index, 2 + (index % 4)), ...delivery(index)],
    ...(index === OWN_VAN ? { trip: ownVan(buyer, shipped) } : {}),
  };
};
