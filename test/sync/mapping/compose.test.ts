import { expect, test } from 'vitest';
import { orderImport, partyImport } from '#shared/contract/imports.ts';
import { composeRecord } from '#shared/domain/crm/compose-record.ts';
import { EMPTY_MAPPING } from '#shared/domain/crm/mapping.ts';
import type { CrmLine, CrmRequisites, CrmRow } from '#shared/domain/crm/row.ts';
import { orderStateFields } from '#shared/domain/crm/state-fields.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { kopecks } from '#shared/kernel/money.ts';

const aRow = (over: Partial<CrmRow>): CrmRow => ({
  entity: 'order',
  id: '84',
  key: null,
  createdAt: null,
  modifiedAt: null,
  modifiedBy: null,
  deletedAt: null,
  url: null,
  fields: {},
  links: {},
  lines: null,
  requisites: null,
  files: [],
  raw: {},
  ...over,
});

const aLine = (over: Partial<CrmLine> = {}): CrmLine => ({
  id: '1',
  kind: 'goods',
  code: '',
  name: 'Ткань',
  unitName: 'м',
  unitCode: '6',
  quantity: '12.5',
  price: '390.00',
  discountPercent: '0',
  vatRate: '22',
  vatIncluded: true,
  ...over,
});

const requisites: CrmRequisites = {
  id: '5',
  kind: 'org',
  fullName: 'Общество с ограниченной ответственностью «Луч»',
  shortName: 'ООО «Луч»',
  inn: '7701000015',
  kpp: '770101001',
  ogrn: '1027700000001',
  okpo: '',
  legalAddress: '101000, г. Москва, ул. Светлая, д. 1',
  actualAddress: '',
  postalAddress: '',
  headName: 'Иванов И. И.',
  headPosition: 'Генеральный директор',
  headBasis: 'Устава',
  accounts: [
    {
      id: '7',
      account: '40702810199990001001',
      bic: '044525225',
      bankName: 'ПАО Сбербанк',
      bankCity: 'г. Москва',
      corrAccount: '30101810400000000225',
      isMain: true,
    },
    {
      id: '8',
      account: '40702810199990001002',
      bic: '044525225',
      bankName: 'ПАО Сбербанк',
      bankCity: 'г. Москва',
      corrAccount: '30101810400000000225',
      isMain: false,
    },
  ],
};

const buyer = aRow({
  entity: 'party',
  id: '13',
  fields: { title: 'Луч', phone: '+7 900 000-00-01' },
  requisites: [requisites, { ...requisites, id: '6', kpp: '780101001' }],
});

const aDeal = (over: Partial<CrmRow> = {}): CrmRow =>
  aRow({
    fields: {
      number: '84',
      date: '2026-11-16',
      stage: 'NEW',
      stageTitle: 'Новая',
      amount: '4875.00',
      currency: 'RUB',
      organisationInn: '7899003031',
      title: 'Ткани',
      ...over.fields,
    },
    links: { buyer: { entity: 'party', id: '13' } },
    lines: over.lines === undefined ? [aLine()] : over.lines,
  });

const compose = (row: CrmRow, rows: readonly CrmRow[] = [buyer], mapping = EMPTY_MAPPING) =>
  composeRecord(row, (ref) => rows.find(({ entity, id }) => entity === ref.entity && id === ref.id) ?? null, mapping);

const entryOf = (row: CrmRow, mapping = EMPTY_MAPPING) => {
  const answer = compose(row, [buyer], mapping);
  if (answer.state !== 'ready') throw new Error(JSON.stringify(answer));
  return orderImport.parse(answer.entry);
};

test('a deal becomes an order of the import with its buyer as a card', () => {
  expect(entryOf(aDeal())).toMatchObject({
    externalId: '84',
    source: 'bitrix24',
    number: '84',
    organisationInn: '7899003031',
    stage: 'Новая',
    buyer: { shortName: 'ООО «Луч»', inn: '7701000015', kpp: '770101001', phone: '+7 900 000-00-01' },
    lines: [{ name: 'Ткань', quantity: '12.5', price: '390.00', unitCode: '006', vatRate: '22' }],
    trip: null,
  });
});

test('the requisites and the account that were chosen in the deal win over the first ones', () => {
  const entry = entryOf(aDeal({ fields: { buyerRequisites: '6', buyerAccount: '8' } }));
  expect(entry.buyer).toMatchObject({ kpp: '780101001' });
  expect(
    'bankAccounts' in entry.buyer && entry.buyer.bankAccounts.map(({ account, isMain }) => [account, isMain]),
  ).toEqual([
    ['40702810199990001001', false],
    ['40702810199990001002', true],
  ]);
});

test('initials of a head are kept as initials', () => {
  const card = compose(buyer);
  expect(card.state === 'ready' && partyImport.parse(card.entry).signatories).toMatchObject([
    { lastName: 'Иванов', firstName: 'И.', middleName: 'И.', position: 'Генеральный директор', basisType: 'charter' },
  ]);
});

test('what is not here yet is asked for: lines, the buyer, our company, the contract', () => {
  const row = aRow({
    ...aDeal(),
    lines: null,
    links: {
      buyer: { entity: 'party', id: '99' },
      organisation: { entity: 'organisation', id: '1' },
      contract: { entity: 'contract', id: '2' },
    },
  });
  expect(compose(row)).toEqual({
    state: 'needs',
    refs: [
      { entity: 'order', id: '84' },
      { entity: 'party', id: '99' },
      { entity: 'organisation', id: '1' },
      { entity: 'contract', id: '2' },
    ],
  });
});

test('a deal of one sum is one line of it', () => {
  expect(entryOf(aDeal({ lines: [], fields: { title: 'Юридические услуги за ноябрь' } })).lines).toMatchObject([
    { kind: 'service', name: 'Юридические услуги за ноябрь', quantity: '1', price: '4875.00' },
  ]);
});

test('a freight deal becomes an order with its trip, and the route is its line', () => {
  const fields = {
    loadingAddress: 'г. Тула, ул. Складская, д. 4',
    loadingDate: '2026-11-25 09:00',
    loadingContact: 'Пётр, +7 900 123-45-67',
    unloadingAddress: 'г. Казань, ул. Приёмная, д. 2',
    unloadingDate: '2026-11-26',
    unloadingTime: 'с 14-30',
    cargoName: 'Станки',
    cargoGrossKg: '1 250,5',
    cargoPlaces: '3',
    carrierInn: '7701000022',
    carrierPrice: '61000.00',
    vehicleMake: 'Volvo',
    vehiclePlate: 'А123ВС71',
    driverName: 'Петров Пётр Петрович',
  };
  const entry = entryOf(aDeal({ lines: [], fields }));
  expect(entry.trip).toMatchObject({
    carrier: { inn: '7701000022' },
    route: [
      { kind: 'loading', date: '2026-11-25', timeFrom: '09:00', contact: 'Пётр', phone: '+7 900 123-45-67' },
      { kind: 'unloading', date: '2026-11-26', timeFrom: '14:30' },
    ],
    cargo: { name: 'Станки', grossKg: '1250.5', places: 3 },
    vehicle: { make: 'Volvo', plate: 'А123ВС71' },
    driver: { lastName: 'Петров', firstName: 'Пётр', middleName: 'Петрович' },
    carrierPrice: '61000',
  });
  expect(entry.lines[0]?.name).toBe('Перевозка груза г. Тула, ул. Складская, д. 4 — г. Казань, ул. Приёмная, д. 2');
});

test.each([
  ['без клиента', aRow({ ...aDeal(), links: {} }), 'buyer'],
  ['без нашей компании', aDeal({ fields: { organisationInn: null } }), 'organisation'],
  ['без товаров и суммы', aDeal({ lines: [], fields: { amount: '0.00' } }), 'lines'],
  ['с незнакомой ставкой', aDeal({ lines: [aLine({ vatRate: '15' })] }), 'lines.0.vatRate'],
])('a deal %s is a problem with its place', (_case, row, field) => {
  const answer = compose(row);
  const [first] = answer.state === 'problem' ? answer.problems : [];
  expect(first?.field).toBe(field);
  expect(first?.message).toMatch(/[а-яё]/u);
});

test('the usual company of the mapping stands in where a deal names none', () => {
  expect(
    entryOf(aDeal({ fields: { organisationInn: null } }), { ...EMPTY_MAPPING, defaultOrganisationInn: '7899003031' })
      .organisationInn,
  ).toBe('7899003031');
});

test('our name of a stage wins over the name in the CRM', () => {
  expect(entryOf(aDeal(), { ...EMPTY_MAPPING, stages: { NEW: 'Согласование' } }).stage).toBe('Согласование');
});

test.each([
  ['Предоплата 100 %', 'prepayment'],
  ['50/50', 'halfAndHalf'],
  ['Отсрочка 14 дней', 'postpayment'],
])('«%s» is the payment kind %s', (paymentKind, expected) => {
  expect(entryOf(aDeal({ fields: { paymentKind } })).paymentKind).toBe(expected);
});

test('a contract of the CRM, or one typed into the deal, comes along', () => {
  expect(entryOf(aDeal({ fields: { contractNumber: '12/26', contractDate: '2026-01-15' } })).contract).toMatchObject({
    kind: 'supply',
    number: '12/26',
    date: '2026-01-15',
  });
});

test('what an order is told about itself in the CRM reads as a person would say it', () => {
  const document = {
    number: '15',
    date: isoDate('2026-11-20'),
    isInvoice: true,
    isSigned: true,
    hasOriginal: false,
    title: 'Счёт',
  };
  const state = orderStateFields({
    documents: [document, { ...document, title: 'УПД', number: '7', isInvoice: false, isSigned: false }],
    total: kopecks(100_000n),
    paid: kopecks(40_000n),
    openTasks: 2,
  });
  expect(state).toEqual({
    stateInvoice: 'Счёт № 15 от 20.11.2026',
    statePack: '2\u00A0документа',
    statePaid: 'оплачен частично',
    statePaidAmount: '400.00',
    stateDebt: '600.00',
    stateSigned: '1 из 2',
    stateOriginals: '0 из 2',
    stateLastDocument: 'УПД № 7 от 20.11.2026',
    stateOpenTasks: '2',
  });
  expect(orderStateFields({ documents: [], total: kopecks(0n), paid: kopecks(0n), openTasks: 0 })).toMatchObject({
    stateInvoice: null,
    statePack: null,
    statePaid: 'не оплачен',
  });
});
