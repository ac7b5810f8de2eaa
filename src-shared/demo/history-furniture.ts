import type { IsoDate } from '../kernel/date.ts';
import { workingDaysOf } from './past-days.ts';
import { goods, service, type LineSpec, type OrderSpec } from './specs.ts';

const PIECES = [
  ['В-30', 'Стеллаж дубовый, по эскизу', '68000'],
  ['В-40', 'Кровать 1600×2000, ясень', '16500'],
  ['В-43', 'Кресло для холла', '21400'],
  ['В-51', 'Табурет барный', '6850'],
  ['В-72', 'Зеркало в раме', '4120'],
] as const;

const pieces = (seed: number): LineSpec[] =>
  Array.from({ length: 1 + (seed % 2) }, (_, index) => {
    const [code, name, price] = PIECES[(seed + index * 2) % PIECES.length] ?? PIECES[0];
    return goods(code, name, 'шт', String(1 + ((seed * 3 + index) % 6)), price);
  });

const AHEAD = [
  'Новый заказ',
  'Квалификация',
  'Квалификация',
  'Предоплата',
  'Производство',
  'Производство',
  'Производство',
];
/** Nothing is sent to the client yet. */
const BEFORE_INVOICE: ReadonlySet<string> = new Set(['Новый заказ', 'Квалификация']);
const FINISHED = 10;
const PAYMENTS = ['prepayment', 'halfAndHalf', 'postpayment'] as const;

const order = (number: number, seed: number) =>
  ({
    number: String(number),
    buyer: seed % 2 === 0 ? 'otelBereg' : 'liniya',
    payment: PAYMENTS[seed % PAYMENTS.length] ?? 'prepayment',
    manager: seed % 4 === 0 ? 'nechay' : 'orlova',
    due: null,
    lines: [...pieces(seed), service('Доставка и подъём', '1', String(4200 + (seed % 3) * 900))],
  }) as const;

/** Seventeen more orders of furniture: seven being made, ten delivered. */
export const furnitureHistory = (today: IsoDate): OrderSpec[] => {
  const days = [...workingDaysOf(today, 2), ...workingDaysOf(today, 1)];
  const ahead = AHEAD.map((stage, index): OrderSpec => ({
    ...order(2401 + index, index),
    stage,
    placed: -4 - index * 3,
    ...(BEFORE_INVOICE.has(stage) ? {} : { papers: 'agreed' }),
  }));
  const finished = Array.from({ length: FINISHED }, (_, index): OrderSpec => {
    const shipped = days[Math.floor((index * days.length) / FINISHED)] ?? -40;
    return {
      ...order(2401 + AHEAD.length + index, index),
      shipped,
      placed: shipped - 5,
      stage: 'Успешная',
      papers: index === 3 ? 'revised' : 'issued',
    };
  });
  return [...ahead, ...finished];
};
