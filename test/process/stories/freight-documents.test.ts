import { describe, expect, test } from 'vitest';
import { Company } from '../company.ts';
import {
  ACCOUNTANT,
  aDocument,
  anOrder,
  DIRECTOR,
  HEAD,
  LOGIST,
  MILA,
  MONDAY,
  OFFICE,
  SECURITY,
  theLast,
  throughDocuments,
  throughLoading,
  throughRequisites,
  throughRoad,
} from './freight-people.ts';

const aCompany = (): Company => new Company('freight', MONDAY);

describe('freight: documents of a carriage', () => {
  test('begin with requisites from both sides, then go to the office manager', () => {
    const company = aCompany();
    const order = anOrder(company);
    const title = 'Загрузить файлы с реквизитами и сверить данные';
    expect(company.openTasks(order)).toEqual([`${title} – log, 2026-11-09 18:00`, `${title} – mila, 2026-11-09 18:00`]);
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

  test('of a counterparty whom the head does not allow end the carriage', () => {
    const company = aCompany();
    const order = anOrder(company);
    throughRequisites(company, order, { contracts: false });
    const check = theLast(company, 'freight-security');
    company.close(check, 'check', { result: 'failed', by: SECURITY, comment: 'Должник', element: 'c2' });
    company.close(check, 'decide', { result: 'stop', by: HEAD });
    expect(order.state).toMatchObject({ stage: 'failed', status: 'finished' });
    expect(order.state.fields['failReason']).toBe('Контрагент не прошёл проверку службой безопасности');
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
    expect(company.did('notify', document)).toEqual([
      'officeManager: Генеральный директор вернул документ: нужна новая версия',
    ]);
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

  test.each([
    ['waybill', ['waybill']],
    ['ttn', ['ttn']],
    ['both', ['waybill', 'ttn']],
  ])('with the transport paper «%s» load on it', (waybillKind, documents) => {
    const company = aCompany();
    const order = anOrder(company);
    company.change(order, { waybillKind });
    throughDocuments(company, order);
    expect(company.did('document', order)).toEqual(documents);
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
