import { describe, expect, test } from 'vitest';
import { reportChart } from '#renderer/features/analytics/report-chart.ts';
import { tableDiff } from '#renderer/features/plan-desk/table-diff.ts';
import { printedNumber } from '#renderer/parts/process/table-numbers.ts';
import { chartScale, shortNumber } from '#renderer/ui/chart-scale.ts';

const column = (code: string, isNumber = false) => ({ code, title: code, isNumber });

describe('the axis of a chart', () => {
  test.each([
    [
      [10, 95],
      [0, 25, 50, 75, 100],
    ],
    [
      [0, 3],
      [0, 1, 2, 3],
    ],
    [
      [-40, 60],
      [-50, -25, 0, 25, 50, 75],
    ],
    [[1_200_000], [0, 500_000, 1_000_000, 1_500_000]],
    [[], [0, 1]],
    [
      [0, 0],
      [0, 1],
    ],
  ])('over %j has round marks %j', (values, ticks) => {
    expect(chartScale(values).ticks).toEqual(ticks);
  });

  test('puts zero and the highest value in their places', () => {
    const { share } = chartScale([-40, 60]);
    expect(share(-50)).toBe(0);
    expect(share(75)).toBe(1);
    expect(share(0)).toBeCloseTo(0.4);
  });

  test.each([
    [1_250_000, '1,3 млн'],
    [-350_000, '−350 тыс.'],
    [40, '40'],
    [0.5, '0,5'],
  ])('%d is written as %s', (value, written) => {
    expect(shortNumber(value)).toBe(written.replace(' ', '\u00A0'));
  });
});

describe('a figure as it is printed', () => {
  test.each([
    ['1 234,50', 1234.5],
    ['1\u00A0234,50', 1234.5],
    ['−40', -40],
    ['12,5 %', 12.5],
    ['100', 100],
    ['', null],
    ['разрыв', null],
  ])('«%s» is %s', (text, value) => {
    expect(printedNumber(text)).toBe(value);
  });
});

describe('the picture of a report', () => {
  test('draws the sums of each client', () => {
    const chart = reportChart('profit-by-counterparty', {
      columns: [column('client'), column('orders', true), column('income', true), column('profit', true)],
      rows: [
        ['Квант', '2', '98 500,00', '20 500,00'],
        ['Отель', '1', '60 000,00', '−5 000,00'],
      ],
    });
    expect(chart).toEqual({
      kind: 'bars',
      labels: ['Квант', 'Отель'],
      series: [
        { title: 'income', values: [98500, 60000] },
        { title: 'profit', values: [20500, -5000] },
      ],
    });
  });

  test('adds the orders of one employee together', () => {
    const chart = reportChart('completed-orders', {
      columns: [column('order'), column('who'), column('sum', true)],
      rows: [
        ['1', 'Орлова', '10,00'],
        ['2', 'Петров', '5,00'],
        ['3', 'Орлова', '7,50'],
      ],
    });
    expect(chart?.labels).toEqual(['Орлова', 'Петров']);
    expect(chart?.series[0]?.values).toEqual([17.5, 5]);
  });

  test.each([
    ['distribution-journal', [['a']]],
    ['conversion', []],
  ])('%s with rows %j has none', (code, rows) => {
    expect(reportChart(code, { columns: [column('who'), column('leads', true)], rows })).toBeNull();
  });
});

describe('two versions of a plan', () => {
  const columns = [column('production'), column('product'), column('volume', true)];
  const before = {
    columns,
    rows: [
      ['Свинина', 'Шея', '100'],
      ['Свинина', 'Окорок', '50'],
      ['Полуфабрикаты', 'Фарш', '20'],
    ],
  };
  const after = {
    columns,
    rows: [
      ['Свинина', 'Шея', '120'],
      ['Полуфабрикаты', 'Фарш', '20'],
      ['Полуфабрикаты', 'Котлеты', '30'],
    ],
  };

  test('differ line by line: changed with what stood there, added, gone at the end', () => {
    expect(
      tableDiff(before, after).map(({ change, cells }) => [change, ...cells.map(({ text, was }) => was ?? text)]),
    ).toEqual([
      ['changed', 'Свинина', 'Шея', '100'],
      ['same', 'Полуфабрикаты', 'Фарш', '20'],
      ['added', 'Полуфабрикаты', 'Котлеты', '30'],
      ['removed', 'Свинина', 'Окорок', '50'],
    ]);
  });

  test('the same version twice has no differences', () => {
    expect(tableDiff(before, before).every(({ change }) => change === 'same')).toBe(true);
  });

  test('lines with the same words are compared each with its own', () => {
    const twice = {
      columns,
      rows: [
        ['С', 'Шея', '1'],
        ['С', 'Шея', '2'],
      ],
    };
    expect(tableDiff(twice, twice).map(({ change }) => change)).toEqual(['same', 'same']);
  });
});
