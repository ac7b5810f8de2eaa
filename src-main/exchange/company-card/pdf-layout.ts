import type { CardRow } from '#shared/domain/company-card/card-text.ts';

/** A piece of text on a page: its left edge and baseline in points from the bottom left corner, its width and font size. */
export type PlacedText = { readonly text: string; readonly x: number; readonly y: number; readonly width: number; readonly size: number };

/** A gap wider than this many font sizes divides columns; a space between words is about a quarter. */
const COLUMN_GAP = 1.6;
/** Pieces closer than this are parts of one word. */
const WORD_GAP = 0.15;

/** Pieces of one page brought to lines from top to bottom and cells from left to right. */
export const placedToRows = (pieces: readonly PlacedText[]): CardRow[] => {
  const lines: PlacedText[][] = [];
  for (const piece of pieces.filter(({ text }) => text.trim() !== '').toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    const line = lines.at(-1);
    const isSame = line?.[0] !== undefined && Math.abs(line[0].y - piece.y) < Math.max(piece.size, line[0].size, 4) * 0.4;
    if (isSame) line.push(piece);
    else lines.push([piece]);
  }
  return lines.map((line) => ({ cells: cellsOf(line.toSorted((a, b) => a.x - b.x)) }));
};

const cellsOf = (line: readonly PlacedText[]): string[] => {
  const cells: string[] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const { text, x, width, size } of line) {
    const gap = (x - right) / Math.max(size, 1);
    if (cells.length === 0 || gap > COLUMN_GAP) cells.push(text.trim());
    else cells[cells.length - 1] += (gap > WORD_GAP ? ' ' : '') + text.trimEnd();
    right = x + width;
  }
  return cells;
};
