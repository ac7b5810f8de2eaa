import type { Contract } from '#shared/domain/contract/contract.ts';
import type { DocumentSource } from '#shared/domain/document/document-source.ts';
import type { Driver, Order, OrderLine, RoutePoint, Trip, Vehicle } from '#shared/domain/order/order.ts';
import type { PreflightContext } from '#shared/domain/preflight/preflight-context.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { asId } from '#shared/kernel/id.ts';
import { kopecks } from '#shared/kernel/money.ts';
import { dealFor } from './a-deal.ts';
import { anOrganisation, aParty, DEMO_PARTIES, partyMap } from './demo-parties.ts';

export { aBankAccount, anOrganisation, aParty, aSignatory, DEMO_PARTIES, partyMap } from './demo-parties.ts';

const SELLER = anOrganisation().party;
const DATE = isoDate('2026-11-20');

export const aLine = (overrides: Partial<OrderLine> = {}): OrderLine => ({
  position: 1,
  kind: 'goods',
  code: 'K-100',
  name: 'Кружка керамическая, 330 мл',
  unitName: 'шт',
  unitCode: '796',
  quantity: '100',
  price: kopecks(45_000),
  discountPercent: '0',
  vatRate: null,
  countryCode: '',
  customsDeclaration: '',
  ...overrides,
});

export const aRoutePoint = (overrides: Partial<RoutePoint> = {}): RoutePoint => ({
  position: 1,
  kind: 'loading',
  partyId: SELLER.id,
  address: '190000, г. Санкт-Петербург, ул. Каталожная, д. 3, склад 2',
  contact: 'Смирнов Пётр Олегович',
  phone: '+7 812 000-00-03',
  date: DATE,
  timeFrom: '08:00',
  timeTo: '10:00',
  ...overrides,
});

const aVehicle = (overrides: Partial<Vehicle> = {}): Vehicle => ({
  type: 'Грузовой тягач с полуприцепом',
  make: 'КАМАЗ 5490',
  plate: 'А123ВС777',
  trailerPlate: 'АМ586877',
  capacityT: '20',
  capacityM3: '82',
  ownership: 1,
  ownershipDocument: '',
  ...overrides,
});

const aDriver = (overrides: Partial<Driver> = {}): Driver => ({
  lastName: 'Кузнецов',
  firstName: 'Сергей',
  middleName: 'Павлович',
  inn: '',
  phone: '+7 900 000-00-16',
  licence: '9900123456',
  passport: '9900 123456, выдан отделом полиции № 1 г. Пензы 01.02.2015',
  ...overrides,
});

/** A carriage by another company that has its ЭТрН: nothing to warn about. */
export const aTrip = (overrides: Partial<Trip> = {}): Trip => ({
  carrierId: DEMO_PARTIES.avtotrans.id,
  route: [
    aRoutePoint(),
    aRoutePoint({
      position: 2,
      kind: 'unloading',
      partyId: DEMO_PARTIES.zerno.id,
      address: '190000, г. Санкт-Петербург, ул. Демонстрационная, д. 12',
      contact: 'Орлова Мария Сергеевна',
      phone: '+7 812 000-00-12',
      timeFrom: '14:00',
      timeTo: '16:00',
    }),
  ],
  cargo: {
    name: 'Посуда керамическая',
    state: 'без повреждений',
    packaging: 'коробки на паллете',
    places: 4,
    marking: '',
    grossKg: '480',
    netKg: '450',
    volumeM3: '3.2',
    declaredValue: null,
    temperature: '',
    massMethod: 'взвешивание',
    hsCode: '6912002300',
  },
  vehicle: aVehicle(),
  driver: aDriver(),
  carrierPrice: kopecks(1_800_000),
  paperException: null,
  paperExceptionText: '',
  etrnUid: '2f0c9a4e-0000-4000-8000-000000000145',
  orderUid: '2f0c9a4e-0000-4000-8000-000000000144',
  requirements: 'тент, верхняя и боковая загрузка',
  specialConditions: '',
  ...overrides,
});

export const anOrder = (overrides: Partial<Order> = {}): Order => ({
  id: asId<'order'>('order-145'),
  organisationId: SELLER.id,
  partyId: DEMO_PARTIES.zerno.id,
  number: '145',
  date: isoDate('2026-11-16'),
  business: 'catalogue',
  stage: 'Оформление документов',
  currency: 'RUB',
  priceIncludesVat: true,
  paymentKind: 'postpayment',
  contractId: asId<'contract'>('contract-12'),
  shipDate: DATE,
  dueDate: null,
  customerReference: '',
  comment: '',
  managerName: 'Орлов П. С.',
  lines: [aLine(), aLine({ position: 2, code: 'K-200', name: 'Блокнот А5', quantity: '250', price: kopecks(29_400) })],
  trip: aTrip(),
  sourceSystem: 'manual',
  externalId: '',
  manualFields: {},
  revision: 1,
  ...overrides,
});

export const aContract = (overrides: Partial<Contract> = {}): Contract => ({
  id: asId<'contract'>('contract-12'),
  organisationId: SELLER.id,
  partyId: DEMO_PARTIES.zerno.id,
  kind: 'supply',
  number: '12/26',
  date: isoDate('2026-02-01'),
  validTo: isoDate('2027-12-31'),
  autoProlong: false,
  subject: 'товары по каталогу Поставщика',
  paymentEvent: 'shipment',
  paymentDays: 14,
  paymentDayKind: 'calendar',
  vatClause: 'НДС начисляется сверх цены по ставке, установленной законодательством РФ на дату отгрузки',
  city: 'г. Санкт-Петербург',
  revision: 1,
  ...overrides,
});

/**
 * A source that passes every check, for any kind of document: «Северный каталог» sells goods to «Кофейная компания
 * Зерно» and «Автотранс-Сура» carries them. Give only what the test is about; parties are put into the map themselves.
 */
export const aSource = (overrides: Partial<DocumentSource> = {}): DocumentSource => {
  const organisation = overrides.organisation ?? anOrganisation();
  const buyer = overrides.buyer ?? aParty();
  return {
    kind: 'invoice',
    number: '1204',
    date: DATE,
    organisation,
    buyer,
    order: anOrder(),
    contract: aContract(),
    partiesById: partyMap(...Object.values(DEMO_PARTIES), organisation.party, buyer),
    mark: '',
    // Read by the счет-фактура on an advance alone.
    advance: { number: '345', date: DATE, sum: kopecks(6_525_000) },
    ...dealFor(overrides.kind),
    ...overrides,
  };
};

/** What the base would answer for a clean source: free number, open period, sound template. */
export const aPreflightContext = (overrides: Partial<PreflightContext> = {}): PreflightContext => ({
  today: isoDate('2026-11-21'),
  openAdvances: [],
  offsetAdvances: [],
  isNumberTaken: () => false,
  closedPeriodUntil: null,
  templateProblems: [],
  duplicatesOfBuyer: 0,
  twinsOfBuyer: [],
  wantedMedium: null,
  hasFactura: true,
  marginLimitPercent: null,
  blocksWithoutForwarderRegistry: false,
  ...overrides,
});
