import { asId } from '../../kernel/id.ts';
import { moneyToDecimal, parseMoney } from '../../kernel/money.ts';
import { isVatRate } from '../../kernel/vat.ts';
import {
  PAPER_EXCEPTIONS,
  type Cargo,
  type Driver,
  type Order,
  type OrderLine,
  type RoutePoint,
  type Trip,
  type Vehicle,
} from '../order/order.ts';
import {
  parseAmount,
  parseOptionalDate,
  prefixed,
  textSetters,
  type Edited,
  type Setter,
  setterOf,
  type Setters,
} from './setter.ts';

const orderDate =
  (key: 'shipDate' | 'dueDate'): Setter<Order> =>
  (order, text) => {
    const date = parseOptionalDate(text);
    return date.ok ? { before: order[key] ?? '', after: { ...order, [key]: date.value } } : null;
  };

const cargoAmount =
  (key: 'grossKg' | 'netKg' | 'volumeM3'): Setter<Cargo> =>
  (cargo, text) => {
    const amount = parseAmount(text);
    return amount === null ? null : { before: cargo[key], after: { ...cargo, [key]: amount } };
  };

const CARGO: Setters<Cargo> = {
  ...textSetters<Cargo, 'name' | 'state' | 'packaging' | 'marking' | 'temperature' | 'massMethod' | 'hsCode'>(
    ['name', 'state', 'packaging', 'marking', 'temperature', 'massMethod', 'hsCode'],
    (cargo, key) => cargo[key],
    (cargo, key, text) => ({ ...cargo, [key]: text }),
  ),
  grossKg: cargoAmount('grossKg'),
  netKg: cargoAmount('netKg'),
  volumeM3: cargoAmount('volumeM3'),
  places: (cargo, text) =>
    /^\d{1,7}$/u.test(text.trim())
      ? { before: String(cargo.places ?? ''), after: { ...cargo, places: Number(text) } }
      : null,
};

const VEHICLE = textSetters<
  Vehicle,
  'type' | 'make' | 'plate' | 'trailerPlate' | 'capacityT' | 'capacityM3' | 'ownershipDocument'
>(
  ['type', 'make', 'plate', 'trailerPlate', 'capacityT', 'capacityM3', 'ownershipDocument'],
  (vehicle, key) => vehicle[key],
  (vehicle, key, text) => ({ ...vehicle, [key]: text }),
);

const DRIVER = textSetters<Driver, 'lastName' | 'firstName' | 'middleName' | 'phone' | 'licence' | 'passport'>(
  ['lastName', 'firstName', 'middleName', 'phone', 'licence', 'passport'],
  (driver, key) => driver[key] ?? '',
  (driver, key, text) => ({ ...driver, [key]: text }),
);

const TRIP: Setters<Trip> = {
  ...textSetters<Trip, 'etrnUid' | 'orderUid' | 'paperExceptionText' | 'requirements' | 'specialConditions'>(
    ['etrnUid', 'orderUid', 'paperExceptionText', 'requirements', 'specialConditions'],
    (trip, key) => trip[key],
    (trip, key, text) => ({ ...trip, [key]: text }),
  ),
  ...prefixed(
    'cargo',
    CARGO,
    (trip: Trip) => trip.cargo,
    (trip, cargo) => ({ ...trip, cargo }),
  ),
  ...prefixed(
    'vehicle',
    VEHICLE,
    (trip: Trip) => trip.vehicle,
    (trip, vehicle) => ({ ...trip, vehicle }),
  ),
  ...prefixed(
    'driver',
    DRIVER,
    (trip: Trip) => trip.driver,
    (trip, driver) => ({ ...trip, driver }),
  ),
  spotQrNumber: (trip, text) => ({ before: trip.spotQrNumber ?? '', after: { ...trip, spotQrNumber: text.trim() } }),
  /** An id of the directory; whether such a card exists only the base knows. */
  carrierId: (trip, text) =>
    text.trim() === ''
      ? { before: trip.carrierId ?? '', after: { ...trip, carrierId: null } }
      : { before: trip.carrierId ?? '', after: { ...trip, carrierId: asId<'party'>(text.trim()) } },
  paperException: (trip, text) => {
    const paperException = PAPER_EXCEPTIONS.find((known) => known === text) ?? null;
    return paperException === null && text !== ''
      ? null
      : { before: trip.paperException ?? '', after: { ...trip, paperException } };
  },
};

const LINE: Setters<OrderLine> = {
  ...textSetters<OrderLine, 'unitName' | 'unitCode' | 'code' | 'countryCode' | 'customsDeclaration'>(
    ['unitName', 'unitCode', 'code', 'countryCode', 'customsDeclaration'],
    (line, key) => line[key],
    (line, key, text) => ({ ...line, [key]: text }),
  ),
  name: (line, text) => (text.trim() === '' ? null : { before: line.name, after: { ...line, name: text.trim() } }),
  quantity: (line, text) => {
    const quantity = parseAmount(text);
    return quantity === null ? null : { before: line.quantity, after: { ...line, quantity } };
  },
  discountPercent: (line, text) => {
    const discountPercent = parseAmount(text);
    return discountPercent === null || Number(discountPercent) > 100
      ? null
      : { before: line.discountPercent, after: { ...line, discountPercent } };
  },
  price: (line, text) => {
    const price = parseMoney(text);
    return price.ok && price.value >= 0n
      ? { before: moneyToDecimal(line.price), after: { ...line, price: price.value } }
      : null;
  },
  vatRate: (line, text) => {
    if (text === '') return { before: line.vatRate ?? '', after: { ...line, vatRate: null } };
    return isVatRate(text) ? { before: line.vatRate ?? '', after: { ...line, vatRate: text } } : null;
  },
};

const pointTime =
  (key: 'timeFrom' | 'timeTo'): Setter<RoutePoint> =>
  (point, text) =>
    /^(?:(?:[01]\d|2[0-3]):[0-5]\d)?$/u.test(text.trim())
      ? { before: point[key], after: { ...point, [key]: text.trim() } }
      : null;

const POINT: Setters<RoutePoint> = {
  ...textSetters<RoutePoint, 'address' | 'contact' | 'phone'>(
    ['address', 'contact', 'phone'],
    (point, key) => point[key],
    (point, key, text) => ({ ...point, [key]: text }),
  ),
  timeFrom: pointTime('timeFrom'),
  timeTo: pointTime('timeTo'),
  date: (point, text) => {
    const date = parseOptionalDate(text);
    return date.ok ? { before: point.date ?? '', after: { ...point, date: date.value } } : null;
  },
};

const ORDER: Setters<Order> = {
  shipDate: orderDate('shipDate'),
  dueDate: orderDate('dueDate'),
  ...textSetters<Order, 'customerReference' | 'comment'>(
    ['customerReference', 'comment'],
    (order, key) => order[key],
    (order, key, text) => ({ ...order, [key]: text }),
  ),
  ...prefixed(
    'trip',
    TRIP,
    (order: Order) => order.trip,
    (order, trip) => ({ ...order, trip }),
  ),
};

const LINE_PATH = /^lines\[(\d{1,5})\]\.(\w+)$/u;
const POINT_PATH = /^trip\.route\[(\d{1,3})\]\.(\w+)$/u;

/** Sets the value of one item of a list. */
const setItem = <Item>(
  items: readonly Item[],
  index: number,
  set: Setter<Item> | undefined,
  text: string,
): Edited<Item[]> | null | undefined => {
  const item = items[index];
  if (set === undefined || item === undefined) return undefined;
  const edited = set(item, text);
  return edited && { before: edited.before, after: items.map((one, place) => (place === index ? edited.after : one)) };
};

/** Sets a value of the order by its path; undefined when there is no such field, null when the text does not fit it. */
export const setOrderField = (order: Order, path: string, text: string): Edited<Order> | null | undefined => {
  const [, lineIndex, lineKey = ''] = LINE_PATH.exec(path) ?? [];
  if (lineIndex !== undefined) {
    const edited = setItem(order.lines, Number(lineIndex), setterOf(LINE, lineKey), text);
    return edited && { before: edited.before, after: { ...order, lines: edited.after } };
  }
  const { trip } = order;
  const [, pointIndex, pointKey = ''] = POINT_PATH.exec(path) ?? [];
  if (pointIndex !== undefined && trip !== null) {
    const edited = setItem(trip.route, Number(pointIndex), setterOf(POINT, pointKey), text);
    return edited && { before: edited.before, after: { ...order, trip: { ...trip, route: edited.after } } };
  }
  return setterOf(ORDER, path)?.(order, text);
};
