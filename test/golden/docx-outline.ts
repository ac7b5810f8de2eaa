import { SaxesParser } from 'saxes';
import { readOwnZip } from '#templates/parts/zip.ts';

/** Parts whose content a reader sees. */
const PARTS = /^word\/(?:document|header\d*|footer\d*)\.xml$/u;

/** The text of one part: a line per paragraph, a line per row of a table with its cells between bars. */
const outlinePart = (xml: string): string[] => {
  const lines: string[] = [];
  const cells: string[][] = [];
  let isInCell = 0;
  let paragraph = '';
  let isText = false;
  let isHeaderRow = false;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'w:tr') cells.push([]);
    if (name === 'w:tc') {
      isInCell += 1;
      cells.at(-1)?.push('');
    }
    if (name === 'w:tblHeader') isHeaderRow = true;
    if (name === 'w:t') isText = true;
    if (name === 'w:br') paragraph += ' ⏎ ';
    if (name === 'w:tab') paragraph += ' → ';
    if (name === 'w:fldSimple') paragraph += `[${String(attributes['w:instr']).trim()}]`;
    if (name === 'w:numPr') paragraph += '§ ';
    if (name === 'w:drawing') paragraph += '[picture]';
    if (name === 'v:textpath' && attributes['string']) paragraph += `[watermark ${String(attributes['string'])}]`;
  });
  parser.on('text', (text) => {
    if (isText) paragraph += text;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'w:t') isText = false;
    if (name === 'w:p') {
      const row = cells.at(-1);
      if (isInCell > 0 && row) row[row.length - 1] = [row.at(-1), paragraph].filter(Boolean).join(' ¶ ');
      else if (paragraph !== '') lines.push(paragraph);
      paragraph = '';
    }
    if (name === 'w:tc') isInCell -= 1;
    if (name === 'w:tr') {
      lines.push(`${isHeaderRow ? '#' : ''}| ${(cells.pop() ?? []).join(' | ')} |`);
      isHeaderRow = false;
    }
  });
  parser.write(xml).close();
  return lines;
};

/** What a .docx says, in the order of reading, as lines that a person reviews in a diff. NBSP is shown as `·`. */
export const docxOutline = (docx: Uint8Array): string =>
  readOwnZip(Buffer.from(docx))
    .filter(({ name }) => PARTS.test(name))
    .toSorted((left, right) => left.name.localeCompare(right.name))
    .flatMap(({ name, data }) => [`[${name}]`, ...outlinePart(data.toString('utf8')), ''])
    .join('\n')
    .replaceAll('\u00A0', '·');
