import { readXmlPart } from '#main/opc/read-xml-part.ts';
import { readZip, type ZipEntry, type ZipLimits } from '#main/opc/read-zip.ts';
import type { Result } from '#shared/kernel/result.ts';
import { refuse, withinLimits, type Extracted, type ExtractionFailure } from './extraction.ts';
import { readSharedStrings, readSheetRows } from '../xlsx/sheet-xml.ts';
import { wordToRows } from './word.ts';

/** A card with a logo and a scan of a certificate stays far below. */
const LIMITS: ZipLimits = { entries: 1_000, inflatedBytes: 64 * 1024 * 1024 };
/** The XML of a card's text; a table of ten thousand rows is no card. */
const MAX_PART_BYTES = 8 * 1024 * 1024;
const MOST_SHEETS = 20;

/** The text of a .docx or .xlsx from anybody: only the parts with text are looked at, each through the guard. */
export const readOffice = async (bytes: Uint8Array): Promise<Extracted> => {
  const zip = await readZip(bytes, LIMITS);
  if (!zip.ok) {
    const { error } = zip;
    if (error.code === 'encrypted') return refuse('card.encrypted');
    return error.code === 'tooLarge' ? refuse('card.fileTooLarge', error.limit) : refuse('card.damaged', error.detail);
  }
  const named = (pattern: RegExp): ZipEntry[] =>
    zip.value.filter(({ name }) => pattern.test(name)).toSorted((a, b) => numberIn(a.name) - numberIn(b.name));
  const [body] = named(/^word\/document\d*\.xml$/u);
  if (body !== undefined)
    return readWord([...named(/^word\/header\d*\.xml$/u), body, ...named(/^word\/footer\d*\.xml$/u)]);
  const sheets = named(/^xl\/worksheets\/sheet\d*\.xml$/u).slice(0, MOST_SHEETS);
  if (sheets.length > 0) return readSheets(named(/^xl\/sharedStrings\.xml$/u)[0], sheets);
  return refuse('card.notText');
};

const numberIn = (name: string): number => Number(/(\d+)\.xml$/u.exec(name)?.[1] ?? 0);

const textOf = (entry: ZipEntry): Result<string, ExtractionFailure> => {
  if (entry.data.byteLength > MAX_PART_BYTES) return refuse('card.textTooLong');
  const part = readXmlPart(entry.data);
  if (part.ok) return part;
  return part.error.code === 'entities' ? refuse('card.entities') : refuse('card.damaged', part.error.detail);
};

const readWord = (parts: readonly ZipEntry[]): Extracted => {
  const rows = [];
  for (const entry of parts) {
    const text = textOf(entry);
    if (!text.ok) return text;
    rows.push(...wordToRows(text.value));
  }
  return withinLimits(rows);
};

const readSheets = (strings: ZipEntry | undefined, sheets: readonly ZipEntry[]): Extracted => {
  const shared = strings === undefined ? null : textOf(strings);
  if (shared !== null && !shared.ok) return shared;
  const texts = shared === null ? [] : readSharedStrings(shared.value);
  const rows = [];
  for (const entry of sheets) {
    const text = textOf(entry);
    if (!text.ok) return text;
    for (const { cells } of readSheetRows(text.value, texts))
      rows.push({ cells: cells.filter((cell) => cell.trim() !== '') });
  }
  return withinLimits(rows);
};
