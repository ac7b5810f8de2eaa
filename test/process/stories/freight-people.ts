import type { Actor, Element, Fields } from '#shared/domain/process/state.ts';
import type { Company } from '../company.ts';
import type { Story } from '../story.ts';

const person = (userId: string, ...roles: string[]): Actor => ({ userId, roles });

export const MILA = person('mila', 'manager');
export const LOGIST = person('log', 'logistician');
export const OFFICE = person('office', 'officeManager');
export const DIRECTOR = person('boss', 'director');
export const ACCOUNTANT = person('buh', 'accountant');
export const SECURITY = person('sb', 'security');
export const HEAD = person('head', 'heads');
export const HEAD_SALES = person('head-sales', 'headSales');
export const HEAD_LOGISTICS = person('head-log', 'headLogistics');
export const HR = person('hr', 'hr');

/** A Monday. */
export const MONDAY = '2026-11-09T10:00';

/** The runner found the least loaded employee. */
export const distribute = (company: Company, employee: string): void => {
  const waiting = company.of('freight-distribution').find(({ state }) => state.status === 'running');
  if (waiting === undefined) throw new Error('nothing is to be distributed');
  const payload = { employee, principle: 'меньше всех в работе' };
  company.tell(waiting, { kind: 'signal', name: 'employeeChosen', payload });
};

const last = (stories: readonly Story[], code: string): Story => {
  const found = stories.at(-1);
  if (found === undefined) throw new Error(`no ${code} has begun`);
  return found;
};

export const theLast = (company: Company, code: string): Story => last(company.of(code), code);

/** A new client of Monday morning, up to his request in the hands of a logistician. */
export const aRequest = (company: Company, approach: 'price' | 'vehicle'): { lead: Story; request: Story } => {
  const lead = company.start('freight-lead', { fields: { kind: 'client', client: 'Стройбаза', source: 'Сайт' } });
  distribute(company, 'mila');
  company.close(lead, 'clarify', { result: 'request', by: MILA, fields: { approach, cargo: 'Кирпич, 20 т' } });
  distribute(company, 'log');
  return { lead, request: theLast(company, 'freight-request') };
};

const OFFER = {
  carrier: 'ИП Иванов',
  rate: 90_000_00,
  deferral: 5,
  paymentForm: 'vat',
  vehicle: 'MAN А123АА',
  driver: 'Пётр',
};

/** The logistician talked to a carrier and wrote down what he offers. */
export const offer = (company: Company, to: Story, action: 'offer' | 'executor'): void => {
  company.start('freight-carrier', { by: LOGIST, fields: { ...OFFER, action, request: to.state.recordId } });
  const offers = [{ id: 'o1', title: OFFER.carrier, fields: { kind: action } }];
  company.tell(to, { kind: 'changed', by: null, sets: { offers } });
};

const ROUTE = { loadingPlace: 'Тверь', unloadingPlace: 'Казань' };

/** The request of a client who needs a vehicle at once, agreed: the order is at its documents. */
export const anOrder = (company: Company): Story => {
  const { request } = aRequest(company, 'vehicle');
  company.move(request, 'needVehicle', MILA, { ...ROUTE, loadingDate: '2026-11-12' });
  offer(company, request, 'executor');
  company.move(request, 'agreement', LOGIST);
  company.close(request, 'agree', { result: 'agreed', by: MILA });
  company.move(request, 'won', MILA, { ourRate: 120_000_00 });
  return theLast(company, 'freight-order');
};

const party = (id: string, title: string, fields: Fields): Element => ({ id, title, fields });

/** Requisites are in; the register was asked for contracts. */
export const throughRequisites = (company: Company, order: Story, given: { readonly contracts: boolean }): void => {
  company.close(order, 'uploadByLogistician', { by: LOGIST });
  company.close(order, 'uploadByManager', { by: MILA });
  company.close(order, 'fillRequisites', { by: OFFICE });
  const counterparties = [
    party('c1', 'Стройбаза', { side: 'customer', hasContract: given.contracts }),
    party('c2', 'ИП Иванов', { side: 'carrier', hasContract: given.contracts }),
  ];
  const unchecked = given.contracts ? [] : counterparties;
  const fields = { contractsFound: true };
  company.tell(order, { kind: 'changed', by: null, fields, sets: { counterparties, unchecked } });
};

/** The office manager makes a document inside the order and sends it to be formed. */
export const aDocument = (company: Company, order: Story, documentType: string): Story => {
  const { manager = null, logistician = null } = order.state.fields;
  const fields = { documentType, order: order.state.recordId, manager, logistician };
  const document = company.start('freight-document', { by: OFFICE, parent: order, fields });
  company.move(document, 'forming', OFFICE);
  return document;
};

const throughSignatures = (company: Company, document: Story): void => {
  company.close(document, 'check', { result: 'approved', by: OFFICE });
  company.close(document, 'sign', { result: 'signed', by: DIRECTOR });
  company.close(document, 'handOver', { by: MILA, fields: { signMethod: 'paper' } });
};

/** Signed by everybody on Monday; the loading is on Thursday at ten. */
export const throughDocuments = (company: Company, order: Story): void => {
  throughRequisites(company, order, { contracts: true });
  company.change(order, { loadingAt: '2026-11-12T10:00', distance: 500 });
  const documents = ['contractOrder', 'carrierContractOrder'].map((type) => aDocument(company, order, type));
  company.close(order, 'makeDocuments', { by: OFFICE });
  for (const document of documents) throughSignatures(company, document);
};

/** Loaded on Thursday at ten. */
export const throughLoading = (company: Company): void => {
  company.until('2026-11-12T10:00');
  const call = theLast(company, 'freight-check-call');
  company.close(call, 'controlLoading', { result: 'loaded', by: LOGIST, fields: { callText: 'Загружен в 9:50' } });
};

/** Arrived on Thursday evening, unloaded on Friday at two. */
export const throughRoad = (company: Company): void => {
  company.until('2026-11-12T16:00');
  const call = theLast(company, 'freight-check-call');
  company.close(call, 'roadMiddle', { result: 'arrived', by: LOGIST, fields: { callText: 'На месте' } });
  company.until('2026-11-13T14:00');
  const unloading = theLast(company, 'freight-check-call');
  company.close(unloading, 'controlUnloading', { result: 'unloaded', by: LOGIST, fields: { callText: 'Разгружен' } });
};
