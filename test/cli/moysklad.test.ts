import path from 'node:path';
import { expect, test } from 'vitest';
import { importShape, packShape } from '#test/helpers/cli-shapes.ts';
import { docxText } from '#test/helpers/docx-text.ts';
import { makeBase, ORDER_FILES, sharedFolder } from '#test/helpers/hand-made-orders.ts';
import { answerOf, komplektOn } from '#test/helpers/run-komplekt.ts';

const folder = sharedFolder();

/**
 * Reckoned by hand. НДС 22 % stands inside the price: sum × 22 / 122, rounded to the kopeck in each line.
 *   Маска               1 230,50          221,89   (221,893…)
 *   Бананы  3 463 472 370,62  624 560 591,42   (…591,423…)
 *   Тыква         421 410,94       75 992,14   (75 992,136…)
 *   goods   3 463 895 012,06  624 636 805,45
 *   Доставка      642 000,00      115 770,49   (115 770,491…)   300 000 × 2,14
 *   order   3 464 537 012,06  624 752 575,94
 */
const EXPECTED = [
  { kind: 'invoice', sum: '3464537012.06', vat: '624752575.94' },
  { kind: 'act', sum: '642000.00', vat: '115770.49' },
  { kind: 'upd', sum: '3463895012.06', vat: '624636805.45' },
  { kind: 'factura', sum: '642000.00', vat: '115770.49' },
];

test('the documented order of МойСклад is imported and its pack is issued, right to the kopeck', async () => {
  const base = await makeBase(folder, 'Учёт');
  const run = komplektOn(base);
  const file = path.join(ORDER_FILES, 'moysklad-zakaz-00001.json');
  expect(answerOf(await run('orders', 'import', file, '--json'), importShape)).toMatchObject({
    created: 1,
    problems: [],
  });

  const { issued } = answerOf(await run('pack', '00001', '--date', '2026-04-15', '--json'), packShape);
  expect(issued.map(({ kind, sum, vat }) => ({ kind, sum, vat }))).toEqual(EXPECTED);
  expect(issued.map(({ number, date }) => [number, date])).toEqual([
    ['1', '2026-04-15'],
    ['1', '2026-04-15'],
    ['1', '2026-04-15'],
    ['2', '2026-04-15'],
  ]);

  const [invoice, act, upd, factura] = await Promise.all(issued.map(({ files }) => docxText(files[0] ?? '')));
  expect(invoice).toContain('3 464 537 012,06');
  expect(invoice).toContain('624 752 575,94');
  expect(invoice).toMatch(
    /три миллиарда четыреста шестьдесят четыре миллиона пятьсот тридцать семь тысяч двенадцать рублей 06 копеек/iu,
  );
  expect(act).toContain('642 000,00');
  expect(act).toContain('115 770,49');
  expect(act).toMatch(/шестьсот сорок две тысячи рублей 00 копеек/iu);
  expect(upd).toContain('3 463 895 012,06');
  expect(upd).toContain('624 636 805,45');
  expect(factura).toContain('642 000,00');
  expect(factura).toContain('115 770,49');
});
