import { expect, test } from 'vitest';
import { placedToRows } from '#main/exchange/company-card/pdf-layout.ts';

const at = (x: number, y: number, text: string, width = text.length * 5) => ({ text, x, y, width, size: 10 });

test('words of one line come together, columns stay apart', () => {
  const rows = placedToRows([
    at(300, 700, '7707083893'),
    at(72, 700.4, 'ИНН'),
    at(72, 680, 'Юридический'),
    at(130, 680, 'адрес'),
    at(300, 680, '115191,'),
  ]);
  expect(rows).toEqual([{ cells: ['ИНН', '7707083893'] }, { cells: ['Юридический адрес', '115191,'] }]);
});

test('a value of two lines is one value', () => {
  const rows = placedToRows([
    at(72, 700, 'Адрес'),
    at(300, 700, '190000, г. Санкт-'),
    at(300, 688, 'Петербург,'),
    at(300, 676, 'д. 7'),
    at(72, 660, 'ИНН'),
    at(300, 660, '1'),
  ]);
  expect(rows).toEqual([{ cells: ['Адрес', '190000, г. Санкт-Петербург, д. 7'] }, { cells: ['ИНН', '1'] }]);
});

test('a label of two lines is one label, a new label is a new row', () => {
  const rows = placedToRows([
    at(72, 700, 'Адрес электронной'),
    at(300, 700, 'a@b.ru'),
    at(72, 688, 'почты'),
    at(72, 670, 'Телефон'),
  ]);
  expect(rows).toEqual([{ cells: ['Адрес электронной почты', 'a@b.ru'] }, { cells: ['Телефон'] }]);
});
