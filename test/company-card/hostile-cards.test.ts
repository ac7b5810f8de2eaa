import { array, assert, asyncProperty, nat, tuple, uint8Array } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pdfText } from '#main/exchange/company-card/pdf-text.ts';
import { readCardFile } from '#main/exchange/company-card/read-card-file.ts';
import { parseCard } from '#main/host/card-tools.ts';
import { isAccountOfBic } from '#shared/domain/requisites/bank-account.ts';
import { isInn } from '#shared/domain/requisites/inn.ts';
import { SAMPLE_CARDS } from '#test/fixtures/cards/build.ts';
import { aMailFile, encode } from '#test/fixtures/cards/files.ts';
import { writeZip } from '#main/render/package/zip-writer.ts';
import { gigabyteOfZeros, honestEntry, rawZip } from '#test/helpers/hostile-zip.ts';

/** In this thread: thousands of files would wait for thousands of threads. */
const parseHere = (bytes: Uint8Array) => parseCard(bytes, (each) => readCardFile(each, pdfText));

const encoder = new TextEncoder();
const GIGABYTE = 1024 * 1024 * 1024;

const wordWith = (xml: string): Uint8Array => writeZip([{ name: 'word/document.xml', data: encoder.encode(xml) }], 6);
const paragraphs = '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>ИНН</w:t></w:r></w:p></w:body></w:document>';

const junk = (length: number): Uint8Array => {
  let state = 42;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state >>> 24;
  });
};

const HOSTILE: readonly (readonly [name: string, code: string, file: () => Uint8Array])[] = [
  [
    'a zip that unfolds to a gigabyte',
    'card.fileTooLarge',
    () => rawZip([{ name: 'word/document.xml', body: gigabyteOfZeros(), method: 8, declaredSize: GIGABYTE, crc: 0 }]),
  ],
  [
    'a zip that lies about a gigabyte',
    'card.damaged',
    () => rawZip([{ name: 'word/document.xml', body: gigabyteOfZeros(), method: 8, declaredSize: 1000, crc: 0 }]),
  ],
  [
    'a zip under a password',
    'card.encrypted',
    () => rawZip([{ ...honestEntry('word/document.xml', paragraphs), flags: 1 }]),
  ],
  ['a zip of something else', 'card.notText', () => rawZip([honestEntry('photo.txt', 'x')])],
  ['half of a zip', 'card.damaged', () => wordWith(paragraphs).subarray(0, 100)],
  [
    'entities that unfold',
    'card.entities',
    () =>
      wordWith(
        `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "аааа"><!ENTITY b "&a;&a;&a;">]>${paragraphs.replace('ИНН', '&b;')}`,
      ),
  ],
  ['broken XML', 'card.damaged', () => wordWith(paragraphs.replace('</w:body>', ''))],
  [
    'elements ten thousand deep',
    'card.damaged',
    () => wordWith(`<w:document xmlns:w="w">${'<w:p>'.repeat(10_000)}${'</w:p>'.repeat(10_000)}</w:document>`),
  ],
  [
    'ten megabytes of text',
    'card.textTooLong',
    () => encode('ИНН 7707083893 КПП 773601001 р/с 40702810200000000001 '.repeat(120_000), 'utf-8'),
  ],
  ['ten megabytes without a space', 'card.textTooLong', () => encode('а'.repeat(5_000_000), 'utf-8')],
  ['more than any card', 'card.fileTooLarge', () => new Uint8Array(21 * 1024 * 1024)],
  ['binary junk with another name', 'card.notText', () => junk(100_000)],
  ['a program', 'card.notText', () => Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, ...junk(2_000)])],
  ['an old Word file', 'card.oldFormat', () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...junk(2_000)])],
  ['an empty file', 'card.empty', () => new Uint8Array(0)],
  ['a file of spaces', 'card.empty', () => encode(' \n\t\n ', 'utf-8')],
  [
    'a text about something else',
    'card.nothingFound',
    () => encode('Завтра совещание в 10:00, приходите все.', 'utf-8'),
  ],
  [
    'letters within letters without end',
    'card.empty',
    () =>
      aMailFile([
        {
          headers: ['Content-Type: multipart/mixed; boundary=a'],
          body: '--a\r\nContent-Type: multipart/mixed; boundary=a\r\n\r\n'.repeat(500),
        },
      ]),
  ],
  [
    'a letter with a bomb attached',
    'card.empty',
    () =>
      aMailFile([
        { headers: ['Content-Type: text/plain; charset=utf-8'], body: ' ' },
        {
          headers: ['Content-Type: application/zip', 'Content-Transfer-Encoding: base64'],
          body: Buffer.from(HOSTILE[0]?.[2]() ?? []).toString('base64'),
        },
      ]),
  ],
];

describe('a hostile file is refused with a reason, and soon', () => {
  test.each(HOSTILE)(
    '%s',
    async (_, code, file) => {
      const card = await parseHere(file());
      expect(card).toMatchObject({ ok: false, error: [{ code }] });
    },
    10_000,
  );
});

describe('a strange text ends in time', () => {
  test.each([
    ['labels without values', 'ИНН КПП ОГРН БИК р/с к/с Банк: '.repeat(6_000)],
    ['one line of digits', '4070 '.repeat(40_000)],
    ['open quotes', 'ООО «'.repeat(40_000)],
    ['capital words', 'Иванов Иван '.repeat(16_000)],
    ['addresses', 'Юридический и фактический и почтовый, '.repeat(5_000)],
    ['tags', '<html><td><tr><'.repeat(10_000)],
    ['lines', `ИНН:\n`.repeat(15_000)],
  ])(
    '%s',
    async (_, text) => {
      const started = performance.now();
      await parseHere(encode(text, 'utf-8'));
      expect(performance.now() - started).toBeLessThan(8_000);
    },
    20_000,
  );
});

test('any bytes give an answer or a refusal, never a crash', async () => {
  await assert(
    asyncProperty(uint8Array({ maxLength: 600 }), async (bytes) => {
      const card = await parseHere(bytes);
      expect(card.ok || card.error.length > 0).toBe(true);
    }),
    { numRuns: 300, seed: 20_261_121 },
  );
});

test('a good card with damaged bytes gives an answer or a refusal, and no unchecked number', async () => {
  const files = await Promise.all(SAMPLE_CARDS.map(({ company, file }) => file(company)));
  await assert(
    asyncProperty(
      nat(files.length - 1),
      array(tuple(nat(100_000), nat(255)), { minLength: 1, maxLength: 8 }),
      async (index, changes) => {
        const bytes = Uint8Array.from(files[index] ?? []);
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        const card = await parseHere(bytes);
        const { inn, bankAccounts } = card.ok ? card.value.party : { inn: '', bankAccounts: [] };
        expect(card.ok || card.error.length > 0).toBe(true);
        expect(inn === '' || isInn(inn)).toBe(true);
        expect(bankAccounts.every(({ account, bic }) => account === '' || isAccountOfBic(bic, account))).toBe(true);
      },
    ),
    { numRuns: 120, seed: 7 },
  );
});
