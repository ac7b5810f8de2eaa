import { SaxesParser } from 'saxes';
import { readXmlPart } from '#main/opc/read-xml-part.ts';
import { readZip, type ZipEntry, type ZipLimits } from '#main/opc/read-zip.ts';
import type { ReadRow } from '#main/ports/one-c-files.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

const LIMITS: ZipLimits = { entries: 1_000, inflatedBytes: 256 * 1024 * 1024 };
const MOST_SHEETS = 20;

/** A row of a sheet with its number there, from 1. */
type NumberedRow = { readonly line: number; readonly cells: ReadRow };

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
  const texts = strings === undefined ? ok<string[]>([]) : readStrings(strings);
  if (!texts.ok) return texts;
  const tables: NumberedRow[][] = [];
  for (const sheet of sheets) {
    const rows = readRows(sheet, texts.value);
    if (!rows.ok) return rows;
    tables.push(rows.value);
  }
  return ok(tables);
};

const numberIn = (name: string): number => Number(/(\d+)\.xml$/u.exec(name)?.[1] ?? 0);

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const parsed = (entry: ZipEntry, listen: (parser: SaxesParser) => void): Result<null, string> => {
  const part = readXmlPart(entry.data);
  if (!part.ok) return err('он повреждён');
  const parser = new SaxesParser();
  listen(parser);
  try {
    parser.write(part.value).close();
    return ok(null);
  } catch (error) {
    return err(error instanceof Error ? 'он повреждён' : 'он не читается');
  }
};

const readStrings = (entry: ZipEntry): Result<string[], string> => {
  const texts: string[] = [];
  let text = '';
  let isText = false;
  const read = parsed(entry, (parser) => {
    parser.on('opentag', ({ name }) => {
      if (localName(name) === 'si') text = '';
      isText = localName(name) === 't';
    });
    parser.on('text', (part) => {
      if (isText) text += part;
    });
    parser.on('closetag', ({ name }) => {
      isText = false;
      if (localName(name) === 'si') texts.push(text);
    });
  });
  return read.ok ? ok(texts) : read;
};

/** «AB12» → 27. */
const columnOf = (reference: string): number =>
  Array.from(/^[A-Z]+/u.exec(reference)?.[0] ?? '').reduce((at, letter) => at * 26 + letter.charCodeAt(0) - 64, 0) - 1;

const readRows = (entry: ZipEntry, shared: readonly string[]): Result<NumberedRow[], string> => {
  const rows: NumberedRow[] = [];
  let cells: string[] = [];
  let line = 0;
  let type = '';
  let column = -1;
  let value = '';
  let isValue = false;
  const read = parsed(entry, (parser) => {
    parser.on('opentag', ({ name, attributes }) => {
      const local = localName(name);
      if (local === 'row') {
        cells = [];
        line = Number(attributes['r'] ?? line + 1);
        column = -1;
      }
      if (local === 'c') {
        type = attributes['t'] ?? 'n';
        value = '';
        const reference = columnOf(attributes['r'] ?? '');
        column = reference >= 0 ? reference : column + 1;
      }
      isValue = local === 'v' || local === 't';
    });
    parser.on('text', (part) => {
      if (isValue) value += part;
    });
    parser.on('closetag', ({ name }) => {
      const local = localName(name);
      isValue = false;
      if (local === 'c' && value !== '') {
        while (cells.length < column) cells.push('');
        cells[column] = type === 's' ? (shared[Number(value)] ?? '') : value;
      }
      if (local === 'row' && cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells });
    });
  });
  return read.ok ? ok(rows) : read;
};
