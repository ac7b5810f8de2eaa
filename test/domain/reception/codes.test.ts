import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { code128 } from '#shared/domain/reception/code-128.ts';
import { paperCode, readCode } from '#shared/domain/reception/paper-code.ts';
import { splitScan } from '#shared/domain/reception/split-scan.ts';

const CODE = paperCode(1204, 'document-1');
const SIGNS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

describe('the code of a paper', () => {
  test('is read back, also in small letters, with spaces and typed on a Russian keyboard', () => {
    const russian = [...CODE]
      .map((sign) => 'ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ'['QWERTYUIOPASDFGHJKLZXCVBNM'.indexOf(sign)] ?? sign)
      .join('');
    for (const text of [CODE, CODE.toLowerCase(), ` ${CODE}\n`, russian])
      expect(readCode(text)).toEqual({ ok: true, value: { code: CODE, entry: 1204 } });
  });

  test('every single wrong sign and every pair that changed places is noticed', () => {
    const places = Array.from({ length: CODE.length - 1 }, (_, at) => at + 1);
    const misread = places.flatMap((at) => Array.from(SIGNS, (sign) => CODE.slice(0, at) + sign + CODE.slice(at + 1)));
    const swapped = places.map((at) => CODE.slice(0, at) + CODE.charAt(at + 1) + CODE.charAt(at) + CODE.slice(at + 2));
    const read = [...misread, ...swapped].filter((text) => text !== CODE && readCode(text).ok);
    expect(read).toEqual([]);
  });

  test.each(['4601234567890', '30000099000012', 'ST00012|Name=Ромашка', '', 'K12'])(
    '«%s» is somebody else’s',
    (text) => {
      expect(readCode(text)).toEqual({ ok: false, error: 'foreign' });
    },
  );

  test('of two documents of the same row in different bases differ', () => {
    expect(paperCode(7, 'one base')).not.toBe(paperCode(7, 'another base'));
  });

  test('numbers of rows come back whole', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 36 ** 5 - 1 }), fc.uuid(), (entry, id) => {
        const read = readCode(paperCode(entry, id));
        expect(read.ok && read.value.entry).toBe(entry);
      }),
      { numRuns: 200 },
    );
  });
});

test('Code 128 has eleven modules a sign, the start, the check and the stop', () => {
  expect(code128(CODE)).toHaveLength(11 * (CODE.length + 2) + 13);
  expect(() => code128('Ж')).toThrow(RangeError);
});

const pages = (...codes: readonly (string | null | readonly string[])[]) =>
  codes.map((code) => ({ codes: code === null ? [] : typeof code === 'string' ? [code] : code }));

describe('a scan is cut by its codes', () => {
  test.each([
    [
      'pages without a code go on with the document before',
      pages('A', null, 'B'),
      [
        ['A', 1, 2],
        ['B', 3, 3],
      ],
    ],
    [
      'the same code again is the same document',
      pages('A', 'A', 'B'),
      [
        ['A', 1, 2],
        ['B', 3, 3],
      ],
    ],
    [
      'pages before the first code are unknown',
      pages(null, null, 'A'),
      [
        [null, 1, 2],
        ['A', 3, 3],
      ],
    ],
    [
      'two codes on a page are left to a person, the next pages too',
      pages('A', ['A', 'B'], null, 'B'),
      [
        ['A', 1, 1],
        [null, 2, 3],
        ['B', 4, 4],
      ],
    ],
    ['no pages, no parts', pages(), []],
  ])('%s', (_name, scan, parts) => {
    expect(splitScan(scan).map(({ code, from, to }) => [code, from, to])).toEqual(parts);
  });

  test('every page is in exactly one part, in order', () => {
    const page = fc.record({ codes: fc.array(fc.constantFrom('A', 'B'), { maxLength: 2 }) });
    fc.assert(
      fc.property(fc.array(page, { maxLength: 30 }), (scan) => {
        const numbers = splitScan(scan).flatMap(({ from, to }) =>
          Array.from({ length: to - from + 1 }, (_, at) => from + at),
        );
        expect(numbers).toEqual(scan.map((_, at) => at + 1));
      }),
    );
  });
});
