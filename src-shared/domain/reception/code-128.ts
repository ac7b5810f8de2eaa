/** Widths of bars and gaps by turns, six a sign, of Code 128 (ISO/IEC 15417); the last is the stop with its seventh bar. */
const PATTERNS =
  '212222222122222221121223121322131222122213122312132212221213221312231212112232122132122231113222123122123221223211221132221231213212223112312131311222321122321221312212322112322211212123212321232121111323131123131321112313132113132311211313231113231311112133112331132131113123113321133121313121211331231131213113213311213131311123311321331121312113312311332111314111221411431111111224111422121124121421141122141221112214112412122114122411142112142211241211221114413111241112134111111242121142121241114212124112124211411212421112421211212141214121412121111143111341131141114113114311411113411311113141114131311141411131211412211214211232';
const STOP = [2, 3, 3, 1, 1, 1, 2];

/** Set B: the sign's code is its place in ASCII from the space on. */
const START_B = 104;

const widthsOf = (sign: number): number[] => Array.from(PATTERNS.slice(sign * 6, sign * 6 + 6), Number);

/**
 * Bars of a text of Latin letters and figures: true where a module is black, without the quiet zones. Throws on other
 * signs: codes are made by the program itself.
 */
export const code128 = (text: string): boolean[] => {
  const signs = [...text].map((sign) => {
    const value = (sign.codePointAt(0) ?? 0) - 32;
    if (value < 0 || value > 94) throw new RangeError(`no sign of Code 128 B: ${sign}`);
    return value;
  });
  const check = signs.reduce((sum, sign, index) => sum + sign * (index + 1), START_B) % 103;
  const widths = [...[START_B, ...signs, check].flatMap(widthsOf), ...STOP];
  return widths.flatMap((width, index) => Array.from({ length: width }, () => index % 2 === 0));
};
