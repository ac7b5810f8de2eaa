import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { requireDefined } from '#shared/kernel/assert.ts';
import { asId } from '#shared/kernel/id.ts';
import { isoDate } from '#shared/kernel/date.ts';
import type { DocumentKind } from '#shared/domain/document/document.ts';
import { refused, unwrap } from '#test/helpers/a-core.ts';
import { anOrder } from '#test/helpers/a-source.ts';
import { ORDER_TOTALS } from '#test/helpers/a-filled-base.ts';
import { aReceipt, openBank, ourStatement, type Bank } from './payments/a-bank.ts';

let bank: Bank;
beforeEach(async () => {
  bank = await openBank();
});
afterEach(() => bank.core.close());

/** The order of invoice № 1204 as it is shipped on another day. */
const ship = (day: string | null): void =>
  bank.core.base.write((stores) => {
    const order = requireDefined(stores.orders.get(anOrder().id), 'the order');
    const shipDate = day === null ? null : isoDate(day);
    stores.orders.save({ ...order, shipDate, revision: order.revision + 1 }, ORDER_TOTALS);
  });

const pay = async (sum: string, number = '501', day = '20.11.2026'): Promise<void> => {
  const receipt = aReceipt({ Номер: number, Сумма: sum, Дата: day, ДатаПоступило: day });
  unwrap(await bank.take(ourStatement(receipt)));
  const { id } = requireDefined(
    (await bank.rows()).find((row) => row.number === number),
    'the payment',
  );
  const commandId = bank.core.newId();
  unwrap(
    await bank.admin.call('payments.reassign', {
      commandId,
      operationId: id,
      documents: [{ documentId: 'document-1', sum }],
    }),
  );
};

const issue = (kind: DocumentKind, date: string) =>
  bank.admin.call('packs.issue', { commandId: bank.core.newId(), order: '145', kinds: [kind], date });

const printed = async (id: string): Promise<Record<string, unknown>> => {
  const { version } = unwrap(await bank.admin.call('documents.get', { id }));
  const snapshot = bank.core.base.read.documents.snapshotOf(asId(id), version);
  return { ...requireDefined(snapshot, 'the snapshot').data };
};

const issued = async (kind: DocumentKind, date: string) => {
  const answer = unwrap(await issue(kind, date));
  return requireDefined(answer.issued.at(-1), 'the document');
};

describe('a счет-фактура on an advance', () => {
  test('is refused while nothing was paid, and says what to do', async () => {
    ship('2026-11-28');
    const error = refused(await issue('factura-advance', '2026-11-20'));
    expect(error.code).toBe('pack.blocked');
    expect(JSON.stringify(error)).toMatch(/Оплаты заказа до отгрузки нет/u);
  });

  test('is refused for a payment of the day of the shipment: that is no advance', async () => {
    await pay('65250.00');
    expect(refused(await issue('factura-advance', '2026-11-20')).code).toBe('pack.blocked');
  });

  test('states the payment, and the УПД after it sets it off in lines 5 and 5б', async () => {
    ship('2026-11-28');
    await pay('65250.00');
    const factura = await issued('factura-advance', '2026-11-21');
    expect(factura).toMatchObject({ kind: 'factura-advance', sum: '65250.00' });
    expect(await printed(factura.id)).toMatchObject({ payments: '№\u00A0501 от 20.11.2026', advanceInvoices: '—' });
    const upd = await issued('upd', '2026-11-28');
    expect(await printed(upd.id)).toMatchObject({
      payments: '№\u00A0501 от 20.11.2026',
      advanceInvoices: `№\u00A0${factura.number} от 21.11.2026`,
    });
  });

  test('is written for each payment, and asked again it makes none', async () => {
    ship('2026-11-28');
    await pay('65250.00');
    const first = await issued('factura-advance', '2026-11-20');
    const again = unwrap(await issue('factura-advance', '2026-11-20'));
    expect(again.issued.map(({ number, already }) => [number, already])).toEqual([[first.number, true]]);
    await pay('10000.00', '502', '21.11.2026');
    const second = await issued('factura-advance', '2026-11-21');
    expect(second).toMatchObject({ sum: '10000.00', already: false });
    expect(second.number).not.toBe(first.number);
    const upd = await issued('upd', '2026-11-28');
    expect(await printed(upd.id)).toMatchObject({ payments: '№\u00A0501 от 20.11.2026; №\u00A0502 от 21.11.2026' });
  });

  test('made after the УПД is no part of it', async () => {
    ship('2026-11-28');
    await pay('65250.00');
    const upd = await issued('upd', '2026-11-28');
    expect(await printed(upd.id)).toMatchObject({ payments: '—', advanceInvoices: '—' });
    await issued('factura-advance', '2026-11-29');
    expect(unwrap(await bank.admin.call('documents.get', { id: upd.id })).stale).toBe(false);
  });

  test('shows as changed once its payment was taken back', async () => {
    ship(null);
    await pay('65250.00');
    const factura = await issued('factura-advance', '2026-11-20');
    const operation = requireDefined((await bank.rows())[0], 'the payment');
    unwrap(await bank.admin.call('payments.undo', { commandId: bank.core.newId(), operationId: operation.id }));
    expect(unwrap(await bank.admin.call('documents.get', { id: factura.id })).stale).toBe(true);
  });
});
