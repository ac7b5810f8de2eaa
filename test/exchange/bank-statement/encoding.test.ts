import { describe, expect, test } from 'vitest';
import { readStatement } from '#main/exchange/bank-statement/read-statement.ts';
import { aDebit, aDocument, aHeader, aStatement, encode, OWN, windows } from './a-statement.ts';

const TEXT = aStatement(aDocument(), aDebit());
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');

describe('the bytes decide how a file is read', () => {
  test.each([
    ['windows-1251', windows(TEXT), 'windows-1251', []],
    ['cp866', encode(TEXT.replace('Windows', 'DOS'), 'cp866'), 'cp866', []],
    ['cp866 that calls itself Windows', encode(TEXT, 'cp866'), 'cp866', ['encoding.label']],
    ['windows-1251 that calls itself so', windows(TEXT.replace('=Windows', '=windows-1251')), 'windows-1251', []],
    [
      'windows-1251 that calls itself DOS',
      windows(TEXT.replace('=Windows', '=DOS')),
      'windows-1251',
      ['encoding.label'],
    ],
    ['UTF-8', utf8(TEXT.replace('=Windows', '=UTF-8')), 'utf-8', []],
    ['UTF-8 with a mark, called Windows', utf8(`\uFEFF${TEXT}`), 'utf-8', ['encoding.label']],
    ['UTF-16', utf16(TEXT.replace('=Windows', '=Unicode')), 'utf-16le', []],
    ['UTF-16, the other order', utf16(TEXT.replace('=Windows', '=Unicode')).swap16(), 'utf-16be', []],
    ['keys in capitals', windows(TEXT.toUpperCase().replace('=WINDOWS', '=Windows')), 'windows-1251', []],
  ])('%s', (_name, bytes, encoding, codes) => {
    const statement = readStatement([bytes]);
    if (!statement.ok) throw new Error(statement.error.code);
    expect(statement.value.encoding).toBe(encoding);
    expect(statement.value.operations.map(({ payee, sum }) => [payee.account, sum])).toEqual([
      [OWN, 12_200_000n],
      ['40802810600000000404', 9_760_000n],
    ]);
    expect(statement.value.warnings.map(({ code }) => code)).toEqual(codes);
  });
});

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52);

/** UTF-8 that a program took for windows-1251 and saved as UTF-8 again. */
const twice = (text: string): Uint8Array => utf8(new TextDecoder('windows-1251').decode(utf8(text)));

/** UTF-8 with one byte of a letter overwritten. */
const broken = (text: string, at: number): Uint8Array => {
  const bytes = utf8(text);
  const letter = bytes.findIndex((byte, index) => index >= at && byte >= 0xd0);
  bytes[letter] = 0x3f;
  return bytes;
};

const LONG = aStatement(...Array.from({ length: 60 }, () => aDocument()));

describe('a file that is no whole statement is refused with its reason, and nothing of it is read', () => {
  test.each([
    ['an empty file', new Uint8Array(), { code: 'empty' }],
    ['blank lines', windows('\r\n \r\n\u001A'), { code: 'empty' }],
    ['a PNG renamed to .txt', PNG, { code: 'notStatement', looksLike: 'картинка PNG' }],
    [
      'an xlsx renamed to .txt',
      Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 6, 0),
      { code: 'notStatement', looksLike: 'архив или документ Office (zip, xlsx, docx)' },
    ],
    ['a text', windows('Добрый день!\r\nВыписку пришлю завтра.'), { code: 'notStatement', looksLike: '' }],
    ['sections without the first line', windows(TEXT.slice(22)), { code: 'notStatement', looksLike: '' }],
    ['the first line alone', windows('1CClientBankExchange\r\n'), { code: 'headerOnly' }],
    ['a header of 46 bytes', windows('1CClientBankExchange\r\nВерсияФормата=1.03\r\nКод='), { code: 'headerOnly' }],
    ['a header without its end', windows(aHeader().join('\r\n')), { code: 'headerOnly' }],
    [
      'a header with an end and no account',
      windows('1CClientBankExchange\nВерсияФормата=1.03\nКонецФайла\n'),
      { code: 'headerOnly' },
    ],
    ['letters replaced when it was saved again', utf8(new TextDecoder().decode(windows(TEXT))), { code: 'damaged' }],
    ['letters turned into question marks', utf8(TEXT.replaceAll(/[А-яЁё№]/gu, '?')), { code: 'damaged' }],
    ['UTF-8 taken for windows-1251 and saved again', twice(TEXT), { code: 'damaged' }],
    ['UTF-8 with a broken letter', broken(TEXT, 300), { code: 'damaged' }],
    ['UTF-8 with a broken letter far behind', broken(LONG, 40_000), { code: 'damaged' }],
    ['UTF-8 with one lost letter far behind', utf8(LONG.replace(/ООО(?!.*ООО)/su, '\uFFFDОО')), { code: 'damaged' }],
    ['UTF-8 cut inside a letter', utf8(aStatement(aDocument())).slice(0, -13), { code: 'damaged' }],
  ])('%s', (_name, bytes, refusal) => {
    expect(readStatement([bytes])).toEqual({ ok: false, error: refusal });
  });

  test('the header of 46 bytes has 46 bytes', () => {
    expect(windows('1CClientBankExchange\r\nВерсияФормата=1.03\r\nКод=')).toHaveLength(46);
  });

  test('a statement of days without movement is one, though nothing moved', () => {
    expect(readStatement([windows(aStatement())])).toMatchObject({
      ok: true,
      value: { operations: [], accounts: [{ account: OWN, periods: [] }], warnings: [] },
    });
  });
});
