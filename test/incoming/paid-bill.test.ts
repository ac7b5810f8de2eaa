import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { requireDefined } from '#shared/kernel/assert.ts';
import { refused, unwrap } from '#test/helpers/a-core.ts';
import { DEMO_PARTIES } from '#test/helpers/a-source.ts';
import { aReceipt, openBank, OURS, ourStatement, type Bank } from '#test/core/payments/a-bank.ts';
import { enter } from './a-bill.ts';

let bank: Bank;
beforeEach(async () => {
  bank = await openBank();
});
afterEach(() => bank.core.close());

const CARRIER = DEMO_PARTIES.avtotrans;

/** Our payment order to the carrier. */
const aPayment = (fields: Readonly<Record<string, string>> = {}): string[] =>
  aReceipt({
    Номер: '601',
    ДатаПоступило: '',
    ДатаСписано: '20.11.2026',
    Сумма: '61000.00',
    ПлательщикСчет: OURS,
    ПлательщикИНН: '7899003031',
    ПлательщикКПП: '789901001',
    Плательщик1: 'ООО "Северный каталог"',
    ПолучательСчет: CARRIER.bankAccounts[0]?.account ?? '40702810000000000808',
    ПолучательИНН: CARRIER.inn,
    ПолучательКПП: CARRIER.kpp,
    Получатель1: CARRIER.fullName,
    НазначениеПлатежа: 'Оплата по счету № 77 от 18.11.2026 за перевозку, в т.ч. НДС 22% 11000-00',
    ...fields,
  });

const billOf = async (id: string) => unwrap(await bank.admin.call('incoming.get', { id }));
const row = async () =>
  requireDefined(
    (await bank.rows()).find(({ number }) => number === '601'),
    'the payment',
  );
const apply = async () =>
  unwrap(await bank.admin.call('payments.match', { commandId: bank.core.newId(), apply: true }));

describe("a carrier's bill", () => {
  test('is found by the number in the purpose of an outgoing payment, paid by it and freed again', async () => {
    const { id } = await enter(bank.core, bank.admin);
    unwrap(await bank.take(ourStatement(aPayment())));
    const proposed = await row();
    expect(proposed).toMatchObject({ direction: 'outgoing', kind: 'payment', zone: 'auto', party: CARRIER.shortName });
    expect(proposed.invoices).toMatchObject([{ documentId: id, number: '77', sum: '61000.00', order: '145' }]);
    expect((await apply()).auto).toHaveLength(1);
    expect(await billOf(id)).toMatchObject({ paid: '61000.00', left: '0.00' });
    expect((await row()).invoices).toMatchObject([{ documentId: id, number: '77', outstanding: '0.00' }]);
    const annul = { commandId: bank.core.newId(), id, reason: 'Внесён дважды' };
    expect(refused(await bank.admin.call('incoming.annul', annul))).toMatchObject({ code: 'incoming.paid' });
    unwrap(await bank.admin.call('payments.undo', { commandId: bank.core.newId(), operationId: proposed.id }));
    expect(await billOf(id)).toMatchObject({ paid: '0.00', left: '61000.00' });
  });

  test('paid in part still owes the rest', async () => {
    const { id } = await enter(bank.core, bank.admin);
    unwrap(await bank.take(ourStatement(aPayment({ Сумма: '20000.00' }))));
    const { id: operationId } = await row();
    const documents = [{ documentId: id }];
    unwrap(await bank.admin.call('payments.reassign', { commandId: bank.core.newId(), operationId, documents }));
    expect(await billOf(id)).toMatchObject({ paid: '20000.00', left: '41000.00' });
  });

  test('is not offered to money that comes in, nor an invoice of ours to money that goes out', async () => {
    const { id } = await enter(bank.core, bank.admin);
    unwrap(await bank.take(ourStatement(aReceipt(), aPayment())));
    const found = async (number: string) => {
      const operation = requireDefined(
        (await bank.rows()).find((each) => each.number === number),
        number,
      );
      return unwrap(await bank.admin.call('payments.find', { operationId: operation.id, text: '' })).items;
    };
    expect((await found('601')).map(({ documentId }) => documentId)).toEqual([id]);
    expect((await found('501')).map(({ number }) => number)).toEqual(['1205', '1204'].toSorted().toReversed());
  });
});
