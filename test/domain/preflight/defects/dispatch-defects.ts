import type { DangerousGoods, Driver, SpecialPermit } from '#shared/domain/order/order.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { kopecks } from '#shared/kernel/money.ts';
import { DEMO_PARTIES, partyMap } from '#test/helpers/a-source.ts';
import { defect, regime, type Defect } from '../defect.ts';
import { all, buyer, cargo, line, order, point, seller, trip, vehicle, type Plant } from '../plant.ts';

const PETROL: DangerousGoods = {
  unNumber: '1203',
  name: 'БЕНЗИН МОТОРНЫЙ',
  hazardClass: '3',
  packingGroup: 'II',
  tunnelCode: '(D/E)',
};
const PERMIT: SpecialPermit = {
  number: 'СР-77',
  validFrom: isoDate('2026-11-01'),
  validTo: isoDate('2026-12-31'),
  route: 'Санкт-Петербург — Москва',
};
const LATER = isoDate('2026-11-26');

const driver =
  (patch: Partial<Driver>): Plant =>
  (source) =>
    source.order.trip?.driver ? trip({ driver: { ...source.order.trip.driver, ...patch } })(source) : source;

const carrier =
  (patch: Partial<typeof DEMO_PARTIES.avtotrans>): Plant =>
  (source) => ({
    ...source,
    partiesById: partyMap(...source.partiesById.values(), { ...DEMO_PARTIES.avtotrans, ...patch }),
  });

const freight: Plant = order({ business: 'freight' });
const certified = driver({ adrCertificate: { number: 'ДОПОГ 1', validTo: isoDate('2027-01-01') } });
/** A tank of petrol with everything in order but what `patch` spoils. */
const petrol = (patch: Partial<DangerousGoods> = {}): Plant =>
  all(certified, cargo({ dangerous: [{ ...PETROL, ...patch }] }));
const oversize = (patch: Partial<SpecialPermit> | null): Plant =>
  all(cargo({ isOversize: true }), vehicle({ specialPermit: patch && { ...PERMIT, ...patch } }));
const fromMinsk: Plant = (source) =>
  all(
    (each) => ({
      ...each,
      partiesById: partyMap(...each.partiesById.values(), {
        ...DEMO_PARTIES.stroysnab,
        kind: 'foreign',
        countryCode: '112',
        foreignTaxId: '199990019',
      }),
    }),
    point(0, { partyId: DEMO_PARTIES.stroysnab.id }),
  )(source);

/** Data that the rules of this file read and that is in order: no finding of theirs may follow. */
export const CLEAN_CARRIAGES: readonly (readonly [name: string, plant: Plant])[] = [
  ['dangerous goods with all five words and a certificate', petrol()],
  ['an oversize cargo with its permit', oversize({})],
  ['goods from Minsk with a СПОТ number', all(fromMinsk, trip({ spotQrNumber: 'SPOT-1' }))],
  ['a rented vehicle with its contract', vehicle({ ownership: 3, ownershipDocument: 'договор аренды № 5' })],
  ['a licence that lasts', driver({ licenceValidTo: LATER })],
  [
    'a forwarder with an entry who earns on the trip',
    all(freight, seller({ forwarderRegistryNumber: 'РЭ-1' }), trip({ carrierPrice: kopecks(100) })),
  ],
];

/** Defects of dispatch: R-F3 … R-F12 but for what `trip-defects.ts` has. */
export const DISPATCH_DEFECTS: readonly Defect[] = [
  defect('R-F4', 'warn', 'waybill', 'epd.operatorMissing', 'carrier.edoOperator', carrier({ edoOperator: '' })),
  defect('R-F4', 'hint', 'waybill', 'epd.operatorMissing', 'consignee.edoOperator', buyer({ edoOperator: '' })),
  defect('R-F4', 'warn', 'waybill', 'epd.driverPhoneMissing', 'order.trip.driver.phone', driver({ phone: ' ' })),
  defect('R-F5', 'warn', 'waybill', 'registry.forwarderMissing', 'seller.forwarderRegistryNumber', freight),
  defect('R-F5', 'block', 'waybill', 'registry.forwarderMissing', 'seller.forwarderRegistryNumber', freight, {
    blocksWithoutForwarderRegistry: true,
  }),
  defect(
    'R-F5',
    'warn',
    'waybill',
    'registry.carrierMissing',
    'carrier.carrierRegistryNumber',
    all(freight, point(0, { date: isoDate('2027-03-01') }), point(1, { date: isoDate('2027-03-02') })),
  ),
  defect(
    'R-F6',
    'warn',
    'waybill',
    'driver.licenceExpired',
    'order.trip.driver.licence',
    driver({ licenceValidTo: isoDate('2026-11-19') }),
  ),
  defect(
    'R-F6',
    'warn',
    'waybill',
    'vehicle.ownershipDocument',
    'order.trip.vehicle.ownershipDocument',
    vehicle({ ownership: 4 }),
  ),
  ...(
    [
      ['adr.unNumber', 'unNumber', { unNumber: '203' }],
      ['adr.unNumber', 'unNumber', { unNumber: '' }],
      ['adr.nameMissing', 'name', { name: '' }],
      ['adr.classMissing', 'hazardClass', { hazardClass: '' }],
      ['adr.groupMissing', 'packingGroup', { packingGroup: '' }],
      ['adr.tunnelMissing', 'tunnelCode', { tunnelCode: '' }],
    ] as const
  ).map(([code, key, patch]) =>
    defect('R-F7', 'block', 'waybill', code, `order.trip.cargo.dangerous[0].${key}`, petrol(patch)),
  ),
  defect(
    'R-F7',
    'block',
    'waybill',
    'adr.certificateMissing',
    'order.trip.driver.adrCertificate',
    all(petrol(), driver({ adrCertificate: null })),
  ),
  defect(
    'R-F7',
    'block',
    'waybill',
    'adr.certificateExpired',
    'order.trip.driver.adrCertificate',
    all(petrol(), driver({ adrCertificate: { number: '1', validTo: isoDate('2026-11-19') } })),
  ),
  ...(
    [
      ['permit.missing', null],
      ['permit.missing', { number: '' }],
      ['permit.routeMissing', { route: '' }],
      ['permit.termMissing', { validTo: null }],
      ['permit.expired', { validTo: isoDate('2026-11-19') }],
    ] as const
  ).map(([code, patch]) =>
    defect('R-F8', 'warn', 'waybill', code, 'order.trip.vehicle.specialPermit', oversize(patch)),
  ),
  defect(
    'R-F8',
    'warn',
    'waybill',
    'permit.missing',
    'order.trip.vehicle.specialPermit',
    cargo({ grossKg: '44000.5' }),
  ),
  ...(['request-customer', 'request-carrier', 'contract-request-carrier'] as const).map((kind) =>
    defect('R-F3', 'warn', kind, 'epd.orderUidMissing', 'order.trip.orderUid', trip({ orderUid: '' })),
  ),
  defect(
    'R-F11',
    'block',
    'request-carrier',
    'carrier.clientPrice',
    'order.lines',
    trip({ specialConditions: 'Ставка клиента 118\u00A0500,00' }),
  ),
  defect(
    'R-F11',
    'block',
    'request-carrier',
    'carrier.clientContact',
    'buyer.contactName',
    all(
      trip({ specialConditions: 'Звоните клиенту: +7 812 000-00-12' }),
      point(0, { partyId: DEMO_PARTIES.stroysnab.id }),
      point(1, { partyId: DEMO_PARTIES.stroysnab.id }),
    ),
  ),
  defect('R-D1', 'block', 'proxy-carriage', 'proxy.bearerMissing', 'order.trip.driver', trip({ driver: null })),
  defect(
    'R-D1',
    'warn',
    'proxy-carriage',
    'proxy.bearerPassport',
    'order.trip.driver.passport',
    driver({ passport: '' }),
  ),
  defect('R-D1', 'block', 'proxy-carriage', 'proxy.loadingDay', 'order.trip.route', point(0, { date: null })),
  defect('R-F10', 'warn', 'waybill', 'spot.missing', 'order.trip.spotQrNumber', fromMinsk),
  defect(
    'R-F12',
    'warn',
    'waybill',
    'margin.none',
    'order.trip.carrierPrice',
    all(freight, trip({ carrierPrice: kopecks(11_850_000) })),
  ),
  defect(
    'R-F12',
    'warn',
    'waybill',
    'margin.low',
    'order.trip.carrierPrice',
    all(freight, trip({ carrierPrice: kopecks(11_800_000) })),
    { marginLimitPercent: 5 },
  ),
  defect(
    'R-S5',
    'warn',
    'upd',
    'line.declarationMissing',
    'order.lines[0].customsDeclaration',
    line({ countryCode: '156' }),
  ),
  defect(
    'R-S5',
    'warn',
    'upd',
    'line.countryMissing',
    'order.lines[1].countryCode',
    line({ customsDeclaration: '10702030/150621/0179412' }, 1),
  ),
  defect(
    'R-S5',
    'warn',
    'upd',
    'line.declarationFormat',
    'order.lines[0].customsDeclaration',
    line({ countryCode: '156', customsDeclaration: 'ГТД 5' }),
  ),
  ...(['factura', 'factura-advance'] as const).map((kind) =>
    defect('R-T2', 'block', kind, 'tax.exemptFactura', 'seller.taxPeriods', regime('usnExempt')),
  ),
  defect('R-T1', 'block', 'factura', 'tax.rateNotAllowed', 'order.lines[0].vatRate', line({ vatRate: '20' })),
  defect('R-S1', 'block', 'factura', 'ship.dateBeforeShipment', 'date', order({ shipDate: LATER })),
  defect('R-P4', 'block', 'factura', 'party.addressMissing', 'buyer.legalAddress', buyer({ legalAddress: '' })),
  defect('R-A1', 'block', 'torg12', 'line.unitMissing', 'order.lines[0].unitName', line({ unitName: '' })),
  defect('R-A2', 'block', 'invoice-contract', 'line.nameMissing', 'order.lines[0].name', line({ name: '' })),
  defect(
    'R-F9',
    'block',
    'request-carrier',
    'trip.timeOrder',
    'order.trip.route[1].date',
    point(1, { date: isoDate('2026-11-19') }),
  ),
  defect(
    'R-G1',
    'block',
    'contract-request-customer',
    'signatory.missing',
    'buyer.signatory',
    buyer({ signatories: [] }),
  ),
  defect('R-S6', 'warn', 'act', 'ship.facturaOwed', 'order.shipDate', order({ shipDate: isoDate('2026-11-15') }), {
    hasFactura: false,
  }),
  defect(
    'R-E1',
    'block',
    'invoice',
    'edo.paperWanted',
    'buyer.medium',
    buyer({ medium: 'edo', edoOperator: 'Диадок' }),
    { wantedMedium: 'paper' },
  ),
  defect('R-P5', 'warn', 'invoice', 'party.twinName', 'buyer.inn', (source) => source, {
    twinsOfBuyer: ['7799010067'],
  }),
];
