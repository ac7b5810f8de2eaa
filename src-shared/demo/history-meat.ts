import type { IsoDate } from '../kernel/date.ts';
import { weekdayOf } from '../kernel/date.ts';
import type { PartyKey } from './parties.ts';
import { workingDaysOf } from './past-days.ts';
import { goods, service, type LineSpec, type OrderSpec } from './specs.ts';

const CUTS = [
  ['М-101', 'Говядина охл., лопатка б/к', '520'],
  ['М-102', 'Говядина охл., тазобедренная часть б/к', '545'],
  ['М-210', 'Свинина охл., шея б/к', '468'],
  ['М-330', 'Фарш свиной охлаждённый', '386'],
  ['М-331', 'Фарш говяжий охлаждённый', '430'],
  ['М-505', 'Колбаса варёная «Зареченская»', '448'],
  ['М-601', 'Филе куриное охлаждённое', '350'],
] as const;

const BUYERS: readonly PartyKey[] = ['gastronom', 'polden', 'kolbasnaya', 'melnikova'];

const cuts = (seed: number): LineSpec[] =>
  Array.from({ length: 2 + (seed % 3) }, (_, index) => {
    const [code, name, price] = CUTS[(seed + index * 3) % CUTS.length] ?? CUTS[0];
    const kilograms = `${40 + ((seed * 17 + index * 31) % 180)}.${(seed + index) % 2 === 0 ? '5' : '25'}`;
    return goods(code, name, 'кг', kilograms, price, { vatRate: '10' });
  });

const THURSDAY = 4;

/** Preliminary requests wait for the plan of the week, which is made on Thursday. */
const daysToThursday = (today: IsoDate): number => ((THURSDAY - weekdayOf(today) + 6) % 7) + 1;

const order = (number: number, seed: number): Pick<OrderSpec, 'number' | 'buyer' | 'payment' | 'manager' | 'lines'> => {
  const buyer = BUYERS[seed % BUYERS.length] ?? 'gastronom';
  return {
    buyer,
    number: String(number),
    payment: buyer === 'polden' ? 'postpayment' : 'prepayment',
    manager: seed % 4 === 0 ? 'nechay' : 'petrov',
    lines: cuts(seed),
  };
};

/** Fifty more orders of meat: twenty for the next plan, eight confirmed, twenty two shipped in the last two months. */
export const meatHistory = (today: IsoDate): OrderSpec[] => {
  const days = [...workingDaysOf(today, 2), ...workingDaysOf(today, 1)];
  const preliminary = Array.from({ length: 20 }, (_, index): OrderSpec => ({
    ...order(2001 + index, index),
    placed: -1 - (index % 3),
    due: daysToThursday(today),
    stage: 'Предварительная заявка',
    ...(index === 7 ? { comment: 'План вернули на согласование: свинины меньше заявки.' } : {}),
  }));
  const confirmed = Array.from({ length: 8 }, (_, index): OrderSpec => ({
    ...order(2021 + index, index + 5),
    placed: -3 - (index % 2),
    due: null,
    stage: index < 3 ? 'Проверено СБ' : 'Заявка подтверждена',
    ...(index < 3 ? { comment: 'Долг больше кредитного лимита: решает финансовый директор.' } : {}),
    papers: index === 5 ? 'stale' : 'agreed',
  }));
  const shipped = Array.from({ length: 22 }, (_, index): OrderSpec => {
    const day = days[Math.floor((index * days.length) / 22)] ?? -40;
    const base = order(2029 + index, index + 2);
    return {
      ...base,
      placed: day - 2,
      due: null,
      shipped: day,
      stage: 'Отгружено, ждём документы',
      lines: [...base.lines, service('Доставка', '1', String(2800 + (index % 5) * 600), { on: day })],
      papers: index === 4 ? 'annulled' : 'issued',
    };
  });
  return [...preliminary, ...confirmed, ...shipped];
};
