import { expect, test } from 'vitest';
import { tableColumnsOf } from '#main/cli/table-columns-option.ts';

test.each([
  ['auto', {}],
  ['date=1,number=2,sum=5', { date: 0, number: 1, sum: 4 }],
  ['date=1, purpose = Назначение платежа', { date: 0, purpose: 'Назначение платежа' }],
  ['inn=', { inn: null }],
  ['{"date":1,"purpose":"Назначение","inn":null}', { date: 0, purpose: 'Назначение', inn: null }],
])('--columns %s', (columns, named) => {
  expect(tableColumnsOf({ columns })).toEqual({ ok: true, value: named });
});

test('without the option nothing is said', () => {
  expect(tableColumnsOf({})).toEqual({ ok: true, value: undefined });
});

test.each([
  ['day=1', /поля «day» нет/u],
  ['{"date":', /не объект JSON/u],
  ['{}x', /не объект JSON/u],
])('--columns %s is a slip, told in words', (columns, reason) => {
  const refused = tableColumnsOf({ columns });
  expect(refused.ok ? '' : refused.error.problems[0]?.message).toMatch(reason);
});
