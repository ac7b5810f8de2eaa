import { moneyToDecimal } from '../../kernel/money.ts';
import type { VatRate } from '../../kernel/vat.ts';
import type { MappedFieldName } from '../crm/fields.ts';
import type { CrmLine } from '../crm/row.ts';
import type { Order, OrderLine, RoutePoint } from '../order/order.ts';
import type { SyncFields } from './fields.ts';

/** Which field of the CRM a value of ours stands in, by its path inside the order; lines of an order are one field. */
const FIELD_BY_PATH: Readonly<Record<string, MappedFieldName>> = {
  comment: 'comment',
  shipDate: 'shipDate',
  dueDate: 'dueDate',
  customerReference: 'customerReference',
  'trip.cargo.name': 'cargoName',
  'trip.cargo.places': 'cargoPlaces',
  'trip.cargo.grossKg': 'cargoGrossKg',
  'trip.cargo.volumeM3': 'cargoVolumeM3',
  'trip.cargo.temperature': 'temperature',
  'trip.vehicle.type': 'vehicleType',
  'trip.vehicle.make': 'vehicleMake',
  'trip.vehicle.plate': 'vehiclePlate',
  'trip.vehicle.trailerPlate': 'trailerPlate',
  'trip.driver.lastName': 'driverName',
  'trip.driver.firstName': 'driverName',
  'trip.driver.middleName': 'driverName',
  'trip.driver.phone': 'driverPhone',
  'trip.driver.licence': 'driverLicence',
  'trip.driver.passport': 'driverPassport',
  'trip.requirements': 'requirements',
  'trip.specialConditions': 'specialConditions',
};

const POINT_FIELDS = {
  loading: { address: 'loadingAddress', date: 'loadingDate', timeFrom: 'loadingTime', contact: 'loadingContact' },
  unloading: {
    address: 'unloadingAddress',
    date: 'unloadingDate',
    timeFrom: 'unloadingTime',
    contact: 'unloadingContact',
  },
} as const satisfies Record<string, Readonly<Record<string, MappedFieldName>>>;

const firstLoading = (order: Order): RoutePoint | undefined => order.trip?.route.find(({ kind }) => kind === 'loading');
const lastUnloading = (order: Order): RoutePoint | undefined =>
  order.trip?.route.findLast(({ kind }) => kind === 'unloading');

/** The field of the CRM behind an edited path of the order (`lines[2].price`, `trip.cargo.name`); null: it has none. */
export const crmFieldOf = (order: Order, path: string): MappedFieldName | 'lines' | null => {
  if (path.startsWith('lines[')) return 'lines';
  const [, index, key = ''] = /^trip\.route\[(\d+)\]\.(\w+)$/u.exec(path) ?? [];
  if (index === undefined) return FIELD_BY_PATH[path] ?? null;
  const point = order.trip?.route[Number(index)];
  const side =
    point === undefined
      ? null
      : point === firstLoading(order)
        ? 'loading'
        : point === lastUnloading(order)
          ? 'unloading'
          : null;
  if (side === null) return null;
  const fields: Readonly<Record<string, MappedFieldName>> = POINT_FIELDS[side];
  return fields[key] ?? null;
};

/** Our values as the CRM's canonical texts, by field. */
export const orderValues = (order: Order): SyncFields => {
  const { trip } = order;
  const own = {
    comment: order.comment,
    shipDate: order.shipDate,
    dueDate: order.dueDate,
    customerReference: order.customerReference,
  };
  if (trip === null) return own;
  const { cargo, vehicle, driver } = trip;
  const [from, to] = [firstLoading(order), lastUnloading(order)];
  return {
    ...own,
    cargoName: cargo.name,
    cargoPlaces: cargo.places === null ? null : String(cargo.places),
    cargoGrossKg: cargo.grossKg,
    cargoVolumeM3: cargo.volumeM3,
    temperature: cargo.temperature,
    vehicleType: vehicle?.type ?? null,
    vehicleMake: vehicle?.make ?? null,
    vehiclePlate: vehicle?.plate ?? null,
    trailerPlate: vehicle?.trailerPlate ?? null,
    driverName: driver === null ? null : [driver.lastName, driver.firstName, driver.middleName].join(' ').trim(),
    driverPhone: driver?.phone ?? null,
    driverLicence: driver?.licence ?? null,
    driverPassport: driver?.passport ?? null,
    requirements: trip.requirements,
    specialConditions: trip.specialConditions,
    loadingAddress: from?.address ?? null,
    loadingDate: from?.date ?? null,
    loadingTime: from?.timeFrom ?? null,
    loadingContact: from?.contact ?? null,
    unloadingAddress: to?.address ?? null,
    unloadingDate: to?.date ?? null,
    unloadingTime: to?.timeFrom ?? null,
    unloadingContact: to?.contact ?? null,
  };
};

/** The lines of our order over those of the CRM: ids and what our order does not say stay as the CRM has them. */
export const orderLines = (order: Order, there: readonly CrmLine[]): readonly CrmLine[] =>
  order.lines.map((line, index) => lineOf(order, line, there[index] ?? null));

const lineOf = (order: Order, line: OrderLine, there: CrmLine | null): CrmLine => ({
  id: there?.id ?? null,
  kind: line.kind,
  code: line.code || (there?.code ?? ''),
  name: line.name,
  unitName: line.unitName,
  unitCode: line.unitCode || (there?.unitCode ?? ''),
  quantity: line.quantity,
  price: moneyToDecimal(line.price),
  discountPercent: line.discountPercent,
  vatRate: line.vatRate === null ? (there?.vatRate ?? null) : crmRateOf(line.vatRate),
  vatIncluded: order.priceIncludesVat,
});

/** «Без НДС» is `none` there as here; settlement rates (`20/120`) go by their upper part. */
const crmRateOf = (rate: VatRate): string => rate.split('/')[0] ?? rate;
