import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { EMPTY_MAPPING } from '#shared/domain/crm/mapping.ts';
import type { CrmLine, CrmRef } from '#shared/domain/crm/row.ts';
import type { IsoInstant } from '#shared/kernel/date.ts';
import type { Connector, PushOperation, PushOutcome } from '#main/sync/connectors/connector.ts';
import { aPortal, must, NEVER } from './fake-line.ts';

const KEY = '019ab000-0000-7000-8000-000000000001';

const aLine = (over: Partial<CrmLine> = {}): CrmLine => ({
  id: null,
  kind: 'goods',
  code: '',
  name: 'Чайник заварочный',
  unitName: 'шт',
  unitCode: '796',
  quantity: '3',
  price: '1240.50',
  discountPercent: '0',
  vatRate: '22',
  vatIncluded: true,
  ...over,
});

const aDeal = (over: Partial<Extract<PushOperation, { kind: 'create' }>> = {}): PushOperation => ({
  kind: 'create',
  key: KEY,
  entity: 'order',
  type: null,
  fields: { title: 'Новый заказ', comment: 'Позвонить до 12:00' },
  links: {},
  lines: [aLine()],
  ...over,
});

const aFile = (ref: CrmRef, bytes: Uint8Array, field: string | null = null): PushOperation => ({
  kind: 'file',
  key: KEY,
  ref,
  name: 'Счёт 15.pdf',
  sha256: createHash('sha256').update(bytes).digest('hex'),
  bytes: () => Promise.resolve(bytes),
  field,
});

const doneRef = (outcome: PushOutcome): CrmRef => {
  expect(outcome.state).toBe('done');
  if (outcome.state !== 'done' || outcome.ref === null) throw new Error(JSON.stringify(outcome));
  return outcome.ref;
};

const deal = (id: number): CrmRef => ({ entity: 'order', id: String(id) });
const now = (at: number) => ({ startedAt: new Date(at).toISOString() as IsoInstant });

const readOne = async (connector: Connector, ref: CrmRef) => must(await connector.read([ref], NEVER)).rows[0];

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

test('a document lies in the folder of its deal with a link in the timeline, once, however often it is sent', async () => {
  const { connector, fake, clock } = aPortal();
  const [id = 0] = fake.model.ids(2);
  const bytes = new Uint8Array(2_000).fill(7);
  const operation = aFile(deal(id), bytes);
  expect(await connector.lookUp(operation, now(clock.nowMs()), NEVER)).toEqual({ state: 'absent' });
  expect((await connector.push(operation, NEVER)).state).toBe('done');
  expect((await connector.push(operation, NEVER)).state).toBe('done');
  expect(await connector.lookUp(operation, now(clock.nowMs()), NEVER)).toMatchObject({ state: 'found' });
  expect(fake.counters.effectsOf('disk.folder.uploadFile')).toBe(1);
  expect(fake.counters.effectsOf('crm.timeline.comment.add')).toBe(1);
});

test('a file above five megabytes goes to an address of its own', async () => {
  const { connector, fake, clock } = aPortal();
  const [id = 0] = fake.model.ids(2);
  const operation = aFile(deal(id), new Uint8Array(5_200_000).fill(3));
  expect(await connector.push(operation, NEVER)).toMatchObject({ state: 'done' });
  expect(await connector.lookUp(operation, now(clock.nowMs()), NEVER)).toMatchObject({ state: 'found' });
});

test('a file that was sent comes back byte by byte', async () => {
  const { connector, fake } = aPortal();
  const [id = 0] = fake.model.ids(2);
  const bytes = new Uint8Array([1, 2, 3, 250, 0, 9]);
  const outcome = await connector.push(aFile(deal(id), bytes), NEVER);
  const file = { id: outcome.state === 'done' ? (outcome.answer ?? '') : '', name: '', size: null };
  expect([...must(await connector.download(deal(id), file, NEVER))]).toEqual([...bytes]);
});

test('a task is made on its deal, closed, and closing it again is no error', async () => {
  const { connector, fake, clock } = aPortal();
  const [id = 0] = fake.model.ids(2);
  const operation = aDeal({
    entity: 'task',
    lines: null,
    fields: { title: 'Проверить оплату', responsible: '12', deadline: '2026-11-25T15:00:00+03:00' },
    links: { owner: deal(id) },
  });
  const ref = doneRef(await connector.push(operation, NEVER));
  expect(await connector.lookUp(operation, now(clock.nowMs()), NEVER)).toMatchObject({ state: 'found', ref });
  const close: PushOperation = { kind: 'closeTask', key: KEY, ref, result: 'Оплата пришла' };
  expect((await connector.push(close, NEVER)).state).toBe('done');
  expect((await connector.push(close, NEVER)).state).toBe('done');
  expect(await connector.lookUp(close, now(clock.nowMs()), NEVER)).toMatchObject({ state: 'found' });
  expect(fake.counters.effectsOf('tasks.task.complete')).toBe(1);
});

test('an old box without REST 3 gets its tasks by the older method', async () => {
  const { connector, fake } = aPortal({ settings: { hasRestV3: false } });
  const [id = 0] = fake.model.ids(2);
  const operation = aDeal({
    entity: 'task',
    lines: null,
    fields: { title: 'Позвонить', responsible: '12' },
    links: { owner: deal(id) },
  });
  const ref = doneRef(await connector.push(operation, NEVER));
  expect(await readOne(connector, ref)).toMatchObject({ fields: { title: 'Позвонить' }, links: { owner: deal(id) } });
});

test('a comment is told from an older one with the same words by its hour', async () => {
  const { connector, fake, clock } = aPortal();
  const [id = 0] = fake.model.ids(2);
  const operation: PushOperation = { kind: 'comment', key: KEY, ref: deal(id), text: 'Счёт № 15 выставлен' };
  expect((await connector.push(operation, NEVER)).state).toBe('done');
  expect(await connector.lookUp(operation, now(clock.nowMs()), NEVER)).toMatchObject({ state: 'found' });
  clock.advance(3_600_000);
  expect(await connector.lookUp(operation, now(clock.nowMs()), NEVER)).toEqual({ state: 'absent' });
});

test('requisites with their account and address go once, though the first attempt broke in the middle', async () => {
  const { connector, fake, clock } = aPortal();
  const company = doneRef(
    await connector.push(aDeal({ entity: 'party', lines: null, fields: { title: 'ООО «Луч»' } }), NEVER),
  );
  const operation: PushOperation = {
    kind: 'requisites',
    key: KEY,
    ref: company,
    requisites: {
      id: null,
      fields: {
        shortName: 'ООО «Луч»',
        fullName: 'Общество с ограниченной ответственностью «Луч»',
        inn: '7701000015',
        kpp: '770101001',
        legalAddress: '101000, г. Москва, ул. Светлая, д. 1',
      },
      accounts: [
        {
          account: '40702810199990001001',
          bic: '044525225',
          bankName: 'ПАО Сбербанк',
          corrAccount: '30101810400000000225',
        },
      ],
    },
  };
  fake.faults.script({ label: 'crm.requisite.add', kind: 'lostAfter' });
  expect((await connector.push(operation, NEVER)).state).toBe('unknown');
  expect(await connector.lookUp(operation, now(clock.nowMs()), NEVER)).toEqual({ state: 'absent' });
  expect((await connector.push(operation, NEVER)).state).toBe('done');
  expect(await connector.lookUp(operation, now(clock.nowMs()), NEVER)).toMatchObject({ state: 'found' });
  expect(fake.counters.effectsOf('crm.requisite.add')).toBe(1);
  const row = await readOne(connector, company);
  expect(row?.requisites).toMatchObject([
    {
      inn: '7701000015',
      kpp: '770101001',
      legalAddress: '101000, г. Москва, ул. Светлая, д. 1',
      accounts: [{ account: '40702810199990001001' }],
    },
  ]);
});

test('a letter keeps our key; a line in a chat is asked of a person rather than said twice', async () => {
  const { connector, fake, clock } = aPortal();
  const [id = 0] = fake.model.ids(2);
  const letter: PushOperation = {
    kind: 'message',
    key: KEY,
    ref: deal(id),
    channel: 'email',
    text: 'Документы во вложении',
  };
  expect((await connector.push(letter, NEVER)).state).toBe('done');
  expect(await connector.lookUp(letter, now(clock.nowMs()), NEVER)).toMatchObject({ state: 'found' });
  const line: PushOperation = { ...letter, channel: 'openLine' };
  expect(await connector.lookUp(line, now(clock.nowMs()), NEVER)).toMatchObject({ state: 'cannotTell' });
});

test('a posting for a freight exchange is a record of its smart process; without one the text is for a person', async () => {
  const text = 'Тула — Казань, 20 т, тент\nПогрузка 25.11';
  const without = aPortal();
  const [id = 0] = without.fake.model.ids(2);
  const posting: PushOperation = { kind: 'message', key: KEY, ref: deal(id), channel: 'freight', text };
  expect(await without.connector.push(posting, NEVER)).toMatchObject({ state: 'unsupported', code: 'NO_CHANNEL' });
  const { connector, clock } = aPortal({}, { mapping: { ...EMPTY_MAPPING, freightType: '1036' } });
  const ref = doneRef(await connector.push(posting, NEVER));
  expect(await readOne(connector, ref)).toMatchObject({
    entity: 'smart',
    key: KEY,
    fields: { title: 'Тула — Казань, 20 т, тент' },
  });
  expect(await connector.lookUp(posting, now(clock.nowMs()), NEVER)).toMatchObject({ state: 'found', ref });
  expect(connector.feeds.map(({ name }) => name)).toContain('smart:1036');
});

test('a payment link is answered, and a waiting payment is used again', async () => {
  const { connector, fake } = aPortal();
  const [id = 0] = fake.model.ids(2);
  const operation: PushOperation = { kind: 'paymentLink', key: KEY, ref: deal(id), amount: '4680.00' };
  const first = await connector.push(operation, NEVER);
  expect(first).toMatchObject({ state: 'done' });
  expect(first.state === 'done' && first.answer).toMatch(/^https?:\/\//u);
  await connector.push(operation, NEVER);
  expect(fake.counters.effectsOf('crm.item.payment.add')).toBe(1);
});
