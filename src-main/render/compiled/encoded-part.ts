import type { CodeBook } from './code-book.ts';
import { shiftTable } from './crc-shift.ts';

/** Numbers of one piece in `EncodedPart.pieces`. */
export const PIECE = 7;

/**
 * The chunks of a part, deflated before there is a document. A chunk is a row of pieces; each piece is a string of finished bits, then perhaps a
 * reference to another chunk. All is stored as flat numbers: that is quick to read and to write to disk.
 */
export interface EncodedPart {
  readonly book: CodeBook;
  /** Bits of the block header, then those of the pieces, each beginning at a word of its own. */
  readonly words: Uint16Array;
  readonly headerBits: number;
  /** Per piece: first word, bits; the chunk referred to or -1, where in it, how long; bits of the same text without the reference (from the next word on); where the reference stands in its own chunk. */
  readonly pieces: Int32Array;
  /** Per chunk: its first piece; one more at the end. */
  readonly firstPiece: Int32Array;
  /** Bytes of each chunk. */
  readonly lengths: Int32Array;
  /** The raw CRC register of each chunk alone. */
  readonly crcs: Int32Array;
}

/** An encoded part with what is quicker to compute again than to store. */
export interface LoadedPart {
  readonly part: EncodedPart;
  /** Per chunk, how its length moves the CRC. */
  readonly shifts: readonly Int32Array[];
  /** Per chunk, how many bits a copy of it takes. */
  readonly chunkBits: Int32Array;
}

export function loadPart(part: EncodedPart): LoadedPart {
  const { pieces, firstPiece, lengths } = part;
  const chunkBits = Int32Array.from(lengths, (_, chunk) => {
    let bits = 0;
    for (let piece = firstPiece[chunk] ?? 0; piece < (firstPiece[chunk + 1] ?? 0); piece += 1) {
      bits += (pieces[piece * PIECE + 1] ?? 0) + (pieces[piece * PIECE + 5] ?? 0);
    }
    return bits;
  });
  return { part, shifts: Array.from(lengths, shiftTable), chunkBits };
}
