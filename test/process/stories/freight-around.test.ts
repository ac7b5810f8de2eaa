import { describe, expect, test } from 'vitest';
import { Company } from '../company.ts';
import {
  anOrder,
  aRequest,
  distribute,
  HEAD_LOGISTICS,
  HEAD_SALES,
  HEAD,
  HR,
  LOGIST,
  MILA,
  MONDAY,
  offer,
  theLast,
  throughDocuments,
  throughLoading,
} from './freight-people.ts';

const aCompany = (): Company => new Company('freight', MONDAY);

const aClient = { kind: 'client', client: 'Стройбаза', source: 'Сайт' };

describe('freight: distribution', () => {
  test('with nobody at work tells the heads once and looks again every ten minutes', () => {
    const company = aCompany();
    company.start('freight-lead', { fields: aClient });
    const waiting = theLast(company, 'freight-distribution');
    company.tell(waiting, { kind: 'signal', name: 'nobodyStarted', payload: {} });
    company.until('2026-11-09T10:35');
    expect(company.did('notify')).toEqual(['heads: Никто не начал рабочий день: обращение не распределено']);
    expect(company.did('distribute')).toHaveLength(4);
    distribute(company, 'mila');
    company.until('2026-11-09T12:00');
    expect(company.did('distribute')).toHaveLength(4);
    expect(waiting.state.stage).toBe('assigned');
  });

  test('may be done by a head by hand', () => {
    const company = aCompany();
    const lead = company.start('freight-lead', { fields: aClient });
    company.move(theLast(company, 'freight-distribution'), 'assigned', HEAD, {
      employee: 'mila',
      principle: 'вручную',
    });
    expect(lead.state.fields['manager']).toBe('mila');
  });

  test.each([
    ['freight-lead', { ...aClient }, 'leads'],
    ['freight-order', { client: 'Стройбаза', manager: 'mila' }, 'requests'],
  ])('of %s has its own order of choice', (code, fields, what) => {
    const company = aCompany();
    company.start(code, { fields });
    expect(company.happened.find(({ effect }) => effect.kind === 'distribute')?.effect).toMatchObject({ what });
  });
});

describe('freight: talks with carriers', () => {
  test('are recorded in a lead of their own, which ends when the offer is saved', () => {
    const company = aCompany();
    const lead = company.start('freight-lead', { fields: { kind: 'carrierCall', responsible: 'log' } });
    expect(company.of('freight-distribution')).toHaveLength(0);
    expect(company.openTasks(lead)).toEqual([
      'Записать разговор: «Перевозчик» или «Добавить в базу перевозчиков» – log, 2026-11-09 18:00',
    ]);
    company.start('freight-carrier', {
      by: LOGIST,
      parent: lead,
      fields: { action: 'offer', carrier: 'ИП Иванов', rate: 1 },
    });
    expect(lead.state.stage).toBe('carrierRecorded');
  });

  test('without an offer leave the directions and the place of the carrier', () => {
    const company = aCompany();
    const lead = company.start('freight-lead', { fields: { kind: 'carrierCall', responsible: 'log' } });
    const base = company.start('freight-carrier-base', { by: LOGIST, parent: lead, fields: { carrier: 'ИП Иванов' } });
    expect(base.state.stage).toBe('form');
    company.move(base, 'saved', LOGIST, { directions: 'Тверь – Казань', location: 'Казань' });
    expect(company.did('create', base)).toEqual(['carrier']);
    expect(lead.state.stage).toBe('carrierRecorded');
  });

  test('an offer reaches the timeline of the request with all its terms', () => {
    const company = aCompany();
    const { request } = aRequest(company, 'price');
    offer(company, request, 'offer');
    expect(company.did('comment', request).at(-1)).toMatch(
      /ИП Иванов.*отсрочка 5.*автомобиль MAN А123АА, водитель Пётр/u,
    );
  });
});

const asked = (company: Company) => {
  const { lead, request } = aRequest(company, 'price');
  const fields = { reason: 'Не платит', comment: 'Долг с весны' };
  const refusal = company.start('freight-refusal', { by: MILA, parent: request, fields });
  return { lead, request, refusal };
};

describe('freight: refusal of a client', () => {
  test('is approved by the heads of both departments, at the same time', () => {
    const company = aCompany();
    const { request, refusal } = asked(company);
    expect(company.openTasks(refusal)).toEqual([
      'Согласование отказа от клиента – headSales, 2026-11-10 10:00',
      'Согласование отказа от клиента – headLogistics, 2026-11-10 10:00',
    ]);
    company.close(refusal, 'approveSales', { result: 'approve', by: HEAD_SALES });
    expect(refusal.state.stage).toBe('approval');
    company.close(refusal, 'approveLogistics', { result: 'approve', by: HEAD_LOGISTICS });
    expect(request.state).toMatchObject({ stage: 'lost', fields: { refusalReason: 'Не платит' } });
  });

  test('is returned to work when one of them disagrees', () => {
    const company = aCompany();
    const { request, refusal } = asked(company);
    company.close(refusal, 'approveSales', { result: 'reject', by: HEAD_SALES, comment: 'Договоримся' });
    expect(refusal.state.stage).toBe('returned');
    expect(company.openTasks(refusal)).toEqual([]);
    expect(request.state.stage).toBe('search');
    expect(company.did('notify').at(-1)).toBe('mila: Отказ от клиента не согласован: работа продолжается');
  });

  test('is not asked for without a reason and a comment', () => {
    const company = aCompany();
    const { request } = aRequest(company, 'price');
    const refusal = company.start('freight-refusal', { by: MILA, parent: request });
    expect(company.refusals(refusal, { kind: 'moveAsked', to: 'approval', by: MILA })).toEqual([
      'Чтобы перейти на «Согласование отказа», заполните: «Причина отказа», «Комментарий».',
    ]);
  });
});

describe('freight: a permanent client', () => {
  test('never becomes a lead again: his deal is told', () => {
    const company = aCompany();
    anOrder(company);
    const deal = theLast(company, 'freight-deal');
    const lead = company.start('freight-lead', { fields: { ...aClient, permanentDeal: deal.state.recordId } });
    expect(lead.state.stage).toBe('handedOver');
    expect(company.did('notify', deal)).toEqual(['mila: Обратился постоянный клиент']);
  });

  test('has a deal that stands where his most urgent order stands', () => {
    const company = aCompany();
    const first = anOrder(company);
    const deal = theLast(company, 'freight-deal');
    throughDocuments(company, first);
    expect(deal.state.stage).toBe('loading');
    throughLoading(company);
    expect(deal.state.stage).toBe('transit');
    anOrder(company);
    expect(deal.state.stage).toBe('documents');
  });

  test('orders from his deal: the executor is found and agreed in the order itself', () => {
    const company = aCompany();
    const cargo = { cargo: 'Кирпич', loadingPlace: 'Тверь', unloadingPlace: 'Казань' };
    const order = company.start('freight-order', {
      by: MILA,
      fields: { client: 'Стройбаза', manager: 'mila', ...cargo },
    });
    distribute(company, 'log');
    company.move(order, 'search', MILA);
    expect(company.openTasks(order)).toEqual(['Поиск исполнителя – log, 2026-11-09 12:00']);
    offer(company, order, 'executor');
    company.move(order, 'agreement', LOGIST, { customerRate: 120_000_00 });
    expect(company.openTasks(order)).toEqual(['Согласовать с заказчиком – mila, 2026-11-10 10:00']);
    company.move(order, 'documents', MILA);
    expect(order.state).toMatchObject({ stage: 'documents', fields: { carrierRate: 90_000_00 } });
  });
});

describe('freight: mailing to carriers', () => {
  const CARRIERS = [
    { id: '1', title: 'Иван', fields: { mailContact: '+7 900 000-00-01', mailing: 'on' } },
    { id: '2', title: 'Олег', fields: { mailContact: '+7 900 000-00-02', mailing: 'off' } },
    { id: '3', title: 'Пётр', fields: { mailContact: '+7 900 000-00-03', mailing: 'paused' } },
  ];
  const sent = (company: Company) => {
    const fields = { logistician: 'log', cargo: 'Кирпич', loadingPlace: 'Тверь', unloadingPlace: 'Казань' };
    const mailing = company.start('freight-mailing', { by: LOGIST, fields, sets: { carriers: CARRIERS } });
    company.move(mailing, 'sending', LOGIST);
    return mailing;
  };

  test('goes to every carrier who did not stop or pause it', () => {
    const company = aCompany();
    sent(company);
    const [only, ...others] = company.happened.filter(({ effect }) => effect.kind === 'message');
    expect(only?.effect).toMatchObject({ to: { kind: 'contact', contact: '+7 900 000-00-01' } });
    expect(others).toEqual([]);
  });

  test('whose answer was not understood becomes a task of fifteen minutes', () => {
    const company = aCompany();
    const mailing = sent(company);
    const payload = { carrier: 'Иван', text: 'мб завтра' };
    company.tell(mailing, { kind: 'signal', name: 'replyUnknown', payload });
    expect(company.did('notify')).toEqual(['log: Ответ перевозчика не разобран: мб завтра']);
    expect(company.openTasks(mailing)).toEqual(['Разобрать ответ перевозчика – log, 2026-11-09 10:15']);
    company.close(mailing, 'readReply', { result: 'offer', by: LOGIST });
    expect(theLast(company, 'freight-carrier').state).toMatchObject({ stage: 'form', fields: { carrier: 'Иван' } });
  });
});

test('freight: an applicant gets a message on every stage of recruitment', () => {
  const company = aCompany();
  const deal = company.start('freight-recruitment', { fields: { applicant: 'Ира', vacancy: 'Логист', source: 'hh' } });
  expect(company.openTasks(deal)).toEqual(['Ответить соискателю – hr, 2026-11-10 10:00']);
  company.move(deal, 'contact', HR);
  expect(company.openTasks(deal)).toEqual([]);
  company.move(deal, 'interview', HR, { interviewAt: '2026-11-10T15:00' });
  company.until('2026-11-10T13:00');
  expect(company.did('notify')).toEqual(['hr: Через 2 часа собеседование: Ира']);
  company.move(deal, 'offer', HR, { offer: 'Логист, с 16.11.2026' });
  company.move(deal, 'hired', HR);
  expect(company.did('message')).toHaveLength(5);
  expect(company.did('message')[0]).toBe(
    'client: Здравствуйте! Мы получили ваш отклик на вакансию «Логист» и скоро ответим.',
  );
});
