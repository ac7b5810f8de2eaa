import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  daysBetween,
  formatDate,
  formatDateLong,
  formatDateQuoted,
  isoDate,
  moscowDateOf,
  parseIsoDate,
  weekdayOf,
  yearOf,
  type IsoInstant,
} from '#shared/kernel/date.ts';
import { isValidOn, pickValid } from '#shared/kernel/validity.ts';

describe('dates', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '21.11.2026', '2026-11-21T00:00', ''])('«%s» is no date', (text) => {
    expect(parseIsoDate(text).ok).toBe(false);
    expect(() => isoDate(text)).toThrow(RangeError);
  });

  it('takes 29 February of a leap year', () => {
    expect(parseIsoDate('2028-02-29')).toEqual({ ok: true, value: '2028-02-29' });
  });

  it('prints as tables, titles and signature lines want it', () => {
    const date = isoDate('2026-11-05');
    expect([formatDate(date), formatDateLong(date), formatDateQuoted(date)]).toEqual([
      '05.11.2026',
      '5\u00A0ноября 2026\u00A0г.',
      '«05» ноября 2026\u00A0г.',
    ]);
  });

  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-11-20', 180, '2027-05-19'],
  ])('%s and %s days is %s', (from, days, to) => {
    expect(addDays(isoDate(from), days)).toBe(to);
    expect(daysBetween(isoDate(from), isoDate(to))).toBe(days);
  });

  it('comes back after any walk', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: -5000, max: 5000 }), (start, days) => {
        const from = addDays(isoDate('2000-01-01'), start);
        expect(addDays(addDays(from, days), -days)).toBe(from);
        expect(daysBetween(from, addDays(from, days))).toBe(days);
      }),
      { seed: 20_261_121, numRuns: 200 },
    );
  });

  it('knows weekday and year', () => {
    expect([weekdayOf(isoDate('2026-11-22')), weekdayOf(isoDate('2026-11-23')), yearOf(isoDate('2026-11-22'))]).toEqual(
      [7, 1, 2026],
    );
  });

  it('is the day of Moscow, not of Greenwich', () => {
    expect(moscowDateOf('2026-12-31T21:00:00.000Z' as IsoInstant)).toBe('2027-01-01');
    expect(moscowDateOf('2026-12-31T20:59:59.999Z' as IsoInstant)).toBe('2026-12-31');
  });
});

describe('facts with a period', () => {
  const first = { validFrom: null, validTo: isoDate('2025-12-31') };
  const second = { validFrom: isoDate('2026-01-01'), validTo: isoDate('2026-03-31') };

  it.each([
    ['2000-01-01', first],
    ['2025-12-31', first],
    ['2026-01-01', second],
    ['2026-03-31', second],
    ['2026-04-01', null],
  ])('on %s the right one holds, both ends included', (date, fact) => {
    expect(pickValid([first, second], isoDate(date))).toBe(fact);
  });

  it('hold for ever when open at both ends', () => {
    expect(isValidOn({ validFrom: null, validTo: null }, isoDate('1990-01-01'))).toBe(true);
  });
});
