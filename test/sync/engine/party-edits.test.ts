import { describe, expect, onTestFinished, test } from 'vitest';
import type { OrderId } from '#shared/kernel/id.ts';
import { asId } from '#shared/kernel/id.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { unwrap } from '#test/helpers/a-core.ts';
import { anOfficeWithPortal, anOfficeWithStore } from './fake-crm.ts';

const MINUTE = 60_000;

/** A value of a fake as a text. */
const word = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? `${value}` : '');

/** An office that has read Битрикс24, and the buyer of an order with his set of requisites there. */
const withBitrix = async () => {
  const place = await anOfficeWithPortal({ deals: 20 }, { hasCompany: false });
  const there = (setId: string, field: string): string =>
    word(place.fake.model.records('requisite').find(({ ID }) => word(ID) === setId)?.[field]);
  return {
    ...place,
    kppThere: (_party: string, setId: string) => there(setId, 'RQ_KPP'),
    mendThere: (_party: string, setId: string, kpp: string) =>
      place.fake.model.changeRecord('requisite', Number(setId), { RQ_KPP: kpp }),
  };
};

const withStore = async () => {
  const place = await anOfficeWithStore({ orders: 20 }, { hasCompany: false });
  return {
    ...place,
    kppThere: (party: string) => word(place.fake.model.entity('counterparty', party)?.['kpp']),
    mendThere: (party: string, _setId: string, kpp: string) => place.fake.model.change('counterparty', party, { kpp }),
  };
};

const CRMS = [
  { name: 'Битрикс24', start: withBitrix },
  { name: 'МойСклад', start: withStore },
] as const;

describe.each(CRMS)('the card of a counterparty kept here and in $name', ({ start }) => {
  const aCard = async () => {
    const place = await start();
    const { base, core, person, sync, accountId, clock } = place;
    onTestFinished(core.close);
    expect(await sync()).toMatchObject({ reason: null });
    const orders = base.read.orders.list({}, { limit: 100, offset: 0 }).items;
    const found = orders.flatMap(({ id, partyId }) => {
      const link = base.read.sync.linkOf(accountId, `party:${partyId}`);
      const set = link === null ? undefined : base.read.sync.row(accountId, link.ref)?.row.requisites?.[0];
      return link !== null && set !== undefined && set.kpp !== '' ? [{ id, partyId, remote: link.ref.id, set }] : [];
    });
    const { id, partyId, remote, set } = requireDefined(found[0], 'an order whose buyer has requisites');
    const mend = async (kpp: string): Promise<void> => {
      const { revision } = requireDefined(base.read.orders.get(asId(id)), 'the order');
      const input = {
        commandId: core.newId(),
        orderId: id satisfies OrderId,
        revision,
        field: 'buyer.kpp',
        value: kpp,
      };
      unwrap(await person.call('orders.setField', input));
    };
    return {
      ...place,
      mend,
      here: () => base.read.parties.get(partyId)?.kpp,
      there: () => place.kppThere(remote, set.id),
      mendThere: (kpp: string) => place.mendThere(remote, set.id, kpp),
      again: async () => {
        clock.advance(3 * MINUTE);
        return sync();
      },
    };
  };

  test('a value that was mended here is mended there once', async () => {
    const { mend, here, there, again } = await aCard();
    await mend('770101001');
    expect(await again()).toMatchObject({ reason: null, pushed: 1 });
    expect(await again()).toMatchObject({ reason: null, pushed: 0 });
    expect([here(), there()]).toEqual(['770101001', '770101001']);
  });

  test.each([
    ['mine', '770101001'],
    ['theirs', '780201001'],
  ] as const)(
    'a value that both sides mended is asked about, and the choice «%s» holds on both',
    async (choice, kpp) => {
      const { mend, mendThere, here, there, again, base, accountId, person, core } = await aCard();
      await mend('770101001');
      mendThere('780201001');
      expect(await again()).toMatchObject({ reason: null });
      const [question] = base.read.sync.conflicts(accountId, 10);
      expect(question).toMatchObject({ field: 'kpp', ours: '770101001', theirs: '780201001' });
      expect([here(), there()]).toEqual(['770101001', '780201001']);
      const { items } = unwrap(await person.call('sync.conflicts', { limit: 10 }));
      expect(items[0]?.title).toBe('КПП');
      unwrap(await person.call('sync.resolve', { commandId: core.newId(), id: question?.id ?? '', choice }));
      expect(await again()).toMatchObject({ reason: null });
      expect([here(), there()]).toEqual([kpp, kpp]);
      expect(base.read.sync.outboxCounts(accountId)).toMatchObject({ ready: 0, conflict: 0, wait: 0, parked: 0 });
    },
  );
});
