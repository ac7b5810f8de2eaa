import { describe, expect, test } from 'vitest';
import type { Actor, Fields } from '#shared/domain/process/state.ts';
import { Company } from '../company.ts';
import type { Story } from '../story.ts';

const ANNA: Actor = { userId: 'anna', roles: ['manager'] };
const ACCOUNTANT: Actor = { userId: 'buh', roles: ['accountant'] };
const DRIVER: Actor = { userId: 'driver', roles: ['driver'] };
const DESIGNER: Actor = { userId: 'designer', roles: ['designer'] };

/** Wednesday. */
const START = '2026-11-11T10:00';

const aLead = (company: Company): Story =>
  company.start('souvenir-lead', { fields: { customer: 'Банк', responsible: 'anna', contacts: 'bank@example.com' } });

const toCall = (company: Company): Story => {
  const lead = aLead(company);
  company.move(lead, 'in-work', ANNA);
  company.tell(lead, { kind: 'taskPut', code: 'calculate', by: ANNA });
  company.change(lead, { offer: 'offer.pdf' });
  company.close(lead, 'calculate', { by: ANNA });
  company.move(lead, 'answered', ANNA, { nextCallAt: '2026-11-12T15:00' });
  return lead;
};

describe('a lead', () => {
  test('is announced, calculated by a task put with one click, called in time and becomes a deal', () => {
    const company = new Company('souvenirs', START);
    const lead = aLead(company);
    expect(company.did('notify')).toEqual(['anna: Новый лид: необходимо связаться с клиентом Банк']);
    company.move(lead, 'in-work', ANNA);
    expect(company.openTasks(lead)).toEqual([]);
    expect(company.did('offer')).toEqual(['anna: Рассчитать запрос и выставить коммерческое предложение']);
    company.tell(lead, { kind: 'taskPut', code: 'calculate', by: ANNA });
    expect(company.openTasks(lead)).toEqual([
      'Рассчитать запрос и выставить коммерческое предложение – anna, 2026-11-12 10:00',
    ]);
    expect(company.did('document')).toEqual(['offer']);
    expect(company.refusals(lead, { kind: 'taskPut', code: 'calculate', by: ANNA })).toHaveLength(1);
    company.close(lead, 'calculate', { by: ANNA });
    expect(lead.state.stage).toBe('in-work');
    expect(company.refusals(lead, { kind: 'moveAsked', to: 'answered', by: ANNA })).toEqual([
      'Чтобы перейти на «Ответ получен», заполните: «Дата и время следующего звонка».',
    ]);
    company.move(lead, 'answered', ANNA, { nextCallAt: '2026-11-12T15:00', offer: 'offer.pdf' });
    expect(company.did('create')).toEqual(['crm-activity']);
    company.until('2026-11-12T14:44');
    expect(company.did('notify')).toHaveLength(1);
    company.until('2026-11-12T14:45');
    expect(company.did('notify').at(-1)).toContain('Через 15 минут звонок');
    company.move(lead, 'converted', ANNA, { targetFunnel: 'new-client' });
    expect(lead.state).toMatchObject({ stage: 'converted', status: 'finished' });
    expect(company.of('souvenir-deal')[0]?.state).toMatchObject({
      stage: 'new',
      fields: { customer: 'Банк', agreedOffer: 'offer.pdf', responsible: 'anna' },
    });
  });

  test('whose call is put off is reminded of at the new time only', () => {
    const company = new Company('souvenirs', START);
    const lead = toCall(company);
    company.change(lead, { nextCallAt: '2026-11-13T11:00' });
    company.until('2026-11-12T18:00');
    expect(company.did('notify')).toHaveLength(1);
    company.until('2026-11-13T10:45');
    expect(company.did('notify')).toHaveLength(2);
  });

  test('of a client who refuses becomes a contact and a company without a deal', () => {
    const company = new Company('souvenirs', START);
    const lead = toCall(company);
    company.move(lead, 'rejected', ANNA, { rejectionReason: 'дорого' });
    expect(company.did('create')).toEqual(['crm-activity', 'contact', 'company']);
    const made = company.happened.findLast(({ effect }) => effect.kind === 'create')?.effect;
    expect(made).toMatchObject({ once: true, fields: { name: 'Банк', sign: 'Не было Сделки' } });
    expect(company.of('souvenir-deal')).toEqual([]);
  });
});

const CHOICES: Fields = { serviceKind: 'design-print', needsDesigner: 'yes', supplierPrepaid: 'yes' };

const aDeal = (company: Company): Story =>
  company.start('souvenir-deal', { fields: { customer: 'Банк', agreedOffer: 'offer.pdf', sum: 50_000_00 } });

const toPaid = (company: Company, choices: Fields): Story => {
  const deal = aDeal(company);
  company.move(deal, 'invoicing', ANNA, { ...CHOICES, ...choices });
  company.close(deal, 'prepare-invoice', { by: ACCOUNTANT, fields: { invoice: 'invoice.pdf' } });
  company.move(deal, 'paid', ANNA, { paid: 50_000_00, paidOn: '2026-11-12' });
  return deal;
};

const SUPPLY: Fields = { supplyReceipt: 'driver', supplyDate: '2026-11-16T12:00' };

const toProduction = (company: Company, choices: Fields = {}): Story => {
  const deal = toPaid(company, { supplierPrepaid: 'no', needsDesigner: 'no', ...choices });
  company.move(deal, 'supply', ANNA, SUPPLY);
  company.close(deal, 'pick-up', { by: DRIVER });
  company.move(deal, 'production', ANNA, { productionEnd: '2026-11-20T16:00' });
  return deal;
};

describe('a deal of a new client', () => {
  test('goes from the agreed offer through supply, design, production and courier to success', () => {
    const company = new Company('souvenirs', START);
    const deal = aDeal(company);
    expect(company.refusals(deal, { kind: 'moveAsked', to: 'invoicing', by: ANNA })).toEqual([
      'Чтобы перейти на «Выставить счет», заполните: «Вид услуги», «Требуется ли подключение дизайнера», «Поставщик предоплатый».',
    ]);
    company.move(deal, 'invoicing', ANNA, CHOICES);
    expect(company.openTasks(deal)).toEqual(['Подготовка счета – accountant, 2026-11-12 10:00']);
    company.change(deal, { invoice: 'invoice.pdf' });
    expect(company.openTasks(deal).at(-1)).toBe('Направить клиенту выставленный счет – anna, 2026-11-11 18:00');
    company.close(deal, 'prepare-invoice', { by: ACCOUNTANT });
    expect(deal.state.stage).toBe('awaiting-payment');
    company.close(deal, 'send-invoice', { by: ANNA });
    expect(deal.state).toMatchObject({ stage: 'awaiting-payment', fields: { invoiceSentAt: START } });
    expect(company.refusals(deal, { kind: 'moveAsked', to: 'paid', by: ANNA })).toHaveLength(2);
    company.move(deal, 'paid', ANNA, { paid: 50_000_00, paidOn: '2026-11-12' });

    expect(company.openTasks(deal)).toEqual(['Запрос счета у поставщика – accountant, 2026-11-12 10:00']);
    expect(company.refusals(deal, deal.closing('supplier-invoice', { by: ACCOUNTANT }))).toEqual([
      'Чтобы закрыть «Запрос счета у поставщика», заполните: «Счет поставщика оплачен».',
    ]);
    company.close(deal, 'supplier-invoice', { by: ACCOUNTANT, fields: { supplierPaidOn: '2026-11-12' } });
    expect(deal.state.stage).toBe('paid');
    company.move(deal, 'supply', ANNA, SUPPLY);
    expect(company.openTasks(deal)).toEqual([
      'Забрать заказ у поставщика: 16.11.2026 12:00 – driver, 2026-11-16 12:00',
      'Задача для Дизайнера – designer, 2026-11-16 12:00',
    ]);
    company.close(deal, 'pick-up', { by: DRIVER });
    const toMaking = {
      kind: 'moveAsked',
      to: 'production',
      by: ANNA,
      fields: { productionEnd: '2026-11-20T16:00' },
    } as const;
    expect(company.refusals(deal, toMaking)[0]).toContain('не осталось открытых задач «Задача для Дизайнера»');
    company.close(deal, 'design', { by: DESIGNER });
    company.tell(deal, toMaking);
    expect(company.did('notify').at(-1)).toBe('anna: Поставьте задачу производственному отделу на исполнение заказа');
    company.tell(deal, { kind: 'taskPut', code: 'execute', by: ANNA });
    expect(company.openTasks(deal)).toEqual(['Исполнение заказа – production, 2026-11-20 16:00']);
    company.close(deal, 'execute');
    expect(company.did('notify').at(-1)).toBe('anna: Производство сообщает: заказ исполнен');
    company.until('2026-11-20T16:00');
    expect(company.did('notify').at(-1)).toContain('Сделка требует внимания');

    company.move(deal, 'production-done', ANNA, { deliveryKind: 'courier' });
    expect(company.openTasks(deal)).toEqual([
      'Подготовить документы, вызвать курьера для отправки груза – anna + accountant, 2026-11-23 16:00',
    ]);
    const courier = company.happened.find(({ effect }) => effect.kind === 'task' && effect.code === 'courier');
    expect(courier?.effect).toMatchObject({ creator: { kind: 'user', userId: 'anna' } });
    company.move(deal, 'sent', ANNA);
    expect(company.refusals(deal, deal.closing('courier', { by: ANNA }))[0]).toContain('«Дата получения клиентом»');
    company.close(deal, 'courier', { by: ANNA, fields: { receivedOn: '2026-11-24' } });
    expect(deal.state.stage).toBe('closing-documents');

    expect(company.openTasks(deal)).toEqual([
      'Сбор закрывающих документов – anna, 2026-11-27 16:00',
      'Сбор закрывающих документов – accountant, 2026-11-27 16:00',
    ]);
    company.close(deal, 'collect-manager', { by: ANNA, fields: { closingDocuments: 'scans' } });
    expect(deal.state.stage).toBe('closing-documents');
    company.close(deal, 'collect-accountant', { by: ACCOUNTANT });
    expect(deal.state).toMatchObject({ stage: 'success', status: 'finished' });
    expect(company.did('document')).toEqual(['invoice', 'upd']);
  });

  test('not paid for three days reminds the manager in working hours, once, and not after a payment', () => {
    const company = new Company('souvenirs', START);
    const deal = aDeal(company);
    company.move(deal, 'invoicing', ANNA, CHOICES);
    company.close(deal, 'prepare-invoice', { by: ACCOUNTANT, fields: { invoice: 'invoice.pdf' } });
    company.until('2026-11-16T08:59');
    expect(company.did('notify')).toEqual([]);
    // Three days after Wednesday is Saturday: the reminder waits for Monday morning.
    company.until('2026-11-16T09:00');
    expect(company.did('notify')[0]).toContain('Три дня нет оплаты');
    company.until('2026-11-30T09:00');
    expect(company.did('notify')).toHaveLength(1);

    const paid = new Company('souvenirs', START);
    const other = aDeal(paid);
    paid.move(other, 'invoicing', ANNA, CHOICES);
    paid.close(other, 'prepare-invoice', { by: ACCOUNTANT, fields: { invoice: 'invoice.pdf' } });
    paid.change(other, { paid: 10_000_00 });
    paid.until('2026-11-30T09:00');
    expect(paid.did('notify')).toEqual([]);
  });

  test('paid in part moves on only with a reason', () => {
    const company = new Company('souvenirs', START);
    const deal = aDeal(company);
    company.move(deal, 'invoicing', ANNA, CHOICES);
    company.close(deal, 'prepare-invoice', { by: ACCOUNTANT, fields: { invoice: 'invoice.pdf' } });
    const part = { paid: 10_000_00, paidOn: '2026-11-12' };
    expect(company.refusals(deal, { kind: 'moveAsked', to: 'paid', by: ANNA, fields: part })).toHaveLength(1);
    company.move(deal, 'paid', ANNA, { ...part, paymentComment: 'остаток по факту' });
    expect(deal.state.stage).toBe('paid');
  });

  test('with a supplier who is paid later moves on at once, the manager orders the goods', () => {
    const company = new Company('souvenirs', START);
    const deal = toPaid(company, { supplierPrepaid: 'no', needsDesigner: 'no' });
    expect(company.openTasks(deal)).toContain('Оформить заказ у поставщика – anna, 2026-11-12 10:00');
    company.move(deal, 'supply', ANNA, { ...SUPPLY, supplyReceipt: 'supplier' });
    expect(deal.state.tasks.map(({ code }) => code)).not.toContain('pick-up');
    expect(deal.state.tasks.map(({ code }) => code)).not.toContain('design');
    company.until('2026-11-16T12:00');
    expect(company.did('notify').at(-1)).toBe('anna: Сегодня поставка: проверьте, что поставщик привёз товар');
    company.move(deal, 'production', ANNA, { goodsReceivedAt: '2026-11-16T13:00', productionEnd: '2026-11-20T16:00' });
    expect(deal.state.stage).toBe('production');
  });

  test('of design alone goes from the designer to the closing documents', () => {
    const company = new Company('souvenirs', START);
    const deal = toPaid(company, { supplierPrepaid: 'no', serviceKind: 'design' });
    company.move(deal, 'supply', ANNA);
    expect(company.refusals(deal, { kind: 'moveAsked', to: 'closing-documents', by: ANNA })).toHaveLength(1);
    company.close(deal, 'design', { by: DESIGNER });
    company.move(deal, 'closing-documents', ANNA);
    expect(deal.state.stage).toBe('closing-documents');
    const printed = toPaid(company, { supplierPrepaid: 'no' });
    expect(company.refusals(printed, { kind: 'moveAsked', to: 'closing-documents', by: ANNA })[0]).toContain(
      '«Дизайн»',
    );
  });

  test('delivered by the own driver moves on from «Груз отправлен клиенту» even if he was there before', () => {
    const company = new Company('souvenirs', START);
    const deal = toProduction(company);
    company.move(deal, 'production-done', ANNA, { deliveryKind: 'own', deliveryDate: '2026-11-23T11:00' });
    expect(company.openTasks(deal).at(-1)).toBe('Доставить заказ клиенту – driver, 2026-11-23 11:00');
    company.close(deal, 'deliver', { by: DRIVER, fields: { receivedOn: '2026-11-23' } });
    expect(deal.state.stage).toBe('production-done');
    company.move(deal, 'sent', ANNA);
    expect(deal.state.stage).toBe('closing-documents');
  });

  test('whose end of production moves reminds at the new time', () => {
    const company = new Company('souvenirs', START);
    const deal = toProduction(company);
    company.change(deal, { productionEnd: '2026-11-25T16:00' });
    company.until('2026-11-24T18:00');
    expect(company.did('notify').some((text) => text.includes('требует внимания'))).toBe(false);
    company.until('2026-11-25T16:00');
    expect(company.did('notify').at(-1)).toContain('требует внимания');
  });

  test('has a copy for regular clients, which is off until somebody switches it on', () => {
    const company = new Company('souvenirs', START);
    const { definition } = company.start('souvenir-regular-deal', { fields: { customer: 'Банк' } });
    expect(definition).toMatchObject({ title: 'Постоянный клиент', isActive: false });
    expect(definition.stages).toEqual(aDeal(company).definition.stages);
  });

  test('is lost only with a reason, and its tasks are withdrawn', () => {
    const company = new Company('souvenirs', START);
    const deal = toPaid(company, {});
    expect(company.refusals(deal, { kind: 'moveAsked', to: 'lost', by: ANNA })).toHaveLength(1);
    company.move(deal, 'lost', ANNA, { lostReason: 'клиент закрылся' });
    expect(company.openTasks(deal)).toEqual([]);
  });
});
