import { describe, expect, test } from 'vitest';
import { balanceOf, entriesOf, openingOf, turnoverTotals } from '#shared/domain/papers/turnover.ts';
import { paperView } from '#shared/domain/papers/paper-view.ts';
import { addDays, isoDate } from '#shared/kernel/date.ts';
import { kopecks, ZERO } from '#shared/kernel/money.ts';
import { longPaper } from '#test/golden/sample-papers.ts';

const sale = (date: string, sum: number) => ({ date: isoDate(date), text: 'УПД', debit: kopecks(sum), credit: ZERO });
const paid = (date: string, sum: number) => ({ date: isoDate(date), text: 'ПП', debit: ZERO, credit: kopecks(sum) });

const ALL = [
  sale('2026-09-10', 100_00),
  paid('2026-09-30', 40_00),
  paid('2026-10-01', 60_01),
  sale('2026-10-01', 5_00),
  sale('2026-10-31', 7_77),
  paid('2026-11-01', 1_00),
];
const [FROM, TO] = [isoDate('2026-10-01'), isoDate('2026-10-31')];

describe('an акт сверки', () => {
  test('opens with all that was before the first day and takes both edges of the period', () => {
    expect(openingOf(ALL, FROM)).toBe(kopecks(60_00));
    const inside = entriesOf(ALL, FROM, TO);
    expect(inside.map(({ debit, credit }) => [debit, credit])).toEqual([
      [5_00n, 0n],
      [0n, 60_01n],
      [7_77n, 0n],
    ]);
    const totals = turnoverTotals(openingOf(ALL, FROM), inside);
    expect(totals).toEqual({ debit: kopecks(12_77), credit: kopecks(60_01), closing: kopecks(12_76) });
  });

  test('closes one period with what the next opens with, whatever the day between them', () => {
    const untils = Array.from({ length: 50 }, (_, day) => addDays(FROM, day));
    const closings = untils.map((until) => turnoverTotals(openingOf(ALL, FROM), entriesOf(ALL, FROM, until)).closing);
    expect(closings).toEqual(untils.map((until) => openingOf(ALL, addDays(until, 1))));
  });

  test.each([
    [0, 0, 0],
    [1, 1, 0],
    [-1, 0, 1],
  ])('a balance of %d stands on one side only', (sum, debit, credit) => {
    expect(balanceOf(kopecks(sum))).toEqual({ debit: kopecks(debit), credit: kopecks(credit) });
  });

  test('says in whose favour the debt is, or that there is none', () => {
    const source = longPaper('reconciliation', 0);
    if (source.kind !== 'reconciliation') throw new Error('another kind');
    const conclusion = (opening: number) =>
      JSON.stringify(paperView({ ...source, opening: kopecks(opening) }).data['conclusion']);
    expect(conclusion(12_000_50)).toMatch(
      /в пользу ООО «Северный каталог» 12\s000,50\s.*Двенадцать тысяч рублей 50 копеек/u,
    );
    expect(conclusion(-1)).toMatch(/в пользу ООО «Кофейная компания Зерно» 0,01/u);
    expect(conclusion(0)).toMatch(/задолженность отсутствует/u);
  });
});
