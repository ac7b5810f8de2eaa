import { decodeText } from './decode-text.ts';
import { MAX_FILE_BYTES, refuse, withinLimits, type Extracted, type PdfText } from './extraction.ts';
import { htmlToRows } from './html.ts';
import { isMail, readMail } from './mail.ts';
import { readOffice } from './office.ts';
import { textToRows } from './plain-text.ts';

const startsWith = (bytes: Uint8Array, sign: string): boolean =>
  Array.from(sign).every((letter, index) => bytes[index] === letter.charCodeAt(0));

/** PDF writers may put up to a kilobyte of anything before the sign. */
const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');

/** Brings a file of any known kind to rows. The kind is told by its bytes: names lie. */
export const readCardFile = async (bytes: Uint8Array, pdfText: PdfText): Promise<Extracted> => {
  if (bytes.byteLength > MAX_FILE_BYTES) return refuse('card.fileTooLarge', 'file');
  if (bytes.byteLength === 0) return refuse('card.empty');
  if (startsWith(bytes, 'PK\u0003\u0004')) return readOffice(bytes);
  if (startsWith(bytes, '\u00D0\u00CF\u0011\u00E0')) return refuse('card.oldFormat');
  if (isPdf(bytes)) return pdfText(bytes);
  const text = decodeText(bytes);
  if (text === null) return refuse('card.notText');
  if (isMail(text)) return readMailFile(bytes, pdfText);
  return withinLimits(/^\s*<(?:!doctype html|html)/iu.test(text) ? htmlToRows(text) : textToRows(text));
};

/** The letter and the cards attached to it, as if they were one text. */
const readMailFile = async (bytes: Uint8Array, pdfText: PdfText): Promise<Extracted> => {
  const { rows, attachments } = readMail(bytes);
  const all = [...rows];
  for (const attachment of attachments) {
    // A letter inside a letter was already read as its part; what cannot be read here does not spoil the letter itself.
    const read = isMail(Buffer.from(attachment.subarray(0, 20_000)).toString('latin1'))
      ? refuse('card.notText')
      : await readCardFile(attachment, pdfText);
    if (read.ok) all.push(...read.value);
  }
  return withinLimits(all);
};
