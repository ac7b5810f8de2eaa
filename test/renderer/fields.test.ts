import { describe, expect, test } from 'vitest';
import { isoDate } from '#shared/kernel/date.ts';
import { nextScale, parsePreferences } from '#renderer/theme/preferences.ts';
import { parseDateText } from '#renderer/ui/date-text.ts';
import { nextItemId, splitFound } from '#renderer/ui/palette-items.ts';
import { sectionOfPath } from '#renderer/app/sections.ts';

describe('a date is understood as hands type it', () => {
  test.each([
    ['20.11.2026', '2026-11-20', '2026-11-20'],
    ['5.1', '2026-11-20', '2027-01-05'],
    ['25.12', '2027-01-10', '2026-12-25'],
    ['20', '2026-11-25', '2026-11-20'],
    ['31', '2026-11-20', '2026-10-31'],
    ['1', '2026-12-28', '2027-01-01'],
    ['20/11/26', '2026-01-01', '2026-11-20'],
    ['+3', '2026-11-29', '2026-12-02'],
    ['-1', '2026-11-01', '2026-10-31'],
    ['29.02.2028', '2026-11-20', '2028-02-29'],
  ])('«%s» on %s is %s', (text, today, expected) => {
    expect(parseDateText(text, isoDate(today))).toEqual({ ok: true, value: expected });
  });

  test.each(['', 'завтра', '30.02.2026', '32', '1.13', '20.11.2026 г.'])('«%s» is refused', (text) => {
    expect(parseDateText(text, isoDate('2026-11-20'))).toEqual({ ok: false, error: 'notDate' });
  });
});

describe('preferences of the window', () => {
  test('what cannot be read falls back one by one', () => {
    expect(parsePreferences('{"scheme":"dark","scalePercent":300,"density":7}')).toEqual({
      scheme: 'dark',
      scalePercent: 100,
      density: 'normal',
    });
    expect(parsePreferences('{oops')).toEqual(parsePreferences(null));
  });

  test('the scale walks its steps and stays within 90 and 150 %', () => {
    expect([nextScale(100, 1), nextScale(100, -1), nextScale(150, 1), nextScale(90, -1)]).toEqual([110, 90, 150, 90]);
  });
});

const item = (id: string) => ({ id, icon: 'files', title: id, run: () => undefined }) as const;

describe('the palette', () => {
  const groups = [
    { title: 'Найдено', items: [item('a'), item('b')] },
    { title: 'Перейти', items: [item('c')] },
  ];

  test.each([
    [null, 1, 'a'],
    [null, -1, 'c'],
    ['b', 1, 'c'],
    ['c', 1, 'a'],
    ['a', -1, 'c'],
  ] as const)('arrows walk through all groups in a circle: from %s by %s to %s', (from, step, expected) => {
    expect(nextItemId(groups, from, step)).toBe(expected);
  });

  test('the found part of a title is marked whatever its case', () => {
    expect(splitFound('Заказ 1204', 'ЗАКАЗ')).toEqual([
      { text: 'Заказ', found: true },
      { text: ' 1204', found: false },
    ]);
    expect(splitFound('Заказ 1204', 'xyz')).toEqual([{ text: 'Заказ 1204', found: false }]);
  });
});

test.each([
  ['/', 'today'],
  ['/orders', 'orders'],
  ['/orders/1204', 'orders'],
  ['/ordersish', 'today'],
  ['/documents', 'documents'],
])('the address %s belongs to the section %s', (path, section) => {
  expect(sectionOfPath(path)).toBe(section);
});
