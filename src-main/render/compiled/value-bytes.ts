/** Bytes that one character may become: a line break is the longest. */
const MOST_BYTES = 48;
const SLICE = 2_048;

const LINE_BREAK = Buffer.from('</w:t><w:br/><w:t xml:space="preserve">', 'latin1');
const AMPERSAND = Buffer.from('&amp;', 'latin1');
const LESS = Buffer.from('&lt;', 'latin1');
const GREATER = Buffer.from('&gt;', 'latin1');

/** What to do with a character below 128: 1 print it, 0 leave it out (XML has no place for control characters), else see `special`. */
const KIND = Uint8Array.from({ length: 128 }, (_, code) => (code >= 0x20 || code === 0x09 ? 1 : 0));
for (const [character, kind] of [
  ['&', 2],
  ['<', 3],
  ['>', 4],
  ['\n', 5],
  ['\r', 6],
] as const)
  KIND[character.charCodeAt(0)] = kind;

/** Where a value is turned into bytes. It is filled anew by every `fill`; nobody may keep it. */
export const scratch = new Uint8Array(SLICE * MOST_BYTES);

export interface Filled {
  /** Bytes in `scratch`. */
  length: number;
  /** The first character that was not read yet. */
  next: number;
}

/**
 * Writes a value as UTF-8 for a text of XML, a slice at a time: `&`, `<`, `>` escaped, line breaks as `w:br` between two texts, control characters left out,
 * halves of surrogate pairs as U+FFFD.
 */
export function fill(text: string, from: number, filled: Filled): void {
  const end = Math.min(text.length, from + SLICE);
  let length = 0;
  let at = from;
  while (at < end) {
    const code = text.charCodeAt(at);
    at += 1;
    if (code < 0x80) {
      const kind = KIND[code] ?? 0;
      if (kind === 1) scratch[length++] = code;
      else if (kind > 1) length = special(kind, text, at, length);
    } else if (code < 0x800) {
      scratch[length++] = 0xc0 | (code >> 6);
      scratch[length++] = 0x80 | (code & 0x3f);
    } else if (code >= 0xd800 && code <= 0xdfff) {
      const low = code < 0xdc00 ? text.charCodeAt(at) : 0;
      if (low >= 0xdc00 && low <= 0xdfff) {
        const point = 0x10000 + ((code & 0x3ff) << 10) + (low & 0x3ff);
        at += 1;
        scratch[length++] = 0xf0 | (point >> 18);
        scratch[length++] = 0x80 | ((point >> 12) & 0x3f);
        scratch[length++] = 0x80 | ((point >> 6) & 0x3f);
        scratch[length++] = 0x80 | (point & 0x3f);
      } else length = threeBytes(0xfffd, length);
    } else if (code < 0xfffe) length = threeBytes(code, length);
  }
  filled.length = length;
  filled.next = at;
}

function threeBytes(code: number, length: number): number {
  scratch[length] = 0xe0 | (code >> 12);
  scratch[length + 1] = 0x80 | ((code >> 6) & 0x3f);
  scratch[length + 2] = 0x80 | (code & 0x3f);
  return length + 3;
}

function special(kind: number, text: string, next: number, length: number): number {
  if (kind === 2) return put(AMPERSAND, length);
  if (kind === 3) return put(LESS, length);
  if (kind === 4) return put(GREATER, length);
  // Windows ends a line with two characters; the second of them is the one that counts.
  if (kind === 6 && text.charCodeAt(next) === 10) return length;
  return put(LINE_BREAK, length);
}

function put(bytes: Uint8Array, length: number): number {
  scratch.set(bytes, length);
  return length + bytes.length;
}
