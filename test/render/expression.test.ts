import { describe, expect, test } from 'vitest';
import { compileAssignment, compileExpression } from '#main/render/expression/compile.ts';
import { allowFunction } from '#main/render/expression/functions.ts';
import { answer, lines, order } from '#test/helpers/expression-answer.ts';

const { number, seller, paid, count, empty } = order;

// The right column is ordinary TypeScript on the same data: the evaluator must answer as JavaScript does.
const SAME_AS_JAVASCRIPT: readonly (readonly [string, unknown])[] = [
  ['number', number],
  ['seller.name', seller.name],
  ["seller['name']", seller['name']],
  ['lines.length', lines.length],
  ['number.length', number.length],
  ['number[0]', number[0]],
  ['lines[1].name', lines[1]?.name],
  ['lines[9]', lines[9]],
  ['seller?.name', seller?.name],
  ['seller.phone?.code', undefined],
  ['seller.phone?.code.more.deep', undefined],
  ['seller.absent', undefined],
  ['1 + 2 * 3 - 4 / 8', 1 + 2 * 3 - 4 / 8],
  ['7 % 4 + 2 ** 5', (7 % 4) + 2 ** 5],
  ['-count + +"4"', -count + Number('4')],
  ['1 + "2"', '12'],
  ['[10, 9, undefined, "б", 1].sort()', [1, 10, 9, 'б', undefined]],
  ['"№ " + number', `№ ${number}`],
  ['null + 1', 1],
  ['undefined + 1', Number.NaN],
  ['true + true', 2],
  ['`Счет ${number} от ${count} ${paid}`', `Счет ${number} от ${count} ${paid}`],
  ['!paid', !paid],
  ['paid ? "да" : "нет"', paid ? 'да' : 'нет'],
  ['empty || "—"', empty || '—'],
  ['empty ?? "—"', empty ?? '—'],
  ['seller.phone ?? "нет"', seller.phone ?? 'нет'],
  ['count > 2 && count <= 3', count > 2 && count <= 3],
  ['"b" > "a"', true],
  ['"10" < "9"', true],
  ['"10" < 9', false],
  ['count === 3', true],
  ['count == "3"', true],
  ['seller.phone == null', true],
  ['seller.absent == null', true],
  ['seller != null', true],
  ['seller === seller', true],
  ['NaN === NaN', false],
  ['0.1 + 0.2', 0.1 + 0.2],
  ['1e3', 1e3],
  ['lines.map(l => l.name).join(", ")', lines.map((l) => l.name).join(', ')],
  ['lines.filter(l => l.sum > 100).length', lines.filter((l) => l.sum > 100).length],
  ['lines.reduce((s, l) => s + l.sum, 0)', lines.reduce((s, l) => s + l.sum, 0)],
  ['lines.map(l => l.sum).reduce((a, b) => Math.max(a, b))', 1200.5],
  ['lines.find(l => l.sum === 300).name', 'Хранение'],
  ['lines.findIndex(l => l.sum === 50)', 2],
  ['lines.some(l => !l.vat)', true],
  ['lines.every(l => l.sum > 0)', true],
  ['lines.map((l, i) => i + 1 + ". " + l.name)', lines.map((l, i) => `${i + 1}. ${l.name}`)],
  ['lines.toSorted((a, b) => a.sum - b.sum).map(l => l.name)', ['Аренда', 'Хранение', 'Доставка']],
  ['lines.sort((a, b) => a.sum - b.sum)[0].name + lines[0].name', 'АрендаДоставка'],
  ['[3, 1, 2].sort().reverse().join("")', '321'],
  ['[1, [2, 3]].flat().includes(3)', true],
  ['lines.map(l => lines.map(m => m.sum * l.sum).length)', [3, 3, 3]],
  ['lines.flatMap(l => [l.name, l.sum]).length', 6],
  ['lines.slice(1, 2).concat([{ name: "x" }]).map(l => l.name).at(-1)', 'x'],
  ['[1, null, 2].join("-")', [1, null, 2].join('-')],
  ['["б", "а"].indexOf("а")', 1],
  ['({ a: 1, "б": 2 }).б', 2],
  ['"  x ".trim() + "y".repeat(3) + "Z".toLowerCase()', 'xyyyz'],
  ['"7".padStart(3, "0") + "7".padEnd(2)', '0077 '],
  ['"a-b-c".split("-").length', 3],
  ['"a-b-c".replace("-", "+")', 'a+b-c'],
  ['"a-b-c".replaceAll("-", "")', 'abc'],
  ['"abc".replaceAll("", ".")', '.a.b.c.'],
  ['"Счет".slice(1, -1) + "Счет".substring(2) + "Счет".charAt(0)', 'чеетС'],
  ['"Счет".startsWith("С") && "Счет".endsWith("т") && "Счет".includes("че")', true],
  ['"Счет".indexOf("т") + "Счет".lastIndexOf("С")', 3],
  ['"я".toUpperCase().concat("!", 1)', 'Я!1'],
  ['(1234.5).toFixed(2)', '1234.50'],
  ['(255).toString(16)', 'ff'],
  ['Math.round(2.5) + Math.floor(-1.5) + Math.ceil(0.2) + Math.abs(-3) + Math.trunc(1.9)', 3 - 2 + 1 + 3 + 1],
  ['Math.min(3, 1, 2) + Math.max(1, 5)', 6],
  ['Number("12") + Number(true)', 13],
  ['String(12) + String(null)', '12null'],
  ['Boolean("")', false],
  ['lines.map(String.length)', 'template.expression.notCallable'],
];

describe('an expression answers as JavaScript does', () => {
  test.each(SAME_AS_JAVASCRIPT)('%s', (source, expected) => {
    expect(answer(source)).toEqual(expected);
  });

  test('variables of loops and Cyrillic names are found before the data', () => {
    expect(answer('$строка.цена + number', { $строка: { цена: 5 }, number: 7 })).toBe(12);
  });

  test('a function of ours is called only when it was allowed', () => {
    const words = allowFunction((value) => `сто ${String(value)}`);
    expect(answer('words(5)', { words })).toBe('сто 5');
    expect(answer('lines.map(l => l.sum).map(words)[1]', { words })).toBe('сто 300');
    expect(answer('stranger(5)', { stranger: () => 'secret' })).toBe('template.expression.notCallable');
  });

  test('data is never changed by sorting or reversing', () => {
    expect(answer('lines.reverse().length && lines[0].name')).toBe('Доставка');
  });
});

describe('typographic quotes', () => {
  test.each([
    ['paid == false ? «нет» : «да»', 'нет'],
    ['“нет”', 'нет'],
    ['„нет“', 'нет'],
    ['‘нет’', 'нет'],
    ['”нет”', 'нет'],
    ['"ООО «Ромашка»"', 'ООО «Ромашка»'],
    ["seller.name == 'ООО «Ромашка»'", true],
    ['«ООО «Ромашка»»', 'ООО «Ромашка»'],
    ['«a "b" \\ c»', 'a "b" \\ c'],
    ['`«${count}»`', '«3»'],
    ['`${paid ? «да» : “{нет}”}, ${({ a: «`» }).a} «»`', '{нет}, ` «»'],
  ])('%s', (source, expected) => {
    expect(answer(source)).toBe(expected);
  });
});

describe('EXEC', () => {
  test('takes one assignment to a name', () => {
    const compiled = compileAssignment('total = count * 2;');
    expect(compiled).toMatchObject({ ok: true, value: { name: 'total' } });
  });

  test.each([
    'count',
    'a.b = 1',
    'a += 1',
    '__proto__ = 1',
    'constructor = 1',
    '$line = 1',
    'a = b = 1',
    '[a] = [1]',
    'a = () => 1',
    'a = 1; b = 2',
  ])('refuses %s', (source) => {
    expect(compileAssignment(source).ok).toBe(false);
  });
});

test('references name the fields of the data, also through list methods', () => {
  const compiled = compileExpression(
    'lines.filter(l => l.sum > seller.limit).map(m => m.name)[0].length + lines[0].vat + $line.a',
  );
  if (!compiled.ok) throw new Error(compiled.error.code);
  expect([...new Set(compiled.value.references.map(({ path }) => path))].toSorted()).toEqual([
    '$line.a',
    'lines',
    'lines[].name',
    'lines[].sum',
    'lines[].vat',
    'seller.limit',
  ]);
});
