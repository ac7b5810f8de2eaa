import { formatMoney } from '../../../../kernel/money.ts';
import { joinPresent, NBSP } from '../../../../kernel/text.ts';
import { nameInnKpp } from '../../../grammar/party-lines.ts';
import type { Cargo, Driver, RoutePoint, Vehicle } from '../../../order/order.ts';
import { placesInWords } from '../../../words/count-in-words.ts';
import type { RequestPoint, RequestTrip } from '../../sides/carrier-source.ts';
import type { ClientSource } from '../../sides/client-source.ts';
import type { Traced, TracedTree } from '../../traced.ts';
import { DASH, orDash, orderLeaf, type OrderMarks } from '../leaf.ts';
import { dangerousText } from './cargo-measures.ts';
import { decimalText, massText, platesText, windowText } from '../trip-texts.ts';

const KIND_TITLES: Readonly<Record<RoutePoint['kind'], string>> = {
  loading: 'Погрузка',
  unloading: 'Выгрузка',
  customs: 'Таможня',
};

const pointView = (marks: OrderMarks, point: RequestPoint, index: number): TracedTree => {
  const leaf = (text: string): Traced => orderLeaf(marks, 'trip.route', orDash(text));
  return {
    // One count through the whole route, so that «точка 3» means the same to everybody (documents.md §7).
    title: `${index + 1}. ${KIND_TITLES[point.kind]}`,
    party: leaf(point.name),
    address: leaf(point.address),
    window: leaf(windowText(point)),
    contact: leaf(joinPresent([point.contact, point.phone ? `тел. ${point.phone}` : ''])),
  };
};

const placesText = (cargo: Cargo): string =>
  cargo.places === null ? '' : `${cargo.places} (${placesInWords(cargo.places).toLowerCase()})`;

const cargoView = (marks: OrderMarks, cargo: Cargo | null): Record<string, TracedTree> => {
  const leaf = (field: string, text: string): Traced => orderLeaf(marks, `trip.cargo.${field}`, orDash(text));
  if (cargo === null)
    return {
      name: DASH,
      measures: DASH,
      places: DASH,
      isDangerous: false,
      dangerous: '',
      hasTemperature: false,
      temperature: '',
      hasValue: false,
      value: '',
    };
  const value = cargo.declaredValue;
  return {
    name: leaf('name', joinPresent([cargo.name, cargo.state])),
    measures: leaf(
      'grossKg',
      joinPresent([massText(cargo), cargo.volumeM3 ? `объем ${decimalText(cargo.volumeM3)}${NBSP}м³` : '']),
    ),
    places: leaf(
      'places',
      joinPresent([placesText(cargo), cargo.packaging, cargo.marking && `маркировка: ${cargo.marking}`]),
    ),
    isDangerous: dangerousText(cargo) !== '',
    dangerous: leaf('dangerous', dangerousText(cargo)),
    hasTemperature: cargo.temperature !== '',
    temperature: leaf('temperature', cargo.temperature),
    hasValue: value !== null,
    value: leaf('declaredValue', value === null ? '' : `${formatMoney(value)}${NBSP}руб.`),
  };
};

const vehicleText = (vehicle: Vehicle): string =>
  joinPresent([
    vehicle.type,
    joinPresent([vehicle.make, platesText(vehicle)], ' '),
    vehicle.capacityT && `${decimalText(vehicle.capacityT)}${NBSP}т`,
    vehicle.capacityM3 && `${decimalText(vehicle.capacityM3)}${NBSP}м³`,
  ]);

const fullName = (driver: Driver): string => joinPresent([driver.lastName, driver.firstName, driver.middleName], ' ');

/** Printed while nobody is assigned (documents.md §7). */
const TO_BE_NAMED = 'подлежит уточнению';

const vehicleView = (marks: OrderMarks, trip: RequestTrip | null): Record<string, TracedTree> => {
  const vehicle = trip?.vehicle ?? null;
  const driver = trip?.driver ?? null;
  const papers = driver
    ? joinPresent([driver.passport && `паспорт ${driver.passport}`, driver.licence && `в/у ${driver.licence}`], '; ')
    : '';
  return {
    requirements: orderLeaf(marks, 'trip.requirements', trip?.requirements || vehicle?.type || 'по характеру груза'),
    assigned: orderLeaf(marks, 'trip.vehicle', vehicle ? orDash(vehicleText(vehicle)) : TO_BE_NAMED),
    driver: orderLeaf(marks, 'trip.driver', driver ? fullName(driver) : TO_BE_NAMED),
    hasDriver: driver !== null,
    driverPapers: orderLeaf(marks, 'trip.driver', orDash(papers)),
    driverPhone: orderLeaf(marks, 'trip.driver', orDash(driver?.phone ?? '')),
  };
};

/** Route, cargo and vehicle: what client and carrier read alike (documents.md §7). */
export const tripBlocks = (marks: OrderMarks, trip: RequestTrip | null): Record<string, TracedTree> => ({
  points: trip?.points.map((point, index) => pointView(marks, point, index)) ?? [],
  cargo: cargoView(marks, trip?.cargo ?? null),
  vehicle: vehicleView(marks, trip),
  hasSpecial: (trip?.specialConditions ?? '') !== '',
  special: orderLeaf(marks, 'trip.specialConditions', trip?.specialConditions ?? ''),
  hasElectronicOrder: (trip?.orderUid ?? '') !== '',
  electronicOrder: orderLeaf(marks, 'trip.orderUid', trip?.orderUid ?? ''),
});

/** The trip as the client's request tells it: his own people stay whom the driver calls. */
export const clientTripOf = ({ order, partiesById }: ClientSource): RequestTrip | null => {
  if (order.trip === null) return null;
  const { route, cargo, vehicle, driver, requirements, specialConditions, orderUid } = order.trip;
  const nameAt = (id: RoutePoint['partyId']): string => {
    const party = id === null ? undefined : partiesById.get(id);
    return party ? nameInnKpp(party) : '';
  };
  const points = route
    .toSorted((left, right) => left.position - right.position)
    .map(({ partyId, ...point }) => ({ ...point, name: nameAt(partyId) }));
  return { points, cargo, vehicle, driver, requirements, specialConditions, orderUid };
};
