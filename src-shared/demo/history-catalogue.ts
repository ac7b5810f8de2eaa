import type { IsoDate } from '../kernel/date.ts';
import { catalogueLines } from './catalogue-goods.ts';
import type { PartyKey } from './parties.ts';
import { workingDaysOf } from './past-days.ts';
import { service, type OrderSpec } from './specs.ts';

const BUYERS: readonly PartyKey[] = ['polden', 'zerno', 'klinika', 'kovalev', 'vektorDashPlus'];

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
const FINISHED = 16;

const order = (number: number, seed: number) =>
  ({
    number: String(number),
    buyer: BUYERS[seed % BUYERS.length] ?? 'polden',
    payment: seed % BUYERS.length > 2 ? 'prepayment' : 'postpayment',
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
    ...order(2201 + index, index),
    stage,
    placed: -(index % 3),
  }));
  const finished = Array.from({ length: FINISHED }, (_, index): OrderSpec => {
    const shipped = days[Math.floor((index * days.length) / FINISHED)] ?? -70;
    return {
      ...order(2201 + AHEAD.length + index, index + 4),
      shipped,
      placed: shipped - 3,
      stage: index < RETURNS ? 'Возврат (опт)' : 'Успешно завершен (опт)',
      ...(index < RETURNS ? { comment: 'Часть товара вернули: нужна корректировка.' } : {}),
      papers: index === 2 ? 'annulled' : index === 9 ? 'stale' : 'issued',
    };
  });
  return [...ahead, ...finished];
};
