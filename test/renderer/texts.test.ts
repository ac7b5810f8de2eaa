import { describe, expect, test } from 'vitest';
import { isoDate } from '#shared/kernel/date.ts';
import { nearDate } from '#renderer/text/dates.ts';
import { otherLayout } from '#renderer/text/keyboard-layout.ts';
import { packLabel, sheetLabel } from '#renderer/text/pack-texts.ts';

describe('what was typed with the other keyboard layout is understood', () => {
  test.each([
    ['cxtn 1204', 'счет 1204'],
    ['счет 1204', 'cxtn 1204'],
    ['Ufcnhjyjv', 'Гастроном'],
    [',e[ufknth', 'бухгалтер'],
    ['1204', null],
    ['УПД pdf', null],
    ['', null],
  ])('«%s» → %s', (typed, meant) => {
    expect(otherLayout(typed)).toBe(meant);
  });

  test('there and back gives the same word', () => {
    const word = 'Съешь же ещё этих мягких французских булок';
    expect(otherLayout(otherLayout(word) ?? '')).toBe(word);
  });
});

describe('the pack is readable without eyes', () => {
  test.each([
    ['absent', 'Счёт: ещё не выпущен'],
    ['draft', 'Счёт: черновик'],
    ['issued', 'Счёт: выпущен, у нас'],
    ['signed', 'Счёт: подписан нами'],
    ['away', 'Счёт: у другой стороны'],
    ['settled', 'Счёт: оригинал у нас'],
    ['blocked', 'Счёт: не выпустить'],
    ['stale', 'Счёт: устарел'],
  ] as const)('%s', (state, label) => {
    expect(sheetLabel('Счёт', state)).toBe(label);
  });

  test('the reason follows the state, and sheets follow each other', () => {
    expect(sheetLabel('Заявка', 'blocked', 'нет времени выгрузки')).toBe('Заявка: не выпустить — нет времени выгрузки');
    expect(
      packLabel([
        { title: 'Счёт', state: 'draft' },
        { title: 'УПД', state: 'absent' },
      ]),
    ).toBe('Счёт: черновик; УПД: ещё не выпущен');
  });
});

test.each([
  ['2026-11-19', 'вчера'],
  ['2026-11-20', 'сегодня'],
  ['2026-11-21', 'завтра'],
  ['2026-11-23', '23.11 пн'],
  ['2026-11-18', '18.11 ср'],
  ['2026-12-20', '20.12.2026'],
])('%s is said as %s', (date, said) => {
  expect(nearDate(isoDate(date), isoDate('2026-11-20'))).toBe(said);
});
