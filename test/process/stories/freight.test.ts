import { describe, expect, test } from 'vitest';
import { Company } from '../company.ts';
import {
  anOrder,
  aRequest,
  distribute,
  LOGIST,
  MILA,
  MONDAY,
  offer,
  theLast,
  throughDocuments,
  throughLoading,
  throughRoad,
} from './freight-people.ts';

const aCompany = (): Company => new Company('freight', MONDAY);

describe('freight: a new client', () => {
  test('is given to an employee by load, and the heads read on what principle', () => {
    const company = aCompany();
    const lead = company.start('freight-lead', { fields: { kind: 'client', client: 'Стройбаза', source: 'Сайт' } });
    expect(company.did('distribute')).toHaveLength(1);
    distribute(company, 'mila');
    expect(company.did('notify')).toEqual([
      'distribution: Обращение распределено: mila. Принцип: меньше всех в работе',
    ]);
    expect(company.did('create')).toEqual(['distributionEntry']);
    expect(company.openTasks(lead)).toEqual(['Выяснить потребность и создать «Запрос» – mila, 2026-11-09 12:00']);
  });

  test('who asks for a price gets a request that goes at once to a logistician, with carriers selected', () => {
    const company = aCompany();
    const { lead, request } = aRequest(company, 'price');
    expect(lead.state.stage).toBe('inWork');
    expect(request.state.fields).toMatchObject({ client: 'Стройбаза', manager: 'mila', logistician: 'log' });
    expect(company.did('lookUp', request)).toHaveLength(3);
    expect(company.openTasks(request)).toEqual(['Поиск исполнителя – log, 2026-11-09 12:00']);
  });

  test('waits in pause with the price named, and the lead waits with the request', () => {
    const company = aCompany();
    const { lead, request } = aRequest(company, 'price');
    offer(company, request, 'offer');
    expect(company.openTasks(request)).toEqual([]);
    expect(company.did('create')).toContain('carrierOffer');
    expect(company.did('notify').at(-1)).toBe('mila: Есть предложение перевозчика ИП Иванов');
    expect(company.refusals(request, { kind: 'moveAsked', to: 'pause', by: MILA })).toEqual([
      'Чтобы перейти на «Пауза в обработке», заполните: «Наша ставка».',
    ]);
    company.move(request, 'pause', MILA, { ourRate: 120_000_00 });
    expect([request.state.stage, lead.state.stage]).toEqual(['pause', 'pause']);
    company.move(request, 'agreement', MILA);
    expect(lead.state.stage).toBe('agreement');
    expect(company.openTasks(request)).toEqual(['Согласовать с заказчиком – mila, 2026-11-10 10:00']);
  });

  test('who refuses leaves a reason, and his lead goes back to pause until the next contact', () => {
    const company = aCompany();
    const { lead, request } = aRequest(company, 'price');
    company.move(request, 'pause', LOGIST, { ourRate: 120_000_00 });
    company.move(request, 'agreement', MILA);
    company.close(request, 'agree', { result: 'refused', by: MILA, comment: 'Дорого' });
    expect(company.refusals(request, { kind: 'moveAsked', to: 'lost', by: MILA })).toEqual([
      'Чтобы перейти на «Провал», заполните: «Причина отказа», «Комментарий сотрудника».',
    ]);
    company.move(request, 'lost', MILA, { refusalReason: 'Цена', refusalComment: 'Нашли дешевле' });
    expect([request.state.status, lead.state.stage]).toEqual(['finished', 'pause']);
    company.tell(lead, { kind: 'signal', name: 'clientContact', payload: { source: 'Whatsapp' } });
    expect(company.did('notify').at(-1)).toBe('mila: Клиент снова обратился: Whatsapp');
  });

  test('who needs a vehicle now makes the logistician look for an executor, not a quotation', () => {
    const company = aCompany();
    const { request } = aRequest(company, 'vehicle');
    company.move(request, 'needVehicle', MILA, { loadingPlace: 'Тверь', unloadingPlace: 'Казань' });
    expect(company.openTasks(request)).toEqual(['Поиск исполнителя – log, 2026-11-09 12:00']);
    offer(company, request, 'offer');
    expect(company.openTasks(request)).toHaveLength(1);
    offer(company, request, 'executor');
    expect(company.openTasks(request)).toEqual([]);
    company.move(request, 'agreement', LOGIST);
    expect(request.state.stage).toBe('agreement');
  });

  test('who agrees gets one permanent deal and an order at its documents, and the lead succeeds', () => {
    const company = aCompany();
    const order = anOrder(company);
    expect(theLast(company, 'freight-lead').state.stage).toBe('won');
    expect(order.state).toMatchObject({ stage: 'documents', fields: { client: 'Стройбаза', logistician: 'log' } });
    const [deal] = company.of('freight-deal');
    expect(deal?.state.stage).toBe('documents');
    expect(company.of('freight-deal')).toHaveLength(1);
    anOrder(company);
    expect(company.of('freight-deal')).toHaveLength(1);
  });
});

describe('freight: the carriage itself', () => {
  test('two hours before loading the logistician is told to call, and calls again while it is not loaded', () => {
    const company = aCompany();
    throughDocuments(company, anOrder(company));
    company.until('2026-11-12T08:00');
    expect(company.did('notify').at(-1)).toBe(
      'log: Через 2 часа загрузка: прозвоните перевозчика и проконтролируйте загрузку',
    );
    const call = theLast(company, 'freight-check-call');
    const title = 'Прозвон перевозчика, контроль загрузки';
    expect(company.openTasks(call)).toEqual([`${title} – log, 2026-11-12 10:00`]);
    company.close(call, 'controlLoading', { result: 'notLoaded', by: LOGIST, fields: { callText: 'Очередь' } });
    expect(company.openTasks(call)).toEqual([`${title} – log, 2026-11-12 09:00`]);
    expect(company.did('comment').at(-1)).toBe('Очередь');
  });

  test('a later loading moves the call', () => {
    const company = aCompany();
    const order = anOrder(company);
    throughDocuments(company, order);
    company.change(order, { loadingAt: '2026-11-13T12:00' });
    company.until('2026-11-13T09:59');
    expect(company.of('freight-check-call')).toHaveLength(0);
    company.until('2026-11-13T10:00');
    expect(company.of('freight-check-call')).toHaveLength(1);
  });

  test.each([
    [200, '13:00', '2026-11-12 16:00'],
    [500, '16:00', '2026-11-13 09:00'],
    [1500, '17:00', '2026-11-13 09:00'],
  ])('on the road of %i km the first call is at %s, due %s', (distance, first, due) => {
    const company = aCompany();
    const order = anOrder(company);
    throughDocuments(company, order);
    company.change(order, { distance });
    throughLoading(company);
    expect(order.state.stage).toBe('transit');
    company.until('2026-11-12T18:00');
    const [call] = company.of('freight-check-call').slice(1);
    expect(call?.log[0]?.now).toBe(`2026-11-12T${first}`);
    expect(call && company.openTasks(call)).toEqual([`Прозвон перевозчика, актуализация данных – log, ${due}`]);
  });

  test('calls stop with the road, and every result is in the timeline', () => {
    const company = aCompany();
    const order = anOrder(company);
    throughDocuments(company, order);
    throughLoading(company);
    throughRoad(company);
    expect(
      company.did('comment', order).filter((text) => !text.includes('оговор') && !text.includes('окумент')),
    ).toEqual(['Загружен в 9:50', 'На месте', 'Разгружен']);
    expect(order.state.stage).toBe('finished');
    const calls = company.of('freight-check-call').length;
    company.until('2026-11-20T18:00');
    expect(company.of('freight-check-call')).toHaveLength(calls);
  });

  test('finished, it leaves a deal in success with its finances and pauses the main deal', () => {
    const company = aCompany();
    const order = anOrder(company);
    throughDocuments(company, order);
    throughLoading(company);
    throughRoad(company);
    const deal = theLast(company, 'freight-deal');
    expect(deal.state).toMatchObject({ stage: 'pause', status: 'running', fields: { pinnedTo: 'mila' } });
    const copy = company.happened.find(({ effect }) => effect.kind === 'copy')?.effect;
    expect(copy).toMatchObject({ stage: 'won', fields: { profit: 30_000_00, profitability: 25 } });
    expect(company.did('report')).toEqual(['Рентабельность перевозки']);
  });

  test('one working day later the manager is to call the customer for new orders', () => {
    const company = aCompany();
    throughDocuments(company, anOrder(company));
    throughLoading(company);
    throughRoad(company);
    const deal = theLast(company, 'freight-deal');
    company.until('2026-11-16T13:59');
    expect(company.openTasks(deal)).toEqual([]);
    company.until('2026-11-16T14:00');
    expect(company.openTasks(deal)).toEqual(['Прозвон заказчику на сбор новых заявок – mila, 2026-11-16 18:00']);
    company.close(deal, 'callCustomer', { result: 'newOrder', by: MILA });
    expect(theLast(company, 'freight-order').state).toMatchObject({ stage: 'new', fields: { client: 'Стройбаза' } });
  });
});
