import { describe, expect, test } from 'vitest';
import { compileAssignment, compileExpression } from '#main/render/expression/compile.ts';
import { evaluate } from '#main/render/expression/evaluate.ts';
import { allowFunction, STANDARD_FUNCTIONS } from '#main/render/expression/functions.ts';
import { prepareData } from '#main/render/render-data.ts';

const lines = [
  { name: 'Доставка', sum: 1200.5, vat: null },
  { name: 'Хранение', sum: 300, vat: '20%' },
  { name: 'Аренда', sum: 50, vat: '20%' },
];
const order = { number: 'А-17', seller: { name: 'ООО «Ромашка»', phone: null }, lines, paid: false, count: 3, empty: '' };

function answer(source: string, extra: Readonly<Record<string, unknown>> = {}): unknown {
  const compiled = compileExpression(source);
  if (!compiled.ok) return compiled.error.code;
  const data = prepareData(order);
  if (!data.ok) throw new Error(data.error.code);
  const result = evaluate(compiled.value, [extra, data.value, STANDARD_FUNCTIONS]);
  return result.ok ? result.value : result.error.code;
}

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
  ['1 + "2"', `1${2}`],
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

const N = 'template.expression.notAllowed';
const FORBIDDEN = 'template.expression.forbiddenName';
const SYNTAX = 'template.expression.syntax';
const LIMIT = 'template.expression.limit';
const METHOD = 'template.expression.unknownMethod';

const REFUSED: readonly (readonly [string, string])[] = [
  ['this', N],
  ['this.constructor.constructor("return process")()', N],
  ['number.constructor', FORBIDDEN],
  ['number.constructor.name', FORBIDDEN],
  ['"".constructor.constructor("return 1")()', N],
  ['this.constructor.constructor("return process")', FORBIDDEN],
  ['number["constructor"]', FORBIDDEN],
  ['number["const" + "ructor"]', FORBIDDEN],
  ['seller[`constr${"uctor"}`]', FORBIDDEN],
  ['seller.__proto__', FORBIDDEN],
  ['seller["__proto__"]', FORBIDDEN],
  ['({ __proto__: seller })', FORBIDDEN],
  ['({ "__proto__": seller })', FORBIDDEN],
  ['({ ["__proto__"]: seller })', N],
  ['({ get a() { return 1 } })', N],
  ['({ f() { return 1 } })', N],
  ['seller.prototype', FORBIDDEN],
  ['__proto__', FORBIDDEN],
  ['constructor', FORBIDDEN],
  ['seller.__defineGetter__("a", 1)', FORBIDDEN],
  ['process', 'template.expression.unknownName'],
  ['globalThis', 'template.expression.unknownName'],
  ['require("fs")', 'template.expression.unknownName'],
  ['process.getBuiltinModule("fs")', 'template.expression.unknownName'],
  ['Function("return 1")()', N],
  ['eval("1")', FORBIDDEN],
  ['import("node:fs")', N],
  ['import.meta', SYNTAX],
  ['new Date()', N],
  ['new Map', N],
  ['/a+/.test("aaa")', N],
  ['"a".replace(/a/g, "b")', N],
  ['typeof number', N],
  ['void 0', N],
  ['delete seller.name', N],
  ['number = 5', N],
  ['count++', N],
  ['seller.name = "x"', N],
  ['1, 2', N],
  ['1; 2', SYNTAX],
  ['while (true) {}', SYNTAX],
  ['for (;;) {}', SYNTAX],
  ['if (1) 2', SYNTAX],
  ['const a = 1', SYNTAX],
  ['function f() {}', N],
  ['async () => 1', N],
  ['() => 1', N],
  ['(() => 1)()', N],
  ['lines.map(l => { return l })', N],
  ['lines.map(({ name }) => name)', N],
  ['lines.map((...rest) => rest)', N],
  ['lines.map(function (l) { return l })', N],
  ['number`x`', N],
  ['String.raw`x`', N],
  ['[...lines]', N],
  ['({ ...seller })', N],
  ['Math.max(...[1])', N],
  ['lines["map"](l => l)', N],
  ['seller["name"]()', N],
  ['(0, lines.map)(l => l)', N],
  ['lines.map(l => l).map(l => l)(1)', N],
  ['"a" in seller', N],
  ['seller instanceof seller', N],
  ['1 | 2', N],
  ['1 << 30', N],
  ['10n', N],
  ['yield', 'template.expression.unknownName'],
  ['lines.push(1)', METHOD],
  ['lines.splice(0)', METHOD],
  ['lines.fill(0)', METHOD],
  ['number.match("a")', METHOD],
  ['number.normalize()', METHOD],
  ['number.toLocaleString()', METHOD],
  ['number.at.call(lines)', 'template.expression.nullPath'],
  ['lines.map.call(lines, l => l)', N],
  ['lines.map.apply(lines)', 'template.expression.nullPath'],
  ['seller.hasOwnProperty("name")', 'template.expression.notCallable'],
  ['seller.toString()', 'template.expression.notCallable'],
  ['seller.valueOf()', 'template.expression.notCallable'],
  ['Math["max"]', N],
  ['Math.max', 'template.expression.functionResult'],
  ['[Math.max]', 'template.expression.functionResult'],
  ['String', 'template.expression.functionResult'],
  ['({ then: Boolean })', 'template.expression.functionResult'],
  ['"" + seller', 'template.expression.notSimple'],
  ['`${lines}`', 'template.expression.notSimple'],
  ['lines * 2', 'template.expression.notSimple'],
  ['lines.join()', 'template.expression.notSimple'],
  ['seller == "a"', 'template.expression.notSimple'],
  ['lines.sort()', 'template.expression.notSimple'],
  ['"a".concat(x => x)', N],
  ['seller[lines]', 'template.expression.badArgument'],
  ['[].reduce((a, b) => a)', 'template.expression.badArgument'],
  ['"a".repeat(-1)', 'template.expression.badArgument'],
  ['(1).toFixed(999)', 'template.expression.badArgument'],
  ['absent', 'template.expression.unknownName'],
  ['seller.absent.name', 'template.expression.nullPath'],
  ['seller.phone.code', 'template.expression.nullPath'],
  ['"a\\u0001b"', 'template.expression.controlCharacter'],
  ['`\\x01`', 'template.expression.controlCharacter'],
  ['"a".repeat(1e9)', LIMIT],
  ['"a".repeat(1e6).padEnd(1e9)', LIMIT],
  ['"a".repeat(1e6) + "a"', LIMIT],
  ['"a".repeat(1e6).replaceAll("a", "b".repeat(1e6))', LIMIT],
  ['"a".repeat(1e6).split("").map(a => "b".repeat(1000)).join("")', LIMIT],
  ['"a".repeat(1e4).split("").map(a => "a".repeat(1e4).split("").map(b => b))', LIMIT],
  ['[[1,1,1,1,1,1,1,1]].map(a => [a,a,a,a,a,a,a,a]).map(a => [a,a,a,a,a,a,a,a]).map(a => [a,a,a,a,a,a,a,a]).map(a => [a,a,a,a,a,a,a,a]).map(a => [a,a,a,a,a,a,a,a]).map(a => [a,a,a,a,a,a,a,a]).map(a => [a,a,a,a,a,a,a,a])', LIMIT],
  ['', SYNTAX],
  ['a b', SYNTAX],
  ['count – 1', SYNTAX],
];

describe('an expression outside the subset is refused', () => {
  test.each(REFUSED)('%s', (source, code) => {
    expect(answer(source)).toBe(code);
  });
});

describe('an expression that is too large is refused before it costs anything', () => {
  test.each([
    ['parentheses', `${'('.repeat(200)}1${')'.repeat(200)}`, [LIMIT]],
    ['lists within lists', `${'['.repeat(1900)}${']'.repeat(1900)}`, [LIMIT, SYNTAX]],
    ['a long sum', `1${' + 1'.repeat(2000)}`, [LIMIT]],
    ['a chain of fields', `seller${'?.a'.repeat(900)}`, [LIMIT]],
  ])('%s', (_name, source, codes) => {
    expect(codes).toContain(answer(source));
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
  ])('%s', (source, expected) => {
    expect(answer(source)).toBe(expected);
  });
});

describe('EXEC', () => {
  test('takes one assignment to a name', () => {
    const compiled = compileAssignment('total = count * 2;');
    expect(compiled).toMatchObject({ ok: true, value: { name: 'total' } });
  });

  test.each(['count', 'a.b = 1', 'a += 1', '__proto__ = 1', 'constructor = 1', '$line = 1', 'a = b = 1', '[a] = [1]', 'a = () => 1', 'a = 1; b = 2'])(
    'refuses %s',
    (source) => {
      expect(compileAssignment(source).ok).toBe(false);
    },
  );
});

test('references name the fields of the data, also through list methods', () => {
  const compiled = compileExpression('lines.filter(l => l.sum > seller.limit).map(m => m.name)[0].length + lines[0].vat + $line.a');
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
