/**
 * The alphabet of deflate (RFC 1951). A compressed block is a row of symbols: a byte as it is, or «copy LENGTH bytes from DISTANCE bytes back».
 * Lengths 3–258 and distances 1–32768 are coded as a symbol for a range plus a few extra bits for the place within it.
 */
export const WINDOW = 32_768;
export const LONGEST_MATCH = 258;
export const SHORTEST_MATCH = 3;
export const END_OF_BLOCK = 256;
export const LITERAL_SYMBOLS = 286;
export const DISTANCE_SYMBOLS = 30;

interface Ranges {
  /** The first value of each symbol. */
  readonly base: readonly number[];
  /** Extra bits of each symbol. */
  readonly extra: readonly number[];
}

/** Each symbol covers 2^extra values; the number of extra bits grows by one every `perStep` symbols, after `flat` symbols without any. */
function ranges(first: number, count: number, flat: number, perStep: number): Ranges {
  const base: number[] = [];
  const extra: number[] = [];
  let next = first;
  for (let symbol = 0; symbol < count; symbol += 1) {
    const bits = symbol < flat ? 0 : Math.floor((symbol - flat) / perStep) + 1;
    base.push(next);
    extra.push(bits);
    next += 2 ** bits;
  }
  return { base, extra };
}

const allLengths = ranges(SHORTEST_MATCH, 28, 8, 4);

/** Symbols 257–285. The last one means 258 and nothing else, which breaks the rule of the others. */
export const LENGTHS: Ranges = { base: [...allLengths.base, LONGEST_MATCH], extra: [...allLengths.extra, 0] };
export const DISTANCES: Ranges = ranges(1, DISTANCE_SYMBOLS, 4, 2);

/** The symbol of each length, less 257. */
export const LENGTH_SYMBOL: Uint8Array = tableOf(LENGTHS, LONGEST_MATCH);

/** The symbol of each distance. */
export const DISTANCE_SYMBOL: Uint8Array = tableOf(DISTANCES, WINDOW);

function tableOf({ base }: Ranges, most: number): Uint8Array {
  const table = new Uint8Array(most + 1);
  for (const [symbol, first] of base.entries()) table.fill(symbol, first);
  return table;
}
