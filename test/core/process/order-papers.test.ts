import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DocumentKind } from '#shared/domain/document/document.ts';
import { asId } from '#shared/kernel/id.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { startTestCore, unwrap, type TestCaller, type TestCore } from '#test/helpers/a-core.ts';
import { DEMO_PARTIES } from '#test/helpers/a-source.ts';
import { fillBase } from '#test/helpers/a-filled-base.ts';

type Given = Record<string, string | number | boolean | string[] | null>;

let core: TestCore;
let admin: TestCaller;

beforeEach(async () => {
  core = startTestCore();
  core.base.write((stores) => fillBase(stores));
  core.base.write((stores) => stores.parties.save(DEMO_PARTIES.stroysnab));
  admin = await core.as('admin');
});
afterEach(() => core.close());

const orderId = () => asId<'order'>(core.base.read.orders.findByNumber('145')[0]?.id ?? '');

const begin = async (process: string, fields: Given): Promise<string> =>
  unwrap(await admin.call('records.create', { commandId: core.newId(), process, order: '145', fields })).instanceId;

const fill = async (instance: string, fields: Given): Promise<void> => {
  unwrap(await admin.call('records.setFields', { commandId: core.newId(), instance, fields }));
};

/** Papers are made after the transaction that asked for them, and the process hears of them from the journal. */
const work = async (): Promise<void> => {
  for (let turn = 0; turn < 2; turn += 1) unwrap(await admin.call('processes.tick', { commandId: core.newId() }));
};

const move = async (instance: string, to: string, fields: Given): Promise<void> => {
  unwrap(await admin.call('records.move', { commandId: core.newId(), instance, to, fields }));
};

const close = async (title: string, result?: string): Promise<void> => {
  const { items } = unwrap(await admin.call('tasks.list', { all: true, limit: 50 }));
  const task = requireDefined(
    items.find((one) => one.title === title),
    title,
  );
  unwrap(
    await admin.call('tasks.close', {
      commandId: core.newId(),
      id: task.id,
      ...(result === undefined ? {} : { result }),
    }),
  );
};

const deeds = (): string[] =>
  core.sqlite
    .prepare(`SELECT state || ': ' || text FROM process_deeds WHERE kind IN ('document', 'message') ORDER BY seq`)
    .pluck()
    .all()
    .map(String);

/** What the paper of the order printed. */
const printed = (kind: DocumentKind) => {
  const { documents } = core.base.read;
  const document = requireDefined(
    documents.ofOrder(orderId()).find((one) => one.kind === kind),
    kind,
  );
  return { document, data: documents.snapshotOf(document.id, document.version)?.data };
};

const fieldsOf = (instance: string) => core.base.read.processes.state(instance)?.fields;

describe('papers that a process makes of what people filled in', () => {
  test('the missing goods are ordered from the supplier whom the manager names', async () => {
    const missing = await begin('catalogue-missing-goods', { missingLines: ['Кружка керамическая, 330 мл, 40 шт'] });
    await work();
    expect(core.base.read.documents.ofOrder(orderId())).toEqual([]);
    await fill(missing, { supplier: 'стройснаб поволжье', expectedDate: '2026-11-30' });
    await work();
    const { document, data } = printed('supplier-order');
    expect(document).toMatchObject({ partyId: DEMO_PARTIES.stroysnab.id, sum: 0n, number: '1' });
    expect(data).toMatchObject({
      expectedOn: '30\u00A0ноября 2026\u00A0г.',
      lines: [{ code: 'K-100', name: 'Кружка керамическая, 330 мл', quantity: '40', unitName: 'шт' }],
    });
    expect(fieldsOf(missing)?.['supplierOrder']).toBe(`№ 1 от ${document.date}`);
  });

  test('a supplier without a card stops the paper, and its people read what to do', async () => {
    const fields = { missingLines: ['Кружка, 5 шт'], supplier: 'ООО «Посуда»', expectedDate: '2026-11-30' };
    await begin('catalogue-missing-goods', fields);
    await work();
    expect(core.base.read.documents.ofOrder(orderId())).toEqual([]);
    expect(deeds().join(' ')).toContain('Карточки поставщика «ООО «Посуда»» нет или их несколько');
    expect(deeds().join(' ')).toContain('Заведите карточку поставщика или впишите в поле «Поставщик» его ИНН');
  });

  test('the workshop gets its sheet, and the road gets its own with the words that the client reads', async () => {
    const order = await begin('production-order', { number: '145', customer: 'Зерно', lines: ['Кружка'] });
    await close('Взять в работу');
    await move(order, 'production', {
      paymentWay: 'post',
      prepaymentSum: 0,
      deadline: '2026-11-24',
      branding: 'УФ-печать',
    });
    await work();
    const sheet = printed('production-order');
    expect(sheet.document).toMatchObject({ number: '145-ПР', sum: 0n, partyId: sheet.document.organisationId });
    expect(sheet.data).toMatchObject({ deadline: '24\u00A0ноября 2026\u00A0г.', branding: 'УФ-печать' });
    expect(fieldsOf(order)?.['productionOrder']).toBe(`№ 145-ПР от ${sheet.document.date}`);

    const { items } = unwrap(await admin.call('tasks.list', { all: true, limit: 50 }));
    for (const { title } of items.filter((task) => task.title.startsWith('Изготовление'))) await close(title, 'made');
    await fill(order, { restPaid: '1000000.00' });
    await move(order, 'delivery', {
      deliveryKind: 'delivery',
      shipDate: '2026-11-25',
      address: 'Тверь, Советская, 1',
      recipient: 'Петров Пётр',
      trackNumber: 'АС-145',
      deliveryCost: '700.00',
    });
    await work();
    const road = printed('delivery-sheet');
    expect(road.document).toMatchObject({ number: '145-Д', sum: 0n });
    expect(road.data).toMatchObject({
      way: 'Доставка',
      shipDate: '25.11.2026',
      address: 'Тверь, Советская, 1',
      recipient: 'Петров Пётр',
      trackNumber: 'АС-145',
      hasCarrier: false,
    });
    expect(fieldsOf(order)?.['deliverySheet']).toBe(`№ 145-Д от ${road.document.date}`);
    expect(deeds()).toContain(
      'draft: Ваш заказ отгружаем 25.11.2026. Доставка. Адрес: Тверь, Советская, 1. Номер отправления: АС-145. Получатель: Петров Пётр.',
    );
    expect(deeds().join(' ')).not.toMatch(/undefined|null|\S {2,}\S/u);
  });
});
