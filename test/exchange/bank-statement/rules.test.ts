import { describe, expect, test } from 'vitest';
import { readStatement } from '#main/exchange/bank-statement/read-statement.ts';
import {
  aDebit,
  aDocument,
  aHeader,
  aPeriod,
  aStatement,
  BUYER,
  CARRIER,
  OWN,
  SECOND_OWN,
  windows,
} from './a-statement.ts';

const read = (text: string, ownAccounts: readonly string[] = []) => {
  const statement = readStatement([windows(text)], { ownAccounts });
  if (!statement.ok) throw new Error(`refused: ${statement.error.code}`);
  return statement.value;
};

const readOne = (...parts: readonly (readonly string[])[]) => {
  const statement = read(aStatement(...parts));
  return { ...statement, operation: statement.operations[0], codes: statement.warnings.map(({ code }) => code) };
};

describe('sums are exact and never guessed', () => {
  test.each([
    ['1000', 100_000n, []],
    ['1000.5', 100_050n, []],
    ['0.01', 1n, []],
    ['123456789012345.67', 12_345_678_901_234_567n, []],
    ['1000,50', 100_050n, ['sum.form']],
    ['1 000.50', 100_050n, ['sum.form']],
    ['1\u00A0234\u00A0567,89', 123_456_789n, ['sum.form']],
    ['1234-56', 123_456n, ['sum.form']],
  ])('«%s» is read', (text, sum, codes) => {
    const { operation, codes: found } = readOne(aDocument({ Сумма: text }));
    expect([operation?.sum, found]).toEqual([sum, codes]);
  });

  test.each([
    ['', 'document.noSum'],
    ['0', 'document.zeroSum'],
    ['0.00', 'document.zeroSum'],
    ['-5', 'document.badSum'],
    ['1.234', 'document.badSum'],
    ['1,234.56', 'document.badSum'],
    ['1.234,56', 'document.badSum'],
    ['12 34', 'document.badSum'],
    ['сто', 'document.badSum'],
    ['1e3', 'document.badSum'],
    ['1234567890123456', 'document.badSum'],
    ['1234-5', 'document.badSum'],
  ])('«%s» rejects the document and keeps the next one', (text, code) => {
    const { rejected, operations } = readOne(aDocument({ Сумма: text }), aDebit());
    expect(rejected).toMatchObject([{ code, line: 8 }]);
    expect(operations).toHaveLength(1);
  });
});

describe('dates', () => {
  test.each([
    ['01.02.2026', '2026-02-01', []],
    ['29.02.2024', '2024-02-29', []],
    ['1.2.2026', '2026-02-01', ['date.form']],
    ['2026-02-01', '2026-02-01', ['date.form']],
  ])('«%s» is %s', (text, date, codes) => {
    const { operation, codes: found } = readOne(aDocument({ Дата: text }));
    expect([operation?.date, found]).toEqual([date, codes]);
  });

  test.each([
    ['31.02.2026', 'document.badDate'],
    ['29.02.2026', 'document.badDate'],
    ['12.11.26', 'document.badDate'],
    ['00.00.0000', 'document.badDate'],
    ['вчера', 'document.badDate'],
    ['', 'document.noDate'],
  ])('«%s» rejects the document', (text, code) => {
    expect(readOne(aDocument({ Дата: text })).rejected).toMatchObject([{ code }]);
  });

  test('an impossible day of booking rejects too: it would stand in the register', () => {
    expect(readOne(aDocument({ ДатаПоступило: '31.11.2026' })).rejected).toMatchObject([
      { code: 'document.badDate', data: { key: 'ДатаПоступило', value: '31.11.2026' } },
    ]);
  });
});

describe('direction and the day of booking', () => {
  const foreign = { ПлательщикСчет: BUYER, ПолучательСчет: CARRIER };
  test.each([
    [
      'our account pays',
      { ПлательщикСчет: OWN, ПолучательСчет: CARRIER, ДатаСписано: '', ДатаПоступило: '13.11.2026' },
      'outgoing',
      '2026-11-12',
      [],
    ],
    [
      'our account receives, whatever the dates say',
      { ДатаСписано: '13.11.2026', ДатаПоступило: '' },
      'incoming',
      '2026-11-13',
      [],
    ],
    [
      'our account receives on its own day',
      { ДатаСписано: '13.11.2026', ДатаПоступило: '14.11.2026' },
      'incoming',
      '2026-11-14',
      [],
    ],
    [
      'no day of booking: the day of the document',
      { ДатаСписано: '', ДатаПоступило: '' },
      'incoming',
      '2026-11-12',
      [],
    ],
    [
      'the settlement account stands in for an empty one',
      { ПолучательСчет: '', ПолучательРасчСчет: OWN },
      'incoming',
      '2026-11-12',
      [],
    ],
    [
      'no account is ours, it was debited',
      { ...foreign, ДатаСписано: '13.11.2026', ДатаПоступило: '' },
      'outgoing',
      '2026-11-13',
      ['operation.directionByDates'],
    ],
    [
      'no account is ours, it was credited',
      { ...foreign, ДатаСписано: '', ДатаПоступило: '13.11.2026' },
      'incoming',
      '2026-11-13',
      ['operation.directionByDates'],
    ],
    [
      'nothing says it: a person is asked',
      { ...foreign, ДатаСписано: '', ДатаПоступило: '' },
      'unclear',
      '2026-11-12',
      ['operation.directionUnclear'],
    ],
  ])('%s', (_name, fields, direction, day, codes) => {
    const { operation, codes: found } = readOne(aDocument(fields));
    expect([operation?.direction, operation?.bookedOn, operation?.account, found]).toEqual([
      direction,
      day,
      OWN,
      codes,
    ]);
  });

  test('an account of the requisites is ours even when the file does not name it', () => {
    const text = aStatement(aDocument({ ПолучательСчет: SECOND_OWN }));
    expect(read(text, [SECOND_OWN]).operations).toMatchObject([{ direction: 'incoming', account: SECOND_OWN }]);
  });

  test('an account named after the documents counts as well', () => {
    const text = aStatement(aDocument({ ПолучательСчет: SECOND_OWN }), aPeriod({ РасчСчет: SECOND_OWN }));
    expect(read(text).operations).toMatchObject([{ direction: 'incoming', account: SECOND_OWN }]);
  });

  test('a transfer between own accounts is one operation, even when both accounts list it', () => {
    const transfer = { ПлательщикСчет: OWN, ПолучательСчет: SECOND_OWN };
    const { operations, warnings, accounts } = read(
      [
        ...aHeader(),
        `РасчСчет=${SECOND_OWN}`,
        ...aPeriod({
          НачальныйОстаток: '200000',
          ВсегоПоступило: '0',
          ВсегоСписано: '122000',
          КонечныйОстаток: '78000',
        }),
        ...aPeriod({
          РасчСчет: SECOND_OWN,
          НачальныйОстаток: '0',
          ВсегоПоступило: '122000',
          ВсегоСписано: '0',
          КонечныйОстаток: '122000',
        }),
        ...aDocument({ ...transfer, ДатаСписано: '12.11.2026', ДатаПоступило: '' }),
        ...aDocument({ ...transfer, ДатаСписано: '', ДатаПоступило: '12.11.2026' }),
        'КонецФайла',
      ].join('\n'),
    );
    expect(operations).toMatchObject([
      { direction: 'own', account: OWN, duplicateOf: null },
      { direction: 'own', duplicateOf: 27 },
    ]);
    expect(accounts.map(({ account }) => account)).toEqual([OWN, SECOND_OWN]);
    expect(warnings.map(({ code }) => code)).toEqual(['operation.duplicate']);
  });
});

describe('sides and purpose', () => {
  test.each([
    ['ИНН 7700000016 ООО "Ромашка"', 'ООО "Ромашка"'],
    ['ИНН 7700000016\\770001001 ООО "Ромашка"', 'ООО "Ромашка"'],
    ['7700000016, ООО "Ромашка"', 'ООО "Ромашка"'],
    ['ИНН, ООО "Ромашка"', 'ООО "Ромашка"'],
    ['ИНН 7700000016 КПП 770001001 ООО "Ромашка"', 'ООО "Ромашка"'],
    ['ООО "Ромашка"', 'ООО "Ромашка"'],
    ['ИННОВА ООО', 'ИННОВА ООО'],
    ['21 век ООО', '21 век ООО'],
  ])('«%s» names «%s»', (text, name) => {
    expect(readOne(aDocument({ Плательщик1: '', Плательщик: text })).operation?.payer.name).toBe(name);
  });

  test.each(['0', '4', '1234567890123', '7800000028'])(
    'ИНН «%s» is absent for matching, kept as text and warned of once',
    (inn) => {
      const { operation, codes } = readOne(
        aDocument({ ПлательщикИНН: inn }),
        aDocument({ ПлательщикИНН: inn, Номер: '502' }),
      );
      expect(operation?.payer.inn).toBeNull();
      expect(operation?.rest).toContain(`ПлательщикИНН=${inn}`);
      expect(codes).toEqual(['inn.invalid']);
    },
  );

  test('КПП of one digit is absent for matching; the 0 of an entrepreneur is none at all', () => {
    expect(readOne(aDocument({ ПлательщикКПП: '3' }))).toMatchObject({
      operation: { payer: { kpp: null } },
      codes: ['kpp.invalid'],
    });
    expect(readOne(aDocument({ ПлательщикКПП: '0' }))).toMatchObject({
      operation: { payer: { kpp: null } },
      codes: [],
    });
  });

  test('foreign accounts may be short and without БИК', () => {
    expect(readOne(aDocument({ ПлательщикСчет: 'DE8937', ПлательщикБИК: '' })).operation?.payer).toMatchObject({
      account: 'DE8937',
      bic: '',
    });
  });

  test.each([
    [
      'the whole purpose wins',
      { НазначениеПлатежа: 'Оплата', НазначениеПлатежа1: 'Оп', НазначениеПлатежа2: 'лата' },
      'Оплата',
    ],
    [
      'else its lines with one space',
      { НазначениеПлатежа: '', НазначениеПлатежа1: 'Оплата', НазначениеПлатежа3: 'по счету' },
      'Оплата по счету',
    ],
    ['an equals sign belongs to the value', { НазначениеПлатежа: 'счет=31=да' }, 'счет=31=да'],
  ])('%s', (_name, fields, purpose) => {
    expect(readOne(aDocument(fields)).operation?.purpose).toBe(purpose);
  });

  test('a line without = continues the purpose; elsewhere it is kept and warned of', () => {
    const section = aDocument({}, { end: '' });
    const { operation, codes } = readOne([
      ...section,
      'за услуги',
      '',
      'в ноябре',
      'Код=0',
      'обрывок',
      'КонецДокумента',
    ]);
    expect(operation?.purpose).toBe('Оплата по счету № 31 от 10.11.2026 за услуги в ноябре');
    expect(operation?.rest.split('\n')).toEqual(['ВидОплаты=01', 'Код=0', 'обрывок']);
    expect(codes).toEqual(['line.stray']);
  });

  test('a repeated key keeps its first value that is not empty, and the other one is not lost', () => {
    const section = aDocument({ Номер: '' }, { end: '' });
    const { operation } = readOne([...section, 'номер=601', 'НОМЕР=602', 'КонецДокумента']);
    expect(operation?.number).toBe('601');
    expect(operation?.rest).toContain('Номер=602');
  });

  test('numbers may hold letters, and keys that nobody knows stay as they came', () => {
    const { operation } = readOne(aDocument({ Номер: 'FDC240', __proto__x: '1', constructor: 'нет', НовыйКлюч: 'да' }));
    expect(operation?.number).toBe('FDC240');
    expect(operation?.rest.split('\n')).toEqual(['ВидОплаты=01', '__proto__x=1', 'constructor=нет', 'НовыйКлюч=да']);
  });
});
