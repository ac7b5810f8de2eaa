import { beforeAll, describe, expect, test } from 'vitest';
import { ACCOUNT_KINDS, type AccountKind } from '#shared/domain/document/document.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { describeUnless } from '../helpers/skip.ts';
import { fillForm } from './fill-form.ts';
import { layOut, pageEnvironment, type Pages } from './page-engine.ts';
import { longPaper } from './sample-papers.ts';

const missing = pageEnvironment() === undefined ? 'LibreOffice and poppler-utils are not installed' : undefined;

/** One row, two, around the counts where a page is full and the end has to move, and many. */
const COUNTS = [1, 2, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32, 34, 36, 38, 40, 60];

/** What stands in the head of the table, and what stands only after its last row. */
const SIGNS: Readonly<Record<AccountKind, { readonly head: RegExp; readonly end: RegExp }>> = {
  reconciliation: { head: /Дебет/u, end: /М\.П\./u },
  'closing-register': { head: /Вернуть/u, end: /Получил/u },
  reminder: { head: /Сумма, руб\./u, end: /Просим подписать/u },
  'price-list': { head: /Цена, руб\./u, end: /не является публичной офертой/u },
  'proxy-goods': { head: /Материальные ценности/u, end: /М\.П\./u },
};

const nameOf = (kind: AccountKind, count: number): string => `${kind}-of-${count}`;

describeUnless(missing)('long papers of no order', () => {
  let pages: ReadonlyMap<string, Pages> = new Map();
  const pagesOf = (kind: AccountKind, count: number): string[] =>
    requireDefined(pages.get(nameOf(kind, count)), nameOf(kind, count))
      .text.split('\f')
      .filter((page) => page.trim() !== '');

  beforeAll(async () => {
    const documents = new Map<string, Uint8Array>();
    for (const kind of ACCOUNT_KINDS)
      for (const count of COUNTS) documents.set(nameOf(kind, count), await fillForm(longPaper(kind, count)));
    pages = layOut(documents);
  }, 300_000);

  describe.each(ACCOUNT_KINDS)('%s', (kind) => {
    test.each(COUNTS)('of %d rows never leaves its end alone on a page', (count) => {
      const all = pagesOf(kind, count);
      const end = all.findIndex((page) => SIGNS[kind].end.test(page));
      expect(end).toBe(all.length - 1);
      expect(all[end]).toMatch(new RegExp(String.raw`Позиция ${count}\s`, 'u'));
    });

    test('repeats the head of its table on each page of rows', () => {
      const all = pagesOf(kind, 60).filter((page) => /Позиция \d/u.test(page));
      expect(all.length).toBeGreaterThan(1);
      for (const page of all) expect(page).toMatch(SIGNS[kind].head);
    });

    test('prints each of 60 rows once', () => {
      const found = [...pagesOf(kind, 60).join('\f').matchAll(/Позиция (\d+)\s/gu)].map(([, number]) => Number(number));
      expect(found.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
    });
  });
});
