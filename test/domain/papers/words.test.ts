import { expect, test } from 'vitest';
import { positionDative } from '#shared/domain/grammar/decline-position.ts';
import { quantityInWords } from '#shared/domain/words/quantity-in-words.ts';

test.each([
  ['1', 'шт', 'Одна'],
  ['2', 'кг', 'Два'],
  ['2', 'упак', 'Две'],
  ['21', 'место', 'Двадцать одно'],
  ['1000', 'л', 'Одна тысяча'],
  ['120.5', 'кг', 'Сто двадцать целых пять десятых'],
  ['0,001', 'т', 'Ноль целых одна тысячная'],
  ['0', 'шт', 'Ноль'],
  ['много', 'шт', 'много'],
])('%s %s is «%s» in words', (quantity, unit, words) => {
  expect(quantityInWords(quantity, unit)).toBe(words);
});

test.each([
  ['Водитель-экспедитор', 'Водителю-экспедитору'],
  ['Генеральный директор', 'Генеральному директору'],
  ['Менеджер по закупкам', 'Менеджеру по закупкам'],
  ['Старшая кладовщица', 'Старшей кладовщице'],
  ['Заведующий складом', 'Заведующему складом'],
  ['Агент', 'Агенту'],
  ['ИП', 'ИП'],
  ['', ''],
])('to %s is «%s»', (position, dative) => {
  expect(positionDative(position)).toBe(dative);
});
