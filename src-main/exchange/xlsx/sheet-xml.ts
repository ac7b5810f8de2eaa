import { SaxesParser } from 'saxes';

/** A row of a sheet with its number there, from 1. Cells stand in their columns; an empty one is an empty text. */
export type NumberedRow = { readonly line: number; readonly cells: readonly string[] };

/** The shared texts of a workbook, by their numbers. Readings in kana (`rPh`) are not part of the text. Throws on broken XML. */
export const readSharedStrings = (xml: string): string[] => {
  const texts: string[] = [];
  let text = '';
  let isText = false;
  let isReading = false;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    const local = localName(name);
    if (local === 'si') text = '';
    if (local === 'rPh') isReading = true;
    isText = local === 't' && !isReading;
  });
  parser.on('text', (part) => {
    if (isText) text += part;
  });
  parser.on('closetag', ({ name }) => {
    const local = localName(name);
    if (local === 'si') texts.push(text);
    if (local === 'rPh') isReading = false;
    isText = false;
  });
  parser.write(xml).close();
  return texts;
};

/** The rows of a sheet that have something in them, with numbers in full. Throws on broken XML. */
export const readSheetRows = (xml: string, shared: readonly string[]): NumberedRow[] => {
  const rows: NumberedRow[] = [];
  let cells: string[] = [];
  let line = 0;
  let type = '';
  let column = -1;
  let value = '';
  let isValue = false;
  const parser = new SaxesParser();
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
      cells[column] = shown(type, value, shared);
    }
    if (local === 'row' && cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells });
  });
  parser.write(xml).close();
  return rows;
};

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** «AB12» → 27. */
const columnOf = (reference: string): number =>
  Array.from(/^[A-Z]+/u.exec(reference)?.[0] ?? '').reduce((at, letter) => at * 26 + letter.charCodeAt(0) - 64, 0) - 1;

const shown = (type: string, value: string, shared: readonly string[]): string => {
  if (type === 's') return shared[Number(value)] ?? '';
  return type === 'n' ? plainNumber(value) : value;
};

/** 3.04500116000157E14 → 304500116000157. An account of twenty digits was already rounded by Excel: it stays as stored and fails its check. */
const plainNumber = (stored: string): string => {
  const number = Number(stored);
  return /e/iu.test(stored) && Number.isSafeInteger(number) ? String(number) : stored;
};
