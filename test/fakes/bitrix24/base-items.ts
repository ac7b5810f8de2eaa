import { fullNameOf, headOf, type Business } from '../business/business.ts';
import type { BaseRows } from '../http/table.ts';
import type { Fields } from '../http/values.ts';
import { COMPANY, CONTACT, DEAL, INVOICE, LEAD, SMART } from './entities.ts';
import { OWN } from './own-fields.ts';
import { stageOfStep, stagesIn } from './stages.ts';
import { rowsSum, rowsTax, rowsOfOrder } from './base-rows.ts';

/** Seven rows, then three ids that were deleted long ago: ids of the real portals have holes. */
export const gappedId = (index: number): number => 1 + index + Math.floor(index / 7) * 3;

export const gappedIndex = (id: number, count: number): number => {
  const inBlock = (id - 1) % 10;
  const index = Math.floor((id - 1) / 10) * 7 + inBlock;
  return id >= 1 && inBlock < 7 && index < count ? index : -1;
};

/** Every fourth order has an invoice in the CRM, every tenth a record of carriage, as many leads come without an order. */
export const INVOICE_STEP = 4;
const SMART_STEP = 10;
const LEAD_STEP = 10;
const HEAD_USER = 1;

const userIdOfManager = (business: Business, manager: number): number =>
  1 + business.people.findIndex(({ login }) => login === business.managers[manager]?.login);

/** A funnel for each kind of business: freight, new clients, all the rest. */
const funnelOf = (business: Business, index: number): number => {
  const key = business.organisationKey(business.organisationOf(index));
  return key === 'freight' ? 2 : key === 'souvenirs' ? 1 : 0;
};

/** Companies: ours come first, then the counterparties. */
export const companyIdOfParty = (business: Business, party: number): number =>
  gappedId(business.organisations.length + party);
export const companyIdOfOrganisation = (organisation: number): number => gappedId(organisation);

const stamps = (createdMs: number, updatedMs: number, user: number): Fields => ({
  createdTime: createdMs,
  updatedTime: updatedMs,
  createdBy: user,
  updatedBy: user,
  assignedById: user,
  lastActivityBy: user,
  lastActivityTime: updatedMs,
});

const reach = (id: number, phone: string, email: string): Fields => ({
  hasPhone: phone === '' ? 'N' : 'Y',
  hasEmail: email === '' ? 'N' : 'Y',
  hasImol: 'N',
  fm: [
    ...(phone === '' ? [] : [{ id: id * 10 + 1, valueType: 'WORK', value: phone, typeId: 'PHONE' }]),
    ...(email === '' ? [] : [{ id: id * 10 + 2, valueType: 'WORK', value: email, typeId: 'EMAIL' }]),
  ],
});

const rowsOf = (
  count: number,
  make: (index: number) => Fields,
  columns: Readonly<Record<string, (index: number) => unknown>>,
): BaseRows<Fields, number> => ({
  count,
  idAt: gappedId,
  indexOf: (id) => gappedIndex(id, count),
  make,
  columns: { id: gappedId, ...NO_KEYS, ...columns },
});

const NO_KEYS = { originatorId: () => null, originId: () => null, xmlId: () => null };

export const baseItems = (business: Business): ReadonlyMap<number, BaseRows<Fields, number>> =>
  new Map([
    [DEAL, deals(business)],
    [COMPANY, companies(business)],
    [CONTACT, contacts(business)],
    [LEAD, leads(business)],
    [INVOICE, invoices(business)],
    [SMART, carriages(business)],
  ]);

const deals = (business: Business): BaseRows<Fields, number> => {
  const stageOf = (index: number) => stageOfStep(DEAL, funnelOf(business, index), business.stepOf(index));
  const make = (index: number): Fields => {
    const order = business.order(index);
    const stage = stageOf(index);
    const user = userIdOfManager(business, order.manager);
    const isDone = stage.semantic !== 'P';
    const lines = rowsOfOrder(business, index);
    const contact = gappedId(order.party);
    return {
      id: gappedId(index),
      title: `Заказ ${index + 1001} — ${business.partyName(order.party)}`,
      ...stamps(order.placedAt, order.updatedAt, user),
      opened: 'Y',
      companyId: companyIdOfParty(business, order.party),
      contactId: contact,
      contactIds: [contact],
      categoryId: funnelOf(business, index),
      stageId: stage.id,
      stageSemanticId: stage.semantic,
      closed: isDone ? 'Y' : 'N',
      isNew: stage.sort === 10 ? 'Y' : 'N',
      isRecurring: 'N',
      isReturnCustomer: 'N',
      isRepeatedApproach: 'N',
      typeId: 'SALE',
      opportunity: rowsSum(lines),
      isManualOpportunity: 'N',
      taxValue: rowsTax(lines),
      currencyId: 'RUB',
      probability: 50,
      comments: index % 5 === 0 ? '[B]Позвонить перед отгрузкой[/B]' : '',
      begindate: dayOf(order.placedAt),
      closedate: order.deliveryDate,
      sourceId: 'WEB',
      movedBy: user,
      movedTime: order.updatedAt,
      observers: [],
      [OWN.orderNumber]: String(index + 1001),
      [OWN.contractNumber]: order.contractNumber,
      [OWN.contractDate]: order.contractDate,
      [OWN.shipDate]: order.deliveryDate,
      [OWN.documents]: [],
      [OWN.hasOriginals]: 'N',
      [OWN.paidSum]: '0|RUB',
      [OWN.channel]: '45',
      ...(funnelOf(business, index) === 2 ? freightFields(business, index) : {}),
    };
  };
  return rowsOf(business.orders, make, {
    createdTime: business.placedAt,
    updatedTime: business.updatedAt,
    stageId: (index) => stageOf(index).id,
    stageSemanticId: (index) => stageOf(index).semantic,
    closed: (index) => (stageOf(index).semantic === 'P' ? 'N' : 'Y'),
    categoryId: (index) => funnelOf(business, index),
    companyId: (index) => companyIdOfParty(business, business.partyOf(index)),
    [OWN.key]: () => null,
  });
};

const freightFields = (business: Business, index: number): Fields => {
  const order = business.order(index);
  const loadingMs = Date.parse(`${order.deliveryDate}T06:00:00Z`);
  return {
    [OWN.loadingAddress]: business.organisations[order.organisation]?.legalAddress ?? '',
    [OWN.unloadingAddress]: business.party(order.party).legalAddress ?? '',
    [OWN.loadingDate]: loadingMs,
    [OWN.unloadingDate]: loadingMs + 86_400_000,
    [OWN.cargo]: 'Оборудование в коробках',
    [OWN.weight]: 900 + (index % 40) * 25,
    [OWN.places]: 4 + (index % 12),
    [OWN.vehicle]: 'КАМАЗ 5490, О000КА52',
    [OWN.driver]: 'Полозов Юрий Харитонович',
    [OWN.carrier]: companyIdOfOrganisation(order.organisation),
  };
};

const companies = (business: Business): BaseRows<Fields, number> => {
  const ours = business.organisations.length;
  const changedAt = (index: number): number => business.placedAt(index % business.orders);
  const make = (index: number): Fields => {
    const card = index < ours ? business.organisations[index] : business.party(index - ours);
    const id = gappedId(index);
    const changed = changedAt(index);
    return {
      id,
      title: card?.shortName ?? '',
      ...stamps(changed - 86_400_000, changed, HEAD_USER),
      opened: 'Y',
      typeId: index < ours ? 'OTHER' : 'CUSTOMER',
      industry: 'OTHER',
      employees: 'EMPLOYEES_1',
      revenue: 0,
      currencyId: 'RUB',
      isMyCompany: index < ours ? 'Y' : 'N',
      contactIds: index < ours ? [] : [gappedId(index - ours)],
      observers: [],
      comments: '',
      ...reach(id, card?.phone ?? '', card?.email ?? ''),
    };
  };
  return rowsOf(ours + business.partyCount, make, {
    updatedTime: changedAt,
    isMyCompany: (index) => (index < ours ? 'Y' : 'N'),
  });
};

const contacts = (business: Business): BaseRows<Fields, number> => {
  const changedAt = (index: number): number => business.placedAt(index % business.orders);
  const make = (index: number): Fields => {
    const card = business.party(index);
    const [lastName = '', name = '', secondName = ''] = (card.contactName ?? '').split(' ');
    const head = headOf(card);
    const id = gappedId(index);
    const company = companyIdOfParty(business, index);
    const changed = changedAt(index);
    return {
      id,
      name,
      lastName,
      secondName,
      title: `${lastName} ${name}`,
      post: head !== undefined && fullNameOf(head) === card.contactName ? (head.position ?? '') : 'Специалист',
      ...stamps(changed - 86_400_000, changed, HEAD_USER),
      opened: 'Y',
      typeId: 'CLIENT',
      sourceId: 'WEB',
      companyId: company,
      companyIds: [company],
      observers: [],
      comments: '',
      ...reach(id, card.phone ?? '', card.email ?? ''),
    };
  };
  return rowsOf(business.partyCount, make, {
    updatedTime: changedAt,
    companyId: (index) => companyIdOfParty(business, index),
  });
};

const leads = (business: Business): BaseRows<Fields, number> => {
  const count = Math.floor(business.orders / LEAD_STEP);
  const stages = stagesIn(LEAD, 0);
  const make = (index: number): Fields => {
    const order = business.order(index * LEAD_STEP);
    const card = business.party(order.party);
    const stage = stages[index % 3] ?? stages[0];
    const id = gappedId(index);
    const [lastName = '', name = '', secondName = ''] = (card.contactName ?? '').split(' ');
    const user = userIdOfManager(business, order.manager);
    return {
      id,
      title: `Заявка с сайта № ${id}`,
      ...stamps(order.placedAt, order.updatedAt, user),
      opened: 'Y',
      stageId: stage?.id ?? 'NEW',
      stageSemanticId: 'P',
      name,
      lastName,
      secondName,
      companyTitle: card.shortName,
      companyId: 0,
      contactId: 0,
      contactIds: [],
      opportunity: 0,
      isManualOpportunity: 'N',
      currencyId: 'RUB',
      sourceId: index % 3 === 0 ? 'WEB' : 'CALL',
      webformId: 0,
      isReturnCustomer: 'N',
      movedBy: user,
      movedTime: order.updatedAt,
      observers: [],
      comments: '',
      ...reach(id, card.phone ?? '', card.email ?? ''),
    };
  };
  return rowsOf(count, make, { updatedTime: (index) => business.updatedAt(index * LEAD_STEP) });
};

/** What an invoice and a record of carriage take from their deal. */
const ofDeal = (business: Business, index: number, typeId: number, categoryId: number, step: number): Fields => {
  const order = business.order(index);
  const user = userIdOfManager(business, order.manager);
  const lines = rowsOfOrder(business, index);
  return {
    ...stamps(order.placedAt + 3_600_000, order.updatedAt, user),
    opened: 'Y',
    categoryId,
    stageId: stageOfStep(typeId, categoryId, step).id,
    companyId: companyIdOfParty(business, order.party),
    contactId: gappedId(order.party),
    contactIds: [gappedId(order.party)],
    mycompanyId: companyIdOfOrganisation(order.organisation),
    opportunity: rowsSum(lines),
    isManualOpportunity: 'N',
    taxValue: rowsTax(lines),
    currencyId: 'RUB',
    sourceId: null,
    begindate: dayOf(order.placedAt),
    closedate: order.deliveryDate,
    movedBy: user,
    movedTime: order.updatedAt,
    observers: [],
    parentId2: gappedId(index),
  };
};

const invoices = (business: Business): BaseRows<Fields, number> =>
  rowsOf(
    Math.ceil(business.orders / INVOICE_STEP),
    (index) => ({
      ...ofDeal(business, index * INVOICE_STEP, INVOICE, 5, Math.min(2, business.stepOf(index * INVOICE_STEP))),
      id: gappedId(index),
      title: `Счёт № ${index + 1}`,
      accountNumber: String(index + 1),
    }),
    { updatedTime: (index) => business.updatedAt(index * INVOICE_STEP) },
  );

const carriages = (business: Business): BaseRows<Fields, number> =>
  rowsOf(
    Math.ceil(business.orders / SMART_STEP),
    (index) => ({
      ...ofDeal(business, index * SMART_STEP, SMART, 9, Math.min(2, business.stepOf(index * SMART_STEP))),
      id: gappedId(index),
      title: `Перевозка ${index + 1}`,
    }),
    { updatedTime: (index) => business.updatedAt(index * SMART_STEP) },
  );

const dayOf = (ms: number): string => new Date(ms + 3 * 3_600_000).toISOString().slice(0, 10);
