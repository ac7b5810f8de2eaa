import { expect, test } from 'vitest';
import { decimalOf, floatKopecks, roublesToKopecks } from '#shared/domain/crm/amount.ts';
import { plainComment, plainText } from '#shared/domain/crm/plain-text.ts';

test.each([
  [81818.18, 8_181_818n],
  ['100.0000', 10_000n],
  [0.1 + 0.2, 30n],
  [999.9, 99_990n],
  ['118500', 11_850_000n],
  [0, 0n],
  [1e12, 100_000_000_000_000n],
])('roubles of Битрикс24 %s are exactly %s kopecks', (value, expected) => {
  expect(roublesToKopecks(value)).toEqual({ ok: true, value: expected });
});

test.each([
  [10.005, 'tooFine'],
  ['33.333', 'tooFine'],
  ['', 'notNumber'],
  [null, 'notNumber'],
  ['десять', 'notNumber'],
  [Number.NaN, 'notNumber'],
])('%s is refused as %s: nothing is rounded behind a back', (value, error) => {
  expect(roublesToKopecks(value)).toEqual({ ok: false, error });
});

test.each([
  [346453701206, 346_453_701_206n],
  [1250.0, 1_250n],
  ['400', 400n],
])('kopeks of МойСклад %s are %s kopecks', (value, expected) => {
  expect(floatKopecks(value)).toEqual({ ok: true, value: expected });
});

test('a fraction of a kopek is refused', () => {
  expect(floatKopecks(1250.5)).toEqual({ ok: false, error: 'tooFine' });
});

test.each([
  [0.06, '0.06'],
  ['1.500', '1.5'],
  [0.000001, '0.000001'],
  [12, '12'],
])('a quantity %s is the decimal %s', (value, expected) => {
  expect(decimalOf(value)).toEqual({ ok: true, value: expected });
});

test.each([
  ['ООО &quot;Ромашка&quot;', 'ООО "Ромашка"'],
  ['Поле &amp;laquo;ИНН&amp;raquo; обязательно&lt;br&gt;', 'Поле «ИНН» обязательно'],
  ['первая<br>вторая', 'первая\nвторая'],
])('a text of the portal %s is %s', (text, expected) => {
  expect(plainText(text)).toBe(expected);
});

test('a comment loses its BB codes and keeps its words', () => {
  expect(plainComment('[B]Срочно[/B] — [URL=https://a.example/]ссылка[/URL]')).toBe('Срочно — ссылка');
  expect(plainComment('цена [1] и [два]')).toBe('цена [1] и [два]');
});
