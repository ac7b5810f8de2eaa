import type { IsoDate } from '../kernel/date.ts';
import type { PartyKey } from './parties.ts';
import { workingDaysOf } from './past-days.ts';
import { goods, service, type LineSpec, type OrderSpec } from './specs.ts';

const GIFTS = [
  ['С-001', 'Ручка шариковая с логотипом', '45'],
  ['С-010', 'Кружка с логотипом, 330 мл', '290'],
  ['С-020', 'Термокружка с логотипом, 350 мл', '740'],
  ['С-031', 'Зонт складной с логотипом', '1150'],
  ['С-055', 'Значок металлический', '62.30'],
  ['С-070', 'Ежедневник с тиснением', '610'],
  ['С-081', 'Пакет бумажный с логотипом', '68'],
] as const;

const BUYERS: readonly PartyKey[] = ['klinika', 'zerno', 'bumazhnyLes', 'safin'];

const gifts = (seed: number): LineSpec[] =>
  Array.from({ length: 1 + (seed % 3) }, (_, index) => {
    const [code, name, price] = GIFTS[(seed * 3 + index * 2) % GIFTS.length] ?? GIFTS[0];
    return goods(code, name, 'шт', String(50 + ((seed * 7 + index * 11) % 9) * 50), price);
  });

/** Stages of «Новый клиент» that are still ahead of the shipment; the first six are leads. */
const AHEAD = [
  ...Array.from({ length: 6 }, () => 'Новая сделка'),
  'Выставить счет',
  'Выставить счет',
  'Ожидание оплаты',
  'Счет оплачен',
  'Ждем поставку / В работе у дизайнера',
  'Ждем поставку / В работе у дизайнера',
  'Производство',
  'Производство',
] as const;

/** Nothing is sent to the client yet. */
const BEFORE_INVOICE: ReadonlySet<string> = new Set(['Новая сделка', 'Выставить счет']);
/** The client took one more after his invoice. */
const STALE = 11;

const FINISHED = 12;

const order = (number: number, seed: number) =>
  ({
    number: String(number),
    buyer: BUYERS[seed % BUYERS.length] ?? 'klinika',
    payment: 'prepayment',
    manager: seed % 4 === 0 ? 'nechay' : 'orlova',
    due: null,
    lines: [...gifts(seed), service('Разработка дизайн-макета', '1', String(3500 + (seed % 4) * 750))],
  }) as const;

/** Twenty six more orders of souvenirs: fourteen on their way through the funnel, twelve handed over. */
export const souvenirHistory = (today: IsoDate): OrderSpec[] => {
  const days = [...workingDaysOf(today, 2), ...workingDaysOf(today, 1)];
  const ahead = AHEAD.map((stage, index): OrderSpec => ({
    ...order(2101 + index, index),
    stage,
    placed: -2 - index,
    ...(BEFORE_INVOICE.has(stage) ? {} : { papers: index === STALE ? 'stale' : 'agreed' }),
  }));
  const finished = Array.from({ length: FINISHED }, (_, index): OrderSpec => {
    const shipped = days[Math.floor((index * days.length) / FINISHED)] ?? -40;
    return {
      ...order(2101 + AHEAD.length + index, index + 3),
      shipped,
      placed: shipped - 9,
      stage: index < 5 ? 'Сделка успешна' : 'Получение закрывающих документов',
      papers: 'issued',
    };
  });
  return [...ahead, ...finished];
};
