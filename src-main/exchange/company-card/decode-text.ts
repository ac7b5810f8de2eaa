const RUSSIAN_CODE_PAGES = ['windows-1251', 'koi8-r', 'ibm866'] as const;
/** Words of any card: the decoding that shows them is the right one. */
const CARD_WORDS = /ИНН|КПП|ОГРН|БИК|банк|адрес|ООО|обществ|предпринимател/iu;

/** The text of a file in any encoding a Russian office writes; null when the bytes are no text. */
export const decodeText = (bytes: Uint8Array): string | null => {
  const text = decodeUnicode(bytes) ?? decodeCodePage(bytes);
  return text === null || looksBinary(text) ? null : text;
};

const tryDecode = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // Not this encoding, or an encoding nobody knows; the caller tries another.
    return null;
  }
};

const decodeUnicode = (bytes: Uint8Array): string | null => {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return tryDecode(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return tryDecode(bytes, 'utf-16be');
  const head = bytes.subarray(0, 400);
  const zerosAt = (parity: number): number => head.filter((byte, index) => byte === 0 && index % 2 === parity).length;
  // UTF-16 without a mark: spaces, digits and line ends have a zero on one side only.
  if (zerosAt(1) > head.length / 20 && zerosAt(0) === 0) return tryDecode(bytes, 'utf-16le');
  if (zerosAt(0) > head.length / 20 && zerosAt(1) === 0) return tryDecode(bytes, 'utf-16be');
  return tryDecode(bytes, 'utf-8');
};

const decodeCodePage = (bytes: Uint8Array): string | null => {
  const decoded = RUSSIAN_CODE_PAGES.map((encoding) => tryDecode(bytes, encoding)).filter((text) => text !== null);
  return decoded.find((text) => CARD_WORDS.test(text)) ?? decoded[0] ?? null;
};

/** Letters in a named encoding, as mail declares it; null when the name or the bytes are wrong. */
export const decodeAs = (bytes: Uint8Array, charset: string): string | null =>
  tryDecode(bytes, charset.trim() === '' ? 'utf-8' : charset.trim());

const looksBinary = (text: string): boolean => {
  const sample = text.slice(0, 20_000);
  const strange = sample.match(/[\u0000-\u0008\u000E-\u001A\u001C-\u001F\u007F-\u009F\uFFFD]/gu)?.length ?? 0;
  return strange > 8 && strange > sample.length / 200;
};
