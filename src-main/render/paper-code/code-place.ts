import { LEAST_THICKNESS_MM } from './code-picture.ts';

const TWIPS_IN_MM = 1440 / 25.4;
/** Printers leave so much of a sheet blank. */
const EDGE_MM = 4.4;
/** Between the code and the text or the frame of a table. */
const AIR_MM = 0.4;
/** More is not needed: hand scanners take bars of 5 mm easily. */
const MOST_THICKNESS_MM = 8;
/** The code ends here, clear of the holes of a binder on a page of either orientation. */
const BOTTOM_MM = 6;

/** Where the code stands on the page, and how broad it may be. */
export type CodePlace = {
  readonly thicknessMm: number;
  /** From the left edge of the text; negative in the left margin. */
  readonly fromTextMm: number;
  /** From the bottom of the page to the end of the code. */
  readonly bottomMm: number;
  readonly pageHeightMm: number;
};

const attribute = (tag: string, name: string): number =>
  Number(new RegExp(`w:${name}="(-?\\d+)`, 'u').exec(tag)?.[1] ?? '0') / TWIPS_IN_MM;

/**
 * A free strip beside the text of the first section: the left margin, where forms leave room for a binder, else the right one. Above and
 * below the text stand headers and footers. Null: the text reaches the edges of the sheet.
 */
export const codePlace = (section: string): CodePlace | null => {
  const size = /<w:pgSz\b[^>]*>/u.exec(section)?.[0];
  const margins = /<w:pgMar\b[^>]*>/u.exec(section)?.[0];
  if (size === undefined || margins === undefined) return null;
  const left = attribute(margins, 'left') + attribute(margins, 'gutter');
  const right = attribute(margins, 'right');
  const isLeft = left >= right || roomIn(left) >= LEAST_THICKNESS_MM;
  const room = roomIn(isLeft ? left : right);
  if (room < LEAST_THICKNESS_MM) return null;
  const thicknessMm = Math.min(room, MOST_THICKNESS_MM);
  // In the middle of what a printer reaches.
  const fromText = AIR_MM + (room - thicknessMm) / 2;
  const textWidth = attribute(size, 'w') - left - right;
  return {
    thicknessMm,
    fromTextMm: isLeft ? -fromText - thicknessMm : textWidth + fromText,
    bottomMm: BOTTOM_MM,
    pageHeightMm: attribute(size, 'h'),
  };
};

const roomIn = (marginMm: number): number => marginMm - EDGE_MM - AIR_MM;
