import { formatDate, type IsoDate } from '../../kernel/date.ts';
import { moneyToDecimal, type Kopecks } from '../../kernel/money.ts';
import type { OperationSide } from '../bank/operation.ts';

/** A payment that goes to a bank's client or to 1C. */
export type BankFilePayment = {
  readonly kind: string;
  readonly number: string;
  readonly date: IsoDate;
  readonly sum: Kopecks;
  readonly payer: OperationSide;
  readonly payee: OperationSide;
  readonly debitedOn: IsoDate | null;
  readonly creditedOn: IsoDate | null;
  readonly purpose: string;
};

export type BankFile = {
  /** `toBank`: payment orders for the bank's client; `to1c`: payments as if the bank had sent them. */
  readonly direction: 'toBank' | 'to1c';
  /** One account of ours a file (formats/README.md §1.6, writing). */
  readonly account: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly createdOn: IsoDate;
  readonly payments: readonly BankFilePayment[];
};

/** A key that has been cut or whose letters were replaced: the person is told. */
export type BankFileRemark = { readonly number: string; readonly key: string; readonly what: 'cut' | 'replaced' };

const PURPOSE_CHARS = 210;
const SENDER = 'Комплект';

/** Letters that banks' windows-1251 lacks and their usual writing. */
const REPLACED: readonly (readonly [RegExp, string])[] = [
  [/\u20BD/gu, 'руб.'],
  [/[\u2212\u2010\u2011]/gu, '-'],
  [/\u202F|\u2009/gu, ' '],
];

/** Can windows-1251 carry the letter: ASCII, Russian letters and the signs that papers use. */
const CARRIED =
  /[\u0020-\u007E\u00A0\u00A7\u00A9\u00AB\u00AE\u00B0\u00B1\u00B7\u00BB\u0401\u0410-\u044F\u0451\u2013\u2014\u2018-\u201A\u201C-\u201E\u2020-\u2022\u2026\u2030\u2116\u2122]/u;

const oneLine = (text: string): string => text.replaceAll(/[\r\n\t]+/gu, ' ').trim();

const carried = (text: string): string =>
  Array.from(
    REPLACED.reduce((line, [found, put]) => line.replaceAll(found, put), text),
    (char) => (CARRIED.test(char) ? char : '?'),
  ).join('');

/** Lines of a 1CClientBankExchange file of version 1.03 with what had to be changed in them. */
export const bankFileLines = (file: BankFile): { readonly lines: string[]; readonly remarks: BankFileRemark[] } => {
  const remarks: BankFileRemark[] = [];
  const pair = (number: string, key: string, text: string, most = Infinity): string => {
    const line = oneLine(text);
    const written = carried(line);
    if (written !== line) remarks.push({ number, key, what: 'replaced' });
    if (written.length > most) remarks.push({ number, key, what: 'cut' });
    return `${key}=${written.slice(0, most)}`;
  };
  const isToBank = file.direction === 'toBank';
  const head = [
    '1CClientBankExchange',
    'ВерсияФормата=1.03',
    'Кодировка=Windows',
    `Отправитель=${isToBank ? SENDER : ''}`,
    `Получатель=${isToBank ? '' : SENDER}`,
    `ДатаСоздания=${formatDate(file.createdOn)}`,
    `ДатаНачала=${formatDate(file.from)}`,
    `ДатаКонца=${formatDate(file.to)}`,
    `РасчСчет=${file.account}`,
    ...(isToBank ? ['Документ=Платежное поручение'] : []),
  ];
  const sideLines = (role: 'Плательщик' | 'Получатель', number: string, side: OperationSide): string[] => [
    `${role}Счет=${side.account}`,
    pair(number, role, `ИНН ${side.inn ?? ''} ${side.name}`),
    `${role}ИНН=${side.inn ?? ''}`,
    `${role}КПП=${side.kpp ?? ''}`,
    pair(number, `${role}1`, side.name),
    `${role}РасчСчет=${side.account}`,
    pair(number, `${role}Банк1`, side.bank),
    `${role}БИК=${side.bic}`,
    `${role}Корсчет=${side.corrAccount}`,
  ];
  const documents = file.payments.flatMap((payment) => {
    const { kind, number, date, sum, payer, payee, debitedOn, creditedOn, purpose } = payment;
    return [
      `СекцияДокумент=${kind}`,
      pair(number, 'Номер', number),
      `Дата=${formatDate(date)}`,
      `Сумма=${moneyToDecimal(sum)}`,
      ...sideLines('Плательщик', number, payer),
      `ДатаСписано=${debitedOn === null ? '' : formatDate(debitedOn)}`,
      ...sideLines('Получатель', number, payee),
      `ДатаПоступило=${creditedOn === null ? '' : formatDate(creditedOn)}`,
      'ВидПлатежа=электронно',
      'ВидОплаты=01',
      'Код=0',
      'Очередность=5',
      pair(number, 'НазначениеПлатежа', purpose, PURPOSE_CHARS),
      `НазначениеПлатежа1=${carried(oneLine(purpose)).slice(0, PURPOSE_CHARS)}`,
      'КонецДокумента',
    ];
  });
  return { lines: [...head, ...documents, 'КонецФайла'], remarks };
};
