import type { BitWords } from './bit-words.ts';
import {
  blockHeader,
  bookFor,
  countLiteral,
  countMatch,
  noFrequencies,
  putLiteral,
  putMatch,
  type CodeBook,
  type Frequencies,
} from './code-book.ts';
import { crcOf } from './crc-shift.ts';
import { LONGEST_MATCH, WINDOW } from './deflate-codes.ts';
import { PIECE, type EncodedPart } from './encoded-part.ts';
import { findRepeats, type ChunkPlace, type Token } from './find-repeats.ts';
import { OP, type Step } from './program.ts';

/** How often the content of a loop counts when codes are chosen: an order has about ten lines. */
const LOOP_WEIGHT = 10;
/** What comes behind a loop is likely to be so many rows away from what comes before it. */
const USUAL_ROWS = 4;

/** What values look like; only the frequencies of its characters matter. */
const SAMPLE_VALUE =
  'ООО «Ромашка», г. Москва, ул. Тверская, д. 1; поставка товаров по договору № 17 от 01.02.2026, 1 234,56 руб., 20 %, шт 7701234567 40702810900000001234 0,00 1000,00';
const VALUE_BYTES = 16;

interface Use {
  readonly places: ChunkPlace[];
  readonly frequencies: Frequencies;
}

/** Chooses the codes of a part and encodes its chunks with them. */
export function encodePart(chunks: readonly string[], steps: readonly Step[]): EncodedPart {
  const bytes = chunks.map((chunk) => Buffer.from(chunk, 'utf8'));
  const use: Use = { places: [], frequencies: noFrequencies() };
  const survey = new Survey(bytes, use);
  survey.visit(steps, [], 1);
  survey.addUnused();
  const tokens = findRepeats(bytes, use.places);
  for (const list of tokens.values()) for (const token of list) countToken(use.frequencies, token);
  countLiteral(use.frequencies, 256, 1);
  return assemble(bytes, tokens, bookFor(use.frequencies));
}

function countToken(frequencies: Frequencies, token: Token): void {
  if (token.kind === 'literal') countLiteral(frequencies, token.byte, 1);
  else countMatch(frequencies, token.length, token.kind === 'copy' ? token.distance : token.guess, 1);
}

/** Walks the program: in which order chunks are printed first, and which symbols the rows of its loops will need. */
class Survey {
  private readonly bytes: readonly Buffer[];
  private readonly use: Use;
  private conditions = 0;
  /** Where a document would be by now. */
  private at = 0;
  private readonly printedAt = new Map<number, number[]>();

  constructor(bytes: readonly Buffer[], use: Use) {
    this.bytes = bytes;
    this.use = use;
  }

  visit(steps: readonly Step[], conditions: readonly number[], weight: number): void {
    for (const step of steps) this.visitStep(step, conditions, weight);
  }

  /** Chunks of pictures and links, which no text step names. */
  addUnused(): void {
    for (const chunk of this.bytes.keys()) this.place(chunk, [-1]);
  }

  private visitStep(step: Step, conditions: readonly number[], weight: number): void {
    if (step.op === OP.text) {
      this.place(step.a, conditions);
      this.at += this.bytes[step.a]?.length ?? 0;
    } else if (step.op === OP.value && step.b === 0) this.countValue(weight);
    else if (step.op === OP.loop) this.visitLoop(step, conditions, weight);
    else if (step.op === OP.condition || step.op === OP.otherwise) {
      this.conditions += 1;
      const before = this.at;
      this.visit(step.steps, [...conditions, this.conditions], weight);
      // As likely there as not.
      this.at = before + Math.ceil((this.at - before) / 2);
    }
  }

  private visitLoop(step: Step, conditions: readonly number[], weight: number): void {
    const before = this.at;
    this.visit(step.steps, conditions, weight * LOOP_WEIGHT);
    this.at += (this.at - before) * (USUAL_ROWS - 1);
    const row = rowLength(step.steps, this.bytes);
    if (row > WINDOW) return;
    for (const { op, a } of step.steps) {
      if (op !== OP.text) continue;
      const length = this.bytes[a]?.length ?? 0;
      const whole = Math.floor(length / LONGEST_MATCH);
      countMatch(this.use.frequencies, LONGEST_MATCH, row, whole * weight * LOOP_WEIGHT);
      if (length % LONGEST_MATCH >= 3)
        countMatch(this.use.frequencies, length % LONGEST_MATCH, row, weight * LOOP_WEIGHT);
    }
  }

  private place(chunk: number, conditions: readonly number[]): void {
    const printed = this.printedAt.get(chunk);
    if (printed) {
      printed.push(this.at);
      return;
    }
    const printedAt = [this.at];
    this.printedAt.set(chunk, printedAt);
    this.use.places.push({ chunk, conditions, at: this.at, printedAt });
  }

  private countValue(weight: number): void {
    this.at += VALUE_BYTES;
    const sample = Buffer.from(SAMPLE_VALUE, 'utf8');
    for (const byte of sample) countLiteral(this.use.frequencies, byte, (weight * VALUE_BYTES) / sample.length);
  }
}

function rowLength(steps: readonly Step[], bytes: readonly Buffer[]): number {
  let length = 0;
  for (const { op, a } of steps) {
    if (op === OP.text) length += bytes[a]?.length ?? 0;
    if (op === OP.value) length += VALUE_BYTES;
  }
  return Math.max(1, length);
}

function assemble(
  bytes: readonly Buffer[],
  tokens: ReadonlyMap<number, readonly Token[]>,
  book: CodeBook,
): EncodedPart {
  const out = blockHeader(book);
  const headerBits = out.length;
  out.align();
  const pieces: number[] = [];
  const firstPiece: number[] = [];
  for (const [chunk, content] of bytes.entries()) {
    firstPiece.push(pieces.length / PIECE);
    encodeChunk(content, tokens.get(chunk) ?? [], { out, book, pieces });
  }
  firstPiece.push(pieces.length / PIECE);
  return {
    book,
    words: Uint16Array.from(out.words),
    headerBits,
    pieces: Int32Array.from(pieces),
    firstPiece: Int32Array.from(firstPiece),
    lengths: Int32Array.from(bytes, ({ length }) => length),
    crcs: Int32Array.from(bytes, (content) => crcOf(content)),
  };
}

interface Target {
  readonly out: BitWords;
  readonly book: CodeBook;
  readonly pieces: number[];
}

function encodeChunk(content: Buffer, tokens: readonly Token[], { out, book, pieces }: Target): void {
  let at = 0;
  let start = out.align();
  const bits = (): number => out.length - start * 16;
  for (const token of tokens) {
    if (token.kind === 'literal') {
      putLiteral(out, book, token.byte);
      at += 1;
    } else if (token.kind === 'copy') {
      putMatch(out, book, token.length, token.distance);
      at += token.length;
    } else {
      const ownBits = bits();
      const own = out.align();
      putAlone(content, at, at + token.length, out, book);
      pieces.push(start, ownBits, token.chunk, token.offset, token.length, out.length - own * 16, at);
      at += token.length;
      start = out.align();
    }
  }
  if (bits() > 0 || tokens.length === 0) pieces.push(start, bits(), -1, 0, 0, 0, 0);
  out.align();
}

/** Text that a reference would stand for, when it is too far away: in full, except for what repeats within its own chunk. */
function putAlone(content: Buffer, from: number, to: number, out: BitWords, book: CodeBook): void {
  let at = from;
  while (at < to) {
    const { length, distance } = nearestRepeat(content, at, to);
    if (length === 0) putLiteral(out, book, content[at] ?? 0);
    else putMatch(out, book, length, distance);
    at += Math.max(1, length);
  }
}

const SHORTEST_REPEAT = 6;

function nearestRepeat(content: Buffer, at: number, to: number): { length: number; distance: number } {
  let best = { length: 0, distance: 0 };
  const most = Math.min(to - at, LONGEST_MATCH);
  if (most < SHORTEST_REPEAT) return best;
  const start = content.subarray(at, at + SHORTEST_REPEAT);
  let source = at === 0 ? -1 : content.lastIndexOf(start, at - 1);
  for (let tries = 0; source >= 0 && at - source <= WINDOW && tries < 16; tries += 1) {
    let length = SHORTEST_REPEAT;
    while (length < most && content[source + length] === content[at + length]) length += 1;
    if (length > best.length) best = { length, distance: at - source };
    source = source === 0 ? -1 : content.lastIndexOf(start, source - 1);
  }
  return best;
}
