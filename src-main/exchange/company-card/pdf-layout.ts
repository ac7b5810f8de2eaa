import type { CardRow } from '#shared/domain/company-card/card-text.ts';

/** A piece of text on a page: its left edge and baseline in points from the bottom left corner, its width and font size. */
export type PlacedText = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
};

/** A gap wider than this many font sizes divides columns; a space between words is about a quarter. */
const COLUMN_GAP = 1.6;
/** Pieces closer than this are parts of one word. */
const WORD_GAP = 0.15;

/** Two edges of one column, in points. */
const SAME_EDGE = 3;

type Cell = { text: string; readonly x: number };

/** Pieces of one page brought to lines from top to bottom and cells from left to right; a wrapped cell becomes whole again. */
export const placedToRows = (pieces: readonly PlacedText[]): CardRow[] => {
  const lines: PlacedText[][] = [];
  for (const piece of pieces.filter(({ text }) => text.trim() !== '').toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    const line = lines.at(-1);
    const isSame =
      line?.[0] !== undefined && Math.abs(line[0].y - piece.y) < Math.max(piece.size, line[0].size, 4) * 0.4;
    if (isSame) line.push(piece);
    else lines.push([piece]);
  }
  const rows: Cell[][] = [];
  for (const line of lines) {
    const cells = cellsOf(line.toSorted((a, b) => a.x - b.x));
    if (!joinsAbove(rows.at(-1), cells)) rows.push(cells);
  }
  return rows.map((cells) => ({ cells: cells.map(({ text }) => text) }));
};

const cellsOf = (line: readonly PlacedText[]): Cell[] => {
  const cells: Cell[] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const { text, x, width, size } of line) {
    const gap = (x - right) / Math.max(size, 1);
    const last = cells.at(-1);
    if (last === undefined || gap > COLUMN_GAP) cells.push({ text: text.trim(), x });
    else last.text += (gap > WORD_GAP ? ' ' : '') + text.trimEnd();
    right = x + width;
  }
  return cells;
};

/**
 * The second line of a cell stands under the edge of that cell. Values stand in every second column (label, value, label, value); in the first
 * one only words that go on are taken for the rest of a label.
 */
const joinsAbove = (above: readonly Cell[] | undefined, cells: readonly Cell[]): boolean => {
  if (above === undefined || above.length < 2) return false;
  const columns = cells.map(({ x }) => above.findIndex((cell) => Math.abs(cell.x - x) < SAME_EDGE));
  const isRest =
    columns.every((column) => column % 2 === 1) ||
    (columns.length === 1 && columns[0] === 0 && /^[а-яё(]/u.test(cells[0]?.text ?? ''));
  if (!isRest) return false;
  columns.forEach((column, index) => {
    const cell = above[column];
    if (cell !== undefined) cell.text += (cell.text.endsWith('-') ? '' : ' ') + (cells[index]?.text ?? '');
  });
  return true;
};
