import { describe, expect, test } from 'vitest';
import { isoDate } from '#shared/kernel/date.ts';
import { mergeFindings, mergeSentences, passedRules, type Finding } from '#renderer/parts/findings.ts';
import { fieldInfo } from '#renderer/parts/field-info.ts';
import { toWireValue } from '#renderer/parts/field-value.ts';
import { splitPartyName, toSheets } from '#renderer/parts/order-row.ts';
import { splitMarks } from '#renderer/parts/preview/split-marks.ts';

const finding = (change: Partial<Finding>): Finding => ({
  rule: 'R-P1',
  code: 'party.kppMissing',
  severity: 'block',
  kind: 'invoice',
  field: 'buyer.kpp',
  message: 'Нет КПП покупателя: счёт не выпустить',
  data: { whose: 'покупателя' },
  ...change,
});

const mark = (number: number, text: string) => `\uE000${number}\uE001${text}\uE002`;

describe('problems as people read them', () => {
  test('one defect met in several documents is said once, with all of them', () => {
    const [problem, ...others] = mergeFindings([
      finding({}),
      finding({ kind: 'upd', message: 'Нет КПП покупателя: УПД не выпустить' }),
    ]);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      text: 'Нет КПП покупателя: счёт, УПД не выпустить',
      kinds: ['invoice', 'upd'],
      field: 'buyer.kpp',
    });
  });

  test('what blocks stands before what only warns', () => {
    const merged = mergeFindings([
      finding({ severity: 'hint', rule: 'R-S1' }),
      finding({ severity: 'warn', rule: 'R-T6' }),
      finding({}),
    ]);
    expect(merged.map(({ severity }) => severity)).toEqual(['block', 'warn', 'hint']);
  });

  test.each([
    [['Одно'], 'Одно'],
    [['Одно', 'Одно'], 'Одно'],
    [['Акт устарел', 'Счёт устарел'], 'Акт, Счёт устарел'],
    [
      ['Нет: договор некому подписать', 'Нет: транспортную накладную некому подписать'],
      'Нет: договор, транспортную накладную некому подписать',
    ],
    [['а б', 'в г'], 'а б, в г'],
  ])('%j is said as «%s»', (sentences, merged) => expect(mergeSentences(sentences)).toBe(merged));

  test('a hint is no disorder', () => {
    expect(passedRules(41, [finding({}), finding({ severity: 'warn' }), finding({ severity: 'hint' })])).toBe(39);
  });
});

describe('a field of the check and its place', () => {
  test.each([
    ['buyer.kpp', 'КПП покупателя', 'Указать КПП', true],
    ['organisation.inn', 'ИНН нашей организации', 'Указать ИНН', true],
    ['order.lines[1].price', 'Цена в строке 2', 'Указать цену', false],
    ['order.trip.route[0].date', 'Дата в точке 1', 'Указать дату', false],
    ['contract.validTo', 'Срок договора', 'Указать срок', true],
    ['buyer.signatory', 'Должность и полное имя подписанта покупателя', 'Указать подписанта', true],
    ['order.trip.carrierId', 'Перевозчик', 'Выбрать перевозчика', false],
  ])('%s is «%s»', (field, label, verb, isShared) => expect(fieldInfo(field)).toMatchObject({ label, verb, isShared }));

  test('our own company is named to the core as the seller', () => {
    expect(fieldInfo('organisation.bankAccounts')?.field).toBe('seller.bankAccount');
  });

  test.each(['document.number', 'order.lines', 'order.trip.vehicle', 'nobody.inn', ''])(
    '%s cannot be typed in place',
    (field) => {
      expect(fieldInfo(field)).toBeNull();
    },
  );
});

describe('typed text becomes a value of the wire', () => {
  const today = isoDate('2026-11-20');
  test.each([
    ['date', '24.11', '2026-11-24'],
    ['date', ' ', ''],
    ['time', '8:30', '08:30'],
    ['time', '1745', '17:45'],
    ['money', '118 500,5', '118500.50'],
    ['vat', '22 %', '22'],
    ['vat', 'Без НДС', 'none'],
    ['digits', '4070 2810 9', '407028109'],
    ['text', ' Тула ', 'Тула'],
  ] as const)('%s «%s» is «%s»', (input, typed, value) =>
    expect(toWireValue(input, typed, today)).toEqual({ ok: true, value }),
  );

  test.each([
    ['date', 'завтра'],
    ['time', 'утром'],
    ['money', 'много'],
    ['vat', '23%'],
    ['digits', '40702x'],
  ] as const)('%s «%s» is refused with words', (input, typed) => {
    const value = toWireValue(input, typed, today);
    expect(value.ok ? '' : value.error).toMatch(/\p{L}/u);
  });
});

describe('the name of a party', () => {
  test.each([
    ['ООО «Гастроном на Площади»', 'Гастроном на Площади', 'ООО'],
    ['ИП Мельникова О. П.', 'Мельникова О. П.', 'ИП'],
    ['МБОУ «Демонстрационная школа № 7»', 'Демонстрационная школа № 7', 'МБОУ'],
    ['Просто Имя', 'Просто Имя', ''],
  ])('%s → %s + %s', (text, name, form) => expect(splitPartyName(text)).toEqual({ name, form }));
});

test('each state of the core has its own shape in the strip', () => {
  const states = ['planned', 'blocked', 'issued', 'stale'] as const;
  const shapes = toSheets(states.map((state) => ({ kind: 'invoice', title: 'Счет', letter: 'С', state }))).map(
    ({ state }) => state,
  );
  expect(new Set(shapes).size).toBe(states.length);
});

describe('marks of values on the page', () => {
  test('are taken out of the letters', () => {
    expect(splitMarks([`№ ${mark(3, '1204')} от`])).toEqual([
      [
        { text: '№ ', mark: null },
        { text: '1204', mark: 3 },
        { text: ' от', mark: null },
      ],
    ]);
  });

  test('survive a value, and a mark itself, broken into several runs of Word', () => {
    expect(splitMarks(['\uE0001', '2\uE001СтройСнаб ', 'Поволжье', '\uE002!'])).toEqual([
      [],
      [{ text: 'СтройСнаб ', mark: 12 }],
      [{ text: 'Поволжье', mark: 12 }],
      [{ text: '!', mark: null }],
    ]);
  });

  test('a mark that lost its end stops at the next one', () => {
    expect(splitMarks(['\uE0001\uE001а', `б${mark(2, 'в')}г`])).toEqual([
      [{ text: 'а', mark: 1 }],
      [
        { text: 'б', mark: 1 },
        { text: 'в', mark: 2 },
        { text: 'г', mark: null },
      ],
    ]);
  });

  test('nothing is left of them, whatever the order', () => {
    for (const text of ['\uE002\uE001\uE000', '\uE000\uE000x\uE001y', 'plain']) {
      expect(
        splitMarks([text])
          .flat()
          .map((piece) => piece.text)
          .join(''),
      ).not.toMatch(/[\uE000-\uE002]/u);
    }
  });
});
