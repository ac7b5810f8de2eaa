const rotate = (value: number, bits: number): number => (value << bits) | (value >>> (32 - bits));

const WORDS = new Int32Array(80);
const START = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0] as const;

/** SHA-1 of RFC 3174 over bytes; here only to name things, never to protect them. An export asks for it 300 000 times. */
const sha1 = (bytes: Uint8Array): Int32Array => {
  const padded = new DataView(new ArrayBuffer(((bytes.length + 8) >> 6) * 64 + 64));
  new Uint8Array(padded.buffer).set(bytes);
  padded.setUint8(bytes.length, 0x80);
  padded.setUint32(padded.byteLength - 4, bytes.length * 8);
  const state = Int32Array.from(START, (word) => word | 0);
  for (let start = 0; start < padded.byteLength; start += 64) mixBlock(padded, start, state);
  return state;
};

const mixBlock = (padded: DataView, start: number, state: Int32Array): void => {
  for (let index = 0; index < 16; index += 1) WORDS[index] = padded.getInt32(start + index * 4);
  for (let index = 16; index < 80; index += 1)
    WORDS[index] = rotate(wordAt(index - 3) ^ wordAt(index - 8) ^ wordAt(index - 14) ^ wordAt(index - 16), 1);
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
  for (let index = 0; index < 80; index += 1) {
    const next = (rotate(a, 5) + roundOf(index, b, c, d) + e + wordAt(index)) | 0;
    e = d;
    d = c;
    c = rotate(b, 30);
    b = a;
    a = next;
  }
  state.set([
    wordOf(state, 0) + a,
    wordOf(state, 1) + b,
    wordOf(state, 2) + c,
    wordOf(state, 3) + d,
    wordOf(state, 4) + e,
  ]);
};

const wordOf = (words: Int32Array, index: number): number => words[index] ?? 0;
const wordAt = (index: number): number => WORDS[index] ?? 0;

const roundOf = (index: number, b: number, c: number, d: number): number => {
  if (index < 20) return ((b & c) | (~b & d)) + 0x5a827999;
  if (index < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  return index < 60 ? ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc : (b ^ c ^ d) + 0xca62c1d6;
};

const hexOf = (word: number): string => (word >>> 0).toString(16).padStart(8, '0');

const encoder = new TextEncoder();

/**
 * Names inside a namespace as UUIDs of version 5 (RFC 9562): the same namespace and name give the same UUID for ever.
 */
export const uuidV5In = (namespace: string): ((name: string) => string) => {
  const prefix = Uint8Array.from(namespace.replaceAll('-', '').match(/../gu) ?? [], (pair) =>
    Number.parseInt(pair, 16),
  );
  return (name) => {
    const text = encoder.encode(name);
    const bytes = new Uint8Array(prefix.length + text.length);
    bytes.set(prefix);
    bytes.set(text, prefix.length);
    const digest = sha1(bytes);
    const second = hexOf((wordOf(digest, 1) & 0xffff0fff) | 0x5000);
    const third = hexOf((wordOf(digest, 2) & 0x3fffffff) | 0x80000000);
    return `${hexOf(wordOf(digest, 0))}-${second.slice(0, 4)}-${second.slice(4)}-${third.slice(0, 4)}-${third.slice(4)}${hexOf(wordOf(digest, 3))}`;
  };
};
