import { requireDefined } from '#shared/kernel/assert.ts';

/** Accounts and companies of the authored files; the numbers pass their checks, the companies do not exist. */
export const OWN = '40702810100000000101';
export const SECOND_OWN = '40702810400000000102';
export const BUYER = '40702810500000000303';
export const CARRIER = '40802810600000000404';

type Fields = Readonly<Record<string, string>>;

const lines = (fields: Fields): string[] => Object.entries(fields).map(([key, value]) => `${key}=${value}`);

/** A document section; fields given here replace, add or, with an empty text, empty those of the whole one. */
export const aDocument = (
  fields: Fields = {},
  { end = 'КонецДокумента', kind = 'Платежное поручение' } = {},
): string[] => [
  `СекцияДокумент=${kind}`,
  ...lines({
    Номер: '501',
    Дата: '12.11.2026',
    Сумма: '122000.00',
    ПлательщикСчет: BUYER,
    ДатаСписано: '',
    ПлательщикИНН: '7800000027',
    ПлательщикКПП: '780001001',
    Плательщик1: 'ООО "Покупатель"',
    ПолучательСчет: OWN,
    ДатаПоступило: '12.11.2026',
    ПолучательИНН: '7700000016',
    ПолучательКПП: '770001001',
    Получатель1: 'ООО "Ромашка-Логистика"',
    ВидОплаты: '01',
    НазначениеПлатежа: 'Оплата по счету № 31 от 10.11.2026',
    ...fields,
  }),
  ...(end === '' ? [] : [end]),
];

/** A debit of our account. */
export const aDebit = (fields: Fields = {}): string[] =>
  aDocument({
    Номер: '77',
    Дата: '16.11.2026',
    Сумма: '97600.00',
    ПлательщикСчет: OWN,
    ДатаСписано: '16.11.2026',
    ДатаПоступило: '',
    ПлательщикИНН: '7700000016',
    ПлательщикКПП: '770001001',
    Плательщик1: 'ООО "Ромашка-Логистика"',
    ПолучательСчет: CARRIER,
    ПолучательИНН: '5000000031',
    ПолучательКПП: '500001001',
    Получатель1: 'ООО "Перевозчик"',
    НазначениеПлатежа: 'Оплата по акту № 77 от 15.11.2026',
    ...fields,
  });

export const aPeriod = (fields: Fields = {}): string[] => [
  'СекцияРасчСчет',
  ...lines({ ДатаНачала: '10.11.2026', ДатаКонца: '16.11.2026', РасчСчет: OWN, ...fields }),
  'КонецРасчСчет',
];

export const aHeader = (fields: Fields = {}): string[] => [
  '1CClientBankExchange',
  ...lines({
    ВерсияФормата: '1.03',
    Кодировка: 'Windows',
    Отправитель: 'Банк Пример',
    ДатаНачала: '10.11.2026',
    ДатаКонца: '16.11.2026',
    РасчСчет: OWN,
    ...fields,
  }),
];

/** A whole file of the given parts. */
export const aStatement = (...parts: readonly (readonly string[])[]): string =>
  [...aHeader(), ...parts.flat(), 'КонецФайла', ''].join('\r\n');

const letterTable = (label: string): ReadonlyMap<string, number> => {
  const decoder = new TextDecoder(label);
  return new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
};

const TABLES = { 'windows-1251': letterTable('windows-1251'), cp866: letterTable('ibm866') };

/** The bytes of a text in a one-byte encoding; a letter that it lacks is a slip of the test. */
export const encode = (text: string, encoding: keyof typeof TABLES): Uint8Array =>
  Uint8Array.from(
    Array.from(text, (letter) => requireDefined(TABLES[encoding].get(letter), `«${letter}» in ${encoding}`)),
  );

export const windows = (text: string): Uint8Array => encode(text, 'windows-1251');
