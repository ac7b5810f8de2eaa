import { describe, expect, test } from 'vitest';
import { requireDefined } from '#shared/kernel/assert.ts';
import { aSyncedBase } from './a-synced-base.ts';
import { changeOrder, putOrder } from './office.ts';

const MINUTE = 60_000;

describe('an agreement with a CRM', () => {
  test('brings the open orders with their parties and lines', async () => {
    const { crm, sync, base, accountId } = await aSyncedBase();
    putOrder(crm, '101', { comment: 'срочно' });
    putOrder(crm, '102');
    expect(await sync()).toMatchObject({ reason: null });
    expect(base.read.sync.problems(accountId, 10)).toEqual([]);
    const order = requireDefined(base.read.orders.findByExternalId('bitrix24', '101'), 'the order');
    expect(order).toMatchObject({ number: '101', comment: 'срочно', stage: 'NEW' });
    expect(order.lines).toHaveLength(1);
    expect(base.read.sync.account(accountId)?.firstLoad).toMatchObject({ done: 5, total: 5 });
    expect(base.read.sync.outboxCounts(accountId)).toMatchObject({ ready: 0, done: 0 });
  });

  test('sends what a person changed here, once, and takes what was changed there', async () => {
    const { crm, sync, base, edit, accountId, pass, order } = await aSyncedBase();
    putOrder(crm, '101');
    await sync();
    await edit('101', 'order.comment', 'позвонить');
    pass(MINUTE);
    changeOrder(crm, '101', { stage: 'WORK', shipDate: '2026-11-25' });
    pass(MINUTE);
    expect(await sync()).toMatchObject({ pushed: 1, reason: null });
    pass(MINUTE);
    expect(await sync()).toMatchObject({ pushed: 0, reason: null });
    expect(crm.row({ entity: 'order', id: '101' })?.fields).toMatchObject({ comment: 'позвонить', stage: 'WORK' });
    expect(order('101')).toMatchObject({ comment: 'позвонить', stage: 'WORK', shipDate: '2026-11-25' });
    expect(base.read.sync.conflictCount(accountId)).toBe(0);
    expect(crm.effects).toHaveLength(1);
  });

  test('asks when both sides changed one field, and only that field waits', async () => {
    const { crm, sync, base, edit, accountId, pass, person, core, order } = await aSyncedBase();
    putOrder(crm, '101');
    await sync();
    await edit('101', 'order.comment', 'наше');
    await edit('101', 'order.shipDate', '2026-11-28');
    pass(MINUTE);
    changeOrder(crm, '101', { comment: 'их' });
    pass(MINUTE);
    await sync();
    expect(crm.row({ entity: 'order', id: '101' })?.fields).toMatchObject({ comment: 'их', shipDate: '2026-11-28' });
    expect(order('101')).toMatchObject({ comment: 'наше', shipDate: '2026-11-28' });
    const [conflict] = base.read.sync.conflicts(accountId, 10);
    expect(conflict).toMatchObject({ field: 'comment', base: '', ours: 'наше', theirs: 'их', theirsBy: 'Иванов' });
    await person.call('sync.resolve', { commandId: core.newId(), id: conflict?.id ?? '', choice: 'mine' });
    await sync();
    expect(crm.row({ entity: 'order', id: '101' })?.fields['comment']).toBe('наше');
    expect(base.read.sync.conflictCount(accountId)).toBe(0);
    expect(base.read.sync.outboxCounts(accountId)).toMatchObject({ ready: 0, conflict: 0, wait: 0 });
  });

  test('a choice of theirs brings their value here and sends nothing', async () => {
    const { crm, sync, base, edit, accountId, pass, person, core, order } = await aSyncedBase();
    putOrder(crm, '101');
    await sync();
    await edit('101', 'order.comment', 'наше');
    pass(MINUTE);
    changeOrder(crm, '101', { comment: 'их' });
    pass(MINUTE);
    await sync();
    const [conflict] = base.read.sync.conflicts(accountId, 10);
    await person.call('sync.resolve', { commandId: core.newId(), id: conflict?.id ?? '', choice: 'theirs' });
    await sync();
    expect(order('101')).toMatchObject({ comment: 'их' });
    expect(crm.effects).toEqual([]);
  });

  test('a lost answer is looked up before anything is sent again', async () => {
    const { crm, sync, base, edit, accountId, pass } = await aSyncedBase();
    putOrder(crm, '101');
    await sync();
    await edit('101', 'order.comment', 'раз');
    let isLost = false;
    crm.onCall((what) => (what === 'push update' && !isLost ? ((isLost = true), 'lostAfter') : 'none'));
    await sync();
    expect(base.read.sync.outboxCounts(accountId)).toMatchObject({ unknown: 1 });
    pass(5 * MINUTE);
    await sync();
    expect(crm.effects).toHaveLength(1);
    expect(base.read.sync.outboxCounts(accountId)).toMatchObject({ unknown: 0, done: 1 });
  });

  test('what a colleague typed over ours while its answer was lost comes in when it is found', async () => {
    const { crm, sync, edit, pass, order } = await aSyncedBase();
    putOrder(crm, '101');
    await sync();
    await edit('101', 'order.shipDate', '2026-12-11');
    let isLost = false;
    crm.onCall((what) => (what === 'push update' && !isLost ? ((isLost = true), 'lostAfter') : 'none'));
    await sync();
    pass(1000);
    changeOrder(crm, '101', { shipDate: '2026-12-02' });
    crm.onCall((what) => (what === 'lookUp' ? 'offline' : 'none'));
    pass(MINUTE);
    await sync();
    crm.onCall(() => 'none');
    pass(5 * MINUTE);
    expect(await sync()).toMatchObject({ reason: null });
    expect(order('101').shipDate).toBe('2026-12-02');
    expect(crm.row({ entity: 'order', id: '101' })?.fields['shipDate']).toBe('2026-12-02');
  });

  test('a change of lines goes as a whole list', async () => {
    const { crm, sync, edit, pass, order } = await aSyncedBase();
    putOrder(crm, '101');
    await sync();
    await edit('101', 'order.lines[0].price', '612.50');
    await edit('101', 'order.lines[0].quantity', '12');
    pass(MINUTE);
    await sync();
    expect(crm.row({ entity: 'order', id: '101' })?.lines).toMatchObject([{ price: '612.50', quantity: '12' }]);
    expect(crm.effects.map(({ kind }) => kind)).toEqual(['lines']);
    pass(MINUTE);
    await sync();
    expect(order('101').lines).toMatchObject([{ quantity: '12' }]);
  });

  test('a stop keeps the queue, names the reason and goes on when the key works again', async () => {
    const { crm, sync, edit, base, accountId } = await aSyncedBase();
    putOrder(crm, '101');
    await sync();
    await edit('101', 'order.comment', 'раз');
    crm.onCall(() => 'stopped');
    expect(await sync()).toMatchObject({ isStopped: true, reason: { code: 'crm.auth' } });
    expect(base.read.sync.account(accountId)).toMatchObject({ state: 'stopped' });
    crm.onCall(() => 'none');
    expect(await sync()).toMatchObject({ reason: null, pushed: 1 });
    expect(base.read.sync.account(accountId)).toMatchObject({ state: 'active', stop: null });
  });

  test('deleted records are struck through one by one, and never when half of them vanish', async () => {
    const { crm, sync, base, accountId } = await aSyncedBase();
    for (let index = 0; index < 40; index += 1) putOrder(crm, `1${String(index).padStart(2, '0')}`);
    await sync();
    crm.remove({ entity: 'order', id: '105' });
    await sync({ reconcile: true });
    expect(base.read.sync.row(accountId, { entity: 'order', id: '105' })?.goneAt).not.toBeNull();
    for (let index = 10; index < 30; index += 1) crm.remove({ entity: 'order', id: `1${index}` });
    await sync({ reconcile: true });
    expect(base.read.sync.row(accountId, { entity: 'order', id: '115' })?.goneAt).toBeNull();
    expect(base.read.sync.cursor(accountId, 'reconcile')).toMatchObject({ stopped: true, missing: 20, known: 39 });
    await sync({ reconcile: true, acceptLoss: true });
    expect(base.read.sync.row(accountId, { entity: 'order', id: '115' })?.goneAt).not.toBeNull();
    expect(base.read.orders.findByExternalId('bitrix24', '115')).not.toBeNull();
  });
});
