import { describe, expect, it } from 'vitest';
import { readPurchaseLine } from '#shared/domain/document/purchase-lines.ts';
import { aLine } from '#test/helpers/a-source.ts';

const LINES = [
  aLine({ code: 'K-100', name: 'Кружка керамическая, 330 мл', unitName: 'шт', unitCode: '796' }),
  aLine({ code: 'K-200', name: 'Блокнот А5', unitName: 'шт', unitCode: '796' }),
  aLine({ code: 'K-201', name: 'Блокнот А4', unitName: 'шт', unitCode: '796' }),
];

describe('a line of what is missing', () => {
  it.each([
    ['Чашка, 5 шт', 'Чашка', '5', 'шт'],
    ['Чашка – 5 шт.', 'Чашка', '5', 'шт'],
    ['Чашка × 5', 'Чашка', '5', ''],
    ['Чашка, 1 500 шт', 'Чашка', '1500', 'шт'],
    ['Провод, 2,5 м', 'Провод', '2.5', 'м'],
    ['Стол 120 см', 'Стол 120 см', '', ''],
    ['Термос, 500 мл', 'Термос, 500 мл', '', ''],
    ['Лента атласная', 'Лента атласная', '', ''],
    ['', '', '', ''],
  ])('«%s» is %s, %s %s', (text, name, quantity, unitName) => {
    expect(readPurchaseLine(text, [])).toEqual({ code: '', name, quantity, unitName, unitCode: '' });
  });

  it('takes article, full name and unit from the line of the order that it means', () => {
    expect(readPurchaseLine('кружка керамическая 330 мл, 40', LINES)).toEqual({
      code: 'K-100',
      name: 'Кружка керамическая, 330 мл',
      quantity: '40',
      unitName: 'шт',
      unitCode: '796',
    });
    expect(readPurchaseLine('K-200, 3 упак', LINES)).toMatchObject({ code: 'K-200', unitName: 'упак', unitCode: '' });
    expect(readPurchaseLine('Кружка, 2 шт', LINES)).toMatchObject({ code: 'K-100' });
  });

  it('does not choose between two lines that begin alike', () => {
    expect(readPurchaseLine('Блокнот, 2 шт', LINES)).toMatchObject({ code: '', name: 'Блокнот', quantity: '2' });
  });
});
