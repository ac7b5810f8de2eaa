import type { IsoDate } from '../kernel/date.ts';
import type { PartyKey } from './parties.ts';
import { workingDaysOf } from './past-days.ts';
import { loading, service, unloading, type LineSpec, type OrderSpec, type TripSpec } from './specs.ts';

const ROUTES = [
  ['Нижний Новгород — Самара', '443990, Самарская область, г. Самара, ул. Складская, д. 2'],
  ['Нижний Новгород — Казань', '420991, Республика Татарстан, г. Казань, ул. Терминальная, д. 5'],
  ['Москва — Пенза', '440991, Пензенская область, г. Пенза, ул. Базовая, д. 1'],
] as const;

const BUYERS: readonly PartyKey[] = ['stroysnab', 'klinika', 'kolbasnaya', 'bumazhnyLes'];

const fare = (seed: number, day: number): LineSpec[] => {
  const [route] = ROUTES[seed % ROUTES.length] ?? ROUTES[0];
  const price = String(48_000 + ((seed * 7) % 12) * 3500);
  return [service(`Организация перевозки ${route}, подача`, '1', price, { on: day })];
};

const trip = (buyer: PartyKey, seed: number, day: number): TripSpec => ({
  carrier: seed % 2 === 0 ? 'avtotrans' : 'petrosyan',
  route: [
    loading(buyer, day, '08:00–10:00'),
    unloading(buyer, day + ON_THE_WAY, '09:00–16:00', (ROUTES[seed % ROUTES.length] ?? ROUTES[0])[1]),
  ],
  cargo: { name: 'Груз на паллетах', packaging: 'паллеты', places: 6 + (seed % 4), grossKg: String(3200 + seed * 90) },
  vehicle: seed % 2 === 0 ? 'volgaTent' : 'fiveTonner',
  carrierPrice: String(36_000 + ((seed * 7) % 12) * 2500),
  isElectronic: true,
});

/** Stage and the day of loading of what is still to be carried. */
const AHEAD: readonly (readonly [string, number])[] = [
  ['В пути', 0],
  ['В пути', 0],
  ['В пути', 0],
  ['В пути', 0],
  ['Загрузка', 0],
  ['Согласование с директором', 4],
  ['Согласование с директором', 5],
  ['Согласование с директором', 6],
  ['Оформление документов', 3],
  ['Оформление документов', 3],
  ['Поиск перевозчика', 6],
  ['Поиск перевозчика', 7],
];

const ON_THE_ROAD: ReadonlySet<string> = new Set(['В пути', 'Загрузка']);
const FINISHED = 22;
/** Days from the loading to the unloading. */
const ON_THE_WAY = 2;

const order = (number: number, seed: number) =>
  ({
    number: String(number),
    buyer: BUYERS[seed % BUYERS.length] ?? 'stroysnab',
    payment: 'postpayment',
    manager: seed % 3 === 0 ? 'nechay' : 'petrov',
    due: null,
  }) as const;

/** Thirty four more carriages: twelve ahead or on the road, twenty two finished in the last two months. */
export const freightHistory = (today: IsoDate): OrderSpec[] => {
  const days = [...workingDaysOf(today, 2), ...workingDaysOf(today, 1)];
  const ahead = AHEAD.map(([stage, day], index): OrderSpec => {
    const base = order(2301 + index, index);
    return {
      ...base,
      stage,
      placed: -4,
      lines: fare(index, day),
      ...(stage === 'Поиск перевозчика' ? {} : { trip: trip(base.buyer, index, day) }),
      ...(ON_THE_ROAD.has(stage) ? { papers: 'travelling' } : {}),
    };
  });
  const finished = Array.from({ length: FINISHED }, (_, index): OrderSpec => {
    const shipped = days[Math.floor((index * days.length) / FINISHED)] ?? -40;
    const base = order(2301 + AHEAD.length + index, index);
    const loaded = shipped - ON_THE_WAY;
    return {
      ...base,
      shipped,
      placed: shipped - 4,
      stage: 'Перевозка завершена',
      lines: fare(index, loaded),
      trip: trip(base.buyer, index, loaded),
      papers: 'issued',
    };
  });
  return [...ahead, ...finished];
};
