import type { PrintedTable } from '#main/ports/paper-files.ts';
import { writeZip } from '../package/zip-writer.ts';
import { CONTENT_TYPES, documentXml, paragraph, ROOT_RELATIONSHIPS, utf8 } from './sheet-xml.ts';

/** What lies between the margins of an A4 page, in twentieths of a point. */
const PORTRAIT = 10_200;
const LANDSCAPE = 15_130;
/** More columns than this do not fit across a page. */
const MOST_ACROSS = 6;

/** A letter of 9 pt and the margins of a cell, in twentieths of a point. */
const LETTER = 112;
const CELL_MARGINS = 260;
/** Up to so many letters a column is as wide as its longest cell: a date, a unit, a phone. */
const SHORT = 14;
const LONGEST = 40;

/** Figures and short words never break; names share what is left by how long they are. */
const widthsOf = ({ columns, rows, totals }: PrintedTable, page: number): readonly number[] => {
  const lengths = columns.map(({ title }, place) => {
    const cells = [...rows, totals ?? []].map((row) => row[place]?.length ?? 0);
    const words = title.split(' ').map((word) => word.length);
    return Math.max(4, ...words, ...cells);
  });
  const isFirm = lengths.map((length, place) => columns[place]?.isNumber === true || length <= SHORT);
  const firm = lengths.map((length, place) => (isFirm[place] ? length * LETTER + CELL_MARGINS : 0));
  const left = Math.max(0, page - firm.reduce((sum, width) => sum + width, 0));
  const shares = lengths.map((length, place) => (isFirm[place] ? 0 : Math.min(LONGEST, length)));
  const all = shares.reduce((sum, share) => sum + share, 0);
  return lengths.map((_, place) =>
    isFirm[place] ? (firm[place] ?? 0) : Math.floor((left * (shares[place] ?? 0)) / all),
  );
};

/** A table with its title and notes as a .docx page: a price list, a plan, a report. The head repeats on each page. */
export const writeTableSheet = (table: PrintedTable): Uint8Array => {
  const isWide = table.columns.length > MOST_ACROSS;
  const page = isWide ? LANDSCAPE : PORTRAIT;
  const widths = widthsOf(table, page);
  const line = (cells: readonly string[], kind: 'head' | 'body' | 'total'): string => {
    const inner = table.columns.map(({ isNumber }, place) =>
      cellXml(cells[place] ?? '', widths[place] ?? 0, { isBold: kind !== 'body', isNumber }),
    );
    const properties = `<w:trPr><w:cantSplit/>${kind === 'head' ? '<w:tblHeader/>' : ''}</w:trPr>`;
    return `<w:tr>${properties}${inner.join('')}</w:tr>`;
  };
  const lines = [
    line(
      table.columns.map(({ title }) => title),
      'head',
    ),
    ...table.rows.map((row) => line(row, 'body')),
    ...(table.totals === null ? [] : [line(table.totals, 'total')]),
  ];
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const body = `${paragraph(table.title, 28, true)}${table.notes
    .map((note) => paragraph(note, 18, false))
    .join(
      '',
    )}<w:tbl><w:tblPr><w:tblW w:w="${page}" w:type="dxa"/>${BORDERS}<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${lines.join('')}</w:tbl>`;
  return writeZip(
    [
      { name: '[Content_Types].xml', data: utf8(CONTENT_TYPES) },
      { name: '_rels/.rels', data: utf8(ROOT_RELATIONSHIPS) },
      { name: 'word/document.xml', data: utf8(documentXml(body, isWide)) },
    ],
    6,
  );
};

const BORDERS = `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>`)
  .join('')}</w:tblBorders>`;

const cellXml = (
  text: string,
  width: number,
  { isBold, isNumber }: { readonly isBold: boolean; readonly isNumber: boolean },
): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraph(text, 18, isBold, isNumber ? 'right' : 'left')}</w:tc>`;
