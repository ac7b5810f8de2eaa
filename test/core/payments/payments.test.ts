import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { requireDefined } from '#shared/kernel/assert.ts';
import { refused, unwrap } from '#test/helpers/a-core.ts';
import { aReceipt, openBank, ourStatement, type Bank } from './a-bank.ts';

let bank: Bank;
beforeEach(async () => {
  bank = await openBank();
});
afterEach(() => bank.core.close());

const call = <Name extends Parameters<Bank['admin']['call']>[0]>(
  name: Name,
  input: Omit<Parameters<typeof bank.admin.call<Name>>[1], 'commandId'>,
) =>
  bank.admin.call(name, { commandId: bank.core.newId(), ...input } as unknown as Parameters<
    typeof bank.admin.call<Name>
  >[1]);

const theRow = async (number: string) =>
  requireDefined(
    (await bank.rows()).find((row) => row.number === number),
    `operation ${number}`,
  );
const STRANGER = '40702810000000000808';
const document = (number: string): string => (number === '1204' ? 'document-1' : 'document-2');

const history = async (order: string) =>
  unwrap(await bank.admin.call('orders.get', { order })).history.map(({ text }) => text);

describe('an exact payment with the number of its invoice', () => {
  beforeEach(async () => void unwrap(await bank.take(ourStatement(aReceipt()))));

  test('posts itself, says why, and becomes a fact of the order', async () => {
    const zones = unwrap(await call('payments.match', { apply: true }));
    expect(zones.auto).toHaveLength(1);
    expect(zones.auto[0]).toMatchObject({
      kind: 'payment',
      invoices: [{ number: '1204', sum: '118500.00' }],
      remainder: '0.00',
    });
    expect(zones.auto[0]?.why).toMatch(/1204/u);
    expect(await theRow('501')).toMatchObject({ isSettled: true, how: 'auto' });
    expect(await history('145')).toContainEqual(expect.stringMatching(/118.500,00/u));
  });

  test('a proposal alone changes nothing', async () => {
    const before = bank.dump();
    expect(unwrap(await call('payments.match', { apply: false })).auto).toHaveLength(1);
    expect(bank.dump()).toEqual(before);
  });

  test('taken back, it is proposed again and the base is as before', async () => {
    const before = bank.dump();
    unwrap(await call('payments.match', { apply: true }));
    const { id } = await theRow('501');
    unwrap(await call('payments.undo', { operationId: id }));
    expect(bank.dump()).toEqual(before);
    expect(refused(await call('payments.undo', { operationId: id })).code).toBe('payment.notSettled');
  });

  test('nobody is put anywhere where a company wants to see everything itself', async () => {
    const { organisationId } = await theRow('501');
    const cautious = { auto: 101, confirm: 50, rounding: '1.00', commissionPercent: 3 };
    unwrap(await call('thresholds.save', { organisationId, ...cautious }));
    expect(unwrap(await call('payments.match', { apply: true })).auto).toEqual([]);
    expect(unwrap(await bank.admin.call('thresholds.list', {})).items[0]).toMatchObject(cautious);
  });
});

describe('what a person decides', () => {
  beforeEach(async () => {
    const parts = aReceipt({ Сумма: '160000', НазначениеПлатежа: 'Оплата по договору' });
    unwrap(await bank.take(ourStatement(parts)));
  });

  test('one payment on two invoices, each to what it waits for', async () => {
    const { id } = await theRow('501');
    const documents = [{ documentId: document('1205') }, { documentId: document('1204') }];
    const row = unwrap(await call('payments.reassign', { operationId: id, documents }));
    expect(row.invoices.map(({ number, sum }) => [number, sum])).toEqual([
      ['1205', '45000.00'],
      ['1204', '115000.00'],
    ]);
  });

  test('more than the invoice waits for becomes an advance, and the register shows it', async () => {
    const { id } = await theRow('501');
    unwrap(await call('payments.reassign', { operationId: id, documents: [{ documentId: document('1204') }] }));
    expect(unwrap(await bank.admin.call('advances.list', {}))).toMatchObject({
      sum: '41500.00',
      items: [{ counterparty: 'ООО «Кофейная компания Зерно»', sum: '41500.00' }],
    });
  });

  test('more than an invoice waits for is refused by name', async () => {
    const { id } = await theRow('501');
    const documents = [{ documentId: document('1205'), sum: '45000.01' }];
    expect(refused(await call('payments.reassign', { operationId: id, documents }))).toMatchObject({
      code: 'payment.tooMuch',
      data: { number: '1205' },
    });
  });

  test('put elsewhere, it leaves the first place', async () => {
    const { id } = await theRow('501');
    unwrap(await call('payments.reassign', { operationId: id, documents: [{ documentId: document('1204') }] }));
    unwrap(await call('payments.reassign', { operationId: id, documents: [{ documentId: document('1205') }] }));
    const row = await theRow('501');
    expect(row.invoices.map(({ number }) => number)).toEqual(['1205']);
    expect(row.remainder).toBe('115000.00');
  });

  test('the search finds invoices by number, sum, ИНН and name', async () => {
    const { id } = await theRow('501');
    for (const text of ['1204', '118500', '118 500,00', '7899010127', 'зерно']) {
      const found = unwrap(await bank.admin.call('payments.find', { operationId: id, text }));
      expect([text, found.items.map(({ number }) => number)]).toEqual([text, expect.arrayContaining(['1204'])]);
    }
  });

  test('«не наше» makes a visible rule that knows its payer next time, and deleting it leaves the past', async () => {
    const stranger = { Плательщик1: 'ООО "Незнакомка"', ПлательщикИНН: '7700000016', ПлательщикСчет: STRANGER };
    unwrap(await bank.take(ourStatement(aReceipt({ ...stranger, Номер: '601', НазначениеПлатежа: 'Разное' }))));
    const { id } = await theRow('601');
    unwrap(await call('payments.notOurs', { operationId: id }));
    const [rule] = unwrap(await bank.admin.call('rules.list', {})).items;
    expect(rule).toMatchObject({ when: { inn: '7700000016' }, kind: 'notOurs' });
    expect(rule?.text).toContain('ИНН 7700000016');
    unwrap(await bank.take(ourStatement(aReceipt({ ...stranger, Номер: '777', Сумма: '9' }))));
    expect((await theRow('777')).kind).toBe('notOurs');
    unwrap(await call('rules.delete', { id: rule?.id ?? '' }));
    expect((await theRow('777')).kind).not.toBe('notOurs');
    expect(await theRow('601')).toMatchObject({ isSettled: true, kind: 'notOurs' });
  });

  test('«не наше» of a known client marks that operation alone and teaches nothing', async () => {
    const { id } = await theRow('501');
    unwrap(await call('payments.notOurs', { operationId: id }));
    expect(unwrap(await bank.admin.call('rules.list', {})).items).toEqual([]);
    unwrap(await bank.take(ourStatement(aReceipt({ Номер: '777' }))));
    expect(await theRow('777')).toMatchObject({ kind: 'payment', zone: 'auto' });
    expect(await theRow('501')).toMatchObject({ isSettled: true, kind: 'notOurs' });
  });

  test('a rule that asks never posts itself, one that is switched off decides nothing and stays in the list', async () => {
    const rule = { id: 'r', organisationId: null, direction: null, partyId: null, kind: 'fee' } as const;
    const when = { purposeContains: 'договору' };
    unwrap(await call('rules.save', { rule: { ...rule, when } }));
    expect(await theRow('501')).toMatchObject({ kind: 'fee', zone: 'auto' });
    unwrap(await call('rules.save', { rule: { ...rule, when, asks: true } }));
    expect(await theRow('501')).toMatchObject({ kind: 'fee', zone: 'confirm' });
    expect(unwrap(await call('payments.match', { apply: true })).auto).toEqual([]);
    unwrap(await call('rules.save', { rule: { ...rule, when, isOn: false } }));
    expect((await theRow('501')).kind).not.toBe('fee');
    expect(unwrap(await bank.admin.call('rules.list', {})).items).toMatchObject([
      { id: 'r', isOn: false, asks: false },
    ]);
  });

  test('an edited rule is a person’s own, and one without conditions is refused', async () => {
    const rule = { id: 'r', organisationId: null, direction: null, partyId: null, kind: 'fee' } as const;
    expect(refused(await call('rules.save', { rule: { ...rule, when: {} } })).code).toBe('rule.empty');
    unwrap(await call('rules.save', { rule: { ...rule, when: { purposeContains: 'договору' } } }));
    expect((await theRow('501')).kind).toBe('fee');
  });
});

describe('debts', () => {
  test('what is shipped and not paid is owed, late after its term, and gone when paid', async () => {
    unwrap(await bank.take(ourStatement(aReceipt())));
    expect(unwrap(await bank.admin.call('debts.list', { by: 'counterparty' })).total).toMatchObject({
      billed: '163500.00',
      paid: '0.00',
    });
    unwrap(await call('payments.match', { apply: true }));
    const after = unwrap(await bank.admin.call('debts.list', { by: 'order' }));
    expect(after.items[0]).toMatchObject({ paid: '118500.00', prepaid: '118500.00', debt: '0.00' });
    expect(unwrap(await bank.admin.call('debts.gaps', {})).paidNotShipped).toHaveLength(1);
  });
});
