import type { StatementEncoding, StatementRefusal } from '#shared/domain/bank/statement.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { FIRST_LINE, normalizedKey } from './statement-keys.ts';

/** Words that every statement holds, as `normalizedKey` writes them. */
const FIXED_WORDS = [
  'версияформата',
  'кодировка',
  'секциядокумент',
  'секциярасчсчет',
  'конецфайла',
  'датаначала',
  'расчсчет',
  'отправитель',
];

/** Names under which the decoder knows our encodings. */
const DECODER_NAMES: Readonly<Record<StatementEncoding, string>> = {
  'utf-8': 'utf-8',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  'windows-1251': 'windows-1251',
  cp866: 'ibm866',
  'koi8-r': 'koi8-r',
};

/** Refuses what the encoding does not allow, so that a damaged file is never read as if it were whole. */
export const decoderOf = (encoding: StatementEncoding): TextDecoder =>
  new TextDecoder(DECODER_NAMES[encoding], { fatal: true });

/**
 * The encoding by the first bytes: a byte order mark, else valid UTF-8 with the fixed words, else the one-byte encoding in
 * which they occur (formats §1.6 rule 1). The file's own label lies often and is not asked. Whether the rest of the file keeps
 * to the encoding is seen while it is decoded.
 */
export const detectEncoding = (head: Uint8Array, isWhole: boolean): Result<StatementEncoding, StatementRefusal> => {
  if (head.length === 0) return err({ code: 'empty' });
  const marked = markedEncoding(head);
  if (marked !== null) return checked(head, decodeHead(head, marked, isWhole), marked);
  const unicode = decodeHead(head, 'utf-8', isWhole);
  if (unicode !== null) return checked(head, unicode, 'utf-8');
  const windows = decodeHead(head, 'windows-1251', isWhole);
  const dos = decodeHead(head, 'cp866', isWhole);
  return wordsIn(dos) > wordsIn(windows) ? checked(head, dos, 'cp866') : checked(head, windows, 'windows-1251');
};

const markedEncoding = ([first, second, third]: Uint8Array): StatementEncoding | null => {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
};

const decodeHead = (head: Uint8Array, encoding: StatementEncoding, isWhole: boolean): string | null => {
  try {
    return decoderOf(encoding).decode(head, { stream: !isWhole });
  } catch {
    // Not this encoding: the caller tries the next one.
    return null;
  }
};

const wordsIn = (text: string | null): number => {
  if (text === null) return 0;
  const normalized = normalizedKey(text);
  return FIXED_WORDS.filter((word) => normalized.includes(word)).length;
};

/** The text says itself whether it is a statement, a bare header, or a statement whose letters were lost. */
const checked = (
  head: Uint8Array,
  text: string | null,
  encoding: StatementEncoding,
): Result<StatementEncoding, StatementRefusal> => {
  if (text === null) return err({ code: 'damaged' });
  const lines = text
    .replaceAll('\u001A', '')
    .split(/[\r\n]+/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const [first] = lines;
  if (first === undefined) return err({ code: 'empty' });
  if (normalizedKey(first) !== FIRST_LINE) return err({ code: 'notStatement', looksLike: looksLike(head) });
  if (lines.length === 1) return err({ code: 'headerOnly' });
  return wordsIn(text) > 0 ? ok(encoding) : err({ code: 'damaged' });
};

const SIGNATURES: readonly (readonly [string, string])[] = [
  ['\u0089PNG', 'картинка PNG'],
  ['\u00FF\u00D8\u00FF', 'фотография JPEG'],
  ['GIF8', 'картинка GIF'],
  ['%PDF', 'документ PDF'],
  ['PK\u0003\u0004', 'архив или документ Office (zip, xlsx, docx)'],
  ['\u00D0\u00CF\u0011\u00E0', 'документ старого Office (xls, doc)'],
  ['{\\rtf', 'документ RTF'],
  ['<', 'страница или файл XML'],
];

/** What a file that is no statement looks like; empty when its first bytes say nothing. */
const looksLike = (head: Uint8Array): string => {
  const start = String.fromCharCode(...head.subarray(0, 8));
  return SIGNATURES.find(([signature]) => start.startsWith(signature))?.[1] ?? '';
};
