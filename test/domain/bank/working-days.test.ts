import { expect, test } from 'vitest';
import { isWorkingDay, missingWorkingDays } from '#shared/domain/bank/working-days.ts';
import { addDays, isoDate } from '#shared/kernel/date.ts';

const range = (from: string, to: string) => ({ from: isoDate(from), to: isoDate(to) });
const WEEK = range('2026-11-16', '2026-11-22');

test.each([
  ['nothing covered', WEEK, [], [{ ...range('2026-11-16', '2026-11-20'), count: 5 }]],
  ['all covered', WEEK, [WEEK], []],
  ['covered beyond the edges', WEEK, [range('2026-11-01', '2026-12-31')], []],
  ['a weekend left out', WEEK, [range('2026-11-16', '2026-11-20')], []],
  [
    'two gaps',
    WEEK,
    [range('2026-11-17', '2026-11-17'), range('2026-11-19', '2026-11-19')],
    [
      { ...range('2026-11-16', '2026-11-16'), count: 1 },
      { ...range('2026-11-18', '2026-11-18'), count: 1 },
      { ...range('2026-11-20', '2026-11-20'), count: 1 },
    ],
  ],
  [
    'ranges that overlap, in any order',
    WEEK,
    [range('2026-11-19', '2026-11-22'), range('2026-11-10', '2026-11-18'), range('2026-11-17', '2026-11-17')],
    [],
  ],
  [
    'the holidays of January',
    range('2026-01-01', '2026-01-12'),
    [],
    [{ ...range('2026-01-12', '2026-01-12'), count: 1 }],
  ],
  [
    'a gap of years is not counted through',
    range('1995-01-01', '2026-11-20'),
    [],
    [{ ...range('1995-01-01', '2026-11-20'), count: null }],
  ],
])('missing working days: %s', (_name, whole, covered, missing) => {
  expect(missingWorkingDays(whole, covered, isWorkingDay)).toEqual(missing);
});

test.each([
  ['2025-11-01', true],
  ['2025-11-03', false],
  ['2025-12-31', false],
  ['2026-01-09', false],
  ['2026-03-09', false],
  ['2026-05-11', false],
  ['2026-11-04', false],
  ['2026-11-20', true],
  ['2026-11-21', false],
  ['2026-12-31', false],
  ['2027-05-03', false],
  ['2027-11-04', false],
])('days moved by the government and by the law: on %s banks work: %s', (day, isWorking) => {
  expect(isWorkingDay(isoDate(day))).toBe(isWorking);
});

const workingDaysIn = (year: number): number => {
  let count = 0;
  for (let day = isoDate(`${year}-01-01`); day <= isoDate(`${year}-12-31`); day = addDays(day, 1))
    if (isWorkingDay(day)) count += 1;
  return count;
};

test('2025 and 2026 have as many working days as their calendars say', () => {
  expect([2025, 2026].map(workingDaysIn)).toEqual([247, 247]);
});
