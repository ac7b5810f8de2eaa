import { readXmlPart } from '#main/opc/read-xml-part.ts';
import { readZip, type ZipEntry, type ZipLimits } from '#main/opc/read-zip.ts';
import type { ReadRow } from '#main/ports/one-c-files.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { readSharedStrings, readSheetRows, type NumberedRow } from './sheet-xml.ts';

const LIMITS: ZipLimits = { entries: 1_000, inflatedBytes: 256 * 1024 * 1024 };
const MOST_SHEETS = 20;

/** Sheets of a workbook made by another program, as rows of cells in their columns. The error says what is wrong with it. */
export const readWorkbook = async (bytes: Uint8Array): Promise<Result<readonly (readonly ReadRow[])[], string>> => {
  const sheets = await readNumberedRows(bytes);
  return sheets.ok ? ok(sheets.value.map((rows) => rows.map(({ cells }) => cells))) : sheets;
};

/** The same with the number of each row; empty rows are left out. */
export const readNumberedRows = async (
  bytes: Uint8Array,
): Promise<Result<readonly (readonly NumberedRow[])[], string>> => {
  const zip = await readZip(bytes, LIMITS);
  if (!zip.ok)
    return err(zip.error.code === 'encrypted' ? 'он защищён паролем' : 'он повреждён или это не таблица .xlsx');
  const named = (pattern: RegExp): ZipEntry[] =>
    zip.value.filter(({ name }) => pattern.test(name)).toSorted((a, b) => numberIn(a.name) - numberIn(b.name));
  const sheets = named(/^xl\/worksheets\/sheet\d*\.xml$/iu).slice(0, MOST_SHEETS);
  if (sheets.length === 0) return err('в нём нет листов .xlsx');
  const [strings] = named(/^xl\/sharedStrings\.xml$/iu);
  const texts = strings === undefined ? ok<string[]>([]) : partOf(strings, readSharedStrings);
  if (!texts.ok) return texts;
  const tables: NumberedRow[][] = [];
  for (const sheet of sheets) {
    const rows = partOf(sheet, (xml) => readSheetRows(xml, texts.value));
    if (!rows.ok) return rows;
    tables.push(rows.value);
  }
  return ok(tables);
};

const numberIn = (name: string): number => Number(/(\d+)\.xml$/u.exec(name)?.[1] ?? 0);

/** A part of the workbook read by one of the parsers, which throw on broken XML. */
const partOf = <Value>(entry: ZipEntry, read: (xml: string) => Value): Result<Value, string> => {
  const part = readXmlPart(entry.data);
  if (!part.ok) return err('он повреждён');
  try {
    return ok(read(part.value));
  } catch {
    // The parser's English words would not help: what to do with the file is the same for each of them.
    return err('он повреждён');
  }
};
