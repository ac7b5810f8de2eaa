import writeExcelFile from 'write-excel-file/node';
import type { SheetCell, WrittenSheet } from '#main/ports/one-c-files.ts';

const cellOf = (value: SheetCell, isHead: boolean) =>
  typeof value === 'number'
    ? { value, type: Number, format: Number.isInteger(value) ? '0' : '#,##0.00' }
    : { value, type: String, ...(isHead ? ({ fontWeight: 'bold' } as const) : {}) };

/** An .xlsx workbook of plain tables; the first row of each sheet is its head. */
export const writeWorkbook = async (sheets: readonly WrittenSheet[]): Promise<Uint8Array> =>
  writeExcelFile(
    sheets.map(({ name, rows, widths }) => ({
      sheet: name,
      data: rows.map((row, index) => row.map((cell) => cellOf(cell, index === 0))),
      columns: widths.map((width) => ({ width })),
    })),
  ).toBuffer();
