import { expect, test } from 'vitest';
import { vatRateConflict, vatRateOfPurpose } from '#shared/domain/bank/purpose-vat.ts';
import { isoDate } from '#shared/kernel/date.ts';

test.each([
  ['в т.ч. НДС 22% 22000-00', 22],
  ['в том числе НДС (20%) - 20000.00', 20],
  ['НДС 20 % - 5', 20],
  ['НДС по ставке 18%', 18],
  ['вкл. 20% НДС', 20],
  ['НДС 20/120', 20],
  ['ндс 5%', 5],
  ['Без НДС', null],
  ['НДС не облагается', null],
  ['НДС 20000-00', null],
  ['скидка 20%', null],
  ['Оплата по счету 22', null],
])('«%s» names the rate %s', (purpose, rate) => {
  expect(vatRateOfPurpose(purpose)).toBe(rate);
});

test.each([
  ['НДС 20%', '2025-12-31', null],
  ['НДС 20%', '2026-01-01', { rate: 20, general: 22 }],
  ['НДС 22%', '2025-12-31', { rate: 22, general: 20 }],
  ['НДС 18%', '2019-01-01', { rate: 18, general: 20 }],
  ['НДС 10%', '2026-11-12', null],
  ['НДС 5%', '2026-11-12', null],
  ['НДС 0%', '2026-11-12', null],
  ['НДС 20%', '2003-05-05', null],
])('«%s» on %s', (purpose, day, conflict) => {
  expect(vatRateConflict(purpose, isoDate(day))).toEqual(conflict);
});
