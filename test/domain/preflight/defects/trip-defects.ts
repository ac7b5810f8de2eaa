import { isoDate } from '#shared/kernel/date.ts';
import { anOrganisation, aRoutePoint } from '#test/helpers/a-source.ts';
import { dated, defect, type Defect } from '../defect.ts';
import { all, cargo, order, point, trip, vehicle, type Plant } from '../plant.ts';

const forwarded: Plant = order({ business: 'freight' });

/** Defects of the carriage: R-F. */
export const TRIP_DEFECTS: readonly Defect[] = [
  defect('R-F1', 'block', 'waybill', 'trip.missing', 'order.trip', order({ trip: null })),
  defect('R-F1', 'block', 'waybill', 'trip.loadingMissing', 'order.trip.route', point(0, { kind: 'customs' })),
  defect('R-F1', 'block', 'waybill', 'trip.unloadingMissing', 'order.trip.route', trip({ route: [aRoutePoint()] })),
  defect(
    'R-F1',
    'block',
    'waybill',
    'trip.consignorMissing',
    'order.trip.route[0].partyId',
    all(forwarded, point(0, { partyId: null })),
  ),
  defect(
    'R-F1',
    'block',
    'waybill',
    'trip.consigneeMissing',
    'order.trip.route[1].partyId',
    all(forwarded, point(1, { partyId: null })),
  ),
  defect('R-F1', 'block', 'waybill', 'trip.carrierMissing', 'order.trip.carrierId', trip({ carrierId: null })),
  defect('R-F1', 'block', 'waybill', 'trip.addressMissing', 'order.trip.route[1].address', point(1, { address: '' })),
  defect('R-F1', 'block', 'waybill', 'cargo.nameMissing', 'order.trip.cargo.name', cargo({ name: '' })),
  defect('R-F1', 'block', 'waybill', 'cargo.massMissing', 'order.trip.cargo.grossKg', cargo({ grossKg: '0' })),
  defect('R-F1', 'block', 'waybill', 'cargo.placesMissing', 'order.trip.cargo.places', cargo({ places: 0 })),
  defect('R-F2', 'warn', 'waybill', 'epd.uidMissing', 'order.trip.etrnUid', trip({ etrnUid: '' })),
  defect(
    'R-F2',
    'warn',
    'waybill',
    'epd.paperByException',
    'order.trip.paperException',
    trip({ paperException: 'outage' }),
  ),
  defect(
    'R-F2',
    'warn',
    'waybill',
    'epd.exceptionTextMissing',
    'order.trip.paperExceptionText',
    trip({ paperException: 'other' }),
  ),
  defect(
    'R-F2',
    'hint',
    'waybill',
    'epd.ownTransport',
    'order.trip.carrierId',
    trip({ carrierId: anOrganisation().party.id }),
  ),
  defect('R-F6', 'warn', 'waybill', 'vehicle.missing', 'order.trip.vehicle', trip({ vehicle: null })),
  defect('R-F6', 'warn', 'waybill', 'vehicle.plate', 'order.trip.vehicle.plate', vehicle({ plate: 'А12' })),
  defect(
    'R-F6',
    'warn',
    'waybill',
    'vehicle.trailerPlate',
    'order.trip.vehicle.trailerPlate',
    vehicle({ trailerPlate: 'А123ВС777' }),
  ),
  defect(
    'R-F6',
    'warn',
    'waybill',
    'vehicle.overloaded',
    'order.trip.vehicle.capacityT',
    vehicle({ capacityT: '0.4' }),
  ),
  defect(
    'R-F6',
    'warn',
    'waybill',
    'vehicle.overfilled',
    'order.trip.vehicle.capacityM3',
    vehicle({ capacityM3: '3.1' }),
  ),
  defect('R-F6', 'warn', 'waybill', 'driver.missing', 'order.trip.driver', trip({ driver: null })),
  defect('R-F6', 'warn', 'waybill', 'driver.licence', 'order.trip.driver.licence', (source) =>
    source.order.trip?.driver ? trip({ driver: { ...source.order.trip.driver, licence: '12' } })(source) : source,
  ),
  defect(
    'R-F9',
    'block',
    'waybill',
    'trip.windowReversed',
    'order.trip.route[0].timeTo',
    point(0, { timeTo: '07:00' }),
  ),
  defect(
    'R-F9',
    'block',
    'waybill',
    'trip.timeOrder',
    'order.trip.route[1].date',
    point(1, { date: isoDate('2026-11-19') }),
  ),
  defect('R-F9', 'block', 'waybill', 'trip.dateAfterLoading', 'date', dated('2026-11-21')),
];
