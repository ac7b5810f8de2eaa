import { expect, test } from 'vitest';
import type { PushOperation } from '#main/sync/connectors/connector.ts';
import { EMPTY_MAPPING } from '#shared/domain/crm/mapping.ts';
import { aPortal, must, NEVER } from './fake-line.ts';
import { aDeal, aLine, deal, doneRef, KEY, now, readOne } from './operations.ts';

test('a new deal goes with its key and its lines, and reads back as it was sent', async () => {
  const { connector } = aPortal();
  const ref = doneRef(await connector.push(aDeal(), NEVER));
  const row = await readOne(connector, ref);
  expect(row).toMatchObject({ key: KEY, fields: { title: 'Новый заказ', comment: 'Позвонить до 12:00' } });
  expect(row?.lines?.map(({ name, quantity, price, vatRate }) => [name, quantity, price, vatRate])).toEqual([
    ['Чайник заварочный', '3', '1240.50', '22'],
  ]);
});

test('when the answer of a new deal is lost, it is found by its key and not made again', async () => {
  const { connector, fake, clock } = aPortal();
  must(await connector.describe('order', NEVER));
  fake.faults.script({ label: 'batch', kind: 'lostAfter' });
  const attempt = now(clock.nowMs());
  const outcome = await connector.push(aDeal(), NEVER);
  expect(outcome.state).toBe('unknown');
  const seen = await connector.lookUp(aDeal(), attempt, NEVER);
  expect(seen).toMatchObject({ state: 'found', row: { key: KEY } });
  expect(fake.counters.effectsOf('crm.item.add')).toBe(1);
});

test('when a new deal was lost on the way there, the look-up says so', async () => {
  const { connector, fake, clock } = aPortal();
  must(await connector.describe('order', NEVER));
  fake.faults.script({ label: 'batch', kind: 'lostBefore' });
  expect((await connector.push(aDeal(), NEVER)).state).toBe('unknown');
  expect(await connector.lookUp(aDeal(), now(clock.nowMs()), NEVER)).toEqual({ state: 'absent' });
});

test.each(['party', 'contact', 'lead', 'invoice'] as const)(
  'a new %s keeps our key and is found by it',
  async (entity) => {
    const { connector, clock } = aPortal();
    const operation = aDeal({
      entity,
      lines: null,
      fields: { title: 'Ромашкин Роман Романович', phone: '+7 900 000-00-01' },
    });
    const ref = doneRef(await connector.push(operation, NEVER));
    expect(ref.entity).toBe(entity);
    expect(await connector.lookUp(operation, now(clock.nowMs()), NEVER)).toMatchObject({ state: 'found', ref });
  },
);

test('only the edited field goes', async () => {
  const { connector, fake } = aPortal();
  const [id = 0] = fake.model.ids(2);
  const before = fake.model.item(2, id);
  const outcome = await connector.push(
    {
      kind: 'update',
      key: KEY,
      ref: deal(id),
      fields: { title: 'Другое' },
      base: { title: String(before?.['title']) },
    },
    NEVER,
  );
  expect(outcome).toMatchObject({ state: 'done', ignored: [], overwritten: {}, row: { fields: { title: 'Другое' } } });
  expect(fake.model.item(2, id)).toMatchObject({ title: 'Другое', comments: before?.['comments'] });
});

test('a field that a colleague changed meanwhile is a conflict and nothing is sent', async () => {
  const { connector, fake } = aPortal();
  const [id = 0] = fake.model.ids(2);
  fake.model.changeItem(2, id, { title: 'Правка коллеги' });
  const outcome = await connector.push(
    { kind: 'update', key: KEY, ref: deal(id), fields: { title: 'Моё' }, base: { title: 'Как было' } },
    NEVER,
  );
  expect(outcome).toMatchObject({ state: 'conflict', fields: ['title'], row: { fields: { title: 'Правка коллеги' } } });
  expect(fake.counters.effectsOf('crm.item.update')).toBe(0);
});

test('a colleague who typed the same is no conflict', async () => {
  const { connector, fake } = aPortal();
  const [id = 0] = fake.model.ids(2);
  fake.model.changeItem(2, id, { title: 'Моё' });
  const outcome = await connector.push(
    { kind: 'update', key: KEY, ref: deal(id), fields: { title: 'Моё' }, base: { title: 'Как было' } },
    NEVER,
  );
  expect(outcome.state).toBe('done');
  expect(fake.counters.effectsOf('crm.item.update')).toBe(0);
});

test('our state goes into the mapped field of the portal', async () => {
  const probe = aPortal();
  const field = must(await probe.connector.describe('order', NEVER)).find(
    ({ name, type, isReadOnly }) => name.startsWith('ufCrm') && type === 'text' && !isReadOnly,
  );
  expect(field).toBeDefined();
  const { connector, fake } = aPortal({}, { mapping: { ...EMPTY_MAPPING, fields: { statePaid: field?.name ?? '' } } });
  const [id = 0] = fake.model.ids(2);
  const outcome = await connector.push(
    { kind: 'update', key: KEY, ref: deal(id), fields: { statePaid: 'оплачен' }, base: {} },
    NEVER,
  );
  expect(outcome).toMatchObject({ state: 'done', row: { fields: { statePaid: 'оплачен' } } });
  expect(fake.model.item(2, id)?.[field?.name ?? '']).toBe('оплачен');
});

test('a stage that the portal refuses for an empty field is named with that field, and stays as it was', async () => {
  const { connector, fake } = aPortal({ settings: { requiredOnStage: { WON: 'comments' } } });
  const id =
    fake.model
      .ids(2)
      .find((each) => fake.model.item(2, each)?.['stageId'] === 'NEW' && !fake.model.item(2, each)?.['comments']) ?? 0;
  const outcome = await connector.push({ kind: 'stage', key: KEY, ref: deal(id), stage: 'WON' }, NEVER);
  expect(outcome).toMatchObject({ state: 'refused', fix: 'edit' });
  expect(outcome.state === 'refused' && outcome.message).toMatch(/Битрикс24 не принял изменение/u);
});

test('a move to another stage is done once and found afterwards', async () => {
  const { connector, fake, clock } = aPortal({ settings: { hasRobots: false } });
  const id = fake.model.ids(2).find((each) => fake.model.item(2, each)?.['stageId'] === 'NEW') ?? 0;
  const move: PushOperation = { kind: 'stage', key: KEY, ref: deal(id), stage: 'PREPARATION' };
  expect((await connector.push(move, NEVER)).state).toBe('done');
  expect(await connector.lookUp(move, now(clock.nowMs()), NEVER)).toMatchObject({ state: 'found' });
  expect((await connector.push(move, NEVER)).state).toBe('done');
  expect(fake.counters.effectsOf('crm.item.update')).toBe(1);
});

test.each([
  ['a price with VAT', aLine()],
  ['a price without VAT on top', aLine({ vatIncluded: false, price: '1000.00' })],
  ['«Без НДС»', aLine({ vatRate: 'none' })],
  ['0 %', aLine({ vatRate: '0' })],
  ['a discount', aLine({ discountPercent: '10', price: '100.00' })],
])('lines replace the list and read back the same: %s', async (_case, line) => {
  const { connector, fake, clock } = aPortal();
  const [id = 0] = fake.model.ids(2);
  const operation: PushOperation = {
    kind: 'lines',
    key: KEY,
    ref: deal(id),
    lines: [line, { ...line, name: 'Вторая строка' }],
  };
  expect((await connector.push(operation, NEVER)).state).toBe('done');
  const row = await readOne(connector, deal(id));
  expect(row?.lines?.map(({ name, quantity, vatRate }) => [name, quantity, vatRate])).toEqual([
    [line.name, line.quantity, line.vatRate],
    ['Вторая строка', line.quantity, line.vatRate],
  ]);
  expect(await connector.lookUp(operation, now(clock.nowMs()), NEVER)).toMatchObject({ state: 'found' });
});
