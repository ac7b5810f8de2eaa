import type { StatementEncoding } from '#shared/domain/bank/statement.ts';
import type { TableRow } from './table-row.ts';

/** Words of any bank table; the encoding in which most of them are found is the file's. */
const WORDS = ['дата', 'сумма', 'номер', 'счет', 'назначение', 'плательщик', 'получатель', 'дебет', 'кредит', 'инн'];

const ONE_BYTE = [
  ['windows-1251', 'windows-1251'],
  ['cp866', 'ibm866'],
  ['koi8-r', 'koi8-r'],
] as const;

type Decoded = { readonly text: string; readonly encoding: StatementEncoding };

/** By the mark, else valid UTF-8, else the one-byte encoding in which the usual words are found; null for no text at all. */
export const decodeTable = (bytes: Uint8Array): Decoded | null => {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decoded(bytes, 'utf-16le', 'utf-16le');
  if (first === 0xfe && second === 0xff) return decoded(bytes, 'utf-16be', 'utf-16be');
  if (bytes.includes(0)) return null;
  const unicode = decoded(bytes, 'utf-8', 'utf-8');
  if (unicode !== null) return unicode;
  const [best] = ONE_BYTE.flatMap(([encoding, label]) => decoded(bytes, encoding, label) ?? []).toSorted(
    (a, b) => wordsIn(b.text) - wordsIn(a.text),
  );
  return best ?? null;
};

const decoded = (bytes: Uint8Array, encoding: StatementEncoding, label: string): Decoded | null => {
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(bytes), encoding };
  } catch {
    // Not this encoding: the caller tries the next one.
    return null;
  }
};

const wordsIn = (text: string): number => {
  const head = text.slice(0, 20_000).toLowerCase().replaceAll('ё', 'е');
  return WORDS.filter((word) => head.includes(word)).length;
};

const DELIMITERS = [';', '\t', ','] as const;
const SAMPLE_LINES = 40;

/** The delimiter that cuts the first lines into the most columns; a comma inside sums loses to a semicolon between them. */
export const delimiterOf = (text: string): string => {
  const lines = text.slice(0, 40_000).split(/\r\n|\r|\n/u, SAMPLE_LINES);
  const columnsWith = (delimiter: string): number =>
    lines
      .map((line) => line.replaceAll(/"[^"]*"/gu, '').split(delimiter).length - 1)
      .reduce((most, count) => Math.max(most, count), 0);
  return DELIMITERS.reduce<string>(
    (best, delimiter) => (columnsWith(delimiter) > columnsWith(best) ? delimiter : best),
    ';',
  );
};

/** Rows of a table in text; quoted cells may hold the delimiter, line breaks and doubled quotes. Stops after `most` rows. */
export const csvRows = (text: string, delimiter: string, most: number): TableRow[] => {
  const rows: TableRow[] = [];
  let cells: string[] = [];
  let [line, firstLine, at] = [1, 1, text.startsWith('\uFEFF') ? 1 : 0];

  const endRow = (): void => {
    if (cells.some((cell) => cell !== '')) rows.push({ line: firstLine, cells });
    cells = [];
  };
  const endOfPlain = new RegExp(`[${delimiter === '\t' ? '\\t' : delimiter}\\r\\n]`, 'gu');

  while (at < text.length && rows.length < most) {
    if (cells.length === 0) firstLine = line;
    let cell = '';
    if (text[at] === '"') {
      const quoted = quotedCell(text, at);
      cell = quoted.cell;
      line += cell.split('\n').length - 1;
      at = quoted.end;
    }
    endOfPlain.lastIndex = at;
    const end = endOfPlain.exec(text)?.index ?? text.length;
    cells.push((cell + text.slice(at, end)).trim());
    at = end;
    if (text[at] === delimiter) {
      at += 1;
      continue;
    }
    endRow();
    at += text.startsWith('\r\n', at) ? 2 : 1;
    line += 1;
  }
  if (rows.length < most) endRow();
  return rows;
};

/** From the opening quote to the one that is not doubled; an unclosed cell ends with the file. */
const quotedCell = (text: string, from: number): { readonly cell: string; readonly end: number } => {
  let at = from + 1;
  let cell = '';
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return { cell: cell + text.slice(at), end: text.length };
    cell += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { cell, end: quote + 1 };
    cell += '"';
    at = quote + 2;
  }
};
