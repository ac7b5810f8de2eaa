import {
  BorderStyle,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  VerticalAlignTable,
  WidthType,
  type IBorderOptions,
  type ITableCellBorders,
} from 'docx';
import { command } from './commands.ts';
import { paragraph, type ParagraphLook } from './text.ts';
import { mm } from './units.ts';

export type CellSpec = ParagraphLook & {
  /** One paragraph per item; a string is one paragraph. */
  readonly text?: string | readonly string[];
  /** Ready paragraphs instead of `text`. */
  readonly paragraphs?: readonly (Paragraph | Table)[];
  readonly span?: number;
  readonly rowSpan?: number;
  readonly vAlign?: 'top' | 'center' | 'bottom';
  /** Letters of the edges that have a line: `tblr` thin, `TBLR` heavy; nothing: no lines. */
  readonly edges?: string;
  /** Hex colour behind the text. */
  readonly shade?: string;
  /** Text runs upwards: a long caption over a narrow column. */
  readonly isUpright?: boolean;
};

export type RowSpec = {
  readonly cells: readonly CellSpec[];
  /** Repeats on each page; only the first rows of a table may. */
  readonly header?: boolean;
  /** Stays on one page with the next row. */
  readonly keep?: boolean;
  /** Least height, millimetres. */
  readonly height?: number;
};

type GridSpec = {
  /** Millimetres; their sum is the width of the table. */
  readonly columns: readonly number[];
  readonly rows: readonly RowSpec[];
  /** Cell padding left and right, millimetres. */
  readonly padding?: number;
  /** Cell padding above and below, millimetres. */
  readonly leading?: number;
  readonly align?: 'left' | 'right' | 'center';
};

const THIN = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const satisfies IBorderOptions;
const HEAVY = { style: BorderStyle.SINGLE, size: 14, color: '000000' } as const satisfies IBorderOptions;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const satisfies IBorderOptions;

const edge = (edges: string, letter: string): IBorderOptions => {
  if (edges.includes(letter.toUpperCase())) return HEAVY;
  return edges.includes(letter) ? THIN : NONE;
};

const borders = (edges: string): ITableCellBorders => ({
  top: edge(edges, 't'),
  bottom: edge(edges, 'b'),
  left: edge(edges, 'l'),
  right: edge(edges, 'r'),
});

const V_ALIGN = {
  top: VerticalAlignTable.TOP,
  center: VerticalAlignTable.CENTER,
  bottom: VerticalAlignTable.BOTTOM,
} as const;

const cellParagraphs = (spec: CellSpec, keep: boolean): readonly (Paragraph | Table)[] => {
  if (spec.paragraphs) return spec.paragraphs;
  const texts = typeof spec.text === 'string' ? [spec.text] : (spec.text ?? ['']);
  return texts.map((text) => paragraph(text, { ...spec, keepNext: keep || spec.keepNext === true }));
};

const buildCell = (spec: CellSpec, width: number, keep: boolean): TableCell =>
  new TableCell({
    children: [...cellParagraphs(spec, keep)],
    width: { size: mm(width), type: WidthType.DXA },
    borders: borders(spec.edges ?? ''),
    verticalAlign: V_ALIGN[spec.vAlign ?? 'top'],
    ...(spec.span === undefined ? {} : { columnSpan: spec.span }),
    ...(spec.rowSpan === undefined ? {} : { rowSpan: spec.rowSpan }),
    ...(spec.isUpright ? { textDirection: TextDirection.BOTTOM_TO_TOP_LEFT_TO_RIGHT } : {}),
    ...(spec.shade === undefined ? {} : { shading: { fill: spec.shade } }),
  });

/** How many rows below this one each column is still covered by a cell that began above. */
type Covered = number[];

const buildRow = (row: RowSpec, columns: readonly number[], covered: Covered): TableRow => {
  let column = 0;
  const cells = row.cells.map((spec) => {
    while ((covered[column] ?? 0) > 0) column += 1;
    const span = spec.span ?? 1;
    const width = columns.slice(column, column + span).reduce((sum, one) => sum + one, 0);
    for (let i = column; i < column + span; i += 1) covered[i] = spec.rowSpan ?? 1;
    column += span;
    return buildCell(spec, width, row.keep === true);
  });
  columns.forEach((_, index) => {
    covered[index] = Math.max(0, (covered[index] ?? 0) - 1);
  });
  return new TableRow({
    children: cells,
    cantSplit: true,
    ...(row.header ? { tableHeader: true } : {}),
    ...(row.height === undefined ? {} : { height: { value: mm(row.height), rule: 'atLeast' } }),
  });
};

/**
 * A table with fixed column widths, so that Word and LibreOffice break lines alike (documents.md §4).
 * Rows are never split between pages.
 */
export const grid = (spec: GridSpec): Table => {
  const covered: Covered = spec.columns.map(() => 0);
  const padding = mm(spec.padding ?? 1);
  const leading = mm(spec.leading ?? 0.3);
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: spec.columns.map(mm),
    width: { size: mm(spec.columns.reduce((sum, one) => sum + one, 0)), type: WidthType.DXA },
    ...(spec.align === undefined ? {} : { alignment: spec.align }),
    margins: { left: padding, right: padding, top: leading, bottom: leading },
    borders: { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE },
    rows: spec.rows.map((row) => buildRow(row, spec.columns, covered)),
  });
};

/** A row that holds only a command; it disappears when the form is filled. */
export const commandRow = (text: string, columns: number, keep = false): RowSpec => ({
  cells: [{ text: command(text), span: columns, size: 6, color: '808080' }],
  keep,
});

/** Rows repeated for each item of a list. */
export const rowsForEach = (name: string, list: string, columns: number, rows: readonly RowSpec[]): RowSpec[] => [
  commandRow(`FOR ${name} IN ${list}`, columns),
  ...rows,
  commandRow(`END-FOR ${name}`, columns),
];

/** Rows printed only when a yes/no value of the view says so. */
export const rowsOnlyIf = (condition: string, columns: number, rows: readonly RowSpec[]): RowSpec[] => [
  commandRow(`IF ${condition}`, columns),
  ...rows,
  commandRow('END-IF', columns),
];
