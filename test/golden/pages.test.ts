import { existsSync, readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { DOCUMENT_KINDS, type DocumentKind } from '#shared/domain/document/document.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { describeUnless, testUnless } from '../helpers/skip.ts';
import { fillForm } from './fill-form.ts';
import { expectGoldenText, isUpdate, templatePath, writeGolden } from './golden-file.ts';
import { layOut, pageEnvironment, type Pages } from './page-engine.ts';
import { sampleOf } from './sample-papers.ts';
import { longSource } from './sample-sources.ts';

const environment = pageEnvironment();
const missing = environment === undefined ? 'LibreOffice and poppler-utils are not installed' : undefined;

const RECORD = templatePath('parts/golden-environment.json');
if (isUpdate && environment !== undefined) writeGolden(RECORD, `${JSON.stringify(environment, null, 2)}\n`);
const recorded = existsSync(RECORD) ? readFileSync(RECORD, 'utf8') : '';
const otherMachine =
  missing ?? (JSON.stringify(environment, null, 2) === recorded.trim() ? undefined : 'page images were recorded with another LibreOffice or fonts');

const LONG_KINDS = ['invoice', 'act', 'upd'] as const satisfies readonly DocumentKind[];
/** Around these counts the table of some kind fills its page and the signatures have to move. */
const COUNTS = [1, 2, 8, 9, 10, 11, 21, 22, 23, 30, 60, 85, 120];
const longName = (kind: DocumentKind, count: number): string => `${kind}-of-${count}`;

/** Share of pixels that differ visibly. */
const difference = (left: Uint8Array, right: Uint8Array): number => {
  const [one, other] = [PNG.sync.read(Buffer.from(left)), PNG.sync.read(Buffer.from(right))];
  if (one.width !== other.width || one.height !== other.height) return 1;
  let different = 0;
  for (let at = 0; at < one.data.length; at += 4) if (Math.abs((one.data[at] ?? 0) - (other.data[at] ?? 0)) > 32) different += 1;
  return different / (one.width * one.height);
};

describeUnless(missing)('pages', () => {
  let pages: ReadonlyMap<string, Pages> = new Map();
  const pagesOf = (name: string): Pages => requireDefined(pages.get(name), name);

  beforeAll(async () => {
    const documents = new Map<string, Uint8Array>();
    for (const kind of DOCUMENT_KINDS) documents.set(kind, await fillForm(sampleOf(kind)));
    for (const kind of LONG_KINDS) for (const count of COUNTS) documents.set(longName(kind, count), await fillForm(longSource(kind, count)));
    for (const kind of DOCUMENT_KINDS) documents.set(`marked-${kind}`, await fillForm(sampleOf(kind, { mark: 'ДЕМО' })));
    pages = layOut(documents, DOCUMENT_KINDS);
  }, 900_000);

  describe.each(DOCUMENT_KINDS)('%s', (kind) => {
    test('has the reviewed pages and text', () => {
      const { count, text } = pagesOf(kind);
      expectGoldenText(`${kind}/golden/pages.txt`, `pages: ${count}\n${text.replaceAll(/[ \u00A0]+/gu, ' ').replaceAll(/ ?\n ?/gu, '\n')}\n`);
    });

    testUnless(otherMachine)('looks as reviewed', () => {
      pagesOf(kind).images.forEach((image, index) => {
        const path = templatePath(`${kind}/golden/page-${index + 1}.png`);
        if (isUpdate) writeGolden(path, image);
        expect(difference(image, readFileSync(path)), `page ${index + 1}`).toBeLessThan(0.001);
      });
    });
  });

  describe.each(LONG_KINDS)('a long %s', (kind) => {
    test.each(COUNTS)('of %d lines never leaves the signatures alone on a page', (count) => {
      const all = pagesOf(longName(kind, count)).text.split('\f').filter((page) => page.trim() !== '');
      const signed = all.findIndex((page) => /М\.П\./u.test(page));
      const withSignatures = kind === 'upd' ? all.findIndex((page) => page.includes('Всего к оплате')) : signed;
      expect(all[withSignatures]).toMatch(new RegExp(String.raw`Позиция ${count}\s`, 'u'));
      expect(signed).toBe(all.length - 1);
    });

    test('repeats the head of its table on each page of lines', () => {
      const all = pagesOf(longName(kind, 60)).text.split('\f').filter((page) => /Позиция \d/u.test(page));
      expect(all.length).toBeGreaterThan(1);
      for (const page of all) expect(page).toMatch(kind === 'upd' ? /Код вида/u : /Кол-во/u);
    });

    test('prints each of 60 lines once', () => {
      const { text } = pagesOf(longName(kind, 60));
      const found = [...text.matchAll(/Позиция (\d+)\s/gu)].map(([, number]) => Number(number));
      expect(found.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
    });
  });

  test('the transfer part of a long УПД stands on one page as a whole', () => {
    for (const count of COUNTS) {
      const all = pagesOf(longName('upd', count)).text.split('\f');
      const numbers = Array.from({ length: 12 }, (_, index) => `[${index + 10}]`);
      expect(all.filter((page) => numbers.every((number) => page.includes(number))), `${count} lines`).toHaveLength(1);
    }
  });

  test.each(DOCUMENT_KINDS)('the mark stands on every page of %s and adds none', (kind) => {
    const all = pagesOf(`marked-${kind}`).text.split('\f').filter((page) => page.trim() !== '');
    for (const page of all) expect(page).toContain('ДЕМО');
    expect(all).toHaveLength(pagesOf(kind).count);
  });
});
