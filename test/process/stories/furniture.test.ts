import { describe, expect, test } from 'vitest';
import type { Actor, Fields } from '#shared/domain/process/state.ts';
import { Company } from '../company.ts';
import type { Story } from '../story.ts';

const ANNA: Actor = { userId: 'anna', roles: ['manager'] };
const MAKER: Actor = { userId: 'ivan', roles: ['production'] };
const HEAD: Actor = { userId: 'head', roles: ['sales-head'] };

const LINES = [
  { id: 'l1', title: 'Стол', fields: { product: 'Стол', quantity: 1 } },
  { id: 'l2', title: 'Стул', fields: { product: 'Стул', quantity: 4 } },
];

const anOrder = (company: Company): Story =>
  company.start('production-order', {
    fields: { number: 'З-17', customer: 'Кафе', sum: 100_000_00, cost: 60_000_00 },
    sets: { orderLines: LINES },
  });

const QUALIFIED: Fields = { lines: ['Стол', 'Стул'], deadline: '2026-11-20' };

/** «Взять в работу» is closed and the manager chose how the client pays. */
const toPayment = (company: Company, way: string, prepaymentSum: number): Story => {
  const order = anOrder(company);
  company.close(order, 'take', { by: ANNA });
  const to = prepaymentSum > 0 ? 'prepayment' : 'production';
  company.move(order, to, ANNA, { ...QUALIFIED, paymentWay: way, prepaymentSum });
  return order;
};

const pay = (company: Company, sum: number): void => {
  const invoice = company.of('order-invoice').at(-1);
  if (invoice === undefined) throw new Error('no invoice');
  company.tell(invoice, { kind: 'signal', name: 'paid', payload: { sum, date: '2026-11-11' } });
};

const makeAll = (company: Company): void => {
  for (const item of company.of('production-item')) company.close(item, 'make', { result: 'made', by: MAKER });
};

const DELIVERY: Fields = {
  deliveryKind: 'delivery',
  shipDate: '2026-11-23',
  address: 'Тверь, Советская, 1',
  deliveryComment: 'Позвонить за час',
};

describe('an order of the production company', () => {
  test('with a partial prepayment goes through both invoices to the delivery', () => {
    const company = new Company('furniture', '2026-11-10T17:00');
    const order = anOrder(company);
    expect(company.openTasks(order)).toEqual(['Взять в работу – anna, 2026-11-11 10:00']);
    company.close(order, 'take', { by: ANNA });
    expect(order.state.stage).toBe('qualification');
    expect(company.refusals(order, { kind: 'moveAsked', to: 'prepayment', by: ANNA })).toContain(
      'Чтобы перейти на «Предоплата», заполните: «Товарные позиции», «Способ оплаты», «Сумма предоплаты».',
    );
    company.move(order, 'prepayment', ANNA, { ...QUALIFIED, paymentWay: 'part', prepaymentSum: 30_000_00 });
    const [first] = company.of('order-invoice');
    expect(first?.state).toMatchObject({ stage: 'issued', fields: { kind: 'prepayment', sum: 30_000_00 } });
    expect(company.did('document')).toEqual(['invoice-advance']);
    expect(company.did('message')).toEqual(['client: Счёт к оплате во вложении.']);

    expect(company.why(order)).toBe('Ждём, когда: «Оплачено» не меньше «Сумма предоплаты».');
    pay(company, 30_000_00);
    expect(first?.state).toMatchObject({ stage: 'paid', status: 'finished' });
    expect(order.state).toMatchObject({
      stage: 'production',
      fields: { paid: 30_000_00, debt: 70_000_00, margin: 40_000_00, marginPercent: 40 },
    });
    expect(company.did('report')).toEqual(['Заказ на производство', 'Стоимость и маржинальность']);
    expect(company.did('document')).toEqual(['invoice-advance', 'production-order']);
    const [table, chair] = company.of('production-item');
    if (table === undefined || chair === undefined) throw new Error('no items');
    expect(company.openTasks(table)).toEqual(['Изготовление товаров: Стол – production, 2026-11-20 18:00']);
    company.move(table, 'making', MAKER);
    company.close(table, 'make', { result: 'made', by: MAKER });
    expect(table.state.stage).toBe('success');
    expect(order.state.stage).toBe('production');
    expect(company.why(order)).toContain('«Изготовление товаров», каждый: «Изготовлен» – да');
    company.close(chair, 'make', { result: 'made', by: MAKER });
    expect(company.did('comment', order)).toEqual(['Изготовлено: Стол', 'Изготовлено: Стул']);

    expect(order.state.stage).toBe('postpayment');
    const rest = company.of('order-invoice').at(-1);
    expect(rest?.state.fields).toMatchObject({ kind: 'rest', sum: 70_000_00 });
    pay(company, 70_000_00);
    expect(order.state).toMatchObject({ stage: 'delivery-data', fields: { debt: 0 } });

    expect(
      company.refusals(order, { kind: 'moveAsked', to: 'delivery', by: ANNA, fields: { deliveryKind: 'delivery' } }),
    ).toEqual(['Чтобы перейти на «Доставка/Самовывоз», заполните: «Дата отгрузки», «Адрес доставки».']);
    company.move(order, 'delivery', ANNA, DELIVERY);
    expect(company.did('comment', order).at(-1)).toBe(
      'Дата отгрузки: 23.11.2026. Тверь, Советская, 1 Позвонить за час',
    );
    expect(company.did('message').at(-1)).toBe(
      'client: Ваш заказ отгружаем 23.11.2026. Доставка. Адрес: Тверь, Советская, 1. Позвонить за час',
    );
    expect(company.did('document').slice(-2)).toEqual(['delivery-sheet', 'upd']);
    expect(company.openTasks(order)).toEqual(['Доставка заказа – logistics, 2026-11-23 18:00']);
    company.close(order, 'deliver', { by: null });
    expect(order.state).toMatchObject({ stage: 'success', status: 'finished' });
  });

  test('paid in full beforehand goes from the production straight to the delivery data', () => {
    const company = new Company('furniture', '2026-11-10T10:00');
    const order = toPayment(company, 'full', 100_000_00);
    pay(company, 100_000_00);
    makeAll(company);
    expect(order.state.stage).toBe('delivery-data');
    expect(company.of('order-invoice')).toHaveLength(1);
    company.move(order, 'delivery', ANNA, { deliveryKind: 'pickup', shipDate: '2026-11-23' });
    expect(company.did('message').at(-1)).toBe('client: Ваш заказ отгружаем 23.11.2026. Самовывоз.');
    expect(company.openTasks(order)).toEqual(['Выдача заказа – logistics, 2026-11-23 18:00']);
    expect(company.refusals(order, order.closing('hand-out', { isChecklistDone: false }))).toHaveLength(1);
    company.close(order, 'hand-out');
    expect(order.state.stage).toBe('success');
  });

  test('handed to production before the prepayment is asked for what the first invoice leaves, not for all of it', () => {
    const company = new Company('furniture', '2026-11-10T10:00');
    const order = toPayment(company, 'part', 30_000_00);
    company.move(order, 'production', ANNA, { earlyReason: 'постоянный клиент' });
    makeAll(company);
    const sums = company.of('order-invoice').map(({ state }) => state.fields['sum']);
    expect(sums).toEqual([30_000_00, 70_000_00]);
  });

  test('paid afterwards goes to production without a prepayment, and only with the sum 0', () => {
    const company = new Company('furniture', '2026-11-10T10:00');
    const asked = anOrder(company);
    company.close(asked, 'take', { by: ANNA });
    const wrong = { ...QUALIFIED, paymentWay: 'post', prepaymentSum: 5 };
    expect(company.refusals(asked, { kind: 'moveAsked', to: 'production', by: ANNA, fields: wrong })).toHaveLength(1);
    const order = toPayment(company, 'post', 0);
    expect(order.state.stage).toBe('production');
    expect(company.of('order-invoice')).toEqual([]);
    makeAll(company);
    expect(order.state.stage).toBe('postpayment');
    expect(company.of('order-invoice')[0]?.state.fields).toMatchObject({ kind: 'rest', sum: 100_000_00 });
  });

  test('is not made before the invoice is paid, unless the manager says why', () => {
    const company = new Company('furniture', '2026-11-10T10:00');
    const order = toPayment(company, 'part', 30_000_00);
    pay(company, 20_000_00);
    expect(order.state.stage).toBe('prepayment');
    const [invoice] = company.of('order-invoice');
    expect(invoice?.state.stage).toBe('issued');
    expect(company.refusals(order, { kind: 'moveAsked', to: 'production', by: ANNA })).toHaveLength(1);
    company.move(order, 'production', ANNA, { earlyReason: 'постоянный клиент' });
    expect(order.state.stage).toBe('production');
  });

  test('may be shipped before the rest is paid by the head of sales alone', () => {
    const company = new Company('furniture', '2026-11-10T10:00');
    const order = toPayment(company, 'post', 0);
    makeAll(company);
    const early = { earlyReason: 'договорились' };
    expect(company.refusals(order, { kind: 'moveAsked', to: 'delivery-data', by: ANNA, fields: early })[0]).toContain(
      'Руководитель отдела продаж',
    );
    company.move(order, 'delivery-data', HEAD, early);
    expect(order.state.fields).toMatchObject({ debt: 100_000_00 });
  });

  test('has its invoice marked as paid by hand, and an overpayment shown as an advance', () => {
    const company = new Company('furniture', '2026-11-10T10:00');
    const order = toPayment(company, 'part', 30_000_00);
    const [invoice] = company.of('order-invoice');
    if (invoice === undefined) throw new Error('no invoice');
    expect(company.refusals(invoice, { kind: 'moveAsked', to: 'paid', by: ANNA })).toHaveLength(2);
    company.move(invoice, 'paid', ANNA, { paid: 35_000_00, paidOn: '2026-11-10' });
    expect(invoice.state.fields).toMatchObject({ advance: 5_000_00 });
    expect(order.state).toMatchObject({ stage: 'production', fields: { debt: 65_000_00 } });
  });

  test('that may be late is known to the manager before the deadline, and at once from the production', () => {
    const company = new Company('furniture', '2026-11-10T10:00');
    toPayment(company, 'post', 0);
    const [table] = company.of('production-item');
    if (table === undefined) throw new Error('no item');
    company.close(table, 'make', { result: 'delayed', comment: 'нет фанеры', by: MAKER });
    expect(company.did('notify')).toEqual(['anna: Производство не успевает: Стол']);
    expect(company.openTasks(table)).toHaveLength(1);
    company.until('2026-11-19T09:00');
    expect(company.did('notify')).toContain('anna: Завтра крайний срок выполнения заказа, а он ещё в производстве');
  });

  test('whose lines change after the invoice warns the manager and makes a new version', () => {
    const company = new Company('furniture', '2026-11-10T10:00');
    const order = toPayment(company, 'part', 30_000_00);
    company.change(order, { sum: 120_000_00 });
    company.tell(order, { kind: 'signal', name: 'lines-changed', payload: {} });
    expect(order.state.fields).toMatchObject({ debt: 120_000_00 });
    const [first] = company.of('order-invoice');
    if (first === undefined) throw new Error('no invoice');
    expect(company.did('document', first)).toEqual(['invoice-advance', 'invoice-advance']);
    expect(company.did('notify').at(-1)).toContain('Товары заказа изменились');
  });

  test('that is refused takes its invoices and items with it', () => {
    const company = new Company('furniture', '2026-11-10T10:00');
    const order = toPayment(company, 'post', 0);
    company.move(order, 'refused', ANNA, { refusalReason: 'клиент отказался' });
    expect(company.of('production-item').map(({ state }) => state.stage)).toEqual(['cancelled', 'cancelled']);
  });
});
