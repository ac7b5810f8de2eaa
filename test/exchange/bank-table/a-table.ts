import iconv from 'iconv-lite';
import writeExcelFile from 'write-excel-file/node';
import { readBankTable } from '#main/exchange/bank-table/read-bank-table.ts';
import type { ReadingRules } from '#main/ports/statement-files.ts';
import type { TableColumns } from '#shared/domain/bank/table-columns.ts';

export const OUR_ACCOUNT = '40702810699990000303';
export const CLIENT_ACCOUNT = '40702810099990001012';

/** The head and two rows as a bank writes them: money in its own column for each direction. */
export const HEAD = [
  'Дата операции',
  '№ док.',
  'Дебет',
  'Кредит',
  'Контрагент',
  'ИНН контрагента',
  'Счёт контрагента',
  'Назначение платежа',
  'Референс',
];
export const RECEIPT = [
  '20.11.2026',
  '501',
  '',
  '118 500,00',
  'ООО "Кофейная компания Зерно"',
  '7899010127',
  CLIENT_ACCOUNT,
  'Оплата по счету № 1204 от 20.11.2026; в т.ч. НДС 22% 21368-85',
  'R-1',
];
export const PAYMENT = ['20.11.2026', '77', '1 000,50', '', 'ПАО Банк', '', '', 'Комиссия банка', 'R-2'];
export const ABOVE = [[`Выписка по счёту ${OUR_ACCOUNT}`], ['за период с 20.11.2026 по 20.11.2026']];

const cellText = (cell: string, delimiter: string): string =>
  cell.includes(delimiter) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell;

export const csv = (rows: readonly (readonly string[])[], delimiter = ';', encoding = 'win1251'): Uint8Array =>
  iconv.encode(rows.map((row) => row.map((cell) => cellText(cell, delimiter)).join(delimiter)).join('\r\n'), encoding, {
    addBOM: encoding.startsWith('utf16'),
  });

type Cell = string | number | Date;

export const xlsx = async (rows: readonly (readonly Cell[])[]): Promise<Uint8Array> =>
  writeExcelFile([
    {
      sheet: 'Выписка',
      data: rows.map((row) =>
        row.map((value) => {
          if (value instanceof Date) return { value, type: Date, format: 'dd.mm.yyyy' };
          return typeof value === 'number' ? { value, type: Number } : { value, type: String };
        }),
      ),
    },
  ]).toBuffer();

/** `columns` of null: nobody has confirmed them. */
export const readTable = (bytes: Uint8Array, columns: TableColumns | null, more: Partial<ReadingRules> = {}) =>
  readBankTable(bytes, { ownAccounts: [], companies: [[OUR_ACCOUNT]], columns, account: null, ...more });
