import type { MatchOrganisation } from '../../domain/matching/types.ts';
import type { IsoDate } from '../../kernel/date.ts';
import { formatDate } from '../../kernel/date.ts';
import { kopecks, moneyToDecimal, type Kopecks } from '../../kernel/money.ts';
import type { DemoOperation } from '../payments/demo-operation.ts';

/** One account of a file: what it began with, and days that its bank's file leaves out or begins with another sum. */
export type StatementPart = {
  readonly account: string;
  readonly opening: Kopecks;
  readonly operations: readonly DemoOperation[];
  /** False for operations that another file brings as well: their account has no balances here. */
  readonly hasBalances: boolean;
  readonly missingDay: IsoDate | null;
  /** From this day on the balance is less by so much than the day before ended with. */
  readonly brokenOn: { readonly day: IsoDate; readonly by: Kopecks } | null;
};

export type StatementFileFacts = {
  readonly encoding: 'Windows' | 'DOS' | 'UTF-8';
  readonly sender: string;
  readonly days: readonly IsoDate[];
  readonly parts: readonly StatementPart[];
  readonly organisations: readonly MatchOrganisation[];
};

/** A 1CClientBankExchange 1.03 file as text (formats §1); lines end as banks end them. */
export const statementText = ({ encoding, sender, days, parts, organisations }: StatementFileFacts): string => {
  const [first, last] = [days[0], days.at(-1)];
  const header = {
    ВерсияФормата: '1.03',
    Кодировка: encoding,
    Отправитель: sender,
    Получатель: '',
    ДатаНачала: first === undefined ? '' : formatDate(first),
    ДатаКонца: last === undefined ? '' : formatDate(last),
  };
  const ownerOf = new Map(organisations.flatMap((own) => own.accounts.map((account) => [account, own] as const)));
  const lines = [
    '1CClientBankExchange',
    ...pairs(header),
    ...parts.map(({ account }) => `РасчСчет=${account}`),
    ...parts.flatMap((part) => (part.hasBalances ? dayLines(part, days) : [])),
    ...parts.flatMap(({ operations }) =>
      operations.flatMap((operation) => documentLines(operation, ownerOf.get(operation.account))),
    ),
    'КонецФайла',
    '',
  ];
  return lines.join('\r\n');
};

const pairs = (values: Readonly<Record<string, string>>): string[] =>
  Object.entries(values).map(([key, value]) => `${key}=${value}`);

const dayLines = ({ account, opening, operations, missingDay, brokenOn }: StatementPart, days: readonly IsoDate[]) => {
  let balance: bigint = opening;
  return days.flatMap((day) => {
    if (brokenOn?.day === day) balance -= brokenOn.by;
    const own = operations.filter(({ operation }) => operation.date === day);
    const total = (isIncoming: boolean): bigint =>
      own
        .filter(({ operation }) => (operation.direction === 'incoming') === isIncoming)
        .reduce((sum, { operation }) => sum + operation.sum, 0n);
    const [received, paid, before] = [total(true), total(false), balance];
    balance += received - paid;
    if (day === missingDay) return [];
    return [
      'СекцияРасчСчет',
      ...pairs({
        ДатаНачала: formatDate(day),
        ДатаКонца: formatDate(day),
        РасчСчет: account,
        НачальныйОстаток: moneyToDecimal(kopecks(before)),
        ВсегоПоступило: moneyToDecimal(kopecks(received)),
        ВсегоСписано: moneyToDecimal(kopecks(paid)),
        КонечныйОстаток: moneyToDecimal(kopecks(balance)),
      }),
      'КонецРасчСчет',
    ];
  });
};

const documentLines = ({ number, account, operation }: DemoOperation, own: MatchOrganisation | undefined): string[] => {
  const { date, sum, direction, counterparty, purpose, budget, kind } = operation;
  const isIncoming = direction === 'incoming';
  const ours = { account, name: own?.names[0] ?? '', inn: own?.inn ?? '', kpp: '', bic: '' };
  const [payer, payee] = isIncoming ? [counterparty, ours] : [ours, counterparty];
  const side = (word: string, { account: place, name, inn, kpp, bic }: typeof ours | typeof counterparty) => ({
    [`${word}Счет`]: place,
    [word]: inn === null || inn === '' ? name : `ИНН ${inn} ${name}`,
    [`${word}ИНН`]: inn ?? '',
    [`${word}КПП`]: kpp ?? '',
    [`${word}1`]: name,
    [`${word}РасчСчет`]: place,
    [`${word}БИК`]: bic,
  });
  return [
    `СекцияДокумент=${kind}`,
    ...pairs({
      Номер: number,
      Дата: formatDate(date),
      Сумма: moneyToDecimal(sum),
      ...side('Плательщик', payer),
      ДатаСписано: isIncoming ? '' : formatDate(date),
      ...side('Получатель', payee),
      ДатаПоступило: isIncoming ? formatDate(date) : '',
      ВидОплаты: kind === 'Банковский ордер' ? '17' : '01',
      Код: '0',
      ...(budget === null
        ? {}
        : { СтатусСоставителя: budget.payerStatus, ПоказательКБК: budget.kbk, ОКАТО: budget.oktmo }),
      Очередность: '5',
      НазначениеПлатежа: purpose,
    }),
    'КонецДокумента',
  ];
};
