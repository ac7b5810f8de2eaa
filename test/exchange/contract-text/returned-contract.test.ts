import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { compareContracts } from '#shared/domain/contract-compare/compare-contracts.ts';
import { docxText } from '#main/exchange/contract-text/docx-text.ts';
import { withoutFurniture } from '#main/exchange/contract-text/page-furniture.ts';
import { pdfContractText } from '#main/exchange/contract-text/pdf-text.ts';
import { unwrap } from '#test/helpers/a-core.ts';

// A contract of the demonstration base, its PDF by LibreOffice 7.4, and both with three silent edits (checked 2026-11).
const FOLDER = path.resolve(import.meta.dirname, '..', '..', 'fixtures', 'contracts');
const textOf = async (name: string): Promise<string> => {
  const bytes = await readFile(path.join(FOLDER, name));
  return unwrap(await (name.endsWith('.pdf') ? pdfContractText(bytes) : docxText(bytes)));
};
const differences = async (sent: string, returned: string) =>
  compareContracts(await textOf(sent), await textOf(returned)).map(({ clause, sort, before, after }) => [
    clause,
    sort,
    before,
    after,
  ]);

const PLANTED = [
  ['п.\u00A01.3', 'negation', 'не', ''],
  ['п.\u00A04.3', 'number', '10', '90'],
  ['п.\u00A05.4', 'number', '0,1', '0,9'],
];

describe('a contract that came back', () => {
  test.each([
    ['sent.docx', 'returned.docx'],
    ['sent.docx', 'returned.pdf'],
    ['untouched.pdf', 'returned.pdf'],
  ])('%s against %s: the lost «не», the term and the rate are found by clause', async (sent, returned) => {
    expect(await differences(sent, returned)).toEqual(PLANTED);
  });

  test.each([
    ['sent.docx', 'sent.docx'],
    ['sent.docx', 'untouched.pdf'],
  ])('%s against %s: an untouched copy has none', async (sent, returned) => {
    expect(await differences(sent, returned)).toEqual([]);
  });

  test('a file that is no document is refused, not read as an empty one', async () => {
    expect(await docxText(Buffer.from('PK\u0003\u0004 не архив'))).toEqual({ ok: false, error: 'unreadable' });
    expect(await pdfContractText(Buffer.from('не PDF'))).toEqual({ ok: false, error: 'notPdf' });
  });
});

const body = (word: string) => [`1.1. ${word} груза`, `срок ${word}`, `цена ${word}`, `приёмка ${word}`];

test('numbers of pages, watermarks and running titles are no wording', () => {
  const words = ['аренда', 'поставка', 'перевозка'];
  const pages = words.map((word, page) => ['ДЕМО', 'Договор № 52/26', ...body(word), `Стр. ${page + 1} из 3`]);
  expect(withoutFurniture(pages)).toEqual(words.map(body));
});
