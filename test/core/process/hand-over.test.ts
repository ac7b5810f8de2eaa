import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OutputOf } from '#shared/contract/index.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { startTestCore, unwrap, type TestCaller, type TestCore } from '#test/helpers/a-core.ts';
import { aPriceWeek } from '#test/helpers/a-price-week.ts';

/** The invoice of an order that is not there is asked for as well. */
const WEEK = aPriceWeek([{ code: 'bill', on: { enter: 'printing' }, do: [{ document: 'invoice', note: 'Счёт' }] }]);

let core: TestCore;
let admin: TestCaller;
let record: OutputOf<'records.get'>;

const card = async () => unwrap(await admin.call('records.get', { id: record.instanceId }));
const tick = async () => unwrap(await admin.call('processes.tick', { commandId: core.newId() }));
const move = async (to: string) =>
  unwrap(await admin.call('records.move', { commandId: core.newId(), instance: record.instanceId, to }));

beforeEach(async () => {
  core = startTestCore();
  admin = await core.as('admin');
  unwrap(await admin.call('processes.saveDraft', { commandId: core.newId(), definition: WEEK }));
  unwrap(await admin.call('processes.release', { commandId: core.newId(), code: WEEK.code, note: 'проба' }));
  record = unwrap(await admin.call('records.create', { commandId: core.newId(), process: WEEK.code, title: 'Неделя' }));
});
afterEach(() => core.close());

test('a paper that the program cannot make itself becomes a task with the way to make it, once', async () => {
  await move('printing');
  await tick();
  await tick();
  const { tasks, timeline } = await card();
  expect(new Set(tasks.map(({ title, status, isBackground }) => `${title}, ${status}, ${isBackground}`))).toEqual(
    new Set(['Сделайте «Прайс-лист», open, true', 'Сделайте «Счет на оплату», open, true']),
  );
  expect(tasks).toHaveLength(2);
  expect(timeline.filter(({ kind }) => kind === 'document')).toHaveLength(2);
  const inbox = unwrap(await admin.call('tasks.list', { all: true }));
  const asked = requireDefined(
    inbox.items.find(({ title }) => title.includes('Прайс-лист')),
    'the task',
  );
  expect(unwrap(await admin.call('tasks.get', { id: asked.id })).paper).toEqual({ kind: 'price-list', orderId: null });
});

test('such a task is closed like any other and keeps the record on no stage', async () => {
  await move('printing');
  await tick();
  expect((await card()).why.sentence).toContain('Готово');
  for (const { id } of (await card()).tasks)
    expect(unwrap(await admin.call('tasks.close', { commandId: core.newId(), id })).status).toBe('closed');
  expect((await move('done')).status).toBe('finished');
});

test('what failed before the program was cut is handed over when it starts again', async () => {
  await move('printing');
  core.base.write((stores) => {
    for (const { id } of stores.processes.waitingDeeds(10)) stores.processes.settleDeed(id, 'failed', 'Не сделан');
  });
  await tick();
  expect((await card()).tasks).toHaveLength(2);
});
