import { describe, expect, onTestFinished, test } from 'vitest';
import { requireDefined } from '#shared/kernel/assert.ts';
import { unwrap } from '#test/helpers/a-core.ts';
import { aSignatory, DEMO_PARTIES } from '#test/helpers/a-source.ts';
import { anOfficeWithStore } from './fake-crm.ts';

const MINUTE = 60_000;

/** An order of МойСклад whose missing goods are ordered here from a supplier. */
const aShortage = async () => {
  const place = await anOfficeWithStore({ orders: 20 }, { hasCompany: false });
  const { base, core, person, sync, accountId, fake, clock } = place;
  onTestFinished(core.close);
  expect(await sync()).toMatchObject({ reason: null });
  const order = requireDefined(
    base.read.orders
      .list({}, { limit: 20, offset: 0 })
      .items.map(({ id }) => base.read.orders.get(id))
      .find((one) => one?.lines.some(({ kind }) => kind === 'goods') === true),
    'an order with goods',
  );
  // The CRM knows neither who signs for us nor where we stand.
  base.write((stores) => {
    const known = requireDefined(stores.organisations.get(order.organisationId), 'our company');
    const party = { ...known.party, signatories: [aSignatory()], legalAddress: 'Тверь, Советская, 1' };
    stores.organisations.save({ ...known, party });
  });
  const line = requireDefined(
    order.lines.find(({ kind }) => kind === 'goods'),
    'a line of goods',
  );
  const purchases = () => fake.model.ids('purchaseorder');
  const before = purchases().length;
  const issue = async (supplier: string): Promise<void> => {
    const fields = { supplier, expectedDate: '2026-11-30', missingLines: [`${line.name}, 3 шт`, 'Лента атласная'] };
    const place = { process: 'catalogue-missing-goods', order: order.number, fields };
    unwrap(await person.call('records.create', { commandId: core.newId(), ...place }));
    unwrap(await person.call('processes.tick', { commandId: core.newId() }));
  };
  const paper = () =>
    requireDefined(
      base.read.documents.ofOrder(order.id).find(({ kind }) => kind === 'supplier-order'),
      'the paper',
    );
  const later = async () => {
    clock.advance(10 * MINUTE);
    return sync();
  };
  const entry = () => base.read.sync.entry(`${accountId}:purchase:${paper().id}`);
  const made = () =>
    purchases()
      .slice(before)
      .map((id) => requireDefined(fake.model.entity('purchaseorder', id), id));
  const positions = () =>
    purchases()
      .slice(before)
      .flatMap((id) => fake.model.positions('purchaseorder', id));
  return { ...place, order, issue, paper, later, entry, made, positions };
};

describe('a заказ поставщику of an order that МойСклад knows', () => {
  test('becomes a purchase there beside its order, once, whatever is issued anew', async () => {
    const { issue, later, made, positions, order, base, accountId, person, core, paper } = await aShortage();
    // One of those whom МойСклад knows.
    const supplier = requireDefined(base.read.parties.get(order.partyId), 'a party of the store');
    await issue(supplier.inn);
    expect(paper().partyId).toBe(supplier.id);
    expect(await later()).toMatchObject({ reason: null });
    const [purchase, ...others] = made();
    expect(others).toEqual([]);
    const there = requireDefined(base.read.sync.linkOf(accountId, `order:${order.id}`), 'the order there').ref.id;
    expect(JSON.stringify(purchase?.['customerOrders'])).toContain(there);
    expect(purchase?.['description']).toContain('Количество уточните: Лента атласная.');
    expect(new Date(Number(purchase?.['deliveryPlannedMoment'])).toISOString()).toBe('2026-11-30T09:00:00.000Z');
    expect(positions()).toMatchObject([{ quantity: 3 }]);

    unwrap(
      await person.call('documents.reissue', {
        commandId: core.newId(),
        id: paper().id,
        reason: 'Уточнили',
        force: true,
      }),
    );
    expect(await later()).toMatchObject({ reason: null });
    expect(made()).toHaveLength(1);
  });

  test('whose supplier is unknown there waits where people see it and goes when he is entered', async () => {
    const { issue, later, made, base, entry, person, core, fake } = await aShortage();
    base.write((stores) => stores.parties.save(DEMO_PARTIES.stroysnab));
    await issue(DEMO_PARTIES.stroysnab.shortName);
    expect(await later()).toMatchObject({ reason: null });
    expect(made()).toEqual([]);
    expect(entry()).toMatchObject({ state: 'parked', error: { code: 'sync.noLinked' } });
    const { inn, kpp, shortName } = DEMO_PARTIES.stroysnab;
    fake.model.add('counterparty', { name: shortName, inn, kpp, companyType: 'legal' });
    expect(await later()).toMatchObject({ reason: null });
    unwrap(await person.call('sync.retry', { commandId: core.newId(), id: entry()?.id ?? '' }));
    expect(await later()).toMatchObject({ reason: null });
    expect(made()).toHaveLength(1);
  });
});
