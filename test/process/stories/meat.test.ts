import { describe, expect, test } from 'vitest';
import { Company } from '../company.ts';
import type { Story } from '../story.ts';
import { ACCOUNTANT, aDeal, ANNA, CONFIRMED, DIRECTOR, LAWYER, PRODUCTIONS, SECURITY } from './meat-people.ts';

const shippedAs = (...volumes: (number | null)[]) => ({
  productions: PRODUCTIONS.map((each, index) => ({
    ...each,
    fields: { ...each.fields, shippedVolume: volumes[index] ?? null },
  })),
});

const SHIP = { shipDate: '2026-11-11', paymentType: 'prepaid' };

const toContractSent = (company: Company, fields: object): Story => {
  const deal = aDeal(company, 'anna', { weekConfirmed: true });
  company.move(deal, 'confirmed', ANNA, { ...SHIP, ...fields });
  company.close(deal, 'prepare-contract', { by: LAWYER });
  company.move(deal, 'agreed-lawyer', LAWYER, { contract: 'contract.docx' });
  company.change(deal, { invoice: 'invoice.pdf' });
  company.close(deal, 'send-contract', { by: ANNA });
  return deal;
};

const toSecurityChecked = (company: Company, stage: string, fields: object): Story => {
  const deal = toContractSent(company, fields);
  company.move(deal, stage, ANNA);
  company.close(deal, 'check-client', { ...CONFIRMED, by: SECURITY });
  return deal;
};

const ship = (company: Company, deal: Story, ...volumes: number[]): void => {
  const shipment = company.of('operator-tasks').findLast((each) => each.state.recordId === deal.state.recordId);
  if (shipment === undefined) throw new Error('nothing to ship');
  company.close(shipment, 'ship', { element: 'p1', sets: shippedAs(volumes[0] ?? 0) });
  company.close(shipment, 'ship', { element: 'p2', sets: shippedAs(...volumes) });
};

describe('an order of the meat company', () => {
  test('paid in advance goes from the confirmed week to the closed deal', () => {
    const company = new Company('meat', '2026-11-06T19:00');
    const deal = aDeal(company, 'anna', { weekConfirmed: true });
    expect(company.refusals(deal, { kind: 'moveAsked', to: 'confirmed', by: ANNA })).toEqual([
      'Чтобы перейти на «Заявка подтверждена», заполните: «Дата плановой отгрузки», «Оплата».',
    ]);
    company.move(deal, 'confirmed', ANNA, SHIP);
    expect(company.openTasks(deal)).toEqual(['Подготовить договор для клиента – lawyer, 2026-11-09 19:00']);
    expect(company.refusals(deal, deal.closing('prepare-contract', { files: 0, by: LAWYER }))).toHaveLength(1);
    company.until('2026-11-09T10:00');
    company.close(deal, 'prepare-contract', { by: LAWYER });
    expect(deal.state.stage).toBe('confirmed');
    company.move(deal, 'agreed-lawyer', LAWYER, { contract: 'contract.docx' });
    expect(company.openTasks(deal)).toEqual(['Отправка договора – anna, 2026-11-10 10:00']);
    expect(company.did('document')).toEqual(['contract-supply', 'invoice']);
    expect(company.refusals(deal, deal.closing('send-contract', { by: ANNA }))[0]).toContain('заполнено «Счёт»');
    company.change(deal, { invoice: 'invoice.pdf' });
    company.close(deal, 'send-contract', { by: ANNA });
    expect(
      company.refusals(deal, { kind: 'moveAsked', to: 'deferral', by: ANNA, fields: { deferralDays: 5 } })[0],
    ).toContain('«Оплата» – «Отсрочка»');
    company.move(deal, 'awaiting-payment', ANNA);
    expect(company.openTasks(deal)).toEqual(['Проверить клиента – security, 2026-11-10 10:00']);
    company.close(deal, 'check-client', { ...CONFIRMED, by: SECURITY });
    expect(deal.state.stage).toBe('checked-security');
    expect(company.openTasks(deal)).toEqual(['Проверить оплаты – accountant, 2026-11-10 09:00']);
    expect(company.refusals(deal, deal.closing('check-payment', { ...CONFIRMED, by: ACCOUNTANT }))).toEqual([
      'Задача «Проверить оплаты» закроется, когда: «Оплачено» не меньше «Сумма».',
    ]);
    company.change(deal, { paid: 10_000_00 });
    company.close(deal, 'check-payment', { ...CONFIRMED, by: ACCOUNTANT });
    expect(deal.state.stage).toBe('checked-accountant');

    expect(company.why(deal)).toBe(
      'Ждём, когда операторы отгрузят заказ: их задачи появятся в день плановой отгрузки.',
    );
    const [shipment] = company.of('operator-tasks');
    if (shipment === undefined) throw new Error('no shipment');
    expect(company.why(shipment)).toBe('Ждём до 11.11 09:00: тогда процесс продолжится сам.');
    expect(company.openTasks(shipment)).toEqual([]);
    company.until('2026-11-11T09:00');
    expect(company.openTasks(shipment)).toEqual([
      'Отгрузка товара: Мясокомбинат, Гастроном – op1 + op2, 2026-11-11 18:00',
      'Отгрузка товара: Полуфабрикаты, Гастроном – op3, 2026-11-11 18:00',
    ]);
    expect(company.refusals(shipment, shipment.closing('ship', { element: 'p1' }))).toEqual([
      'Чтобы закрыть «Отгрузка товара: Мясокомбинат, Гастроном», заполните: «Отгружено фактически».',
    ]);
    company.close(shipment, 'ship', { element: 'p1', sets: shippedAs(500) });
    expect(deal.state.stage).toBe('checked-accountant');
    company.close(shipment, 'ship', { element: 'p2', sets: shippedAs(500, 100) });
    expect(deal.state).toMatchObject({ stage: 'awaiting-documents', fields: { shippedOn: '2026-11-11' } });
    expect(company.openTasks(deal)).toEqual(['Собрать документы – anna, 2026-11-18 09:00']);
    expect(company.refusals(deal, deal.closing('collect-documents', { isChecklistDone: false, by: ANNA }))).toEqual([
      'В задаче «Собрать документы» отмечены не все пункты.',
    ]);
    company.close(deal, 'collect-documents', { by: ANNA });
    expect(deal.state.stage).toBe('awaiting-documents');
    company.move(deal, 'closed', ANNA, { closingDocuments: 'scans' });
    expect(deal.state).toMatchObject({ stage: 'closed', status: 'finished' });
  });

  test('with a deferral is shipped from «Проверено СБ» while the payment stays open', () => {
    const company = new Company('meat', '2026-11-06T10:00');
    const deal = toSecurityChecked(company, 'deferral', { paymentType: 'deferred', deferralDays: 10 });
    expect(deal.state.stage).toBe('checked-security');
    expect(company.openTasks(deal)).toEqual(['Проверить оплаты – accountant, 2026-11-21 09:00']);
    company.until('2026-11-11T09:00');
    ship(company, deal, 500, 100);
    expect(deal.state.stage).toBe('awaiting-documents');
    company.close(deal, 'collect-documents', { by: ANNA });
    const closing = { kind: 'moveAsked', to: 'closed', fields: { closingDocuments: 'scans' } } as const;
    expect(company.refusals(deal, { ...closing, by: ANNA })[0]).toContain('«Оплачено» не меньше «Сумма»');
    company.change(deal, { paid: 10_000_00 });
    company.close(deal, 'check-deferred-payment', { by: ACCOUNTANT });
    expect(deal.state.stage).toBe('awaiting-documents');
    expect(company.did('comment', deal)).toEqual(['Заказ с отсрочкой оплачен']);
    company.move(deal, 'closed', ANNA, { closingDocuments: 'scans' });
    expect(deal.state.stage).toBe('closed');
  });

  test('with a deferral that is paid before the shipment is shipped once', () => {
    const company = new Company('meat', '2026-11-06T10:00');
    const deal = toSecurityChecked(company, 'deferral', { paymentType: 'deferred', deferralDays: 10 });
    company.change(deal, { paid: 10_000_00 });
    company.close(deal, 'check-deferred-payment', { by: ACCOUNTANT });
    expect(deal.state.stage).toBe('checked-accountant');
    expect(company.of('operator-tasks')).toHaveLength(1);
  });

  test('may be closed unpaid by the commercial director alone, with a reason', () => {
    const company = new Company('meat', '2026-11-06T10:00');
    const deal = toSecurityChecked(company, 'deferral', { paymentType: 'deferred', deferralDays: 10 });
    company.until('2026-11-11T09:00');
    ship(company, deal, 500, 100);
    company.close(deal, 'collect-documents', { by: ANNA });
    company.move(deal, 'closed', DIRECTOR, { closingDocuments: 'scans', closeOverride: 'взаимозачёт' });
    expect(deal.state.stage).toBe('closed');
  });

  test('waits for the financial director where he approves payments', () => {
    const company = new Company('meat', '2026-11-06T10:00');
    const deal = toSecurityChecked(company, 'awaiting-payment', { needsFinanceApproval: true });
    company.change(deal, { paid: 10_000_00 });
    company.close(deal, 'check-payment', { ...CONFIRMED, by: ACCOUNTANT });
    expect(company.openTasks(deal)).toEqual(['Согласовать оплату – finance-director, 2026-11-09 10:00']);
    company.close(deal, 'approve-payment');
    expect(deal.state.stage).toBe('checked-accountant');
  });

  test('whose payment the accountant does not confirm goes back to wait for it', () => {
    const company = new Company('meat', '2026-11-06T10:00');
    const deal = toSecurityChecked(company, 'awaiting-payment', {});
    company.close(deal, 'check-payment', { result: 'rejected', comment: 'платёж отозван', by: ACCOUNTANT });
    expect(deal.state.stage).toBe('awaiting-payment');
    expect(company.did('notify').at(-1)).toBe(
      'anna, commercial-director: Оплата по сделке не подтверждена бухгалтером',
    );
  });

  test('whose client fails the security check goes back to the manager', () => {
    const company = new Company('meat', '2026-11-06T10:00');
    const deal = toContractSent(company, {});
    company.move(deal, 'awaiting-payment', ANNA);
    company.close(deal, 'check-client', { result: 'rejected', comment: 'банкротство', by: SECURITY });
    expect(deal.state).toMatchObject({ stage: 'agreed-lawyer', fields: { securityResult: 'failed' } });
    expect(company.did('notify').at(-1)).toBe(
      'anna, commercial-director: Клиент Гастроном не прошёл проверку службы безопасности',
    );
  });

  test('weighed differently at the shipment leaves a task to settle the difference', () => {
    const company = new Company('meat', '2026-11-06T10:00');
    const deal = toSecurityChecked(company, 'awaiting-payment', {});
    company.change(deal, { paid: 10_000_00 });
    company.close(deal, 'check-payment', { ...CONFIRMED, by: ACCOUNTANT });
    company.until('2026-11-11T09:00');
    ship(company, deal, 493, 100);
    expect(company.openTasks(deal)).toContain(
      'Оформить доплату или возврат по фактическому весу – accountant, 2026-11-12 09:00',
    );
  });

  test('whose day has passed when the payment comes is shipped at once, and logistics is told', () => {
    const company = new Company('meat', '2026-11-06T10:00');
    const deal = toSecurityChecked(company, 'awaiting-payment', {});
    company.until('2026-11-12T10:00');
    company.change(deal, { paid: 10_000_00 });
    company.close(deal, 'check-payment', { ...CONFIRMED, by: ACCOUNTANT });
    company.until('2026-11-12T10:01');
    expect(company.did('notify').at(-1)).toContain('Дата плановой отгрузки 11.11.2026 уже прошла');
    const [shipment] = company.of('operator-tasks');
    expect(shipment?.state.stage).toBe('shipping');
  });

  test('follows a new day of shipment, and a refusal stops the shipment', () => {
    const company = new Company('meat', '2026-11-06T10:00');
    const deal = toSecurityChecked(company, 'awaiting-payment', {});
    company.change(deal, { paid: 10_000_00 });
    company.close(deal, 'check-payment', { ...CONFIRMED, by: ACCOUNTANT });
    const [shipment] = company.of('operator-tasks');
    company.change(deal, { shipDate: '2026-11-16' });
    company.until('2026-11-13T18:00');
    expect(shipment?.state.stage).toBe('waiting');
    company.until('2026-11-16T09:00');
    expect(shipment?.state.stage).toBe('shipping');
    company.move(deal, 'refused', ANNA, { refusalReason: 'клиент передумал' });
    expect(shipment?.state.stage).toBe('cancelled');
  });
});
