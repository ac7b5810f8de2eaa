import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OutputOf } from '#shared/contract/index.ts';
import { asId } from '#shared/kernel/id.ts';
import { startTestCore, unwrap, type TestCaller, type TestCore } from '#test/helpers/a-core.ts';
import { fillBase } from '#test/helpers/a-filled-base.ts';

/** A process that asks for a paper as soon as it begins; the papers of the order are a process of their own below it. */
const asking = (code: string, doing: readonly object[]) => ({
  code,
  version: 1,
  title: `Процесс ${code}`,
  business: 'general',
  recordType: code,
  roles: [{ code: 'manager', title: 'Менеджер' }],
  fields: [{ code: 'invoice', label: 'Счёт', type: 'file' }],
  start: {},
  stages: [
    { code: 'new', title: 'Новый', kind: 'initial' },
    { code: 'done', title: 'Готово', kind: 'success' },
  ],
  transitions: [{ from: ['new'], to: ['done'], who: ['anyone'] }],
  tasks: [],
  rules: [{ code: 'ask', on: { enter: 'new' }, do: doing }],
});

const INVOICE = asking('ask-invoice', [{ document: 'invoice' }]);
const PRICES = asking('ask-prices', [{ document: 'price-list' }]);
const PARENT = asking('ask-below', [{ create: 'ask-invoice', process: 'ask-invoice' }]);

let core: TestCore;
let admin: TestCaller;

beforeEach(async () => {
  core = startTestCore();
  core.base.write((stores) => fillBase(stores));
  admin = await core.as('admin');
  for (const definition of [INVOICE, PRICES, PARENT]) {
    unwrap(await admin.call('processes.saveDraft', { commandId: core.newId(), definition }));
    unwrap(await admin.call('processes.release', { commandId: core.newId(), code: definition.code, note: 'проба' }));
  }
});
afterEach(() => core.close());

type Card = OutputOf<'records.get'>;

const begin = async (process: string, order?: string): Promise<Card> => {
  const place = order === undefined ? { title: 'Без заказа' } : { order };
  return unwrap(await admin.call('records.create', { commandId: core.newId(), process, ...place }));
};

const work = async (): Promise<void> => {
  unwrap(await admin.call('processes.tick', { commandId: core.newId() }));
};

const invoices = () =>
  core.base.read.documents
    .ofOrder(asId(core.base.read.orders.findByNumber('145')[0]?.id ?? ''))
    .filter(({ kind }) => kind === 'invoice');

const deeds = (): string[] =>
  core.sqlite
    .prepare(`SELECT state || ': ' || text FROM process_deeds WHERE kind = 'document'`)
    .pluck()
    .all()
    .map(String);

describe('a paper that a process asked for', () => {
  test('is made once and named in the timeline and in the field of the process', async () => {
    const { instanceId } = await begin('ask-invoice', '145');
    expect(invoices()).toEqual([]);
    await work();
    await work();
    const [invoice] = invoices();
    expect(invoices()).toHaveLength(1);
    expect(deeds()).toEqual([`done: Счет на оплату № ${invoice?.number}`]);
    expect(core.base.read.processes.state(instanceId)?.fields['invoice']).toBe(
      `№ ${invoice?.number} от ${invoice?.date}`,
    );
  });

  test('of a process below the one of the order is made for that order', async () => {
    await begin('ask-below', '145');
    await work();
    expect(invoices()).toHaveLength(1);
  });

  test('that is made on its own page, or of no order, says so, and its people are told', async () => {
    await begin('ask-prices', '145');
    await begin('ask-invoice');
    await work();
    expect(deeds().toSorted()).toEqual([
      'handed: Документ делают на своей странице: из заказа он не собирается',
      'handed: Счет на оплату: у записи нет заказа, сделайте документ сами',
    ]);
    const { items } = unwrap(await admin.call('notifications.list', {}));
    expect(items.map(({ text }) => text).toSorted()).toEqual([
      expect.stringMatching(/^Документ делают на своей странице/u),
      expect.stringMatching(/^Счет на оплату: у записи нет заказа/u),
    ]);
  });
});
