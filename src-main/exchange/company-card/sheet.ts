import { SaxesParser } from 'saxes';
import type { CardRow } from '#shared/domain/company-card/card-text.ts';

/** The shared texts of a workbook, by their numbers. Readings in kana (`rPh`) are not part of the text. */
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
  if (xml !== '') parser.write(xml).close();
  return texts;
};

/** The rows of a sheet with what its cells show; numbers are written in full, without the exponent that Excel stores. */
export const sheetToRows = (xml: string, shared: readonly string[]): CardRow[] => {
  const rows: CardRow[] = [];
  let cells: string[] = [];
  let type = '';
  let value = '';
  let isValue = false;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const local = localName(name);
    if (local === 'row') cells = [];
    if (local === 'c') {
      type = attributes['t'] ?? 'n';
      value = '';
    }
    isValue = local === 'v' || local === 't';
  });
  parser.on('text', (part) => {
    if (isValue) value += part;
  });
  parser.on('closetag', ({ name }) => {
    const local = localName(name);
    isValue = false;
    if (local === 'c' && value !== '')
      cells.push(type === 's' ? (shared[Number(value)] ?? '') : type === 'n' ? plainNumber(value) : value);
    if (local === 'row' && cells.some((cell) => cell.trim() !== ''))
      rows.push({ cells: cells.filter((cell) => cell.trim() !== '') });
  });
  parser.write(xml).close();
  return rows;
};

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** 3.04500116000157E14 → 304500116000157. An account of twenty digits was already rounded by Excel: it stays as stored and fails its check. */
const plainNumber = (stored: string): string => {
  const number = Number(stored);
  return /e/iu.test(stored) && Number.isSafeInteger(number) ? String(number) : stored;
};
