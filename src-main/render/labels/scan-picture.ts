import { code128 } from '#shared/domain/reception/code-128.ts';
import { blackAndWhitePng } from '../black-and-white-png.ts';

/** A page of A4 in squares of eight points: 155 squares are 1240 points, 150 a inch. */
const COLUMNS = 155;
const ROWS = 219;
const CODE_TOP = 6;
const CODE_ROWS = 8;

/**
 * A page as an office scanner sees it: the sticker with the code where there is one, and lines of «text». `seed` makes the
 * pages differ.
 */
export const scanPicture = (code: string | null, seed: number): Uint8Array => {
  const bars = code === null ? [] : code128(code);
  const left = Math.floor((COLUMNS - bars.length) / 2);
  return blackAndWhitePng(
    COLUMNS,
    (x, y) => {
      if (y >= CODE_TOP && y < CODE_TOP + CODE_ROWS) return bars[x - left] === true;
      const isLine = y > 24 && y < ROWS - 14 && y % 4 === 0 && x > 12 && x < COLUMNS - 12;
      return isLine && (x * 7 + y * 13 + seed * 5) % 11 < 6;
    },
    ROWS,
  );
};
