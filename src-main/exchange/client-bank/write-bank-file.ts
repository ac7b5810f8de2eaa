import iconv from 'iconv-lite';

/** windows-1251 with CRLF: what banks' clients and 1C read without a question. */
export const writeBankFile = (lines: readonly string[]): Uint8Array =>
  iconv.encode(`${lines.join('\r\n')}\r\n`, 'win1251');
