import { expect, test } from 'vitest';
import { decodeText } from '#main/exchange/company-card/decode-text.ts';
import { htmlToRows } from '#main/exchange/company-card/html.ts';
import { readMail } from '#main/exchange/company-card/mail.ts';
import { encode } from '#test/fixtures/cards/files.ts';

const CARD = 'ООО "Ромашка"\r\nИНН 7707083893\r\nБанк: ПАО Сбербанк';
const utf16 = Buffer.from(CARD, 'utf16le');

test.each([
  ['UTF-8', encode(CARD, 'utf-8')],
  ['UTF-8 with a mark', encode(`\uFEFF${CARD}`, 'utf-8')],
  ['windows-1251', encode(CARD, 'windows-1251')],
  ['koi8-r', encode(CARD, 'koi8-r')],
  ['ibm866', encode(CARD, 'ibm866')],
  ['UTF-16 with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])],
  ['UTF-16 without a mark', utf16],
  ['UTF-16 the other way round', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()])],
])('a text is read in %s', (_, bytes) => {
  expect(decodeText(bytes)).toBe(CARD);
});

test('of an HTML letter only what it shows is read, table rows as rows', () => {
  const rows = htmlToRows(
    '<title>x</title><style>p{}</style><p>Наши&nbsp;реквизиты&#58;</p><!-- <b>нет</b> --><table><tr><td>ИНН</td><td>77<b>07</b></td></tr></table>конец<script>alert(1)</script>',
  );
  expect(rows).toEqual([{ cells: ['Наши реквизиты:'] }, { cells: ['ИНН', '7707'] }, { cells: ['конец'] }]);
});

test('of a letter in two forms one is read, and pictures are not taken for cards', () => {
  const mail = [
    'From: a@example.ru',
    'Subject: x',
    'Content-Type: multipart/mixed;',
    ' boundary="m"',
    '',
    '--m',
    'Content-Type: multipart/alternative; boundary=a',
    '',
    '--a',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'ИНН 7707083893',
    '--a',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<p>ИНН 7707083893</p>',
    '--a--',
    '--m',
    'Content-Type: image/png',
    'Content-Transfer-Encoding: base64',
    '',
    'AAAA',
    '--m--',
  ].join('\r\n');
  const { rows, attachments } = readMail(encode(mail, 'utf-8'));
  expect(rows).toEqual([{ cells: ['ИНН 7707083893'] }]);
  expect(attachments).toEqual([]);
});
