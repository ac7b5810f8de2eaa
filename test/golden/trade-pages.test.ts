import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { DocumentKind } from '#shared/domain/document/document.ts';
import { viewOf } from '#shared/domain/document/views/view-of.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { describeUnless } from '../helpers/skip.ts';
import { fillForm } from './fill-form.ts';
import { layOut, pageEnvironment, type Pages } from './page-engine.ts';
import { longSource } from './sample-sources.ts';

const missing = pageEnvironment() === undefined ? 'LibreOffice and poppler-utils are not installed' : undefined;

const KINDS = [
  'invoice-advance',
  'invoice-rest',
  'invoice-contract',
  'specification',
  'factura',
  'torg12',
  'offer',
  'production-order',
  'delivery-sheet',
  'supplier-order',
] as const satisfies readonly DocumentKind[];
type Kind = (typeof KINDS)[number];

/** One line, two, many; around the others the first or the second page of some kind is full and its end has to move. */
const COUNTS = [1, 2, 7, 11, 25, 37, 60, 85, 120];

/** Words of the head of the table, and words beside the signatures. */
const SIGNS: Readonly<Record<Kind, { readonly head: RegExp; readonly end: RegExp }>> = {
  'invoice-advance': { head: /Кол-во/u, end: /М\.П\./u },
  'invoice-rest': { head: /Кол-во/u, end: /М\.П\./u },
  'invoice-contract': { head: /Кол-во/u, end: /М\.П\./u },
  specification: { head: /Кол-во/u, end: /М\.П\./u },
  factura: { head: /Код вида/u, end: /\(ф\. и\. о\.\)/u },
  torg12: { head: /упаковки/u, end: /М\.П\./u },
  offer: { head: /Кол-во/u, end: /С уважением/u },
  'production-order': { head: /Изготовлено/u, end: /Принял \(производство\)/u },
  'supplier-order': { head: /Кол-во/u, end: /М\.П\./u },
  'delivery-sheet': { head: /Кол-во/u, end: /Получил/u },
};

const shape = z.object({
  pages: z.array(z.object({ totals: z.object({ gross: z.string() }), lines: z.array(z.object({ index: z.string() })) })),
});

/** What the view puts on each sheet of a ТОРГ-12, and what that comes to. */
const sheetsOf = (count: number): { readonly lines: readonly number[]; readonly gross: string }[] =>
  shape
    .parse(viewOf(longSource('torg12', count)).data)
    .pages.map(({ lines, totals }) => ({ lines: lines.map(({ index }) => Number(index)), gross: totals.gross }));

const nameOf = (kind: Kind, count: number): string => `${kind}-of-${count}`;

describeUnless(missing)('long trade papers', () => {
  let pages: ReadonlyMap<string, Pages> = new Map();
  const pagesOf = (kind: Kind, count: number): string[] =>
    requireDefined(pages.get(nameOf(kind, count)), nameOf(kind, count))
      .text.split('\f')
      .filter((page) => page.trim() !== '');

  beforeAll(async () => {
    const documents = new Map<string, Uint8Array>();
    for (const kind of KINDS)
      for (const count of COUNTS) documents.set(nameOf(kind, count), await fillForm(longSource(kind, count)));
    pages = layOut(documents);
  }, 300_000);

  describe.each(KINDS)('%s', (kind) => {
    test.each(COUNTS)('of %d lines never leaves the signatures alone on a page', (count) => {
      const all = pagesOf(kind, count);
      const end = all.findIndex((page) => SIGNS[kind].end.test(page));
      expect(end).toBe(all.length - 1);
      expect(all[end]).toMatch(new RegExp(String.raw`Позиция ${count}\s`, 'u'));
    });

    if (kind === 'torg12')
      test.each(COUNTS)('of %d lines: each sheet adds up its own lines, the last one the whole paper', (count) => {
        const sheets = sheetsOf(count);
        const all = pagesOf(kind, count);
        expect(all).toHaveLength(sheets.length);
        for (const [index, page] of all.entries()) {
          const { lines, gross } = requireDefined(sheets[index], 'a sheet of the view');
          const printed = [...page.matchAll(/Позиция (\d+)\s/gu)].map(([, number]) => Number(number));
          expect(printed).toEqual(lines);
          expect(page.replaceAll(/\s/gu, ' ')).toMatch(new RegExp(String.raw`Итого .*${gross.replaceAll(/\s/gu, ' ')}`, 'u'));
          expect(/Всего по накладной/u.test(page)).toBe(index === all.length - 1);
          expect(/Товарная накладная № /u.test(page)).toBe(index > 0);
        }
      });

    test('repeats the head of its table on each page of lines', () => {
      const all = pagesOf(kind, 60).filter((page) => /Позиция \d/u.test(page));
      expect(all.length).toBeGreaterThan(1);
      for (const page of all) expect(page).toMatch(SIGNS[kind].head);
    });

    test('prints each of 60 lines once', () => {
      const found = [...pagesOf(kind, 60).join('\f').matchAll(/Позиция (\d+)\s/gu)].map(([, number]) => Number(number));
      expect(found.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
    });
  });
});
