import { BitWords } from './bit-words.ts';
import {
  DISTANCE_SYMBOL,
  DISTANCE_SYMBOLS,
  DISTANCES,
  LENGTH_SYMBOL,
  LENGTHS,
  LITERAL_SYMBOLS,
  LONGEST_MATCH,
  SHORTEST_MATCH,
} from './deflate-codes.ts';
import { codeLengths, codesOf } from './huffman.ts';

/** How often each symbol is expected. */
export interface Frequencies {
  /** Bytes, the end of the block, then lengths. */
  readonly literals: number[];
  readonly distances: number[];
}

export const noFrequencies = (): Frequencies => ({
  literals: Array.from({ length: LITERAL_SYMBOLS }, () => 0),
  distances: Array.from({ length: DISTANCE_SYMBOLS }, () => 0),
});

export function countLiteral({ literals }: Frequencies, byte: number, times: number): void {
  literals[byte] = (literals[byte] ?? 0) + times;
}

export function countMatch(
  { literals, distances }: Frequencies,
  length: number,
  distance: number,
  times: number,
): void {
  const symbol = 257 + (LENGTH_SYMBOL[length] ?? 0);
  literals[symbol] = (literals[symbol] ?? 0) + times;
  const far = DISTANCE_SYMBOL[distance] ?? 0;
  distances[far] = (distances[far] ?? 0) + times;
}

/** The Huffman codes of one part, ready to be written: bits and how many they are. */
export interface CodeBook {
  /** Of all symbols; everything else here follows from these two. */
  readonly literalLengths: Uint8Array;
  readonly distanceLengths: Uint8Array;
  /** Codes of bytes and of the end of the block. */
  readonly literalCodes: Uint16Array;
  /** By length 3–258: code and extra bits together, up to 20 bits. */
  readonly matchBits: Uint32Array;
  readonly matchCounts: Uint8Array;
  readonly distanceCodes: Uint16Array;
}

export function bookFor({ literals, distances }: Frequencies): CodeBook {
  return bookOf(codeLengths(literals), codeLengths(distances));
}

export function bookOf(literalLengths: Uint8Array, distanceLengths: Uint8Array): CodeBook {
  const literalCodes = codesOf(literalLengths);
  const matchBits = new Uint32Array(LONGEST_MATCH + 1);
  const matchCounts = new Uint8Array(LONGEST_MATCH + 1);
  for (let length = SHORTEST_MATCH; length <= LONGEST_MATCH; length += 1) {
    const symbol = LENGTH_SYMBOL[length] ?? 0;
    const codeLength = literalLengths[257 + symbol] ?? 0;
    const rest = length - (LENGTHS.base[symbol] ?? 0);
    matchBits[length] = (literalCodes[257 + symbol] ?? 0) | (rest << codeLength);
    matchCounts[length] = codeLength + (LENGTHS.extra[symbol] ?? 0);
  }
  return {
    literalLengths,
    distanceLengths,
    literalCodes,
    matchBits,
    matchCounts,
    distanceCodes: codesOf(distanceLengths),
  };
}

export function putLiteral(out: BitWords, book: CodeBook, byte: number): void {
  out.put(book.literalCodes[byte] ?? 0, book.literalLengths[byte] ?? 0);
}

export function putMatch(out: BitWords, book: CodeBook, length: number, distance: number): void {
  const bits = book.matchBits[length] ?? 0;
  const count = book.matchCounts[length] ?? 0;
  out.put(bits & 0xffff, Math.min(16, count));
  if (count > 16) out.put(bits >>> 16, count - 16);
  const symbol = DISTANCE_SYMBOL[distance] ?? 0;
  out.put(book.distanceCodes[symbol] ?? 0, book.distanceLengths[symbol] ?? 0);
  out.put(distance - (DISTANCES.base[symbol] ?? 0), DISTANCES.extra[symbol] ?? 0);
}

/** The order in which deflate lists the lengths of the codes for code lengths, rare ones last. */
const LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** The beginning of a block: «last block, own codes», then the lengths of all codes, themselves Huffman-coded (RFC 1951 §3.2.7). */
export function blockHeader({ literalLengths, distanceLengths }: CodeBook): BitWords {
  const lengths = [...literalLengths, ...distanceLengths];
  const used = Array.from({ length: 19 }, () => 0);
  const runs = runsOf(lengths);
  for (const { symbol } of runs) used[symbol] = (used[symbol] ?? 0) + 1;
  const ownLengths = codeLengths(used, 7);
  const ownCodes = codesOf(ownLengths);
  const out = new BitWords();
  out.put(0b101, 3);
  out.put(LITERAL_SYMBOLS - 257, 5);
  out.put(DISTANCE_SYMBOLS - 1, 5);
  out.put(LENGTH_ORDER.length - 4, 4);
  for (const symbol of LENGTH_ORDER) out.put(ownLengths[symbol] ?? 0, 3);
  for (const { symbol, rest, extra } of runs) {
    out.put(ownCodes[symbol] ?? 0, ownLengths[symbol] ?? 0);
    out.put(rest, extra);
  }
  return out;
}

/** Symbol 16 says «the length before, 3–6 times more». Lengths of 0, which have symbols of their own, do not occur here. */
function runsOf(lengths: readonly number[]): { symbol: number; rest: number; extra: number }[] {
  const runs: { symbol: number; rest: number; extra: number }[] = [];
  let at = 0;
  while (at < lengths.length) {
    const length = lengths[at] ?? 0;
    let count = 1;
    while (lengths[at + count] === length) count += 1;
    at += count;
    runs.push({ symbol: length, rest: 0, extra: 0 });
    for (count -= 1; count >= 3; count -= Math.min(6, count))
      runs.push({ symbol: 16, rest: Math.min(6, count) - 3, extra: 2 });
    for (; count > 0; count -= 1) runs.push({ symbol: length, rest: 0, extra: 0 });
  }
  return runs;
}
