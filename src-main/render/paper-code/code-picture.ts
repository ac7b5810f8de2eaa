import { code128 } from '#shared/domain/reception/code-128.ts';
import { bitmapPng } from '../black-and-white-png.ts';
import { isInk, LETTER_HEIGHT, LETTER_WIDTH } from './letters.ts';

/** One module of a code is 0.33 mm, as on our labels; a point of the picture is a quarter of it. */
const POINTS_IN_MODULE = 4;
const POINT_MM = 0.33 / POINTS_IN_MODULE;
/** White modules on both sides of a code. */
const QUIET = 10;
/** A dot of a letter: capitals are 1.7 mm high. */
const DOT = 3;
const GAP = 4;
const TEXT = LETTER_HEIGHT * DOT;
/** Thinner bars are lost on a slanted scan. */
const LEAST_BARS = 24;

/** A picture for the margin of a page: the code runs from the bottom up, its letters stand on the side of the text. */
export type CodePicture = { readonly png: Uint8Array; readonly widthMm: number; readonly heightMm: number };

/** What a code takes across the margin at the least. */
export const LEAST_THICKNESS_MM = (LEAST_BARS + GAP + TEXT) * POINT_MM;

/** @param thicknessMm how much of the margin's breadth there is for bars and letters */
export const codePicture = (code: string, thicknessMm: number): CodePicture => {
  const bars = code128(code);
  const length = (bars.length + 2 * QUIET) * POINTS_IN_MODULE;
  const thickness = Math.floor(thicknessMm / POINT_MM);
  const textTop = thickness - TEXT;
  const isBar = Array.from({ length }, (_, along) => bars[Math.floor(along / POINTS_IN_MODULE) - QUIET] === true);
  const isLetter = letterInk(code, length);
  const png = bitmapPng(thickness, length, (across, down) => {
    const along = length - 1 - down;
    if (across < textTop - GAP) return isBar[along] === true;
    return across >= textTop && isLetter(along, across - textTop);
  });
  return { png, widthMm: thickness * POINT_MM, heightMm: length * POINT_MM };
};

/** The readable code in the middle below its bars. */
const letterInk = (code: string, length: number): ((along: number, down: number) => boolean) => {
  const step = (LETTER_WIDTH + 2) * DOT;
  const start = Math.floor((length - step * code.length) / 2);
  return (along, down) => {
    const place = Math.floor((along - start) / step);
    const column = Math.floor((along - start - place * step) / DOT);
    return column < LETTER_WIDTH && isInk(code.charAt(place), column, Math.floor(down / DOT));
  };
};
