import { describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { enqueueCrmIntent, isDrivenByCrm, type CrmIntent } from '#main/core/sync/enqueue.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { unwrap } from '#test/helpers/a-core.ts';
import { anOfficeWithPortal, anOfficeWithStore } from './fake-crm.ts';

const MINUTE = 60_000;

const funnels = z.array(
  z.object({ entity: z.string(), id: z.string(), stages: z.array(z.object({ id: z.string(), title: z.string() })) }),
);

type OfIntent<Intent> = Intent extends CrmIntent ? Omit<Intent, 'by' | 'orderId'> : never;
type Said = OfIntent<CrmIntent>;

/** An office that has read its portal, and one open deal of it. */
const aDesk = async () => {
  const office = await anOfficeWithPortal({ deals: 40 }, { hasCompany: false });
  onTestFinished(office.core.close);
  expect(await office.sync()).toMatchObject({ reason: null });
  const { base, accountId, person, uuid } = office;
  const { id: orderId, number } = requireDefined(
    base.read.orders.list({}, { limit: 1, offset: 0 }).items[0],
    'an order',
  );
  const deal = Number(requireDefined(base.read.sync.linkOf(accountId, `order:${orderId}`), 'its deal').ref.id);
  const by = requireDefined(base.read.users.findByLogin('admin'), 'the administrator').id;
  const deps = { clock: office.officeClock, random: { uuid, token: uuid } };
  const say = (intent: Said): boolean =>
    base.write((stores) => enqueueCrmIntent(deps, stores, { ...intent, by, orderId }));
  const history = async () =>
    unwrap(await person.call('orders.get', { order: orderId })).history.map(({ text }) => text);
  return { ...office, orderId, number, deal, say, history };
};

describe('what the CRM recorded of talking to a client', () => {
  test.each([
    ['IMOPENLINES_SESSION', '6', 'сообщение в чате'],
    ['VOXIMPLANT_CALL', '2', 'звонок'],
    ['CRM_EMAIL', '4', 'письмо'],
    ['CRM_WEBFORM', '6', 'форма сайта'],
  ])('%s comes into the history of its order once', async (provider, type, words) => {
    const { fake, sync, deal, history, clock } = await aDesk();
    clock.advance(MINUTE);
    const activity = {
      OWNER_TYPE_ID: 2,
      OWNER_ID: deal,
      TYPE_ID: Number(type),
      PROVIDER_ID: provider,
      PROVIDER_TYPE_ID: provider,
      SUBJECT: 'Когда отгрузка?',
      DESCRIPTION: 'Когда отгрузка?',
      DIRECTION: 1,
      CREATED: clock.nowMs(),
      LAST_UPDATED: clock.nowMs(),
      START_TIME: clock.nowMs(),
    };
    fake.model.addRecord('activity', activity);
    for (let round = 0; round < 3; round += 1) {
      clock.advance(MINUTE);
      expect(await sync()).toMatchObject({ reason: null });
    }
    const heard = (await history()).filter((text) => text.startsWith('Из CRM:'));
    expect(heard).toHaveLength(1);
    expect(heard[0]).toContain(words);
  });

  test('a lead of a form, an applicant of a job site is a fact that a process can begin with', async () => {
    const { fake, sync, base, clock } = await aDesk();
    clock.advance(MINUTE);
    fake.model.addItem(1, { title: 'Отклик с сайта', name: 'Пётр', sourceId: 'WEBFORM' });
    for (let round = 0; round < 2; round += 1) {
      clock.advance(MINUTE);
      await sync();
    }
    const leads = base.read.audit.since(0, 5000).filter(({ action }) => action === 'crm.lead');
    expect(leads).toHaveLength(1);
    expect(leads[0]?.after).toMatchObject({ title: 'Отклик с сайта' });
  });
});

describe('what a process wants said to the CRM', () => {
  test('a comment, a task and its end go once, however often the intent is repeated', async () => {
    const { fake, sync, say, deal, clock } = await aDesk();
    const before = fake.model.records('task').length;
    for (let time = 0; time < 3; time += 1) {
      say({ id: 'c1', kind: 'comment', text: 'Оплата получена' });
      say({
        id: 't1',
        kind: 'createTask',
        taskId: '77',
        fields: { title: 'Позвонить заказчику', responsible: '7' },
      });
      await sync();
      clock.advance(MINUTE);
    }
    say({ id: 't2', kind: 'closeTask', taskId: '77', result: 'дозвонился' });
    expect(await sync()).toMatchObject({ reason: null, pushed: 1 });
    const comments = fake.model.records('comment').filter((row) => JSON.stringify(row).includes('Оплата получена'));
    expect(comments).toHaveLength(1);
    const tasks = fake.model.records('task').slice(before);
    expect(tasks).toHaveLength(1);
    expect(JSON.stringify(tasks[0])).toContain('Позвонить заказчику');
    expect(deal).toBeGreaterThan(0);
  });

  test('a stage moves by the name that people here call it', async () => {
    const { fake, sync, say, deal, base, accountId } = await aDesk();
    const pipelines = funnels.parse(base.read.sync.cursor(accountId, 'dictionaries')?.['pipelines']);
    const item = requireDefined(fake.model.item(2, deal), 'the deal');
    const funnel = requireDefined(
      pipelines.find(({ entity, id }) => entity === 'order' && id === String(item['categoryId'])),
      'its funnel',
    );
    const other = requireDefined(
      funnel.stages.find(({ id }) => id !== item['stageId']),
      'another stage',
    );
    expect(say({ id: 's1', kind: 'stage', stage: other.title })).toBe(true);
    expect(await sync()).toMatchObject({ reason: null, pushed: 1 });
    expect(fake.model.item(2, deal)?.['stageId']).toBe(other.id);
  });

  test('messages and payment links wait in the queue while there is no network, and their text stays at hand', async () => {
    const { fake, sync, say, person, clock } = await aDesk();
    fake.settings.state = 'offline';
    say({ id: 'm1', kind: 'message', channel: 'openLine', text: 'Заказ готов к отгрузке 25 ноября' });
    say({ id: 'p1', kind: 'paymentLink', amount: '1000.00' });
    await sync();
    const { items } = unwrap(await person.call('sync.queue', { group: 'waiting' }));
    expect(items.map(({ what }) => what)).toEqual(['Сообщение', 'Ссылка на оплату']);
    expect(items[0]?.detail).toBe('Заказ готов к отгрузке 25 ноября');
    fake.settings.state = 'ok';
    clock.advance(60 * MINUTE);
    await sync();
    expect(unwrap(await person.call('sync.queue', { group: 'waiting' })).total).toBe(0);
  });

  test('a message goes into the chat of the client once, by whatever messenger he writes, and after days offline too', async () => {
    const { fake, sync, say, deal, clock, person } = await aDesk();
    const chat = { CRM_ENTITY_TYPE: 'deal', CRM_ENTITY: deal, CONNECTOR_ID: 'whatsapp', CONNECTOR_TITLE: 'WhatsApp' };
    fake.model.addRecord('chat', chat);
    const before = fake.model.records('message').length;
    fake.settings.state = 'offline';
    for (const day of [1, 2, 3]) {
      say({ id: 'ready', kind: 'message', channel: 'openLine', text: 'Заказ готов к отгрузке 25 ноября' });
      await sync();
      clock.advance(day * 24 * 60 * MINUTE);
    }
    expect(fake.model.records('message')).toHaveLength(before);
    fake.settings.state = 'ok';
    for (let round = 0; round < 3; round += 1) {
      await sync();
      clock.advance(60 * MINUTE);
    }
    const said = fake.model.records('message').slice(before);
    expect(said.map(({ TEXT }) => TEXT)).toEqual(['Заказ готов к отгрузке 25 ноября']);
    expect(unwrap(await person.call('sync.queue', {})).total).toBe(0);
  });

  test('a definition that the CRM drives is named so, and no other', async () => {
    const { person, core, accountId, base } = await aDesk();
    unwrap(
      await person.call('sync.saveSettings', { commandId: core.newId(), accountId, drivenByCrm: ['freight-deal'] }),
    );
    expect(isDrivenByCrm(base.read, 'freight-deal')).toBe(true);
    expect(isDrivenByCrm(base.read, 'souvenir-lead')).toBe(false);
  });
});

test('two shops’ cards of one client become one party', async () => {
  const { sync, base, core, fake, accountId, clock } = await anOfficeWithStore({ orders: 40 }, { hasCompany: false });
  onTestFinished(core.close);
  expect(await sync()).toMatchObject({ reason: null });
  const [first] = fake.model.ids('counterparty');
  const { name, inn, kpp } = requireDefined(fake.model.entity('counterparty', first ?? ''), 'a counterparty');
  const before = base.read.parties.list({}, { limit: 1, offset: 0 }).total;
  clock.advance(10 * MINUTE);
  const twin = fake.model.add('counterparty', { name: `${String(name)} (сайт)`, inn, kpp, companyType: 'legal' });
  clock.advance(10 * MINUTE);
  expect(await sync()).toMatchObject({ reason: null });
  expect(base.read.sync.row(accountId, { entity: 'party', id: twin })?.entering).toBe('done');
  const known = base.read.parties.findByTaxId(String(inn));
  expect(base.read.sync.linkTo(accountId, { entity: 'party', id: twin })?.object).toBe(`party:${known?.id ?? ''}`);
  expect(base.read.parties.list({}, { limit: 1, offset: 0 }).total - before).toBeLessThanOrEqual(1);
});

test('a posting for a freight exchange is a record of the smart process that its connector watches', async () => {
  const { fake, sync, say } = await aDesk();
  const before = fake.model.ids(1036).length;
  const posting = { recordId: 'posting-1', type: '1036', fields: { title: 'Москва — Казань, 20 т, тент' } };
  say({ id: 'post', kind: 'createRecord', ...posting });
  say({ id: 'post', kind: 'createRecord', ...posting });
  expect(await sync()).toMatchObject({ reason: null, pushed: 1 });
  const made = fake.model.ids(1036);
  expect(made).toHaveLength(before + 1);
  expect(fake.model.item(1036, made.at(-1) ?? 0)?.['title']).toBe('Москва — Казань, 20 т, тент');
});

test('money that a payment system wrote into the CRM is a fact of the order', async () => {
  const { sync, base, core, fake, accountId, clock, person } = await anOfficeWithStore(
    { orders: 40 },
    { hasCompany: false },
  );
  onTestFinished(core.close);
  expect(await sync()).toMatchObject({ reason: null });
  const { id: orderId } = requireDefined(base.read.orders.list({}, { limit: 1, offset: 0 }).items[0], 'an order');
  const remote = requireDefined(base.read.sync.linkOf(accountId, `order:${orderId}`), 'its order there').ref.id;
  const { agent, organization } = requireDefined(fake.model.entity('customerorder', remote), 'the order there');
  clock.advance(10 * MINUTE);
  fake.model.add('paymentin', {
    agent,
    organization,
    sum: 1_250_000,
    operations: [{ ref: 'customerorder', id: remote, linkedSum: 1_250_000 }],
  });
  for (let round = 0; round < 2; round += 1) {
    clock.advance(10 * MINUTE);
    expect(await sync()).toMatchObject({ reason: null });
  }
  const { history } = unwrap(await person.call('orders.get', { order: orderId }));
  expect(history.map(({ text }) => text).filter((text) => text.includes('оплата 12500.00'))).toHaveLength(1);
});

test('who began the day in the CRM is at work here, and the distribution knows it', async () => {
  const office = await anOfficeWithPortal({ deals: 10 }, { hasCompany: false });
  onTestFinished(office.core.close);
  const { person, core, sync, base } = office;
  const people = unwrapNames(await office.connector.dictionaries(new AbortController().signal));
  const [name, state] = requireDefined(
    people.find(([, day]) => day === 'open'),
    'somebody at work',
  );
  const user = {
    login: 'worker',
    fullName: `${name} Петровна`,
    position: '',
    roles: ['manager' as const],
    isActive: true,
  };
  unwrap(await person.call('users.save', { commandId: core.newId(), ...user }));
  expect(await sync()).toMatchObject({ reason: null });
  const worker = requireDefined(base.read.users.findByLogin('worker'), 'the worker');
  expect(state).toBe('open');
  expect(base.read.processes.workdays().find(({ userId }) => userId === worker.id)?.state).toBe('working');
});

const unwrapNames = (
  answer: Awaited<ReturnType<Awaited<ReturnType<typeof anOfficeWithPortal>>['connector']['dictionaries']>>,
) => (answer.ok ? answer.value.employees.map(({ name, workingDay }) => [name, workingDay] as const) : []);
