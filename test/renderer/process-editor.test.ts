import { describe, expect, test } from 'vitest';
import { dueForm, dueOf } from '#renderer/features/process-editor/due-form.ts';
import {
  newDefinition,
  readDefinition,
  readDefinitionText,
} from '#renderer/features/process-editor/read-definition.ts';
import { EVERYWHERE, ruleGroups, rulesOf } from '#renderer/features/process-editor/rule-items.ts';
import { whoOf, whoOptions, whoValue } from '#renderer/features/process-editor/who-form.ts';
import type { Due } from '#shared/domain/process/definition-due.ts';
import { orderDefinition } from '#test/process/an-order-process.ts';

const order = orderDefinition();

describe('a due date in a form', () => {
  test.each<[Due | undefined]>([
    [{ after: { workingDays: 2 } }],
    [{ after: { minutes: 15 } }],
    [{ endOfDay: true }],
    [{ weekday: 4, time: '18:00' }],
    [{ field: 'shipDate' }],
    [{ field: 'shipDate', shift: { hours: -2 } }],
  ])('%j comes out as it went in', (due) => {
    expect(dueOf(dueForm(due))).toEqual(due);
  });

  test('no due date is none, and one that the form cannot hold stays untouched', () => {
    expect(dueOf(dueForm(undefined))).toBeNull();
    const special: Due = { after: { days: 1, time: '09:00' } };
    expect(dueForm(special).kind).toBe('other');
    expect(dueOf(dueForm(special))).toBeUndefined();
  });

  test('an unfinished form changes nothing', () => {
    expect(dueOf({ ...dueForm(undefined), kind: 'field' })).toBeUndefined();
    expect(dueOf({ ...dueForm(undefined), kind: 'weekday', time: '7' })).toBeUndefined();
  });
});

describe('who does a task, as a list', () => {
  test('offers roles, usual people and people from fields; each comes out as it went in', () => {
    const values = whoOptions(order).map(({ value }) => value);
    expect(values).toContain('role:lawyer');
    expect(values.map((value) => whoOf(value)).filter((who) => who === null)).toEqual([]);
    expect(values.map((value) => whoOf(value) ?? '').map((who) => (who === '' ? null : whoValue(who)))).toEqual(values);
  });

  test('an order of choosing that a list cannot hold has no value', () => {
    expect(whoValue({ ofElement: 'head' })).toBeNull();
    expect(whoOf('nobody')).toBeNull();
  });
});

describe('the middle column of the editor', () => {
  test('has the rules of the stage, what it asks for and where people move records', () => {
    const groups = ruleGroups(order, 'making', (code) => code);
    expect(groups.map(({ items }) => items.length)).toEqual([3, 1, 1]);
    expect(groups[1]?.items[0]?.text).toBe('Нужно поле «Дата плановой отгрузки».');
  });

  test('every rule stands under exactly one stage', () => {
    const all = [...order.stages.map(({ code }) => code), EVERYWHERE].flatMap((stage) => rulesOf(order, stage));
    expect(all.map(({ code }) => code).toSorted()).toEqual(order.rules.map(({ code }) => code).toSorted());
  });
});

describe('a definition as text', () => {
  test('that is in order is taken', () => {
    expect(readDefinitionText(JSON.stringify(order))).toEqual({ definition: order, findings: [] });
  });

  test('that does not fit is refused with its place and reason', () => {
    const { definition, findings } = readDefinition({ ...order, stages: [] });
    expect(definition).toBeNull();
    expect(findings[0]).toMatchObject({ where: 'stages' });
    expect(readDefinitionText('{').findings[0]?.message).toMatch(/^Это не JSON/u);
  });

  test('whose parts do not fit each other is still edited, with what is wrong', () => {
    const { definition, findings } = readDefinition({ ...order, tasks: order.tasks.slice(1) });
    expect(definition).not.toBeNull();
    expect(findings.map(({ message }) => message)).toContain('Нет задачи contract.');
  });

  test('a new process has nothing for the checker to find', () => {
    expect(readDefinition(newDefinition('own-process', 'Свой процесс', 'general', 'deal')).findings).toEqual([]);
  });
});
