import type { PartyInput } from '#shared/demo/cards.ts';
import { catalogueLines } from '#shared/demo/catalogue-goods.ts';
import { addressOf, fullNameOf, headOf, WORK_STEPS, type Business, type Line } from '../business/business.ts';
import type { BaseRows } from '../http/table.ts';
import type { Fields } from './contract.ts';
import { refTo, type Ref } from './refs.ts';
import { stateIdOfStep } from './states.ts';

export const ACCOUNT_ID = 'f976ed28-2e58-11e6-8a84-bae500000001';

/** The number of a type inside ids: an id tells what it is of and which row. */
const CODES: Readonly<Record<string, string>> = {
  organization: '0a', counterparty: '0b', contract: '0c', product: '0d', service: '0e', employee: '0f', customerorder: '11',
  invoiceout: '12', paymentin: '13', demand: '14', purchaseorder: '15', task: '16', account: '21', position: '22', note: '23',
  files: '24', contactperson: '25', store: '31', group: '32', currency: '33', uom: '34', country: '35', saleschannel: '36',
  state: '41', attribute: '42', webhook: '51', audit: '61',
};

export const uuid = (type: string, index: number): string =>
  `5eed00${CODES[type] ?? '99'}-7a1b-11f0-ac12-${index.toString(16).padStart(12, '0')}`;

export const uuidIndex = (type: string, id: string): number => {
  const prefix = uuid(type, 0).slice(0, 24);
  return id.startsWith(prefix) && /^[0-9a-f]{12}$/u.test(id.slice(24)) ? Number.parseInt(id.slice(24), 16) : -1;
};

/** Every fourth order has an invoice, every eighth is paid, those that are done are shipped, every tenth is ordered anew. */
export const INVOICE_STEP = 4;
export const PAYMENT_STEP = 8;
export const PURCHASE_STEP = 10;
/** «Северный каталог» among the organisations. */
const CONTRACTING = 2;

type Base = BaseRows<Fields, string>;

const rowsOf = (type: string, count: number, make: (index: number) => Fields, columns: Base['columns'] = {}): Base => ({
  count,
  idAt: (index) => uuid(type, index),
  indexOf: (id) => {
    const index = uuidIndex(type, id);
    return index < count ? index : -1;
  },
  make: (index) => ({ id: uuid(type, index), accountId: ACCOUNT_ID, shared: false, group: refTo('group', uuid('group', 0)), ...make(index) }),
  columns: { id: (index) => uuid(type, index), syncId: () => undefined, deleted: () => undefined, archived: () => false, ...columns },
});

export const accountRef = (type: 'organization' | 'counterparty', index: number): Ref =>
  refTo('account', uuid('account', type === 'organization' ? index : 1_000 + index), { type, id: uuid(type, index) });

const company = (card: PartyInput, changedMs: number): Fields => {
  const head = headOf(card);
  const isEntrepreneur = card.kind === 'ip';
  const { whole, postalCode, city, street } = addressOf(card);
  return {
    name: card.shortName,
    externalCode: `x${card.inn ?? ''}`,
    archived: false,
    created: changedMs - 86_400_000,
    updated: changedMs,
    companyType: isEntrepreneur ? 'entrepreneur' : 'legal',
    legalTitle: card.fullName ?? '',
    legalAddress: whole,
    legalAddressFull: { postalCode, city, street, addInfo: whole },
    actualAddress: card.actualAddress ?? '',
    actualAddressFull: { addInfo: card.actualAddress ?? '' },
    inn: card.inn ?? '',
    ...(isEntrepreneur ? { ogrnip: card.ogrn ?? '', legalLastName: head?.lastName, legalFirstName: head?.firstName, legalMiddleName: head?.middleName } : { kpp: card.kpp ?? '', ogrn: card.ogrn ?? '' }),
    email: card.email ?? '',
    phone: card.phone ?? '',
    tags: [],
  };
};

/** All goods of the catalogue, each once, and one service per business that sells services. */
const STOCK = catalogueLines(0, 31);
const SERVICES = ['Организация перевозки Нижний Новгород — Самара', 'Сборка на месте'];

export const assortmentOf = (line: Line): Ref =>
  line.isService
    ? refTo('service', uuid('service', Math.max(0, SERVICES.indexOf(line.name))))
    : refTo('product', uuid('product', Math.max(0, STOCK.findIndex(({ code }) => code === line.code))));

const orderName = (index: number): string => String(index + 1).padStart(5, '0');

export const baseEntities = (business: Business): ReadonlyMap<string, Base> => {
  const employee = (index: number): Ref => refTo('employee', uuid('employee', index));
  const managerOf = (index: number): Ref => {
    const login = business.managers[business.order(index).manager]?.login;
    return employee(business.people.findIndex((person) => person.login === login));
  };
  const firstDay = business.placedAt(0);
  const vatOf = (index: number): number => business.vatOf(business.organisationOf(index)) ?? 0;
  const rate = { currency: refTo('currency', uuid('currency', 0)) };

  /** What every document of an order takes from it. */
  const ofOrder = (index: number, type: string): Fields => {
    const order = business.order(index);
    return {
      owner: managerOf(index),
      created: order.placedAt,
      updated: order.updatedAt,
      moment: order.placedAt,
      externalCode: `${type}-${index}`,
      applicable: true,
      printed: false,
      published: false,
      organization: refTo('organization', uuid('organization', order.organisation)),
      organizationAccount: accountRef('organization', order.organisation),
      agent: refTo('counterparty', uuid('counterparty', order.party)),
      agentAccount: accountRef('counterparty', order.party),
      // Only the catalogue works under contracts here.
      ...(order.organisation === CONTRACTING ? { contract: refTo('contract', uuid('contract', order.party)) } : {}),
      store: refTo('store', uuid('store', 0)),
      rate,
      vatEnabled: vatOf(index) > 0,
      vatIncluded: true,
    };
  };
  const updatedOf = (step: number) => ({ updated: (index: number) => business.updatedAt(index * step) });

  return new Map([
    ['organization', rowsOf('organization', business.organisations.length, (index) => {
      const card = business.organisations[index];
      if (card === undefined) return {};
      const head = headOf(card);
      const accountant = card.signatories?.find(({ role }) => role === 'accountant');
      return {
        ...company(card, firstDay),
        owner: employee(0),
        payerVat: (business.vatOf(index) ?? 0) > 0,
        director: head === undefined ? '' : fullNameOf(head),
        directorPosition: head?.position ?? '',
        chiefAccountant: accountant === undefined ? '' : fullNameOf(accountant),
      };
    })],
    ['counterparty', rowsOf('counterparty', business.partyCount, (index) => ({ ...company(business.party(index), business.placedAt(index % business.orders)), owner: employee(0), salesAmount: 0 }), { updated: (index) => business.placedAt(index % business.orders), name: (index) => business.partyName(index) })],
    ['contract', rowsOf('contract', business.partyCount, (index) => ({
      owner: employee(0), created: firstDay, updated: firstDay, name: `${index + 1}/26`, externalCode: `contract-${index}`, archived: false,
      moment: firstDay, sum: 0, contractType: 'Sales', printed: false, published: false, rate,
      agent: refTo('counterparty', uuid('counterparty', index)), ownAgent: refTo('organization', uuid('organization', CONTRACTING)),
    }), { updated: () => firstDay })],
    ['product', rowsOf('product', STOCK.length, (index) => {
      const goods = STOCK[index];
      const value = Math.round(Number(goods?.price ?? 0) * 100);
      return { ...bareGoods(firstDay), owner: employee(0), name: goods?.name ?? '', code: goods?.code ?? '', externalCode: goods?.code ?? '', article: goods?.code ?? '', uom: refTo('uom', uuid('uom', UOMS.findIndex(([unit]) => unit === goods?.unit))), salePrices: [{ value, currency: rate.currency }], trackingType: 'NOT_TRACKED', variantsCount: 0 };
    })],
    ['service', rowsOf('service', SERVICES.length, (index) => ({ ...bareGoods(firstDay), owner: employee(0), name: SERVICES[index], code: 'У-001', externalCode: `service-${index}`, salePrices: [{ value: 350_000, currency: rate.currency }] }))],
    ['employee', rowsOf('employee', business.people.length, (index) => {
      const person = business.people[index];
      const [lastName = '', firstName = '', middleName = ''] = (person?.fullName ?? '').split(' ');
      const initials = `${firstName.charAt(0)}. ${middleName.charAt(0)}.`;
      return { created: firstDay, updated: firstDay, archived: false, uid: `${person?.login ?? ''}@komplekt`, email: `${person?.login ?? ''}@example.ru`, name: `${lastName} ${initials}`, externalCode: person?.login ?? '', lastName, firstName, middleName, fullName: person?.fullName ?? '', shortFio: `${lastName} ${initials}`, position: person?.position ?? '' };
    })],
    ['customerorder', rowsOf('customerorder', business.orders, (index) => ({
      ...ofOrder(index, 'order'),
      name: orderName(index),
      ...(index % 5 === 0 ? { description: 'Позвонить перед отгрузкой' } : {}),
      state: refTo('state', stateIdOfStep('customerorder', business.stepOf(index)), { type: 'customerorder' }),
      salesChannel: refTo('saleschannel', uuid('saleschannel', index % 3)),
      deliveryPlannedMoment: Date.parse(`${business.order(index).deliveryDate}T09:00:00Z`),
      shipmentAddress: business.party(business.partyOf(index)).actualAddress ?? '',
      shipmentAddressFull: { addInfo: business.party(business.partyOf(index)).actualAddress ?? '' },
      reservedSum: 0,
    }), {
      ...updatedOf(1),
      name: orderName,
      created: business.placedAt,
      state: (index) => refTo('state', stateIdOfStep('customerorder', business.stepOf(index)), { type: 'customerorder' }),
      agent: (index) => refTo('counterparty', uuid('counterparty', business.partyOf(index))),
    })],
    ['invoiceout', rowsOf('invoiceout', Math.ceil(business.orders / INVOICE_STEP), (index) => ({
      ...ofOrder(index * INVOICE_STEP, 'invoice'),
      name: orderName(index),
      customerOrder: refTo('customerorder', uuid('customerorder', index * INVOICE_STEP)),
    }), updatedOf(INVOICE_STEP))],
    ['paymentin', rowsOf('paymentin', Math.ceil(business.orders / PAYMENT_STEP), (index) => ({
      ...ofOrder(index * PAYMENT_STEP, 'payment'),
      name: orderName(index),
      paymentPurpose: `Оплата по заказу ${orderName(index * PAYMENT_STEP)}`,
      incomingNumber: String(index + 1),
      incomingDate: business.placedAt(index * PAYMENT_STEP),
      operations: [refTo('customerorder', uuid('customerorder', index * PAYMENT_STEP))],
    }), updatedOf(PAYMENT_STEP))],
    ['demand', rowsOf('demand', Math.floor(business.orders / 2), (index) => ({
      ...ofOrder(index, 'demand'),
      name: orderName(index),
      customerOrder: refTo('customerorder', uuid('customerorder', index)),
      overhead: { sum: 0, distribution: 'price' },
      applicable: business.stepOf(index) === WORK_STEPS,
    }), updatedOf(1))],
    ['purchaseorder', rowsOf('purchaseorder', Math.ceil(business.orders / PURCHASE_STEP), (index) => ({
      ...ofOrder(index * PURCHASE_STEP, 'purchase'),
      name: orderName(index),
      customerOrders: [refTo('customerorder', uuid('customerorder', index * PURCHASE_STEP))],
      waitSum: 0,
      deliveryPlannedMoment: Date.parse(`${business.order(index * PURCHASE_STEP).deliveryDate}T09:00:00Z`),
    }), updatedOf(PURCHASE_STEP))],
    ['store', rowsOf('store', 1, () => ({ name: 'Основной склад', externalCode: 'main', archived: false, pathName: '', updated: firstDay, owner: employee(0) }))],
    ['group', rowsOf('group', 1, () => ({ name: 'Основной', index: 0, group: undefined }))],
    ['currency', rowsOf('currency', 1, () => ({ system: true, name: 'руб', fullName: 'Российский рубль', rate: 1, multiplicity: 1, indirect: false, rateUpdateType: 'manual', code: '643', isoCode: 'RUB', archived: false, default: true, majorUnit: { gender: 'masculine', s1: 'рубль', s2: 'рубля', s5: 'рублей' }, minorUnit: { gender: 'feminine', s1: 'копейка', s2: 'копейки', s5: 'копеек' } }))],
    ['uom', rowsOf('uom', UOMS.length, (index) => ({ name: UOMS[index]?.[0], code: UOMS[index]?.[1], externalCode: UOMS[index]?.[1], description: UOMS[index]?.[0], updated: firstDay }))],
    ['country', rowsOf('country', 1, () => ({ name: 'Россия', code: '643', externalCode: '643', updated: firstDay }))],
    ['saleschannel', rowsOf('saleschannel', CHANNELS.length, (index) => ({ name: CHANNELS[index]?.[0], type: CHANNELS[index]?.[1], archived: false, externalCode: `channel-${index}`, updated: firstDay }))],
  ]);
};

const UOMS: readonly (readonly [string, string])[] = [['шт', '796'], ['компл', '839'], ['упак', '778'], ['набор', '704'], ['кг', '166']];
const CHANNELS: readonly (readonly [string, string])[] = [['Сайт', 'ECOMMERCE'], ['Маркетплейс', 'MARKETPLACE'], ['Менеджер', 'DIRECT_SALES']];

const bareGoods = (firstDay: number): Fields => ({
  created: firstDay, updated: firstDay, archived: false, pathName: '', vat: 22, vatEnabled: true, useParentVat: false,
  effectiveVat: 22, effectiveVatEnabled: true, discountProhibited: false,
});

/** Positions of a base document of an order, in kopeks. */
export const basePositions = (business: Business, type: string, index: number): readonly Fields[] => {
  const order = orderOfDocument(type, index);
  const vat = business.vatOf(business.organisationOf(order));
  return business.lines(order).map((line, place) => ({
    id: uuid('position', Number(CODES[type] ?? 0) * 2 ** 36 + index * 16 + place),
    accountId: ACCOUNT_ID,
    quantity: line.quantity,
    price: line.fullPrice,
    discount: line.discountPercent,
    vat: vat ?? 0,
    vatEnabled: vat !== null,
    assortment: assortmentOf(line),
    ...(type === 'customerorder' ? { reserve: 0, shipped: 0 } : {}),
    ...(type === 'purchaseorder' ? { shipped: 0, inTransit: 0 } : {}),
  }));
};

const STEPS: Readonly<Record<string, number>> = { invoiceout: INVOICE_STEP, paymentin: PAYMENT_STEP, purchaseorder: PURCHASE_STEP };

/** Which order a base document belongs to. */
export const orderOfDocument = (type: string, index: number): number => index * (STEPS[type] ?? 1);
