import type { ByteOutput } from './byte-output.ts';
import { CRC_TABLE, shifted, shiftTable } from './crc-shift.ts';
import { DISTANCE_SYMBOL, DISTANCES, END_OF_BLOCK, LONGEST_MATCH, SHORTEST_MATCH, WINDOW } from './deflate-codes.ts';
import { PIECE, type EncodedPart, type LoadedPart } from './encoded-part.ts';
import { fill, scratch, type Filled } from './value-bytes.ts';

const DISTANCE_BASE = Int32Array.from(DISTANCES.base);
const DISTANCE_EXTRA = Uint8Array.from(DISTANCES.extra);

/** Up to this many bits a chunk is copied rather than referred to: the reference would not be shorter. */
const CHEAP_BITS = 26;
/** A value is worth a reference from this length on, in characters. */
const SHORTEST_REPEAT = 5;
const LONGEST_REPEAT = 1_000;

/** A part is at most this long; more would be no document. */
const MOST_BYTES = 512 * 1024 * 1024;

/** The part became longer than any document may be. */
export class PartTooLarge extends Error {}

/**
 * Writes one part as a deflate stream without ever having its XML: stored bits for chunks, «as before» for repeated ones, Huffman codes for values. It keeps
 * the length of the XML and its CRC while it goes.
 *
 * Up to 15 bits wait in `bits` (the lowest first) until 16 are together. A match waits too: if the next one has the same distance, both are one,
 * which happens whenever a row repeats the row before.
 */
export class PartWriter {
  /** Bytes of XML so far. */
  length = 0;
  private readonly out: ByteOutput;
  private readonly part: EncodedPart;
  private readonly shifts: readonly Int32Array[];
  private readonly chunkBits: Int32Array;
  /** Where each chunk was printed last, or -1. */
  private readonly lastAt: Int32Array;
  private readonly lastValues: string[] = [];
  private readonly lastValueAt: number[] = [];
  /** The register before and after the last value: together they give what the value adds. */
  private readonly lastValueBefore: number[] = [];
  private readonly lastValueAfter: number[] = [];
  private readonly lastValueLength: number[] = [];
  private readonly filled: Filled = { length: 0, next: 0 };
  private register = -1;
  private bits = 0;
  private count = 0;
  private matchDistance = 0;
  private matchLength = 0;

  constructor(out: ByteOutput, { part, shifts, chunkBits }: LoadedPart) {
    this.out = out;
    this.part = part;
    this.shifts = shifts;
    this.chunkBits = chunkBits;
    this.lastAt = new Int32Array(part.lengths.length).fill(-1);
    this.copyBits(0, part.headerBits);
  }

  chunk(index: number): void {
    const length = this.part.lengths[index] ?? 0;
    const at = this.length;
    const last = this.lastAt[index] ?? -1;
    const distance = at - last;
    const isWorth =
      distance === this.matchDistance || (length >= SHORTEST_MATCH && (this.chunkBits[index] ?? 0) > CHEAP_BITS);
    if (last >= 0 && distance <= WINDOW && isWorth) this.match(distance, length);
    else this.copyChunk(index, at);
    this.lastAt[index] = at;
    this.length = at + length;
    const shift = this.shifts[index];
    if (shift) this.register = shifted(shift, this.register) ^ (this.part.crcs[index] ?? 0);
    if (this.length > MOST_BYTES) throw new PartTooLarge();
  }

  /** @param slot where in the template the value stands: it is often the same as in the row before */
  value(text: string, slot: number): void {
    const size = text.length;
    if (size === 0) return;
    const at = this.length;
    if (size < SHORTEST_REPEAT || size > LONGEST_REPEAT) return this.newValue(text);
    if (this.lastValues[slot] === text) {
      const distance = at - (this.lastValueAt[slot] ?? 0);
      const length = this.lastValueLength[slot] ?? 0;
      if (distance <= WINDOW && length >= SHORTEST_MATCH) {
        this.match(distance, length);
        const shift = shiftTable(length);
        const own = (this.lastValueAfter[slot] ?? 0) ^ shifted(shift, this.lastValueBefore[slot] ?? 0);
        this.register = shifted(shift, this.register) ^ own;
        this.lastValueAt[slot] = at;
        this.length = at + length;
        return;
      }
    }
    this.lastValues[slot] = text;
    this.lastValueAt[slot] = at;
    this.lastValueBefore[slot] = this.register;
    this.newValue(text);
    this.lastValueAfter[slot] = this.register;
    this.lastValueLength[slot] = this.length - at;
  }

  /** Prints text that is XML already. */
  raw(xml: string): void {
    this.flushMatch();
    this.literals(Buffer.from(xml, 'utf8'));
  }

  /** Ends the stream. @returns the CRC-32 of the XML */
  end(): number {
    this.flushMatch();
    this.out.reserve(8);
    const { literalCodes, literalLengths } = this.part.book;
    this.put(literalCodes[END_OF_BLOCK] ?? 0, literalLengths[END_OF_BLOCK] ?? 0);
    for (; this.count > 0; this.count -= 8) {
      this.out.bytes[this.out.length++] = this.bits & 0xff;
      this.bits >>>= 8;
    }
    return ~this.register >>> 0;
  }

  private newValue(text: string): void {
    this.flushMatch();
    const { filled } = this;
    let next = 0;
    do {
      fill(text, next, filled);
      next = filled.next;
      this.literals(scratch, filled.length);
    } while (next < text.length);
    if (this.length > MOST_BYTES) throw new PartTooLarge();
  }

  private literals(source: Uint8Array, length: number = source.length): void {
    const { literalCodes, literalLengths } = this.part.book;
    this.out.reserve(length * 2 + 8);
    const { bytes } = this.out;
    let { bits, count, register } = this;
    let at = this.out.length;
    for (let index = 0; index < length; index += 1) {
      const byte = source[index] ?? 0;
      register = (CRC_TABLE[(register ^ byte) & 0xff] ?? 0) ^ (register >>> 8);
      bits |= (literalCodes[byte] ?? 0) << count;
      count += literalLengths[byte] ?? 0;
      if (count >= 16) {
        bytes[at] = bits;
        bytes[at + 1] = bits >>> 8;
        at += 2;
        bits >>>= 16;
        count -= 16;
      }
    }
    this.register = register;
    this.bits = bits;
    this.count = count;
    this.out.length = at;
    this.length += length;
  }

  private copyChunk(index: number, at: number): void {
    const { pieces, firstPiece } = this.part;
    const end = (firstPiece[index + 1] ?? 0) * PIECE;
    for (let piece = (firstPiece[index] ?? 0) * PIECE; piece < end; piece += PIECE) {
      const word = pieces[piece] ?? 0;
      const bitCount = pieces[piece + 1] ?? 0;
      if (bitCount > 0) {
        this.flushMatch();
        this.copyBits(word, bitCount);
      }
      const chunk = pieces[piece + 2] ?? -1;
      if (chunk < 0) continue;
      const length = pieces[piece + 4] ?? 0;
      const last = this.lastAt[chunk] ?? -1;
      const distance = at + (pieces[piece + 6] ?? 0) - (last + (pieces[piece + 3] ?? 0));
      if (last >= 0 && distance <= WINDOW) this.match(distance, length);
      else {
        this.flushMatch();
        this.copyBits(word + ((bitCount + 15) >> 4), pieces[piece + 5] ?? 0);
      }
    }
  }

  private match(distance: number, length: number): void {
    if (distance === this.matchDistance) {
      this.matchLength += length;
      return;
    }
    this.flushMatch();
    this.matchDistance = distance;
    this.matchLength = length;
  }

  /**
   * Writes the waiting match, in pieces of at most 258. A long table is little else than this loop, so it keeps its state in variables and writes out
   * the putting of bits each time: length, distance, extra bits of the distance.
   */
  private flushMatch(): void {
    const distance = this.matchDistance;
    if (distance === 0) return;
    this.matchDistance = 0;
    const { matchBits, matchCounts, distanceCodes, distanceLengths } = this.part.book;
    const symbol = DISTANCE_SYMBOL[distance] ?? 0;
    const far = distanceCodes[symbol] ?? 0;
    const farCount = distanceLengths[symbol] ?? 0;
    const rest = distance - (DISTANCE_BASE[symbol] ?? 0);
    const restCount = DISTANCE_EXTRA[symbol] ?? 0;
    let left = this.matchLength;
    this.out.reserve((left / LONGEST_MATCH) * 8 + 32);
    const { bytes } = this.out;
    let { bits, count } = this;
    let at = this.out.length;
    while (left > 0) {
      // What remains must not be shorter than a match can be.
      const room = left - LONGEST_MATCH;
      const length = room <= 0 ? left : room < SHORTEST_MATCH ? LONGEST_MATCH - SHORTEST_MATCH : LONGEST_MATCH;
      left -= length;
      const near = matchBits[length] ?? 0;
      let nearCount = matchCounts[length] ?? 0;
      if (nearCount > 16) {
        bits |= (near & 0xffff) << count;
        bytes[at] = bits;
        bytes[at + 1] = bits >>> 8;
        at += 2;
        bits >>>= 16;
        nearCount -= 16;
        bits |= (near >>> 16) << count;
      } else bits |= near << count;
      count += nearCount;
      if (count >= 16) {
        bytes[at] = bits;
        bytes[at + 1] = bits >>> 8;
        at += 2;
        bits >>>= 16;
        count -= 16;
      }
      bits |= far << count;
      count += farCount;
      if (count >= 16) {
        bytes[at] = bits;
        bytes[at + 1] = bits >>> 8;
        at += 2;
        bits >>>= 16;
        count -= 16;
      }
      bits |= rest << count;
      count += restCount;
      if (count >= 16) {
        bytes[at] = bits;
        bytes[at + 1] = bits >>> 8;
        at += 2;
        bits >>>= 16;
        count -= 16;
      }
    }
    this.bits = bits;
    this.count = count;
    this.out.length = at;
  }

  /** @param count at most 16; there must be room for two bytes */
  private put(bits: number, count: number): void {
    this.bits |= bits << this.count;
    this.count += count;
    if (this.count < 16) return;
    const { out } = this;
    out.bytes[out.length] = this.bits;
    out.bytes[out.length + 1] = this.bits >>> 8;
    out.length += 2;
    this.bits >>>= 16;
    this.count -= 16;
  }

  /** Copies finished bits: whole words, each shifted to where the waiting bits end. */
  private copyBits(word: number, bitCount: number): void {
    const { words } = this.part;
    const whole = bitCount >> 4;
    this.out.reserve(whole * 2 + 8);
    const { bytes } = this.out;
    const { count } = this;
    let { bits } = this;
    let at = this.out.length;
    const end = word + whole;
    for (let index = word; index < end; index += 1) {
      bits |= (words[index] ?? 0) << count;
      bytes[at] = bits;
      bytes[at + 1] = bits >>> 8;
      at += 2;
      bits >>>= 16;
    }
    this.bits = bits;
    this.out.length = at;
    if (bitCount & 15) this.put((words[end] ?? 0) & ((1 << (bitCount & 15)) - 1), bitCount & 15);
  }
}
