import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { countPdfPages } from '#main/adapters-node/pdf/pdf-pages.ts';

const pdf = (...objects: readonly string[]): Uint8Array =>
  Buffer.from(`%PDF-1.7\n%\u00e2\u00e3\n${objects.join('\n')}\nstartxref\n0\n%%EOF\n`, 'latin1');

/** Objects packed as Word and new LibreOffice pack them. */
const packed = (objects: readonly string[]): string => {
  const offsets = objects.map((_, at) => objects.slice(0, at).join(' ').length + (at === 0 ? 0 : 1));
  const header = `${offsets.map((offset, at) => `${at + 10} ${offset}`).join(' ')} `;
  const data = deflateSync(Buffer.from(header + objects.join(' '), 'latin1'));
  const head = `<</Type/ObjStm/N ${objects.length}/First ${header.length}/Filter/FlateDecode/Length ${data.length}>>`;
  return `9 0 obj\n${head}\nstream\r\n${data.toString('latin1')}\r\nendstream\nendobj`;
};

describe('pages of a PDF', () => {
  const cases: readonly (readonly [story: string, file: Uint8Array, pages: number | null])[] = [
    ['one page as LibreOffice writes it', pdf('5 0 obj\n<</Type/Pages\n/Kids[ 1 0 R ]\n/Count 1>>\nendobj'), 1],
    ['as Chromium writes it', pdf('5 0 obj\n<</Type /Pages\n/Count 3\n/Kids [1 0 R 2 0 R 3 0 R]>>\nendobj'), 3],
    [
      'the root holds more than its branches',
      pdf('5 0 obj <</Type/Pages/Count 8/Parent 6 0 R>> endobj', '6 0 obj <</Type/Pages/Count 21>> endobj'),
      21,
    ],
    [
      'dictionaries inside are not its own',
      pdf('5 0 obj <</Type/Pages/Resources<</X<</Count 9>>>>/Count 2>> endobj'),
      2,
    ],
    [
      'an outline has a /Count too',
      pdf('4 0 obj <</Type/Outlines/Count 40>> endobj', '5 0 obj <</Type/Pages/Count 2>> endobj'),
      2,
    ],
    [
      'a page tree packed beside an outline',
      pdf(
        '1 0 obj <</Type/Outlines/First 3 0 R>> endobj',
        packed(['<</Type/Catalog/Pages 11 0 R>>', '<</Type/Pages/Count 7>>', '<</Count 99>>']),
      ),
      7,
    ],
    [
      'a packed part that is damaged',
      pdf('9 0 obj <</Type/ObjStm/N 1/First 4>>\nstream\nrubbish\nendstream endobj'),
      null,
    ],
    ['no page tree at all', pdf('1 0 obj <</Type/Catalog>> endobj'), null],
    ['a file cut in the middle', pdf('5 0 obj <</Type/Pages/Count 1>> endobj').subarray(0, 40), null],
    ['not a PDF', Buffer.from('<html>%%EOF'), null],
    ['nothing', new Uint8Array(), null],
  ];
  test.each(cases)('%s', (_, file, pages) => {
    expect(countPdfPages(file)).toBe(pages);
  });
});
