import { formatDate } from '../../../kernel/date.ts';
import { parseDecimal } from '../../../kernel/decimal.ts';
import type { Driver, Trip, Vehicle } from '../../order/order.ts';
import { epdMode, tripDateOf } from '../../transport/epd-mode.ts';
import type { Facts } from '../facts.ts';
import { CARRIAGE_DOCUMENTS, CARRIAGE_REQUESTS } from '../kind-groups.ts';
import { block, hint, warn, whose, type Found, type Rule } from '../rule.ts';
import { withTrip } from './with-trip.ts';

/** Road carriers need their entry from this day (documents.md §2.5, one source). */
const CARRIER_REGISTRY_FROM = '2027-03-01';
/** СПОТ is mandatory from this day (documents.md §2.5). */
const SPOT_FROM = '2026-07-01';
/** ОКСМ of Belarus, Kazakhstan, Kyrgyzstan and Armenia. */
const EAEU_NEIGHBOURS: readonly string[] = ['112', '398', '417', '051'];

const orderUid = (facts: Facts, trip: Trip): Found[] =>
  epdMode(facts.source).mode === 'required' && trip.orderUid.trim() === ''
    ? [warn('epd.orderUidMissing', 'order.trip.orderUid', {})]
    : [];

/** The carrier's two titles stand or fall with his operator; shipper and consignee may sign through his link. */
const operators = (facts: Facts, trip: Trip): Found[] => {
  if (epdMode(facts.source).mode !== 'required') return [];
  const { carrier, consignor, consignee } = facts.roles;
  const found: Found[] = [];
  if (carrier && carrier.edoOperator.trim() === '')
    found.push(warn('epd.operatorMissing', 'carrier.edoOperator', { whose: whose('carrier') }));
  for (const [name, party] of [['consignor', consignor] as const, ['consignee', consignee] as const])
    if (party && party.edoOperator.trim() === '')
      found.push(hint('epd.operatorMissing', `${name}.edoOperator`, { whose: whose(name) }));
  if (trip.driver && trip.driver.phone.trim() === '')
    found.push(warn('epd.driverPhoneMissing', 'order.trip.driver.phone', {}));
  return found;
};

/** A forwarder without an entry has no right to act; a firm may make it a block (documents.md §2.5). */
const registries = (facts: Facts): Found[] => {
  const { source, seller, roles, context } = facts;
  if (source.order.business !== 'freight') return [];
  const found: Found[] = [];
  const severe = context.blocksWithoutForwarderRegistry ? block : warn;
  if (roles.carrier?.id !== seller.id && seller.forwarderRegistryNumber.trim() === '')
    found.push(severe('registry.forwarderMissing', 'seller.forwarderRegistryNumber', {}));
  const isListed = roles.carrier?.kind === 'foreign' || roles.carrier?.carrierRegistryNumber.trim() !== '';
  if (roles.carrier && !isListed && tripDateOf(source) >= CARRIER_REGISTRY_FROM)
    found.push(warn('registry.carrierMissing', 'carrier.carrierRegistryNumber', {}));
  return found;
};

/** П. 5.4.1 ДОПОГ: UN number, name, class, packing group, tunnel code; the last two may be absent by the substance. */
const dangerous = ({ roles }: Facts, trip: Trip): Found[] => {
  const substances = trip.cargo.dangerous ?? [];
  if (substances.length === 0) return [];
  const found = substances.flatMap((substance, index): Found[] => {
    const field = `order.trip.cargo.dangerous[${index}]`;
    const at = { number: String(index + 1) };
    return [
      ...(/^\d{4}$/u.test(substance.unNumber)
        ? []
        : [block('adr.unNumber', `${field}.unNumber`, { ...at, un: substance.unNumber })]),
      ...(substance.name.trim() === '' ? [block('adr.nameMissing', `${field}.name`, at)] : []),
      ...(substance.hazardClass.trim() === '' ? [block('adr.classMissing', `${field}.hazardClass`, at)] : []),
      ...(substance.packingGroup.trim() === '' ? [block('adr.groupMissing', `${field}.packingGroup`, at)] : []),
      ...(substance.tunnelCode.trim() === '' ? [block('adr.tunnelMissing', `${field}.tunnelCode`, at)] : []),
    ];
  });
  const certificate = trip.driver?.adrCertificate ?? null;
  const until = certificate?.validTo ?? null;
  const unloading = roles.unloading?.date ?? roles.loading?.date ?? null;
  if (certificate === null || certificate.number.trim() === '')
    found.push(block('adr.certificateMissing', 'order.trip.driver.adrCertificate', {}));
  else if (until !== null && unloading !== null && until < unloading)
    found.push(block('adr.certificateExpired', 'order.trip.driver.adrCertificate', { date: formatDate(until) }));
  return found;
};

/** A whole train may weigh so much: a cargo over it is heavy even when nobody marked it so. */
const HEAVY_KG = 44_000n;

const isHeavy = (trip: Trip): boolean => {
  const mass = parseDecimal(trip.cargo.grossKg);
  return mass.ok && mass.value.units > HEAVY_KG * 10n ** BigInt(mass.value.scale);
};

const permit = ({ roles }: Facts, trip: Trip): Found[] => {
  if (trip.cargo.isOversize !== true && !isHeavy(trip)) return [];
  const paper = trip.vehicle?.specialPermit ?? null;
  const field = 'order.trip.vehicle.specialPermit';
  if (paper === null || paper.number.trim() === '') return [warn('permit.missing', field, {})];
  const found: Found[] = [];
  if (paper.route.trim() === '') found.push(warn('permit.routeMissing', field, { permit: paper.number }));
  const unloading = roles.unloading?.date ?? roles.loading?.date ?? null;
  if (paper.validTo === null) found.push(warn('permit.termMissing', field, { permit: paper.number }));
  else if (unloading !== null && paper.validTo < unloading)
    found.push(warn('permit.expired', field, { permit: paper.number, date: formatDate(paper.validTo) }));
  return found;
};

/** Goods that come by road from the ЕАЭС carry the QR of СПОТ. */
const spot = ({ source, roles }: Facts, trip: Trip): Found[] => {
  const { consignor, consignee } = roles;
  const isImport =
    consignor !== null &&
    EAEU_NEIGHBOURS.includes(consignor.countryCode) &&
    consignee !== null &&
    (consignee.countryCode === '' || consignee.countryCode === '643');
  return isImport && tripDateOf(source) >= SPOT_FROM && (trip.spotQrNumber ?? '').trim() === ''
    ? [warn('spot.missing', 'order.trip.spotQrNumber', {})]
    : [];
};

const licenceTerm = ({ roles }: Facts, driver: Driver): Found[] => {
  const until = driver.licenceValidTo ?? null;
  const unloading = roles.unloading?.date ?? roles.loading?.date ?? null;
  return until !== null && unloading !== null && until < unloading
    ? [warn('driver.licenceExpired', 'order.trip.driver.licence', { date: formatDate(until) })]
    : [];
};

/** ТН section 7: rented, leased and lent vehicles name the paper they are held by. */
const ownership = (vehicle: Vehicle): Found[] =>
  vehicle.ownership !== null && vehicle.ownership >= 3 && vehicle.ownershipDocument.trim() === ''
    ? [warn('vehicle.ownershipDocument', 'order.trip.vehicle.ownershipDocument', {})]
    : [];

const papers = (facts: Facts, trip: Trip): Found[] => [
  ...(trip.driver ? licenceTerm(facts, trip.driver) : []),
  ...(trip.vehicle ? ownership(trip.vehicle) : []),
];

/** A power of attorney to take a cargo names its bearer by the passport, and the day it is needed on. */
const proxy = ({ roles }: Facts, trip: Trip): Found[] => {
  const found: Found[] = [];
  if (trip.driver === null) found.push(block('proxy.bearerMissing', 'order.trip.driver', {}));
  else if ((trip.driver.passport ?? '').trim() === '')
    found.push(warn('proxy.bearerPassport', 'order.trip.driver.passport', {}));
  if ((roles.loading?.date ?? null) === null) found.push(block('proxy.loadingDay', 'order.trip.route', {}));
  return found;
};

/** R-F3 … R-F10 but the ones of `trip-rules.ts`: what a carriage needs besides its route and its vehicle; R-D1 of the driver. */
export const DISPATCH_RULES: readonly Rule[] = [
  { id: 'R-F3', kinds: CARRIAGE_REQUESTS, check: withTrip(orderUid) },
  { id: 'R-F4', kinds: CARRIAGE_DOCUMENTS, check: withTrip(operators) },
  { id: 'R-F5', kinds: CARRIAGE_DOCUMENTS, check: registries },
  { id: 'R-F6', kinds: CARRIAGE_DOCUMENTS, check: withTrip(papers) },
  { id: 'R-F7', kinds: CARRIAGE_DOCUMENTS, check: withTrip(dangerous) },
  { id: 'R-F8', kinds: CARRIAGE_DOCUMENTS, check: withTrip(permit) },
  { id: 'R-F10', kinds: CARRIAGE_DOCUMENTS, check: withTrip(spot) },
  { id: 'R-D1', kinds: ['proxy-carriage'], check: withTrip(proxy) },
];
