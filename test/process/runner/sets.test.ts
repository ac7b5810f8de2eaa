import { afterEach, beforeEach, expect, test } from 'vitest';
import { definitionSchema } from '#shared/domain/process/definition.ts';
import type { Fields, ProcessState } from '#shared/domain/process/state.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { openTestBase, type TestBase } from '#test/helpers/a-base.ts';
import { clockAt, countingRandom, seedPeople, startRunner } from './a-runner.ts';

const head = { version: 1, business: 'general', start: {}, roles: [{ code: 'worker', title: 'Сотрудник' }] } as const;
const stages = [
  { code: 'new', title: 'Новый', kind: 'initial' },
  { code: 'made', title: 'Изготовлено', kind: 'working' },
  { code: 'done', title: 'Готово', kind: 'success' },
] as const;

/** A task and a record of its own for each line; it moves on when all records are finished. */
const order = definitionSchema.parse({
  ...head,
  code: 'sets-order',
  title: 'Заказ',
  recordType: 'deal',
  fields: [{ code: 'lines', label: 'Строки', type: 'lines' }],
  sets: [
    { code: 'lines', title: 'Строки', source: 'order-lines' },
    { code: 'items', title: 'Изделия', source: 'children:sets-item' },
  ],
  stages,
  transitions: [],
  tasks: [{ code: 'cut', title: 'Раскроить: {element}', assignee: { role: 'worker' }, forEach: 'lines' }],
  rules: [
    {
      code: 'begin',
      on: { enter: 'new' },
      do: [{ task: 'cut' }, { create: 'production', process: 'sets-item', forEach: 'lines' }],
    },
    {
      code: 'all-made',
      on: {
        becomes: {
          all: [
            { set: 'items', isEmpty: false },
            { set: 'items', every: { field: 'stage', is: 'done' } },
          ],
        },
      },
      do: [{ move: 'made' }],
    },
  ],
});

const item = definitionSchema.parse({
  ...head,
  code: 'sets-item',
  title: 'Изделие',
  recordType: 'production',
  fields: [{ code: 'product', label: 'Товар', type: 'text' }],
  stages,
  transitions: [],
  tasks: [{ code: 'make', title: 'Изготовить', assignee: { role: 'worker' } }],
  rules: [
    { code: 'begin', on: { enter: 'new' }, do: [{ task: 'make' }] },
    { code: 'made', on: { closed: 'make' }, do: [{ move: 'done' }, { send: 'item-made', to: 'parent' }] },
  ],
});

let opened: TestBase;
const clock = clockAt('2026-10-27T10:00');

beforeEach(() => {
  opened = openTestBase();
  seedPeople(opened.base);
});
afterEach(() => opened.close());

const begin = (fields: Fields) => {
  const runner = startRunner(opened.base, clock, [order, item], countingRandom());
  const begun = opened.base.write((stores) => runner.work(stores).begin(order, { fields, owner: 'anna' }));
  const id = begun.ok ? begun.value : '';
  const state = (): ProcessState => requireDefined(opened.base.read.processes.state(id), 'the state');
  return { runner, id, state };
};

test('a record has its lines from its first rule on, and the records that it makes at once', () => {
  const { state, id } = begin({ lines: ['Стол', 'Стул'] });
  expect(state().tasks.map(({ code, elementId }) => [code, elementId])).toEqual([
    ['cut', 'line-1'],
    ['cut', 'line-2'],
  ]);
  expect(opened.base.read.processes.tasksOf(id).map(({ title }) => title)).toEqual([
    'Раскроить: Стол',
    'Раскроить: Стул',
  ]);
  expect((state().sets['items'] ?? []).map(({ fields }) => [fields['product'], fields['stage']])).toEqual([
    ['Стол', 'new'],
    ['Стул', 'new'],
  ]);
});

test('lines that come with a change are those that the change itself is judged by', () => {
  const { runner, id, state } = begin({ lines: ['Стол'] });
  opened.base.write((stores) =>
    runner.work(stores).insist(id, { kind: 'changed', by: null, fields: { lines: ['Стол', 'Стул', 'Шкаф'] } }),
  );
  expect((state().sets['lines'] ?? []).map(({ title }) => title)).toEqual(['Стол', 'Стул', 'Шкаф']);
});

test('the last of three finished records moves its parent on, and only that one', () => {
  const { runner, id, state } = begin({ lines: ['Стол', 'Стул', 'Шкаф'] });
  const { processes } = opened.base.read;
  const children = processes.children(id);
  expect(children).toHaveLength(3);
  for (const [place, child] of children.entries()) {
    expect(state().stage).toBe('new');
    const [task] = processes.tasksOf(child.id);
    const report = { result: null, comment: '', files: 0, isChecklistDone: true };
    const by = { userId: 'anna', roles: ['worker'] };
    opened.base.write((stores) =>
      runner.work(stores).insist(child.id, { kind: 'taskDone', taskId: task?.id ?? '', report, by }),
    );
    expect(state().stage).toBe(place === 2 ? 'made' : 'new');
  }
});
