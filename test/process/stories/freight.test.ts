import { describe, expect, test } from 'vitest';
import { Company } from '../company.ts';
import {
  ACCOUNTANT,
  aDocument,
  anOrder,
  aRequest,
  DIRECTOR,
  distribute,
  HEAD,
  LOGIST,
  MILA,
  MONDAY,
  OFFICE,
  offer,
  SECURITY,
  theLast,
  throughDocuments,
  throughLoading,
  throughRequisites,
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

describe('freight: documents of a carriage', () => {
  test('begin with requisites from both sides, then go to the office manager', () => {
    const company = aCompany();
    const order = anOrder(company);
    const title = 'Загрузить файлы с реквизитами и сверить данные';
    expect(company.openTasks(order)).toEqual([
      `${title} – log, 2026-11-09 18:00`,
      `${title} – mila, 2026-11-09 18:00`,
    ]);
    company.close(order, 'uploadByLogistician', { by: LOGIST });
    expect(company.openTasks(order)).toHaveLength(1);
    company.close(order, 'uploadByManager', { by: MILA });
    expect(company.openTasks(order)).toEqual(['Заполнить шаблоны реквизитов – officeManager, 2026-11-09 18:00']);
  });

  test('with concluded contracts go straight to the making of documents', () => {
    const company = aCompany();
    const order = anOrder(company);
    throughRequisites(company, order, { contracts: true });
    expect(company.of('freight-security')).toHaveLength(0);
    expect(company.openTasks(order)).toEqual(['Создание Договоров и Заявок – officeManager, 2026-11-09 18:00']);
  });

  test('without a contract each counterparty is checked by the security service first', () => {
    const company = aCompany();
    const order = anOrder(company);
    throughRequisites(company, order, { contracts: false });
    const check = theLast(company, 'freight-security');
    const title = 'Проверка контрагента службой безопасности';
    expect(company.openTasks(check)).toEqual([
      `${title}: Стройбаза – security, 2026-11-10 10:00`,
      `${title}: ИП Иванов – security, 2026-11-10 10:00`,
    ]);
    expect(company.openTasks(order)).toEqual([]);
    company.closeAll(check, 'check', { result: 'passed', by: SECURITY });
    expect(check.state.stage).toBe('passed');
    expect(company.did('notify').at(-1)).toMatch(/^officeManager: Приступите к созданию Договоров и Заявок/u);
    expect(company.openTasks(order)).toEqual(['Создание Договоров и Заявок – officeManager, 2026-11-09 18:00']);
  });

  test('of a counterparty who failed the check stop, until the head of the department decides', () => {
    const company = aCompany();
    const order = anOrder(company);
    company.change(order, { number: '17' });
    throughRequisites(company, order, { contracts: false });
    const check = theLast(company, 'freight-security');
    company.close(check, 'check', { result: 'failed', by: SECURITY, comment: 'Должник', element: 'c2' });
    expect(order.state.fields['isStopped']).toBe(true);
    expect(company.did('notify', check)).toEqual([
      'mila, log: Заявка 17: контрагент не прошёл проверку службой безопасности, перевозка остановлена',
    ]);
    company.close(check, 'decide', { result: 'allow', by: HEAD, comment: 'Знаем его давно' });
    expect(order.state.fields['isStopped']).toBe(false);
    expect(company.openTasks(order)).toHaveLength(1);
  });

  test('are formed, checked by the office manager and signed by the general director', () => {
    const company = aCompany();
    const order = anOrder(company);
    throughRequisites(company, order, { contracts: true });
    const document = aDocument(company, order, 'carrierContractOrder');
    expect(company.did('document', document)).toEqual(['contract-request-carrier']);
    expect(company.openTasks(document)).toEqual(['Проверка документа – officeManager, 2026-11-09 18:00']);
    company.close(document, 'check', { result: 'wrong', by: OFFICE, comment: 'Не та ставка' });
    expect(document.state.stage).toBe('new');
    company.move(document, 'forming', OFFICE);
    company.close(document, 'check', { result: 'approved', by: OFFICE });
    expect(company.openTasks(document)).toEqual(['Подписать документ – director, 2026-11-10 10:00']);
    company.close(document, 'sign', { result: 'returned', by: DIRECTOR, comment: 'Опечатка' });
    expect(document.state.stage).toBe('new');
    expect(company.did('notify', document)).toEqual(['officeManager: Генеральный директор вернул документ: нужна новая версия']);
  });

  test.each([
    ['contract', 'contract-carriage', 'mila'],
    ['order', 'request-customer', 'mila'],
    ['contractOrder', 'contract-request-customer', 'mila'],
    ['carrierContract', 'contract-carrier', 'log'],
    ['carrierOrder', 'request-carrier', 'log'],
    ['carrierContractOrder', 'contract-request-carrier', 'log'],
  ])('of the type %s are made as %s, and %s hands them to the other side', (type, kind, person) => {
    const company = aCompany();
    const document = aDocument(company, anOrder(company), type);
    expect(company.did('document', document)).toEqual([kind]);
    company.close(document, 'check', { result: 'approved', by: OFFICE });
    company.close(document, 'sign', { result: 'signed', by: DIRECTOR });
    expect(company.openTasks(document)).toEqual([
      `Передать документ на подпись второй стороне – ${person}, 2026-11-10 10:00`,
    ]);
  });

  test('signed by all move the order to loading, with its waybill', () => {
    const company = aCompany();
    const order = anOrder(company);
    throughDocuments(company, order);
    expect(order.state.stage).toBe('loading');
    expect(company.did('document', order)).toEqual(['waybill']);
    expect(theLast(company, 'freight-deal').state.stage).toBe('loading');
  });

  test('of one side only do not move it', () => {
    const company = aCompany();
    const order = anOrder(company);
    throughRequisites(company, order, { contracts: true });
    company.change(order, { loadingAt: '2026-11-12T10:00' });
    const document = aDocument(company, order, 'contractOrder');
    company.close(order, 'makeDocuments', { by: OFFICE });
    company.close(document, 'check', { result: 'approved', by: OFFICE });
    company.close(document, 'sign', { result: 'signed', by: DIRECTOR });
    company.close(document, 'handOver', { by: MILA, fields: { signMethod: 'edo' } });
    expect(document.state.stage).toBe('signed');
    expect(order.state.stage).toBe('documents');
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
    expect(company.did('comment', order).filter((text) => !text.includes('оговор') && !text.includes('окумент'))).toEqual([
      'Загружен в 9:50',
      'На месте',
      'Разгружен',
    ]);
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
    expect(company.openTasks(deal)).toEqual([
      'Прозвон заказчику на сбор новых заявок – mila, 2026-11-16 18:00',
    ]);
    company.close(deal, 'callCustomer', { result: 'newOrder', by: MILA });
    expect(theLast(company, 'freight-order').state).toMatchObject({ stage: 'new', fields: { client: 'Стройбаза' } });
  });
});

describe('freight: closing documents', () => {
  test('are made, signed and sent by the office manager, then entered into 1C by the accountant', () => {
    const company = aCompany();
    throughDocuments(company, anOrder(company));
    throughLoading(company);
    throughRoad(company);
    const papers = theLast(company, 'freight-papers');
    expect(papers.state.stage).toBe('creating');
    expect(company.did('document', papers)).toEqual(['invoice', 'act', 'factura']);
    expect(company.openTasks(papers)).toEqual([
      'Создать, подписать и отправить закрывающие документы – officeManager, 2026-11-17 14:00',
    ]);
    expect(company.did('notify').at(-1)).toMatch(/создайте, подпишите и отправьте закрывающие документы$/u);
    company.move(papers, 'signing', OFFICE);
    company.move(papers, 'sending', OFFICE);
    company.close(papers, 'closingSet', { by: OFFICE, fields: { sentAt: '2026-11-13' } });
    expect(company.openTasks(papers)).toEqual([
      'Получить подписанные документы и внести в 1С – accountant, 2026-11-27 14:00',
    ]);
    company.close(papers, 'enter', { by: ACCOUNTANT });
    expect(papers.state).toMatchObject({ stage: 'entered', status: 'finished' });
  });

  test('of a prepaid carriage go on in the same record: no second one is made', () => {
    const company = aCompany();
    const order = anOrder(company);
    const papers = company.start('freight-papers', {
      by: OFFICE,
      parent: order,
      fields: { kind: 'prepayment', side: 'customer', prepaymentPercent: 50 },
    });
    expect(company.did('document', papers)).toEqual(['invoice']);
    throughDocuments(company, order);
    throughLoading(company);
    throughRoad(company);
    expect(company.of('freight-papers')).toHaveLength(1);
    expect(papers.state.stage).toBe('creating');
    expect(company.did('document', papers)).toEqual(['invoice', 'act', 'factura']);
  });

  test('a prepayment to the carrier registers his invoice', () => {
    const company = aCompany();
    const fields = { kind: 'prepayment', side: 'carrier' };
    const papers = company.start('freight-papers', { by: OFFICE, parent: anOrder(company), fields });
    expect(company.openTasks(papers)).toEqual(['Зарегистрировать счет перевозчика – officeManager, 2026-11-10 10:00']);
    const invoice = { carrierInvoiceNumber: '7', carrierInvoiceSum: 45_000_00 };
    company.close(papers, 'carrierInvoice', { by: OFFICE, fields: invoice });
    expect(company.did('create', papers)).toEqual(['carrierInvoice']);
  });
});
