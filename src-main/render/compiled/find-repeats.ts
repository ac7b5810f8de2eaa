import { LONGEST_MATCH, WINDOW } from './deflate-codes.ts';

/** A piece of a chunk as it will be printed for the first time. */
export type Token =
  | { readonly kind: 'literal'; readonly byte: number }
  /** Copy from the same chunk: the distance is known now. */
  | { readonly kind: 'copy'; readonly length: number; readonly distance: number }
  /** Copy from another chunk: the distance depends on the values between, so it is filled in when the document is printed. */
  | {
      readonly kind: 'reference';
      readonly length: number;
      readonly chunk: number;
      readonly offset: number;
      readonly guess: number;
    };

/** A chunk and which earlier ones it may refer to. */
export interface ChunkPlace {
  readonly chunk: number;
  /** Conditions around it. A text behind another condition may not be in the document, so it is no source. */
  readonly conditions: readonly number[];
  /** Where in a document the chunk is likely to be printed first, in bytes from its beginning. */
  readonly at: number;
  /** All likely places of it. */
  readonly printedAt: readonly number[];
}

const KEY_LENGTH = 4;
const SHORTEST_COPY = 4;
const SHORTEST_REFERENCE = 6;
const CANDIDATES = 96;
/** Candidates looked at, those included that are no sources. */
const MOST_TRIES = 1_500;
/** Sources likely to be farther away are left out: values may be longer than expected, and then the text must be printed in full. */
const FARTHEST = WINDOW - 4_096;
/** A match this long is taken without a look at the next byte. */
const LONG_ENOUGH = 64;

interface Match {
  readonly length: number;
  readonly at: number;
  readonly distance: number;
}

const NO_MATCH: Match = { length: 0, at: -1, distance: 0 };

/** Finds repeated pieces (LZ77) in all chunks, in the order in which a document prints them. */
export function findRepeats(chunks: readonly Uint8Array[], order: readonly ChunkPlace[]): Map<number, Token[]> {
  const bytes = Buffer.concat(order.map(({ chunk }) => chunks[chunk] ?? new Uint8Array(0)));
  const starts: number[] = [];
  const placeAt = new Int32Array(bytes.length);
  for (const [place, { chunk }] of order.entries()) {
    const start = (starts.at(-1) ?? 0) + (place === 0 ? 0 : (chunks[order[place - 1]?.chunk ?? 0]?.length ?? 0));
    starts.push(start);
    placeAt.fill(place, start, start + (chunks[chunk]?.length ?? 0));
  }
  const startOf = (place: number): number => starts[place] ?? bytes.length;
  const lastByKey = new Map<number, number>();
  const previous = new Int32Array(bytes.length).fill(-1);

  const remember = (at: number, end: number): void => {
    if (at + KEY_LENGTH > end) return;
    const key = bytes.readUInt32LE(at);
    previous[at] = lastByKey.get(key) ?? -1;
    lastByKey.set(key, at);
  };

  /** How far before this place the beginning of that source is likely to be; -1 if it is no source. */
  let farOf = -1;
  const far = new Int32Array(order.length);
  const lookFrom = (place: number): void => {
    if (farOf === place) return;
    farOf = place;
    const here = order[place];
    if (!here) return;
    for (const [source, there] of order.entries()) {
      if (source > place) return;
      const isSource = there.conditions.every((condition, index) => here.conditions[index] === condition);
      far[source] = isSource ? here.at - (there.printedAt.findLast((at) => at < here.at) ?? there.at) : -1;
    }
  };

  const longest = (at: number, end: number, place: number): Match => {
    let best = NO_MATCH;
    if (at + KEY_LENGTH > end) return best;
    lookFrom(place);
    let candidate = lastByKey.get(bytes.readUInt32LE(at)) ?? -1;
    let looked = 0;
    for (let tries = 0; candidate >= 0 && looked < CANDIDATES && tries < MOST_TRIES; tries += 1) {
      const source = placeAt[candidate] ?? 0;
      const isOwn = source === place;
      const distance = isOwn
        ? at - candidate
        : (far[source] ?? 0) + at - startOf(place) - (candidate - startOf(source));
      if ((isOwn || (far[source] ?? 0) >= 0) && distance <= FARTHEST) {
        looked += 1;
        const most = Math.min(LONGEST_MATCH, end - at, isOwn ? LONGEST_MATCH : startOf(source + 1) - candidate);
        let length = KEY_LENGTH;
        while (length < most && bytes[candidate + length] === bytes[at + length]) length += 1;
        length = Math.min(length, most);
        if (length >= (isOwn ? SHORTEST_COPY : SHORTEST_REFERENCE) && length > best.length)
          best = { length, at: candidate, distance };
      }
      candidate = previous[candidate] ?? -1;
    }
    return best;
  };

  const tokensByChunk = new Map<number, Token[]>();
  for (const [place, { chunk }] of order.entries()) {
    const tokens: Token[] = [];
    const end = startOf(place + 1);
    let at = startOf(place);
    let match = longest(at, end, place);
    while (at < end) {
      remember(at, end);
      const next = match.length < LONG_ENOUGH ? longest(at + 1, end, place) : NO_MATCH;
      if (match.length === 0 || next.length > match.length) {
        tokens.push({ kind: 'literal', byte: bytes[at] ?? 0 });
        at += 1;
        match = next;
        continue;
      }
      const source = placeAt[match.at] ?? 0;
      const { length, distance } = match;
      tokens.push(
        source === place
          ? { kind: 'copy', length, distance }
          : {
              kind: 'reference',
              length,
              chunk: order[source]?.chunk ?? 0,
              offset: match.at - startOf(source),
              guess: distance,
            },
      );
      for (let inside = at + 1; inside < at + length; inside += 1) remember(inside, end);
      at += length;
      match = longest(at, end, place);
    }
    tokensByChunk.set(chunk, tokens);
  }
  return tokensByChunk;
}
