/** Dots across and down of one sign. */
export const LETTER_WIDTH = 5;
export const LETTER_HEIGHT = 7;

/**
 * Signs of a paper code, drawn by us so that no font is needed and the picture has equal bytes on every machine. Seven rows of a sign from
 * the top, each a digit of base 32: its five bits are the dots from the left. Zero has a slash, so that it is not taken for «O».
 */
const ROWS: Readonly<Record<string, string | undefined>> = {
  0: 'ehjlphe',
  1: '4c4444e',
  2: 'eh1248v',
  3: 'v2421he',
  4: '26aiv22',
  5: 'vgu11he',
  6: '68guhhe',
  7: 'v124888',
  8: 'ehhehhe',
  9: 'ehhf12c',
  A: 'ehhvhhh',
  B: 'uhhuhhu',
  C: 'ehggghe',
  D: 'sihhhis',
  E: 'vgguggv',
  F: 'vgguggg',
  G: 'ehgnhhf',
  H: 'hhhvhhh',
  I: 'e44444e',
  J: '72222ic',
  K: 'hikokih',
  L: 'ggggggv',
  M: 'hrllhhh',
  N: 'hhpljhh',
  O: 'ehhhhhe',
  P: 'uhhuggg',
  Q: 'ehhhlid',
  R: 'uhhukih',
  S: 'fgge11u',
  T: 'v444444',
  U: 'hhhhhhe',
  V: 'hhhhha4',
  W: 'hhhllla',
  X: 'hha4ahh',
  Y: 'hhha444',
  Z: 'v1248gv',
};

/** Is there ink in this dot of the sign? Signs that no code has are blank. */
export const isInk = (sign: string, column: number, row: number): boolean => {
  const bits = Number.parseInt(ROWS[sign]?.charAt(row) ?? '0', 32);
  return ((bits >> (LETTER_WIDTH - 1 - column)) & 1) === 1;
};
