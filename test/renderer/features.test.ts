import { describe, expect, test } from 'vitest';
import { parseAddress } from '#renderer/app/address.ts';
import { withEvent } from '#renderer/features/jobs/running-jobs.ts';
import { fitsWords, parseFind } from '#renderer/features/palette/parse-find.ts';
import { withRecent } from '#renderer/features/palette/recent.ts';
import { sumOfRows } from '#renderer/features/today/sum-of-rows.ts';
import {
  filterGroups,
  nextProblemRow,
  parseTodayFilter,
  waitingCount,
  type Today,
} from '#renderer/features/today/today-groups.ts';
import { dayInWords, monthInWords } from '#renderer/text/dates.ts';

type Row = Today['groups'][number]['rows'][number];

const row = (number: string, dueDate: string | null, hasProblem = false): Row => ({
  id: number,
  medium: 'paper',
  number,
  dueDate,
  date: '2026-11-20',
  organisation: '',
  counterparty: '',
  sum: '100.10',
  stage: '',
  business: 'meat',
  manager: '',
  pack: [],
  blocks: 0,
  warnings: 0,
  firstProblem: hasProblem
    ? { rule: 'R', code: 'c', severity: 'block', kind: 'upd', field: 'f', message: 'm', data: {} }
    : null,
});

const today: Today = {
  today: '2026-11-20',
  overdue: 1,
  dueToday: 1,
  dueThisWeek: 1,
  sumToday: '0.00',
  groups: [
    { id: 'fix', sum: '0.00', rows: [row('1', '2026-11-19', true), row('2', '2026-11-20', true)] },
    { id: 'issue', sum: '0.00', rows: [row('3', '2026-11-22'), row('4', '2026-11-23'), row('5', null)] },
    { id: 'issued', sum: '0.00', rows: [row('6', '2026-11-18')] },
  ],
};

const event = (jobId: string, done: number, state: 'running' | 'done') =>
  ({ type: 'job', jobId, done, total: 4, label: 'Счет', state }) as const;

describe('every number of «Сегодня» narrows the list', () => {
  test.each([
    ['all', ['1', '2', '3', '4', '5', '6']],
    ['fix', ['1', '2']],
    ['issued', ['6']],
    ['overdue', ['1']],
    ['dueToday', ['2']],
    ['week', ['3']],
  ] as const)('%s → %j', (filter, numbers) => {
    expect(filterGroups(today, filter).flatMap(({ rows }) => rows.map(({ number }) => number))).toEqual(numbers);
  });

  test('what is done does not wait for anybody', () => expect(waitingCount(today)).toBe(5));
  test('an unknown filter is none', () => expect(parseTodayFilter('everything')).toBe('all'));
});

test('N walks over the problems in a circle and stays where there are none', () => {
  const rows = today.groups.flatMap((group) => group.rows);
  expect(nextProblemRow(rows, '1', 1)).toBe('2');
  expect(nextProblemRow(rows, '2', 1)).toBe('1');
  expect(nextProblemRow(rows, '5', -1)).toBe('2');
  expect(nextProblemRow(rows, null, 1)).toBe('1');
  expect(nextProblemRow([row('3', null)], '3', 1)).toBeNull();
});

const order = (id: string) => ({ id, number: id, party: '' });

describe('what the palette is asked for', () => {
  test.each([
    ['1204', '1204', []],
    ['счет 1204', '1204', ['invoice']],
    ['Счёт № 1204', '1204', ['invoice']],
    ['договор Гастроном', 'Гастроном', ['contract-supply', 'contract-services']],
    ['заказ №1204', '1204', []],
    ['акт', 'акт', []],
    ['  ', '', []],
  ])('«%s» → «%s» %j', (query, text, kinds) => expect(parseFind(query)).toEqual({ text, kinds }));

  test('actions are found by the starts and middles of their words', () => {
    expect(fitsWords('Сделать копию базы', 'копи баз')).toBe(true);
    expect(fitsWords('Сделать копию базы', 'счёт')).toBe(false);
  });

  test('an order opened again moves to the top and stands once', () => {
    const six = ['1', '2', '3', '4', '5', '6'].map(order);
    expect(withRecent(six, order('4')).map(({ id }) => id)).toEqual(['4', '1', '2', '3', '5', '6']);
    expect(withRecent(six, order('7'))).toHaveLength(6);
  });
});

test('the line of work shows what runs and forgets what has ended', () => {
  const two = withEvent(withEvent([], event('a', 0, 'running')), event('b', 1, 'running'));
  expect(withEvent(two, event('a', 3, 'running')).map(({ done }) => done)).toEqual([3, 1]);
  expect(withEvent(two, event('a', 4, 'done')).map(({ jobId }) => jobId)).toEqual(['b']);
  expect(withEvent(two, { type: 'changed', entity: 'order', id: '1' })).toBe(two);
});

test('an address keeps what it knows and drops the rest', () => {
  const parsed = parseAddress({ text: 1204, show: 'fix', sheet: 'upd', state: 'lost', month: '', evil: '<script>' });
  expect(JSON.parse(JSON.stringify(parsed))).toEqual({ text: '1204', show: 'fix', sheet: 'upd' });
});

test('sums of rows are exact', () => expect(sumOfRows([row('1', null), row('2', null)])).toBe('200.20'));

test('days and months are said in words', () => {
  expect(dayInWords('2026-11-20')).toBe('пятница, 20\u00A0ноября');
  expect(monthInWords('2026-01')).toBe('январь 2026');
});
