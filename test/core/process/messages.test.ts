import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OutputOf } from '#shared/contract/index.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import type { IsoInstant } from '#shared/kernel/date.ts';
import { findOrder } from '#main/core/orders/find-order.ts';
import { unwrap } from '#test/helpers/a-core.ts';
import { aCrmAccount } from '#test/helpers/a-crm-account.ts';
import { openBank, type Bank } from '../payments/a-bank.ts';

/** An order whose client is told of the shipment; a clock tells him again, a carrier and the freight exchanges are told too. */
const TALKS = {
  code: 'talks',
  version: 1,
  title: 'Разговоры',
  business: 'general',
  recordType: 'deal',
  roles: [{ code: 'manager', title: 'Менеджер' }],
  fields: [{ code: 'sum', label: 'Сумма', type: 'money' }],
  start: {},
  stages: [
    { code: 'new', title: 'Новый', kind: 'initial' },
    { code: 'shipping', title: 'Отгрузка', kind: 'working' },
    { code: 'posted', title: 'На бирже', kind: 'working' },
    { code: 'done', title: 'Готово', kind: 'success' },
  ],
  transitions: [{ from: 'any', to: ['shipping', 'posted', 'done'], who: ['anyone'] }],
  tasks: [],
  rules: [
    { code: 'ship', on: { enter: 'shipping' }, do: [{ message: 'client', text: 'Отгружаем ваш заказ {number}.' }] },
    { code: 'post', on: { enter: 'posted' }, do: [{ message: { chat: 'freight-exchanges' }, text: 'Груз: кирпич.' }] },
  ],
};

let bank: Bank;
let record: OutputOf<'records.get'>;

const id = (): string => bank.core.newId();
const accountId = 'portal';

const begin = async (order?: string): Promise<OutputOf<'records.get'>> =>
  unwrap(
    await bank.admin.call('records.create', {
      commandId: id(),
      process: TALKS.code,
      title: 'Заказ',
      fields: { number: '145' },
      ...(order !== undefined && { order }),
    }),
  );
const move = async (to: string) =>
  unwrap(await bank.admin.call('records.move', { commandId: id(), instance: record.instanceId, to }));
const messages = async () => unwrap(await bank.admin.call('records.get', { id: record.instanceId })).messages;
const markSent = async (messageId: string) =>
  unwrap(await bank.admin.call('records.messageSent', { commandId: id(), id: messageId }));

/** The CRM knows the order. */
const connect = (system: 'bitrix24' | 'moysklad'): void => {
  const { base } = bank.core;
  const found = findOrder(base.read, '145');
  const orderId = found.ok ? found.value.id : '';
  base.write((stores) => {
    const connectedBy = requireDefined(stores.users.findByLogin('admin'), 'the administrator').id;
    const connectedAt = '2026-11-20T09:00:00.000Z' as IsoInstant;
    const journalSeq = stores.audit.lastSeq();
    stores.sync.saveAccount(aCrmAccount({ id: accountId, system, connectedBy, connectedAt, journalSeq }));
    stores.sync.saveLink({ accountId, ref: { entity: 'order', id: '77' }, object: `order:${orderId}` });
  });
};

const outbox = () =>
  bank.core.base.read.sync
    .outbox(accountId, ['ready', 'wait', 'parked', 'dropped', 'done'], 100)
    .map(({ kind, payload, state }) => ({ kind, payload, state }));

const giveAddress = (email: string): void =>
  bank.core.base.write((stores) => {
    const found = findOrder(stores, '145');
    const party = found.ok ? stores.parties.get(found.value.partyId) : null;
    stores.parties.save({ ...requireDefined(party, 'the buyer'), email });
  });

beforeEach(async () => {
  bank = await openBank();
  unwrap(await bank.admin.call('processes.saveDraft', { commandId: id(), definition: TALKS }));
  unwrap(await bank.admin.call('processes.release', { commandId: id(), code: TALKS.code, note: 'проба' }));
});
afterEach(() => bank.core.close());

describe('a message of a process to the client', () => {
  test('waits in the queue of the CRM that knows the order, and can be copied meanwhile', async () => {
    connect('bitrix24');
    record = await begin('145');
    await move('shipping');
    expect(await messages()).toMatchObject([{ to: 'клиенту', text: 'Отгружаем ваш заказ 145.', way: 'crm' }]);
    expect(outbox()).toEqual([
      { kind: 'message', payload: { channel: 'openLine', text: 'Отгружаем ваш заказ 145.' }, state: 'ready' },
    ]);
    const queue = unwrap(await bank.admin.call('sync.queue', { group: 'waiting' }));
    expect(queue.items).toMatchObject([{ what: 'Сообщение', detail: 'Отгружаем ваш заказ 145.' }]);
  });

  test('that a person sent himself does not go a second time', async () => {
    connect('bitrix24');
    record = await begin('145');
    await move('shipping');
    const [message] = await messages();
    await markSent(message?.id ?? '');
    expect(outbox()).toMatchObject([{ state: 'dropped' }]);
    expect(await messages()).toEqual([]);
  });

  test('that the CRM has sent is no draft any more; one that it refused is, with the reason', async () => {
    connect('bitrix24');
    record = await begin('145');
    await move('shipping');
    const { base } = bank.core;
    const [entry] = base.read.sync.outbox(accountId, ['ready'], 1);
    const own = requireDefined(entry, 'the entry');
    const error = { code: 'sync.unsupported', data: { message: 'нет чата с клиентом' } };
    base.write((stores) => stores.sync.saveEntry({ ...own, state: 'parked', error }));
    expect(await messages()).toMatchObject([
      { way: 'crmRefused', reason: 'В этой CRM так нельзя: нет чата с клиентом' },
    ]);
    base.write((stores) => stores.sync.saveEntry({ ...own, state: 'done' }));
    expect(await messages()).toEqual([]);
  });

  test.each(['moysklad', null] as const)(
    'is a letter of the outgoing mail where no CRM speaks (%s)',
    async (system) => {
      if (system !== null) connect(system);
      giveAddress('buh@buyer.test');
      record = await begin('145');
      await move('shipping');
      expect(await messages()).toMatchObject([{ way: 'mail' }]);
      const letters = unwrap(await bank.admin.call('sending.outbox', {}));
      expect(letters.items).toMatchObject([
        { about: 'message', to: 'buh@buyer.test', text: 'Отгружаем ваш заказ 145.', state: 'draft' },
      ]);
      unwrap(await bank.admin.call('sending.letterSent', { commandId: id(), id: letters.items[0]?.id ?? '' }));
      expect(await messages()).toEqual([]);
    },
  );

  test('is a draft to be copied where there is no way at all, and goes when it is marked', async () => {
    giveAddress('');
    record = await begin('145');
    await move('shipping');
    const [message] = await messages();
    expect(message).toMatchObject({ way: 'copy' });
    expect(unwrap(await bank.admin.call('sending.outbox', {})).total).toBe(0);
    await markSent(message?.id ?? '');
    expect(await messages()).toEqual([]);
  });

  test('is another one each time that its rule works, and never two of one', async () => {
    connect('bitrix24');
    record = await begin('145');
    await move('shipping');
    await move('posted');
    await move('shipping');
    expect((await messages()).map(({ way }) => way)).toEqual(['crm', 'crm', 'crm']);
    expect(outbox().map(({ payload }) => payload['channel'])).toEqual(['openLine', 'freight', 'openLine']);
  });
});

test('a record without an order has drafts only', async () => {
  connect('bitrix24');
  record = await begin();
  await move('shipping');
  expect(await messages()).toMatchObject([{ way: 'copy', to: 'клиенту' }]);
  expect(outbox()).toEqual([]);
});
