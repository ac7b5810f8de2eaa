import type { IsoDate } from '../kernel/date.ts';
import { catalogueLines } from './catalogue-goods.ts';
import type { PartyKey } from './parties.ts';
import { workingDaysOf } from './past-days.ts';
import { service, type OrderSpec } from './specs.ts';

/** Who waits for his order, and who got his two months ago: every client of the company buys again and again. */
const WAITING: readonly PartyKey[] = [
  'vektorDashPlus',
  'kovalev',
  'safin',
  'vektorDashPlus',
  'zerno',
  'klinika',
  'gastronom',
  'school',
  'vektorDashPlus',
  'vektorDashPlus',
];
const SERVED: readonly PartyKey[] = [
  'polden',
  'zerno',
  'klinika',
  'kovalev',
  'vektorDashPlus',
  'school',
  'gastronom',
  'vektorDashPlus',
  'school',
  'otelBereg',
  'safin',
  'vektorDashPlus',
  'school',
  'kolbasnaya',
  'zerno',
  'kovalev',
];
const AHEAD_OF_SHIPMENT: ReadonlySet<PartyKey> = new Set(['kovalev', 'vektorDashPlus', 'safin']);

const AHEAD = [
  'Ожидает поступления (опт)',
  'Ожидает поступления (сайт)',
  'Ожидает поступления (маркетплейс)',
  'Новый (сайт)',
  'В работе (сайт)',
  'В работе (маркетплейс)',
  'Подтвержден (опт)',
  'Ожидает сборки (опт)',
  'Ожидает сборки (сайт)',
  'Собран (опт)',
] as const;

const RETURNS = 6;
const FINISHED = SERVED.length;
/** The client took one more after his invoice. */
const STALE = 6;

const order = (number: number, seed: number, buyer: PartyKey) =>
  ({
    number: String(number),
    buyer,
    payment: AHEAD_OF_SHIPMENT.has(buyer) ? 'prepayment' : 'postpayment',
    manager: seed % 3 === 0 ? 'nechay' : 'orlova',
    due: null,
    lines: [
      ...catalogueLines(seed + 11, 1 + (seed % 3)),
      service('Доставка до склада покупателя', '1', String(2600 + (seed % 5) * 350)),
    ],
  }) as const;

/**
 * Twenty six more orders of the catalogue, none of them placed or shipped in the last month, which belongs to
 * `orders-last-month.ts`: ten in work, sixteen of the month before it, six of those with a return.
 */
export const catalogueHistory = (today: IsoDate): OrderSpec[] => {
  const days = workingDaysOf(today, 2);
  const ahead = AHEAD.map((stage, index): OrderSpec => ({
    ...order(2201 + index, index, WAITING[index] ?? 'polden'),
    stage,
    placed: -(index % 3),
    ...(stage === 'Новый (сайт)' ? {} : { papers: index === STALE ? 'stale' : 'agreed' }),
  }));
  const finished = Array.from({ length: FINISHED }, (_, index): OrderSpec => {
    const shipped = days[Math.floor((index * days.length) / FINISHED)] ?? -70;
    return {
      ...order(2201 + AHEAD.length + index, index + 4, SERVED[index] ?? 'polden'),
      shipped,
      placed: shipped - 3,
      stage: index < RETURNS ? 'Возврат (опт)' : 'Успешно завершен (опт)',
      ...(index < RETURNS ? { comment: 'Часть товара вернули: нужна корректировка.' } : {}),
      papers: index === 2 ? 'annulled' : 'issued',
    };
  });
  return [...ahead, ...finished];
};
