import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OutputOf } from '#shared/contract/index.ts';
import { isoDate, type IsoInstant } from '#shared/kernel/date.ts';
import { asId } from '#shared/kernel/id.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { refused, unwrap } from '#test/helpers/a-core.ts';
import { aDocument, aSnapshot, ORDER_TOTALS } from '#test/helpers/a-filled-base.ts';
import { anOrder } from '#test/helpers/a-source.ts';
import { openBank, type Bank } from '../payments/a-bank.ts';

let bank: Bank;
const id = (): string => bank.core.newId();

beforeEach(async () => {
  bank = await openBank();
});
afterEach(() => bank.core.close());

const call: Bank['admin']['call'] = (name, input) => bank.admin.call(name, input);
const switchOn = (code: string, isActive = true) => call('processes.switch', { commandId: id(), code, isActive });
const copy = async (newCode: string) =>
  unwrap(await call('processes.copy', { commandId: id(), code: 'catalogue-order', newCode, title: 'Заказ площадки' }));
const release = async (code: string) =>
  unwrap(await call('processes.release', { commandId: id(), code, note: 'проба' }));
const forChannel = async (code: string, channel: string) => {
  const { definition } = unwrap(await call('processes.get', { code }));
  unwrap(await call('processes.saveDraft', { commandId: id(), definition: { ...definition, channel } }));
  await release(code);
};

/** An order of the catalogue as it comes in from outside, with the stage that names its channel. */
const arrives = async (number: string, stage: string): Promise<OutputOf<'records.get'>> => {
  const orderId = asId<'order'>(`order-${number}`);
  bank.core.base.write((stores) => {
    stores.orders.save({ ...anOrder(), id: orderId, number, business: 'catalogue', stage }, ORDER_TOTALS);
    stores.audit.append({
      at: '2026-11-20T09:00:00.000Z' as IsoInstant,
      userId: requireDefined(stores.users.findByLogin('admin'), 'the administrator').id,
      onBehalfOf: null,
      action: 'order.created',
      entity: 'order',
      entityId: orderId,
      before: null,
      after: {},
      commandId: asId(id()),
    });
  });
  unwrap(await call('processes.tick', { commandId: id() }));
  return unwrap(await call('records.get', { id: orderId }));
};

describe('orders of the buyer', () => {
  test('of one sales channel go by one process: a second one for it is not switched on', async () => {
    await copy('second-order');
    await release('second-order');
    const answer = refused(await switchOn('second-order'));
    expect(answer).toMatchObject({ code: 'process.channelTaken', data: { channel: 'сайт' } });
    unwrap(await switchOn('catalogue-order', false));
    unwrap(await switchOn('second-order'));
    expect(refused(await switchOn('catalogue-order')).code).toBe('process.channelTaken');
  });

  test('of each sales channel go by the process of that channel, and of any other by the usual one', async () => {
    await copy('market-order');
    await forChannel('market-order', 'маркетплейс');
    unwrap(await switchOn('market-order'));
    expect(await arrives('901', 'Новый (маркетплейс)')).toMatchObject({ process: 'market-order' });
    expect(await arrives('902', 'Новый (сайт)')).toMatchObject({ process: 'catalogue-order' });
    expect(await arrives('903', 'Новый (соцсети)')).toMatchObject({ process: 'catalogue-order' });
    unwrap(await switchOn('market-order', false));
    expect(await arrives('904', 'Новый (маркетплейс)')).toMatchObject({ process: 'catalogue-order' });
    const { items } = unwrap(await call('processes.list', {}));
    const channelOf = (process: string): string | undefined => items.find(({ code }) => code === process)?.channel;
    expect([channelOf('catalogue-order'), channelOf('market-order')]).toEqual(['сайт', 'маркетплейс']);
  });

  test('with a mistake are stopped before a paper is made of them, and are found by their customer, stage and debt', async () => {
    await arrives('905', 'Новый (сайт)');
    bank.core.base.write((stores) => {
      const party = requireDefined(stores.parties.get(anOrder().partyId), 'the buyer');
      stores.parties.save({ ...party, inn: '7700000000' });
      const shipped = {
        id: asId<'document'>('document-3'),
        kind: 'upd',
        numberClass: 'factura',
        number: '77',
      } as const;
      stores.documents.insert(aDocument({ ...shipped, date: isoDate('2026-11-02'), files: [] }), aSnapshot());
    });
    const { findings } = unwrap(await call('packs.check', { order: '905', kinds: ['invoice'] }));
    expect(findings.some(({ severity }) => severity === 'block')).toBe(true);
    const list = async (input: object) => unwrap(await call('records.list', { process: 'catalogue-order', ...input }));
    const { items, total } = await list({});
    expect(total).toBe(1);
    const [row] = items;
    expect((await list({ stage: row?.stage ?? '' })).total).toBe(1);
    expect((await list({ text: '905' })).total).toBe(1);
    expect((await list({ text: 'нет такого' })).total).toBe(0);
    expect((await list({ status: 'finished' })).total).toBe(0);
    const debts = unwrap(await call('reports.make', { code: 'debtors' }));
    expect(debts.columns.map(({ title }) => title)).toContain('Долг, ₽');
    expect(debts.rows.length).toBeGreaterThan(0);
  });
});

test('versions that differ by their number only are not gone over: nothing is written, and the records go on', async () => {
  const fields = { customer: 'Кафе', request: 'Кружки' };
  const record = unwrap(await call('records.create', { commandId: id(), process: 'souvenir-lead', fields }));
  const { definition } = unwrap(await call('processes.get', { code: 'souvenir-lead' }));
  unwrap(await call('processes.saveDraft', { commandId: id(), definition }));
  await release('souvenir-lead');
  const log = () => bank.core.base.read.processes.log(record.instanceId).length;
  const before = log();
  const migration = { code: 'souvenir-lead', from: 1, to: 2 };
  for (const dryRun of [true, false])
    expect(unwrap(await call('processes.migrate', { commandId: id(), ...migration, dryRun }))).toEqual({
      isSame: true,
      moved: 0,
      refused: [],
      foreignTasks: [],
    });
  expect(log()).toBe(before);
  const { version, status } = unwrap(await call('records.get', { id: record.instanceId }));
  expect([version, status]).toEqual([1, 'running']);
});
