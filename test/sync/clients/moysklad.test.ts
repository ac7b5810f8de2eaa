import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { orderImport } from '#shared/contract/imports.ts';
import { composeRecord } from '#shared/domain/crm/compose-record.ts';
import { EMPTY_MAPPING } from '#shared/domain/crm/mapping.ts';
import type { CrmRef, CrmRow } from '#shared/domain/crm/row.ts';
import type { IsoInstant } from '#shared/kernel/date.ts';
import type { PushOperation } from '#main/sync/connectors/connector.ts';
import { doneRef, now } from './operations.ts';
import { anAccount, allPages, feedOf, must, NEVER, scanAll } from './fake-line.ts';

const KEY = '019ab000-0000-7000-8000-000000000003';

const order = (id: string): CrmRef => ({ entity: 'order', id });
const at = (ms: number): IsoInstant => new Date(ms).toISOString() as IsoInstant;

const aNewOrder = (links: Readonly<Record<string, CrmRef | null>>, row: CrmRow): PushOperation => ({
  kind: 'create',
  key: KEY,
  entity: 'order',
  type: null,
  fields: { number: 'K-77', comment: 'Из Комплекта' },
  links,
  lines: (row.lines ?? []).map((line) => ({ ...line, id: null })),
});

test('an employee sees whose token it is', async () => {
  const { connector } = anAccount();
  expect(must(await connector.probe(NEVER))).toMatchObject({
    portal: 'МойСклад',
    missing: [],
    can: { orders: true, messages: false },
  });
});

test.each(['order', 'party', 'organisation', 'contract', 'invoice', 'payment', 'purchase', 'shipment', 'task'])(
  'every %s is loaded once',
  async (name) => {
    const { connector, fake } = anAccount({ orders: 130 });
    const types: Readonly<Record<string, string>> = {
      order: 'customerorder',
      party: 'counterparty',
      organisation: 'organization',
      invoice: 'invoiceout',
      payment: 'paymentin',
      purchase: 'purchaseorder',
      shipment: 'demand',
    };
    const rows = await scanAll(connector, name);
    expect(rows.map(({ id }) => id).toSorted()).toEqual([...fake.model.ids(types[name] ?? name)].toSorted());
  },
);

test('orders come with lines, parties and contracts, and become entries of the import', async () => {
  const { connector } = anAccount();
  const shadow = new Map<string, CrmRow>();
  for (const name of ['order', 'party', 'organisation', 'contract'])
    for (const row of await scanAll(connector, name)) shadow.set(`${row.entity} ${row.id}`, row);
  const orders = [...shadow.values()].filter(({ entity }) => entity === 'order');
  for (const row of orders) {
    const answer = composeRecord(row, ({ entity, id }) => shadow.get(`${entity} ${id}`) ?? null, EMPTY_MAPPING);
    expect(answer.state === 'ready' && orderImport.safeParse(answer.entry).error).toBeUndefined();
  }
  expect(orders.length).toBe(60);
});

test('open orders are those whose state is a usual one', async () => {
  const { connector } = anAccount();
  const open = await scanAll(connector, 'order', 'open');
  expect(open.length).toBeGreaterThan(0);
  expect(open.every(({ fields }) => fields['outcome'] === 'process')).toBe(true);
});

test('a change is found in its window, deleted orders with the day of their deletion', async () => {
  const { connector, fake, clock } = anAccount();
  const [first = '', second = ''] = fake.model.ids('customerorder');
  clock.advance(60_000);
  const from = at(clock.nowMs() - 1);
  fake.model.change('customerorder', first, { description: 'Срочно' });
  const headers = {
    authorization: `Bearer ${fake.token}`,
    'accept-encoding': 'gzip',
    'content-type': 'application/json',
  };
  await fake.transport({ method: 'POST', url: `${fake.url}/entity/customerorder/${second}/trash`, headers });
  clock.advance(60_000);
  const window = { from, to: at(clock.nowMs() - 5_000) };
  const page = must(await connector.changes({ feed: feedOf(connector, 'order'), window, after: null }, NEVER));
  const byId = new Map(page.rows.map((row) => [row.id, row]));
  expect(byId.get(first)?.fields['comment']).toBe('Срочно');
  expect(byId.get(second)?.deletedAt).toMatch(/^2026-11-22T/u);
  expect(byId.size).toBe(2);
});

test('two hundred and fifty orders changed in one go are all found', async () => {
  const { connector, fake, clock } = anAccount({ orders: 400 });
  const ids = fake.model.ids('customerorder').slice(0, 250);
  const from = at(clock.nowMs() - 1);
  for (const id of ids) fake.model.change('customerorder', id, { description: 'Массовая правка' });
  clock.advance(60_000);
  const window = { from, to: at(clock.nowMs() - 5_000) };
  const pages = await allPages((after) =>
    connector.changes({ feed: feedOf(connector, 'order'), window, after }, NEVER),
  );
  const found = new Set(pages.flatMap(({ rows }) => rows.map(({ id }) => id)));
  expect([...found].toSorted()).toEqual(ids.toSorted());
});

test('a record that is really gone is told apart from one that came', async () => {
  const { connector, fake } = anAccount();
  const [first = ''] = fake.model.ids('customerorder');
  const absent = order('00000000-0000-4000-8000-000000000000');
  const read = must(await connector.read([order(first), absent], NEVER));
  expect(read.rows.map(({ id }) => id)).toEqual([first]);
  expect(read.gone).toEqual([absent]);
});

test('a new order is made once, though its answer was lost and it was sent again', async () => {
  const { connector, fake, clock } = anAccount();
  const [row] = await scanAll(connector, 'order');
  if (row === undefined) throw new Error('no orders');
  const operation = aNewOrder(
    { buyer: row.links['buyer'] ?? null, organisation: row.links['organisation'] ?? null },
    row,
  );
  fake.faults.script({ label: 'POST entity/customerorder', kind: 'lostAfter' });
  const before = fake.model.ids('customerorder').length;
  const attempt = now(clock.nowMs());
  // A request with a `syncId` may simply go again, so that a lost answer is no riddle.
  expect((await connector.push(operation, NEVER)).state).toBe('later');
  expect(await connector.lookUp(operation, attempt, NEVER)).toMatchObject({ state: 'found', row: { key: KEY } });
  const ref = doneRef(await connector.push(operation, NEVER));
  expect(fake.model.ids('customerorder').length).toBe(before + 1);
  const [made] = must(await connector.read([ref], NEVER)).rows;
  expect(made?.lines?.map(({ name, quantity, price }) => [name, quantity, price])).toEqual(
    row.lines?.map(({ name, quantity, price }) => [name, quantity, price]),
  );
});

test('only the edited field goes, and a colleague who was faster is a conflict', async () => {
  const { connector, fake } = anAccount();
  const [id = ''] = fake.model.ids('customerorder');
  const edit: PushOperation = {
    kind: 'update',
    key: KEY,
    ref: order(id),
    fields: { comment: 'Моё' },
    base: { comment: 'Позвонить' },
  };
  fake.model.change('customerorder', id, { description: 'Позвонить' });
  expect(await connector.push(edit, NEVER)).toMatchObject({ state: 'done', row: { fields: { comment: 'Моё' } } });
  fake.model.change('customerorder', id, { description: 'Коллеги' });
  expect(
    await connector.push({ ...edit, fields: { comment: 'Опять моё' }, base: { comment: 'Моё' } }, NEVER),
  ).toMatchObject({ state: 'conflict', fields: ['comment'] });
});

test('the state of an order moves by its reference', async () => {
  const { connector, clock } = anAccount();
  const states =
    must(await connector.dictionaries(NEVER)).pipelines.find(({ entity }) => entity === 'order')?.stages ?? [];
  const [row] = await scanAll(connector, 'order');
  const target = states.find(({ id }) => id !== row?.fields['stage']);
  const move: PushOperation = { kind: 'stage', key: KEY, ref: order(row?.id ?? ''), stage: target?.id ?? '' };
  expect(await connector.push(move, NEVER)).toMatchObject({
    state: 'done',
    row: { fields: { stage: target?.id, stageTitle: target?.title } },
  });
  expect(await connector.lookUp(move, now(clock.nowMs()), NEVER)).toMatchObject({ state: 'found' });
});

test('lines replace the positions; goods that the service does not know are refused with their name', async () => {
  const { connector, clock } = anAccount();
  const row = (await scanAll(connector, 'order')).find(({ lines }) => (lines ?? []).length > 1);
  const [line] = row?.lines ?? [];
  if (row === undefined || line === undefined) throw new Error('no order with lines');
  const lines = [{ ...line, quantity: '7' }];
  const operation: PushOperation = { kind: 'lines', key: KEY, ref: order(row.id), lines };
  expect((await connector.push(operation, NEVER)).state).toBe('done');
  expect(await connector.lookUp(operation, now(clock.nowMs()), NEVER)).toMatchObject({ state: 'found' });
  const strange = await connector.push(
    { ...operation, lines: [{ ...line, id: null, code: '', name: 'Невиданный товар' }] },
    NEVER,
  );
  expect(strange).toMatchObject({ state: 'refused', fix: 'edit' });
  expect(strange.state === 'refused' && strange.message).toContain('«Невиданный товар»');
});

test('tasks are made on an order and closed', async () => {
  const { connector, fake, clock } = anAccount();
  const [id = ''] = fake.model.ids('customerorder');
  const [employee] = must(await connector.dictionaries(NEVER)).employees;
  const operation: PushOperation = {
    kind: 'create',
    key: KEY,
    entity: 'task',
    type: null,
    fields: { title: 'Проверить оплату', responsible: employee?.id ?? null, deadline: '2026-11-25T12:00:00.000Z' },
    links: { owner: order(id) },
    lines: null,
  };
  const ref = doneRef(await connector.push(operation, NEVER));
  expect(await connector.lookUp(operation, now(clock.nowMs()), NEVER)).toMatchObject({ state: 'found', ref });
  expect((await connector.push({ kind: 'closeTask', key: KEY, ref, result: '' }, NEVER)).state).toBe('done');
  expect(must(await connector.read([ref], NEVER)).rows[0]).toMatchObject({
    fields: { state: 'done' },
    links: { owner: order(id) },
  });
});

test('a document is attached once, however often it is sent, and comes back byte by byte', async () => {
  const { connector, fake } = anAccount();
  const [id = ''] = fake.model.ids('customerorder');
  const bytes = new Uint8Array([9, 8, 7, 0, 255]);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const operation: PushOperation = {
    kind: 'file',
    key: KEY,
    ref: order(id),
    name: 'Счёт 15.pdf',
    sha256,
    bytes: () => Promise.resolve(bytes),
    field: null,
  };
  expect((await connector.push(operation, NEVER)).state).toBe('done');
  expect((await connector.push(operation, NEVER)).state).toBe('done');
  const [row] = must(await connector.read([order(id)], NEVER)).rows;
  const [file, ...more] = row?.files ?? [];
  expect(more).toEqual([]);
  expect(file).toMatchObject({ name: `${sha256.slice(0, 8)}-Счёт 15.pdf`, size: 5 });
  const asked = file ?? { id: '', name: '', size: null };
  expect([...must(await connector.download(order(id), asked, NEVER))]).toEqual([...bytes]);
});

test('a note stands in the events of an order', async () => {
  const { connector, fake, clock } = anAccount();
  const [id = ''] = fake.model.ids('customerorder');
  const operation: PushOperation = { kind: 'comment', key: KEY, ref: order(id), text: 'Счёт № 15 выставлен' };
  const outcome = await connector.push(operation, NEVER);
  expect(outcome.state).toBe('done');
  expect(await connector.lookUp(operation, now(clock.nowMs()), NEVER)).toMatchObject({ state: 'found' });
});

test('requisites and a new account reach the counterparty, known accounts stay', async () => {
  const { connector, fake } = anAccount();
  const [id = ''] = fake.model.ids('counterparty');
  const ref: CrmRef = { entity: 'party', id };
  const before = must(await connector.read([ref], NEVER)).rows[0]?.requisites?.[0]?.accounts ?? [];
  const operation: PushOperation = {
    kind: 'requisites',
    key: KEY,
    ref,
    requisites: {
      id,
      fields: { kpp: '770101001' },
      accounts: [
        {
          account: '40702810000000000777',
          bic: '044525225',
          bankName: 'ПАО Сбербанк',
          corrAccount: '30101810400000000225',
        },
      ],
    },
  };
  expect((await connector.push(operation, NEVER)).state).toBe('done');
  const after = must(await connector.read([ref], NEVER)).rows[0]?.requisites?.[0];
  expect(after?.kpp).toBe('770101001');
  expect(after?.accounts.map(({ account }) => account)).toEqual([
    ...before.map(({ account }) => account),
    '40702810000000000777',
  ]);
});

test('a revoked token stops everything with a Russian message', async () => {
  const { connector, fake } = anAccount();
  fake.settings.state = 'revoked';
  const answer = await connector.read([order(fake.model.ids('customerorder')[0] ?? '')], NEVER);
  expect(answer).toMatchObject({ ok: false, error: { state: 'stopped', why: 'auth', action: 'newKey' } });
  expect(!answer.ok && answer.error.message).toMatch(/токен.*Данные в программе сохранены/su);
});

test.each(['maintenance', 'offline'] as const)(
  'when the service is in %s nothing is gone and the call is repeated later',
  async (state) => {
    const { connector, fake } = anAccount();
    const [id = ''] = fake.model.ids('customerorder');
    fake.settings.state = state;
    expect(await connector.read([order(id)], NEVER)).toMatchObject({ ok: false, error: { state: 'later' } });
  },
);

test.each([
  ['before the first of December', '2026-11-22'],
  ['after it, when a request costs more', '2026-12-02'],
])('a hundred requests in a row are never refused %s', async (_case, day) => {
  const { connector, fake, clock } = anAccount();
  clock.advance(Date.parse(`${day}T09:00:00Z`) - clock.nowMs());
  const [id = ''] = fake.model.ids('customerorder');
  for (let step = 0; step < 100; step += 1) must(await connector.read([order(id)], NEVER));
  expect(fake.counters.throttled).toBe(0);
});

test('an update that met another editor comes again, and goes through then', async () => {
  const { connector, fake } = anAccount();
  const [id = ''] = fake.model.ids('customerorder');
  fake.settings.raceOn = 'customerorder';
  const edit: PushOperation = { kind: 'update', key: KEY, ref: order(id), fields: { comment: 'Моё' }, base: {} };
  expect(await connector.push(edit, NEVER)).toMatchObject({ state: 'later', why: 'busy' });
  expect(await connector.push(edit, NEVER)).toMatchObject({ state: 'done' });
});

test('no line of the log and no failure ever shows the token', async () => {
  const { connector, fake, lines } = anAccount();
  const said: unknown[] = [];
  for (const state of ['ok', 'revoked', 'maintenance', 'offline'] as const) {
    fake.settings.state = state;
    said.push(await connector.probe(NEVER));
  }
  expect(JSON.stringify(lines) + JSON.stringify(said)).not.toContain(fake.token);
});
