import { crc32, inflateRawSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ByteOutput } from '#main/render/compiled/byte-output.ts';
import { codeLengths, codesOf } from '#main/render/compiled/huffman.ts';
import { crcOf, shifted, shiftTable } from '#main/render/compiled/crc-shift.ts';
import { DISTANCE_SYMBOL, DISTANCES, LENGTH_SYMBOL, LENGTHS } from '#main/render/compiled/deflate-codes.ts';
import { encodePart } from '#main/render/compiled/encode-part.ts';
import { loadPart } from '#main/render/compiled/encoded-part.ts';
import { PartWriter } from '#main/render/compiled/part-writer.ts';
import { OP } from '#main/render/compiled/program.ts';
import { fill, scratch, type Filled } from '#main/render/compiled/value-bytes.ts';

const SEED = 20_261_122;

/** The value as the writer must print it. */
const expected = (value: string): string =>
  value
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .toWellFormed()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\n', '</w:t><w:br/><w:t xml:space="preserve">');

type Printed = { readonly chunk: number } | { readonly value: string; readonly slot: number };

function written(
  chunks: readonly string[],
  printed: readonly Printed[],
): { text: string; crc: number; length: number } {
  const steps = [...chunks.keys()].map((a) => ({ op: OP.text, a, b: 0, c: 0, steps: [] }));
  const out = new ByteOutput();
  const writer = new PartWriter(out, loadPart(encodePart(chunks, steps)));
  for (const one of printed) {
    if ('chunk' in one) writer.chunk(one.chunk % chunks.length);
    else writer.value(one.value, one.slot);
  }
  const crc = writer.end();
  return { text: inflateRawSync(out.take()).toString('utf8'), crc, length: writer.length };
}

const plain = (chunks: readonly string[], printed: readonly Printed[]): string =>
  printed.map((one) => ('chunk' in one ? chunks[one.chunk % chunks.length] : expected(one.value))).join('');

const xmlish = fc.oneof(
  fc.constantFrom(
    '<w:p>',
    '</w:p>',
    '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">',
    '</w:t></w:r>',
    'Итого: ',
    '<w:tc><w:tcW w:w="2000"/>',
  ),
  fc.string({ maxLength: 12, unit: 'grapheme' }),
);
const chunk = fc.array(xmlish, { minLength: 1, maxLength: 30 }).map((pieces) => pieces.join(''));
const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    'шт',
    '1 234,56',
    'ООО «Ромашка & Ко»',
    'a\r\nb\rc',
    '\uD83D',
    '😀',
    '<b>',
    '\u0001',
    'я'.repeat(3_000),
    '\n'.repeat(2_100),
  ),
);
const printedThings = fc.array(
  fc.oneof(
    fc.record({ chunk: fc.nat(9) }),
    fc.record({ value, slot: fc.nat(3) }),
    // Rows like the row before.
    fc.constant({ value: 'Бумага офисная', slot: 1 }),
  ),
  { maxLength: 80 },
);

test('whatever is printed, inflating gives the same XML, with its checksum and its length', () => {
  fc.assert(
    fc.property(fc.array(chunk, { minLength: 1, maxLength: 10 }), printedThings, (chunks, printed) => {
      const text = plain(chunks, printed);
      const bytes = Buffer.from(text, 'utf8');
      expect(written(chunks, printed)).toEqual({ text, crc: crc32(bytes), length: bytes.length });
    }),
    { seed: SEED, numRuns: 150 },
  );
});

test('repeats beyond the window of deflate are printed anew', () => {
  const far = `<w:p>${'0123456789'.repeat(9)}</w:p>`;
  const filler = Array.from({ length: 40_000 }, (_, index) => String.fromCharCode(33 + ((index * 7919) % 90))).join('');
  const chunks = [far, filler.replaceAll(/[&<>]/g, '_'), `${far}!`];
  const printed = [0, 1, 2, 0, 1, 0].map((index) => ({ chunk: index }));
  expect(written(chunks, printed).text).toBe(plain(chunks, printed));
});

describe('the bit-level pieces', () => {
  test('lengths and distances have the symbols of RFC 1951', () => {
    const cases = [
      [3, 0],
      [10, 7],
      [11, 8],
      [12, 8],
      [13, 9],
      [130, 23],
      [131, 24],
      [257, 27],
      [258, 28],
    ] as const;
    for (const [length, symbol] of cases) expect(LENGTH_SYMBOL[length]).toBe(symbol);
    expect([1, 4, 5, 6, 7, 24_576, 24_577, 32_768].map((distance) => DISTANCE_SYMBOL[distance])).toEqual([
      0, 3, 4, 4, 5, 28, 29, 29,
    ]);
    expect([LENGTHS.extra.length, DISTANCES.extra.length]).toEqual([29, 30]);
  });

  test('every symbol gets a code of at most 15 bits, and the codes are complete', () => {
    for (const frequencies of [
      [1, 1],
      [5, 4, 3, 2, 1],
      Array.from({ length: 286 }, (_, index) => 1.5 ** (index % 60)),
    ]) {
      const lengths = codeLengths(frequencies);
      expect(Math.max(...lengths)).toBeLessThanOrEqual(15);
      expect(lengths.reduce((sum, length) => sum + 2 ** -length, 0)).toBe(1);
      expect(new Set([...codesOf(lengths)].map((code, symbol) => `${code}/${lengths[symbol]}`)).size).toBe(
        lengths.length,
      );
    }
  });

  test('a checksum moves over a text without reading it', () => {
    const [first, second] = [Buffer.from('Счет № 17 '), Buffer.from('от 01.02.2026'.repeat(500))];
    const moved = shifted(shiftTable(second.length), crcOf(first, -1)) ^ crcOf(second);
    expect(~moved >>> 0).toBe(crc32(Buffer.concat([first, second])));
  });

  test.each([
    ['markup', 'a<b>&c', 'a&lt;b&gt;&amp;c'],
    ['line breaks of all systems', '1\n2\r\n3\r4', '1|2|3|4'],
    ['control characters', 'a\u0000b\u0008c\u001Fd\tе', 'abcd\tе'],
    ['halves of characters', '\uD83D!\uDE00', '\uFFFD!\uFFFD'],
    ['whole characters of all lengths', 'aжℵ😀', 'aжℵ😀'],
    ['what is no character', 'a\uFFFEb\uFFFF', 'ab'],
  ])('%s in a value', (_name, text, result) => {
    const filled: Filled = { length: 0, next: 0 };
    fill(text, 0, filled);
    const printed = Buffer.from(scratch.subarray(0, filled.length)).toString('utf8');
    expect(printed).toBe(result.replaceAll('|', '</w:t><w:br/><w:t xml:space="preserve">'));
    expect(filled.next).toBe(text.length);
  });
});
