import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OutputOf } from '#shared/contract/index.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { refused, unwrap } from '#test/helpers/a-core.ts';
import { aReceipt, openBank, ourStatement, type Bank } from '../payments/a-bank.ts';

/** Two tasks of an order: one that the money itself closes, one that a person closes once the money is there. */
const WATCH = {
  code: 'watch-payment',
  version: 1,
  title: 'Оплата заказа',
  business: 'general',
  recordType: 'deal',
  roles: [{ code: 'accountant', title: 'Бухгалтер' }],
  fields: [
    { code: 'sum', label: 'Сумма', type: 'money' },
    { code: 'paid', label: 'Оплачено', type: 'money' },
  ],
  start: {},
  stages: [
    { code: 'waiting', title: 'Ждём оплату', kind: 'initial' },
    { code: 'paid', title: 'Оплачено', kind: 'success' },
  ],
  transitions: [{ from: ['waiting'], to: ['paid'], who: ['anyone'] }],
  tasks: [
    {
      code: 'receive',
      title: 'Дождаться оплаты',
      assignee: { role: 'accountant' },
      closesWhen: { field: 'paid', compare: 'gte', with: { field: 'sum' } },
    },
    {
      code: 'confirm',
      title: 'Подтвердить оплату',
      assignee: { role: 'accountant' },
      closing: { when: { field: 'paid', compare: 'gte', with: { field: 'sum' } } },
    },
  ],
  rules: [{ code: 'wait', on: { enter: 'waiting' }, do: [{ task: 'receive' }, { task: 'confirm' }] }],
};

let bank: Bank;
let record: OutputOf<'records.get'>;

const id = (): string => bank.core.newId();
const card = async () => unwrap(await bank.admin.call('records.get', { id: record.instanceId }));
const taskOf = ({ tasks }: OutputOf<'records.get'>, code: string) =>
  requireDefined(
    tasks.find((task) => task.code === code),
    code,
  );

beforeEach(async () => {
  bank = await openBank();
  const { admin } = bank;
  unwrap(await admin.call('processes.saveDraft', { commandId: id(), definition: WATCH }));
  unwrap(await admin.call('processes.release', { commandId: id(), code: WATCH.code, note: 'проба' }));
  const fields = { sum: '118500.00' };
  record = unwrap(await admin.call('records.create', { commandId: id(), process: WATCH.code, order: '145', fields }));
  unwrap(await bank.take(ourStatement(aReceipt())));
});
afterEach(() => bank.core.close());

const match = async () => unwrap(await bank.admin.call('payments.match', { commandId: id(), apply: true }));

describe('a payment of the bank', () => {
  test('closes the task that only a payment closes, and opens the way for the person who confirms it', async () => {
    const early = await bank.admin.call('tasks.close', { commandId: id(), id: taskOf(await card(), 'confirm').id });
    expect(refused(early)).toMatchObject({ data: { refusals: [{ code: 'task.guard' }] } });
    await match();
    const after = await card();
    expect(taskOf(after, 'receive')).toMatchObject({ status: 'closed', closedBy: '' });
    expect(after.sections.flatMap(({ fields }) => fields).find(({ code }) => code === 'paid')?.value).toBe('118500.00');
    unwrap(await bank.admin.call('tasks.close', { commandId: id(), id: taskOf(after, 'confirm').id }));
  });

  test('taken back is said with the tasks that were closed by it; what was done is not undone in silence', async () => {
    await match();
    unwrap(await bank.admin.call('tasks.close', { commandId: id(), id: taskOf(await card(), 'confirm').id }));
    const [row] = await bank.rows();
    unwrap(await bank.admin.call('payments.undo', { commandId: id(), operationId: row?.id ?? '' }));
    const { timeline, sections } = await card();
    const flag = timeline.find(({ kind }) => kind === 'flag');
    expect(flag?.text).toContain('снята с заказа');
    expect(flag?.text).toContain('«Дождаться оплаты», «Подтвердить оплату» – проверьте');
    expect(sections.flatMap(({ fields }) => fields).find(({ code }) => code === 'paid')?.value).toBe('0.00');
    const told = unwrap(await bank.admin.call('notifications.list', {}));
    expect(told.items.some(({ text }) => text.includes('снята с заказа'))).toBe(true);
  });
});
