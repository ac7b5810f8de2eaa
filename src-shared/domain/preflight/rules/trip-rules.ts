import { formatDate } from '../../../kernel/date.ts';
import { formatDecimal, parseDecimal, type Decimal } from '../../../kernel/decimal.ts';
import type { Driver, RoutePoint, Trip, Vehicle } from '../../order/order.ts';
import type { DocumentKind } from '../../document/document.ts';
import { EPD_REASON_TEXTS, epdMode } from '../../transport/epd-mode.ts';
import { isLicence } from '../../transport/licence.ts';
import { isKnownTrailerPlate, isKnownTruckPlate } from '../../transport/plates.ts';
import type { Facts } from '../facts.ts';
import { CARRIAGE_DOCUMENTS } from '../kind-groups.ts';
import { block, hint, warn, type Found, type Rule } from '../rule.ts';
import { withTrip } from './with-trip.ts';

const ROUTE = 'order.trip.route';

const decimalOf = (text: string): Decimal | null => {
  const parsed = parseDecimal(text);
  return parsed.ok ? parsed.value : null;
};

const pointNumber = (index: number): { point: string } => ({ point: String(index + 1) });

const indexOf = (trip: Trip, point: RoutePoint | null): number => (point ? trip.route.indexOf(point) : -1);

/** Papers that travel with the cargo. */
const TRANSPORT: readonly DocumentKind[] = ['waybill', 'ttn', 'cmr'];

const namedParties = ({ roles }: Facts, trip: Trip): Found[] => {
  const found: Found[] = [];
  const loading = indexOf(trip, roles.loading);
  const unloading = indexOf(trip, roles.unloading);
  if (loading < 0) found.push(block('trip.loadingMissing', ROUTE, {}));
  else if (!roles.consignor) found.push(block('trip.consignorMissing', `${ROUTE}[${loading}].partyId`, {}));
  if (unloading < 0) found.push(block('trip.unloadingMissing', ROUTE, {}));
  else if (!roles.consignee) found.push(block('trip.consigneeMissing', `${ROUTE}[${unloading}].partyId`, {}));
  if (!roles.carrier) found.push(block('trip.carrierMissing', 'order.trip.carrierId', {}));
  return found;
};

const cargoAndPlaces = (trip: Trip): Found[] => {
  const { cargo } = trip;
  const found: Found[] = trip.route.flatMap((point, index) =>
    point.address.trim() === '' ? [block('trip.addressMissing', `${ROUTE}[${index}].address`, pointNumber(index))] : [],
  );
  const mass = decimalOf(cargo.grossKg);
  if (cargo.name.trim() === '') found.push(block('cargo.nameMissing', 'order.trip.cargo.name', {}));
  if (!mass || mass.units <= 0n)
    found.push(block('cargo.massMissing', 'order.trip.cargo.grossKg', { mass: cargo.grossKg }));
  if (cargo.places === null || !(cargo.places >= 1))
    found.push(block('cargo.placesMissing', 'order.trip.cargo.places', {}));
  return found;
};

/** Never a ban: the legal list of exceptions is a setting (documents.md §2.3). */
const electronic = (facts: Facts, trip: Trip): Found[] => {
  const { mode, reasons } = epdMode(facts.source);
  const found: Found[] = [];
  if (trip.paperException === 'other' && trip.paperExceptionText.trim() === '')
    found.push(warn('epd.exceptionTextMissing', 'order.trip.paperExceptionText', {}));
  const exception = trip.paperException;
  if (mode === 'required' && trip.etrnUid.trim() === '') found.push(warn('epd.uidMissing', 'order.trip.etrnUid', {}));
  if (mode === 'paperAllowed' && exception !== null && reasons.includes(exception))
    found.push(
      warn('epd.paperByException', 'order.trip.paperException', {
        reason: trip.paperExceptionText.trim() || EPD_REASON_TEXTS[exception],
      }),
    );
  if (mode === 'notApplicable') found.push(hint('epd.ownTransport', 'order.trip.carrierId', {}));
  return found;
};

const vehicleFound = (vehicle: Vehicle, trip: Trip): Found[] => {
  const found: Found[] = [];
  if (!isKnownTruckPlate(vehicle.plate))
    found.push(warn('vehicle.plate', 'order.trip.vehicle.plate', { plate: vehicle.plate }));
  if (vehicle.trailerPlate.trim() !== '' && !isKnownTrailerPlate(vehicle.trailerPlate))
    found.push(warn('vehicle.trailerPlate', 'order.trip.vehicle.trailerPlate', { plate: vehicle.trailerPlate }));
  const mass = decimalOf(trip.cargo.grossKg);
  const capacityT = decimalOf(vehicle.capacityT);
  if (mass && capacityT && isMore(mass, { units: capacityT.units * 1000n, scale: capacityT.scale }))
    found.push(
      warn('vehicle.overloaded', 'order.trip.vehicle.capacityT', {
        mass: formatDecimal(mass),
        capacity: formatDecimal(capacityT),
      }),
    );
  const volume = decimalOf(trip.cargo.volumeM3);
  const capacityM3 = decimalOf(vehicle.capacityM3);
  if (volume && capacityM3 && isMore(volume, capacityM3))
    found.push(
      warn('vehicle.overfilled', 'order.trip.vehicle.capacityM3', {
        volume: formatDecimal(volume),
        capacity: formatDecimal(capacityM3),
      }),
    );
  return found;
};

const isMore = (left: Decimal, right: Decimal): boolean =>
  left.units * 10n ** BigInt(right.scale) > right.units * 10n ** BigInt(left.scale);

const driverFound = (driver: Driver): Found[] =>
  isLicence(driver.licence) ? [] : [warn('driver.licence', 'order.trip.driver.licence', { licence: driver.licence })];

const vehicleAndDriver = (_facts: Facts, trip: Trip): Found[] => [
  ...(trip.vehicle ? vehicleFound(trip.vehicle, trip) : [warn('vehicle.missing', 'order.trip.vehicle', {})]),
  ...(trip.driver ? driverFound(trip.driver) : [warn('driver.missing', 'order.trip.driver', {})]),
];

/** Sortable moment of a point, `2026-11-20 08:00`; the end of the day where no hour is agreed. */
const momentOf = (point: RoutePoint, time: 'timeFrom' | 'timeTo'): string | null =>
  point.date === null ? null : `${point.date} ${point[time] || (time === 'timeFrom' ? '00:00' : '24:00')}`;

const timeOrder = ({ source, roles }: Facts, trip: Trip): Found[] => {
  const found: Found[] = [];
  let previous: { moment: string; index: number } | null = null;
  for (const [index, point] of trip.route.entries()) {
    const start = momentOf(point, 'timeFrom');
    const end = momentOf(point, 'timeTo');
    if (start === null || end === null) continue;
    if (point.timeFrom !== '' && point.timeTo !== '' && point.timeTo < point.timeFrom)
      found.push(block('trip.windowReversed', `${ROUTE}[${index}].timeTo`, pointNumber(index)));
    // A point must be able to happen after the earliest start of the one before it.
    else if (previous && end < previous.moment)
      found.push(
        block('trip.timeOrder', `${ROUTE}[${index}].date`, {
          ...pointNumber(index),
          before: String(previous.index + 1),
        }),
      );
    previous = { moment: start, index };
  }
  const loading = roles.loading?.date ?? null;
  if (loading !== null && source.date > loading)
    found.push(block('trip.dateAfterLoading', 'date', { date: formatDate(source.date), loading: formatDate(loading) }));
  return found;
};

/** R-F: the carriage of a ТН. */
export const TRIP_RULES: readonly Rule[] = [
  {
    id: 'R-F1',
    kinds: TRANSPORT,
    check: (facts) => {
      const { trip } = facts.source.order;
      return trip ? [...namedParties(facts, trip), ...cargoAndPlaces(trip)] : [block('trip.missing', 'order.trip', {})];
    },
  },
  { id: 'R-F2', kinds: ['waybill'], check: withTrip(electronic) },
  { id: 'R-F6', kinds: TRANSPORT, check: withTrip(vehicleAndDriver) },
  { id: 'R-F9', kinds: CARRIAGE_DOCUMENTS, check: withTrip(timeOrder) },
];
