import type { IsoDate } from '../../../kernel/date.ts';
import { kopecks, ZERO, type Kopecks } from '../../../kernel/money.ts';
import type { OneCRole } from '../paper.ts';
import { dateOfCell, plain, sumOfCell, type SheetRow } from './cells.ts';
import type { Columns } from './columns.ts';

/** A document as a register of 1C shows it. `line` is the row of the sheet, from 1. */
export type RegisterDocument = {
  readonly role: OneCRole;
  readonly number: string;
  readonly date: IsoDate | null;
  readonly party: string;
  readonly sum: Kopecks;
  readonly line: number;
};

/** Turnover of a counterparty in an ОСВ. */
export type RegisterTurnover = { readonly party: string; readonly sum: Kopecks; readonly line: number };

const ROLE_WORDS: readonly (readonly [RegExp, OneCRole | null])[] = [
  [/счет (?:на оплату )?(?:от )?поставщика/u, 'supplierInvoice'],
  [/счет на оплату|заказ (?:покупателя|клиента)/u, 'order'],
  [/счет-фактура полученн/u, 'purchaseFactura'],
  [/счет-фактура/u, 'factura'],
  [/поступление на|списание с|платеж|корректировк|возврат|зачет|взаимозачет/u, null],
  // «Поступление (акт, накладная, УПД)» names the same papers as a sale does.
  [/поступление/u, 'purchase'],
  [/реализация|отгрузк|акт|накладн|упд|продажа/u, 'sale'],
];

/** What a row speaks of; null for movements that are no papers (payments, offsets). */
const roleOfType = (type: string): OneCRole | null => {
  const words = plain(type);
  if (words === '') return 'sale';
  return ROLE_WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
};

const cellAt = (row: SheetRow, column: number | undefined): string =>
  column === undefined ? '' : (row[column] ?? '').trim();

/** Реестр документов: one row, one document. Rows without a number and a sum are groups and totals. */
export const readDocumentList = (
  rows: readonly SheetRow[],
  headRow: number,
  columns: Columns,
  title: string,
): RegisterDocument[] =>
  rows.flatMap((row, index) => {
    if (index <= headRow) return [];
    const number = cellAt(row, columns.number);
    const sum = sumOfCell(cellAt(row, columns.sum));
    const role = roleOfType(cellAt(row, columns.type) || title);
    if (number === '' || sum === null || role === null || !/\d/u.test(number)) return [];
    const date = dateOfCell(cellAt(row, columns.date));
    return [{ role, number, date, party: cellAt(row, columns.party), sum, line: index + 1 }];
  });

/** «Реализация (акт, накладная, УПД) 0000-000012 от 16.10.2026 0:00:00». */
const DOCUMENT = /^(.*?)\s+№?\s*(\S*\d\S*)\s+от\s+(\d{2}\.\d{2}\.\d{4})/su;

export type CardColumns = {
  readonly document: number;
  readonly debitParty: number;
  readonly creditParty: number;
  readonly debit: number;
  readonly credit: number;
};

/** Headings of a карточка счета; null for another report. */
export const cardColumns = (head: SheetRow): CardColumns | null => {
  const at = (...titles: readonly string[]): number => head.findIndex((cell) => titles.includes(plain(cell)));
  const columns = {
    document: at('документ'),
    debitParty: at('аналитика дт', 'аналитика дебет'),
    creditParty: at('аналитика кт', 'аналитика кредит'),
    debit: at('дебет'),
    credit: at('кредит'),
  };
  return Object.values(columns).every((column) => column >= 0) ? columns : null;
};

/** A sum stands in the column of its side or, behind the account, in the next one. */
const sideOf = (row: SheetRow, column: number): { readonly account: string; readonly sum: Kopecks | null } => {
  const first = cellAt(row, column);
  const second = sumOfCell(cellAt(row, column + 1));
  const isAccount = /^\d{2}(?:\.[\dА-Я]{1,3}){0,3}$/u.test(first);
  return isAccount ? { account: first, sum: second } : { account: '', sum: sumOfCell(first) };
};

/** Карточка счета 62 or 60: postings of one document are added up. */
export const readAccountCard = (
  rows: readonly SheetRow[],
  headRow: number,
  columns: CardColumns,
): RegisterDocument[] => {
  const documents = new Map<string, RegisterDocument>();
  for (const [index, row] of rows.entries()) {
    const named = index <= headRow ? null : DOCUMENT.exec(cellAt(row, columns.document));
    if (named === null) continue;
    const [, type = '', number = '', date = ''] = named;
    const role = roleOfType(type);
    const isSale = role === 'sale';
    if (role !== 'purchase' && !isSale) continue;
    const side = sideOf(row, isSale ? columns.debit : columns.credit);
    const ours = isSale ? '62' : '60';
    if (side.sum === null || (side.account !== '' && !side.account.startsWith(ours))) continue;
    const party = cellAt(row, isSale ? columns.debitParty : columns.creditParty).split(/[\n\r]/u)[0] ?? '';
    const key = `${role}:${number}:${date}`;
    const before = documents.get(key);
    documents.set(key, {
      role,
      number,
      date: dateOfCell(date),
      party: before?.party ?? party,
      sum: kopecks((before?.sum ?? ZERO) + side.sum),
      line: before?.line ?? index + 1,
    });
  }
  return [...documents.values()];
};

export type BalanceColumns = {
  readonly party: number;
  readonly debit: number;
  readonly row: number;
  readonly isSales: boolean;
};

/** ОСВ по счету: «Обороты за период» over «Дебет» and «Кредит»; null for another report. */
export const balanceColumns = (rows: readonly SheetRow[], account: '60' | '62'): BalanceColumns | null => {
  const top = rows.findIndex((row) => row.some((cell) => plain(cell).startsWith('обороты за период')));
  if (top < 0) return null;
  const start = (rows[top] ?? []).findIndex((cell) => plain(cell).startsWith('обороты за период'));
  const sides = rows[top + 1] ?? [];
  const debit = sides.findIndex((cell, column) => column >= start && plain(cell) === 'дебет');
  const credit = sides.findIndex((cell, column) => column >= start && plain(cell) === 'кредит');
  if (debit < 0 || credit < 0) return null;
  const isSales = account === '62';
  return { party: 0, debit: isSales ? debit : credit, row: top + 1, isSales };
};

/** Rows of counterparties; the accounts themselves, contracts below a counterparty and «Итого» are no counterparties. */
export const readBalance = (
  rows: readonly SheetRow[],
  { party, debit, row: headRow }: BalanceColumns,
  isParty: (name: string) => boolean,
): RegisterTurnover[] => {
  const turnovers = new Map<string, RegisterTurnover>();
  for (const [index, row] of rows.entries()) {
    const name = cellAt(row, party);
    if (index <= headRow || name === '' || !isParty(name)) continue;
    const before = turnovers.get(name);
    const sum = sumOfCell(cellAt(row, debit)) ?? ZERO;
    turnovers.set(name, { party: name, sum: kopecks((before?.sum ?? ZERO) + sum), line: before?.line ?? index + 1 });
  }
  return [...turnovers.values()];
};

/** Names that never stand for a counterparty in an ОСВ. */
export const isGroupRow = (name: string): boolean =>
  /^(?:\d{2}(?:\.[\dА-Я]+)*|итого.*|всего.*|без договора|основной договор|договор .*|№ .*|счет|контрагенты|договоры)$/iu.test(
    name.trim(),
  );
