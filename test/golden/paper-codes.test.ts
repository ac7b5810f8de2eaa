import { PNG } from 'pngjs';
import { beforeAll, expect, test } from 'vitest';
import { DOCUMENT_KINDS, type DocumentKind } from '#shared/domain/document/document.ts';
import { paperCode } from '#shared/domain/reception/paper-code.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { picturePages } from '#main/exchange/pdf-pages/pdf-pages.ts';
import { scanCodes } from '#main/exchange/scan/scan-codes.ts';
import { layCode } from '#main/render/paper-code/lay-code.ts';
import { unwrap } from '#test/helpers/a-core.ts';
import { greyPng } from '../helpers/grey-png.ts';
import { describeUnless, isFullRun } from '../helpers/skip.ts';
import { fillForm } from './fill-form.ts';
import { layOut, pageEnvironment, type Pages } from './page-engine.ts';
import { sampleOf } from './sample-papers.ts';

const missing = pageEnvironment() === undefined ? 'LibreOffice and poppler-utils are not installed' : undefined;

/** Both orientations, every kind of margins, bodies that begin with a table and with a text. */
const SOME = ['invoice', 'act', 'upd', 'torg12', 'ttn', 'cmr', 'waybill', 'request-carrier', 'reconciliation'] as const;
const KINDS: readonly DocumentKind[] = isFullRun ? DOCUMENT_KINDS : SOME;
/** What office scanners are set to. */
const DPI = 200;

const codeOf = (kind: DocumentKind): string => paperCode(DOCUMENT_KINDS.indexOf(kind) + 1, kind);

/** Points where a page with the code is darker or lighter than the same page without it, by what stood there before. */
const differences = (without: Uint8Array, coded: Uint8Array): { readonly onWhite: number; readonly onInk: number } => {
  const [before, after] = [PNG.sync.read(Buffer.from(without)), PNG.sync.read(Buffer.from(coded))];
  expect([after.width, after.height]).toEqual([before.width, before.height]);
  let [onWhite, onInk] = [0, 0];
  for (let at = 0; at < before.data.length; at += 4) {
    if (before.data[at] === after.data[at]) continue;
    if (before.data[at] === 255) onWhite += 1;
    else onInk += 1;
  }
  return { onWhite, onInk };
};

describeUnless(missing)('the code of a paper', () => {
  let pages: ReadonlyMap<string, Pages> = new Map();
  const pagesOf = (name: string): Pages => requireDefined(pages.get(name), name);

  beforeAll(async () => {
    const documents = new Map<string, Uint8Array>();
    for (const kind of KINDS) {
      const plain = await fillForm(sampleOf(kind));
      documents.set(kind, plain);
      documents.set(`${kind}-coded`, layCode(plain, codeOf(kind)));
    }
    pages = layOut(documents, [...documents.keys()], DPI);
  }, 900_000);

  test.each(KINDS)('stands on %s, moves nothing and covers nothing', (kind) => {
    const [plain, coded] = [pagesOf(kind), pagesOf(`${kind}-coded`)];
    expect(coded.count).toBe(plain.count);
    expect(coded.text).toBe(plain.text);
    expect(coded.images).toHaveLength(plain.images.length);
    const { onWhite, onInk } = differences(
      requireDefined(plain.images[0], 'a page'),
      requireDefined(coded.images[0], 'a page'),
    );
    expect(onWhite).toBeGreaterThan(1000);
    expect(onInk).toBe(0);
  }, 60_000);

  test.each(KINDS)('is read back from every scanned page of %s', async (kind) => {
    const { images } = pagesOf(`${kind}-coded`);
    const read = unwrap(await scanCodes(await picturePages(images.map(greyPng))));
    expect(read.map((codes) => codes.filter((code) => code.startsWith('K')))).toEqual(images.map(() => [codeOf(kind)]));
  }, 120_000);
});
