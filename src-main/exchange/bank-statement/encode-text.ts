import iconv from 'iconv-lite';
import type { StatementEncoding } from '#shared/domain/bank/statement.ts';

/** A text as the bytes of a statement; UTF-8 with the mark that banks write. What the encoding lacks becomes «?». */
export const encodeText = (text: string, encoding: StatementEncoding): Uint8Array =>
  iconv.encode(text, encoding, { addBOM: encoding === 'utf-8' });
