import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { checkDefinition } from '#shared/domain/process/check-definition.ts';
import { definitionSchema } from '#shared/domain/process/definition.ts';
import { ORDER, orderDefinition } from './an-order-process.ts';

type Raw = z.input<typeof definitionSchema>;

const codesOf = (changes: Partial<Raw>): string[] => checkDefinition(orderDefinition(changes)).map(({ code }) => code);

test('a sound definition has no problems', () => {
  expect(checkDefinition(orderDefinition())).toEqual([]);
});

const rule = (changes: object) =>
  [...ORDER.rules, { code: 'new-rule', on: { start: true }, do: [{ comment: 'x' }], ...changes }] as Raw['rules'];

const BROKEN: readonly (readonly [name: string, changes: Partial<Raw>, code: string])[] = [
  [
    'a role that is not there',
    { transitions: [...ORDER.transitions, { from: ['new'], to: ['waiting'], who: [{ role: 'cook' }] }] },
    'process.unknown.roles',
  ],
  [
    'a guard on a missing field',
    {
      transitions: [
        ...ORDER.transitions,
        { from: ['new'], to: ['waiting'], who: ['owner'], when: { field: 'mood', filled: true } },
      ],
    },
    'process.unknown.fields',
  ],
  ['a move to a missing stage', { rules: rule({ do: [{ move: 'moon' }] }) }, 'process.unknown.stages'],
  ['a rule about a missing task', { rules: rule({ on: { closed: 'sing' } }) }, 'process.unknown.tasks'],
  [
    'a result that the task has not',
    { rules: rule({ on: { closed: 'make', result: 'perhaps' } }) },
    'process.unknownResult',
  ],
  ['a rule about a missing clock', { rules: rule({ on: { timer: 'midnight' } }) }, 'process.unknown.timers'],
  ['a set that is not there', { rules: rule({ when: { set: 'cats', isEmpty: true } }) }, 'process.unknown.sets'],
  ['two rules of one name', { rules: rule({ code: 'make' }) }, 'process.twice'],
  [
    'a task that nobody makes',
    { tasks: [...ORDER.tasks, { code: 'idle', title: 'Ничья', assignee: 'owner' }] },
    'process.taskNeverMade',
  ],
  [
    'a stage that nothing leads to',
    { stages: [...ORDER.stages, { code: 'island', title: 'Остров', kind: 'working' }] },
    'process.unreachable',
  ],
  [
    'a clock without an end',
    { timers: [{ code: 'tick', due: { after: { minutes: 1 } }, repeat: { minutes: 10 } }] },
    'process.timerWithoutEnd',
  ],
  [
    'rules that lead a record round without a task',
    {
      rules: [
        ...ORDER.rules,
        { code: 'a', on: { enter: 'making' }, do: [{ move: 'waiting' }] },
        { code: 'b', on: { enter: 'waiting' }, do: [{ move: 'making' }] },
      ],
    },
    'process.circle',
  ],
];

describe('is refused with its place', () => {
  test.each(BROKEN)('%s', (_, changes, code) => {
    expect(codesOf(changes)).toContain(code);
    for (const problem of checkDefinition(orderDefinition(changes))) expect(problem.where).not.toBe('');
  });
});

test.each([
  ['a wrong type', { ...ORDER, version: 'one' }],
  ['an unknown key', { ...ORDER, colour: 'red' }],
  ['a code that is no code', { ...ORDER, code: 'Заказ' }],
  ['no stages', { ...ORDER, stages: [] }],
])('%s is no definition at all', (_, raw) => {
  expect(definitionSchema.safeParse(raw).success).toBe(false);
});
