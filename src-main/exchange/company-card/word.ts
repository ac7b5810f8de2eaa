import { SaxesParser } from 'saxes';
import type { CardRow } from '#shared/domain/company-card/card-text.ts';

type Table = { cells: string[]; cell: string[] };

/** Text that Word keeps but does not show as the card: the second copy of a text box, deleted words, instructions of fields. */
const SKIPPED = new Set(['mc:Fallback', 'w:del', 'w:instrText', 'w:delText', 'w:pPr', 'w:rPr']);

/** Paragraphs and table rows of a part of a .docx, in the order of the file. The text has passed the XML guard. */
export const wordToRows = (xml: string): CardRow[] => {
  const rows: CardRow[] = [];
  /** Paragraphs that are open: a text box puts one inside of another. */
  const paragraphs: string[] = [];
  const tables: Table[] = [];
  let isText = false;
  let skipped = 0;

  const add = (text: string): void => {
    if (skipped === 0 && paragraphs.length > 0) paragraphs[paragraphs.length - 1] += text;
  };
  const endParagraph = (): void => {
    const text = paragraphs.pop() ?? '';
    const table = tables.at(-1);
    if (text.trim() === '') return;
    if (table !== undefined) table.cell.push(text.replaceAll('\t', ' '));
    else
      for (const line of text.split('\n'))
        rows.push({ cells: line.split(/\t+| {3,}/u).filter((cell) => cell.trim() !== '') });
  };
  const endCell = (): void => {
    const table = tables.at(-1);
    if (table === undefined) return;
    table.cells.push(table.cell.join('\n'));
    table.cell = [];
  };
  const endRow = (): void => {
    const table = tables.at(-1);
    if (table === undefined) return;
    if (table.cells.some((cell) => cell.trim() !== '')) rows.push({ cells: table.cells });
    table.cells = [];
  };

  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    if (SKIPPED.has(name)) skipped += 1;
    else if (name === 'w:p') paragraphs.push('');
    else if (name === 'w:tbl') tables.push({ cells: [], cell: [] });
    else if (name === 'w:t') isText = true;
    else if (name === 'w:tab') add('\t');
    else if (name === 'w:br' || name === 'w:cr') add('\n');
    else if (name === 'w:noBreakHyphen') add('-');
  });
  parser.on('text', (text) => {
    if (isText) add(text);
  });
  parser.on('closetag', ({ name }) => {
    if (SKIPPED.has(name)) skipped -= 1;
    else if (name === 'w:p') endParagraph();
    else if (name === 'w:tc') endCell();
    else if (name === 'w:tr') endRow();
    else if (name === 'w:tbl') tables.pop();
    else if (name === 'w:t') isText = false;
  });
  parser.write(xml).close();
  return rows.filter(({ cells }) => cells.length > 0);
};
