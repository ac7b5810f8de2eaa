import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { compareContracts } from '#shared/domain/contract-compare/compare-contracts.ts';
import { shortestEdit } from '#shared/domain/contract-compare/shortest-edit.ts';

const SENT = [
  'ДОГОВОР № 52/26 перевозки грузов',
  '4. Цена и порядок расчётов',
  '4.1. Ставка за перевозку согласуется в заявке и включает НДС 22 %.',
  '4.3. Заказчик оплачивает услуги в течение 10 (десяти) рабочих дней после получения оригиналов документов.',
  '6. Ответственность',
  '6.2. За просрочку подачи автомобиля Экспедитор уплачивает штраф 0,1 % ставки за каждый час.',
  '6.4. Экспедитор не отвечает за простой на складе грузополучателя свыше двух часов.',
  '7.1. Договор действует до 31.12.2026 и продлевается на год, если стороны не возразили за 30 дней.',
].join('\n');

const edited = (...edits: readonly (readonly [string, string])[]): string =>
  edits.reduce((text, [from, to]) => text.replace(from, to), SENT);

const unnumbered = (text: string): string => text.replaceAll(/^\d+(?:\.\d+)?\. /gmu, '');

describe('a returned contract against the sent one', () => {
  test('an untouched copy has no differences, whatever its layout', () => {
    const wrapped = SENT.replaceAll(' ', '\n').replaceAll('\n\n', '\n');
    const hyphened = SENT.replace('перевозку', 'пере-\nвозку').replace('документов', 'доку\u00ADментов');
    const requoted = SENT.replaceAll('ё', 'е').replaceAll(' ', '\u00A0');
    for (const copy of [SENT, wrapped, hyphened, requoted]) expect(compareContracts(SENT, copy)).toEqual([]);
  });

  test('three silent edits are found: a number, a term and a lost «не»', () => {
    const returned = edited(
      ['10 (десяти)', '30 (тридцати)'],
      ['0,1 %', '0,5 %'],
      ['Экспедитор не отвечает', 'Экспедитор отвечает'],
    );
    const found = compareContracts(SENT, returned);
    expect(found.map(({ clause, sort, before, after }) => [clause, sort, before, after])).toEqual([
      ['п.\u00A04.3', 'number', '10 (десяти', '30 (тридцати'],
      ['п.\u00A06.2', 'number', '0,1', '0,5'],
      ['п.\u00A06.4', 'negation', 'не', ''],
    ]);
  });

  test('the words around a place are those of its own clause', () => {
    const [found] = compareContracts(SENT, edited(['0,1 %', '0,5 %']));
    const [first, last] = [found?.pieces.at(0)?.text, found?.pieces.at(-1)?.text];
    expect(first).toBe('6.2. За просрочку подачи автомобиля Экспедитор уплачивает штраф');
    expect(last).toBe('% ставки за каждый час.');
    const [counted] = compareContracts(unnumbered(SENT), unnumbered(edited(['0,1 %', '0,5 %'])));
    expect(counted?.pieces.at(-1)?.text).toBe('% ставки за каждый час.');
  });

  test.each([
    ['a «не» put in', ['Экспедитор уплачивает', 'Экспедитор не уплачивает'], 'negation', '', 'не'],
    ['a «не» before a word that begins with it', ['не возразили', 'возразили'], 'negation', 'не', ''],
    ['a date', ['31.12.2026', '31.12.2027'], 'number', '31.12.2026', '31.12.2027'],
    ['a number in words only', ['двух часов', 'трёх часов'], 'number', 'двух', 'трёх'],
    ['a word', ['рабочих', 'календарных'], 'wording', 'рабочих', 'календарных'],
    [
      'a sentence taken out',
      ['4.1. Ставка за перевозку согласуется в заявке и включает НДС 22 %.\n', ''],
      'number',
      '4.1. Ставка за перевозку согласуется в заявке и включает НДС 22 %.',
      '',
    ],
    ['a comma', ['на год, если', 'на год если'], 'removed', ',', ''],
  ] as const)('%s', (_name, [from, to], sort, before, after) => {
    const found = compareContracts(SENT, edited([from, to]));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ before, after, sort });
  });

  test('numbers of clauses that Word counts itself and a PDF prints are no differences', () => {
    const uncounted = SENT.replaceAll(/^\d+(?:\.\d+)*\. /gmu, '');
    expect(compareContracts(uncounted, SENT)).toEqual([]);
  });

  test('the words around a place are told with it', () => {
    const [found] = compareContracts(SENT, edited(['0,1 %', '0,5 %']));
    expect(found?.pieces.map(({ change }) => change)).toEqual(['same', 'removed', 'added', 'same']);
    expect(found?.pieces[0]?.text).toMatch(/уплачивает штраф$/u);
  });
});

const apply = (a: readonly number[], b: readonly number[]): number[] => {
  const made: number[] = [];
  let at = 0;
  for (const { aFrom, aTo, bFrom, bTo } of shortestEdit(a, b)) {
    made.push(...a.slice(at, aFrom), ...b.slice(bFrom, bTo));
    at = aTo;
  }
  return [...made, ...a.slice(at)];
};

describe('the shortest edit', () => {
  test('leads from any text to any other', () => {
    const row = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 60 });
    fc.assert(
      fc.property(row, row, (a, b) => {
        expect(apply(a, b)).toEqual(b);
      }),
      { numRuns: 300 },
    );
  });

  test('a long contract with a few edits is compared at once', () => {
    const a = Array.from({ length: 200_000 }, (_, at) => (at * 7919) % 61);
    const b = a.with(1000, 99).with(150_000, 99).toSpliced(90_000, 3);
    const began = performance.now();
    expect(shortestEdit(a, b)).toHaveLength(3);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
