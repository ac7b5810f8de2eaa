import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asId } from '#shared/kernel/id.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { refused, unwrap, type TestCaller } from '#test/helpers/a-core.ts';
import { openPaperDesk, type PaperDesk } from '../signing/a-paper-desk.ts';

let desk: PaperDesk;

beforeAll(async () => {
  desk = await openPaperDesk();
}, 240_000);
afterAll(() => desk.core.close());

/** Orders of the catalogue that are shipped and not closed, with whoever works on them. */
const shipped = async (place: number): Promise<{ card: OutputOf<'records.get'>; manager: TestCaller }> => {
  const { processes, users } = desk.core.base.read;
  const ids = desk.core.sqlite
    .prepare(`SELECT id FROM process_instances WHERE code = 'catalogue-order' AND stage = 'shipped' ORDER BY id`)
    .pluck()
    .all();
  const instance = requireDefined(processes.instance(String(ids[place])), 'a shipped order');
  const owner = requireDefined(users.get(asId(instance.owner ?? '')), 'whoever works on it');
  return {
    card: unwrap(await desk.office.call('records.get', { id: instance.id })),
    manager: await desk.core.as(owner.login),
  };
};

/** The first of them whose papers can be made: the demonstration has orders with mistakes too. */
const shippedAndIssued = async () => {
  for (let place = 0; ; place += 1) {
    const { card, manager } = await shipped(place);
    const order = card.order?.number ?? '';
    const kinds = unwrap(await desk.office.call('closing.gate', { order })).items.map(({ kind }) => kind);
    const pack = await desk.office.call('packs.issue', { commandId: desk.core.newId(), order, kinds });
    const issued = pack.ok ? pack.value.issued.map(({ id }) => id) : [];
    if (issued.length === kinds.length) return { card, manager, issued };
  }
};

const complete = (manager: TestCaller, { instanceId }: OutputOf<'records.get'>) =>
  manager.call('records.move', { commandId: desk.core.newId(), instance: instanceId, to: 'completed' });

describe('an order whose papers have not come back', () => {
  test('does not reach its last stage, and says which papers are waited for', async () => {
    const { card, manager } = await shipped(0);
    const answer = refused(await complete(manager, card));
    expect(answer).toMatchObject({ code: 'process.refused', data: { refusals: [{ code: 'process.originals' }] } });
    expect(JSON.stringify(answer)).toMatch(/не вернулись подписанные документы\. .+ – не выпущен/u);
    const same = unwrap(await desk.office.call('records.get', { id: card.instanceId }));
    expect(same.stage).toBe('shipped');
  });

  test('reaches it when all of them are here', async () => {
    const { card, manager, issued } = await shippedAndIssued();
    const gate = () => desk.office.call('closing.gate', { order: card.order?.number ?? '' });
    for (const id of issued) {
      await desk.sign(id);
      await desk.send(id);
      expect(refused(await complete(manager, card)).code).toBe('process.refused');
      const isElectronic = desk.core.base.read.documents.get(asId(id))?.medium === 'edo';
      const as = isElectronic ? 'electronic' : 'original';
      unwrap(await desk.office.call('signing.received', { commandId: desk.core.newId(), id, as }));
    }
    expect(unwrap(await gate()).open).toBe(true);
    expect(unwrap(await complete(manager, card)).stage).toBe('completed');
  });

  test('reaches it without them when somebody with the right says why, and the history keeps it', async () => {
    const { card, manager } = await shipped(0);
    const order = card.order?.number ?? '';
    const reason = 'Клиент ликвидирован';
    const asked = { order, reason };
    expect(refused(await manager.call('closing.override', { commandId: desk.core.newId(), ...asked })).code).toBe(
      'right.missing',
    );
    unwrap(await desk.director.call('closing.override', { commandId: desk.core.newId(), ...asked }));
    expect(unwrap(await complete(manager, card)).stage).toBe('completed');
    const orderId = desk.core.base.read.orders.findByNumber(order)[0]?.id ?? '';
    const entries = desk.core.base.read.audit.ofEntity('order', orderId, 20);
    expect(entries.find(({ action }) => action === 'order.closingAllowed')?.after).toMatchObject({ reason });
  });
});
