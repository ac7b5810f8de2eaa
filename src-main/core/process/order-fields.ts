import { computeTotals } from '#shared/domain/order/totals.ts';
import type { Order, RoutePoint } from '#shared/domain/order/order.ts';
import { foldName } from '#shared/domain/process/fold-name.ts';
import { sellerRegimeOf, taxDateOf } from '#shared/domain/tax/tax-date.ts';
import type { Fields } from '#shared/domain/process/state.ts';
import type { User } from '#shared/domain/users/rights.ts';
import type { IsoDate } from '#shared/kernel/date.ts';
import type { Kopecks } from '#shared/kernel/money.ts';
import type { ReadStores } from '../../ports/base.ts';

/** Sums of processes are plain numbers of kopecks: a rule compares and adds them; they never leave the process as such. */
export const kopecksToNumber = (sum: Kopecks | null): number | null => (sum === null ? null : Number(sum));

/** The process that an order of each kind of business runs by. */
export const ORDER_PROCESSES: Readonly<Record<string, string | undefined>> = {
  meat: 'meat-order',
  souvenirs: 'souvenir-deal',
  catalogue: 'catalogue-order',
  freight: 'freight-order',
  furniture: 'production-order',
};

/** «Орлова С. П.» of an order is the person of that name. */
const managerOf = (users: Iterable<User>, managerName: string): string | null => {
  if (managerName === '') return null;
  for (const { id, fullName } of users) {
    const [last = '', first = '', middle = ''] = fullName.split(' ');
    const short = `${last} ${first.charAt(0)}. ${middle.charAt(0)}.`;
    if ([fullName, short].some((name) => foldName(name) === foldName(managerName))) return id;
  }
  return null;
};

const PAYMENT_TYPES = { prepayment: 'prepaid', halfAndHalf: 'prepaid', postpayment: 'deferred' } as const;
const PAYMENT_WAYS = { prepayment: 'full', halfAndHalf: 'part', postpayment: 'post' } as const;

/** What an order of the base says, in the words of processes; each takes the fields that it has. Null is «not known here». */
export const orderFields = (
  stores: Pick<ReadStores, 'parties' | 'organisations'>,
  order: Order,
  users: Iterable<User>,
  today: IsoDate,
): Fields => {
  const organisation = stores.organisations.get(order.organisationId);
  const party = stores.parties.get(order.partyId);
  const regime = organisation === null ? null : sellerRegimeOf({ order, date: today, organisation });
  const { gross } = computeTotals(order, regime, taxDateOf({ order, date: today }));
  const manager = managerOf(users, order.managerName);
  const sum = kopecksToNumber(gross);
  const who = party?.shortName ?? '';
  return {
    number: order.number,
    customer: who,
    client: who,
    buyer: who,
    lines: order.lines.map(({ name, quantity, unitName }) => `${name}, ${quantity} ${unitName}`.trim()),
    volume: order.lines.reduce((total, { quantity }) => total + Number(quantity), 0),
    sum,
    customerRate: sum,
    shipDate: order.shipDate,
    paymentType: PAYMENT_TYPES[order.paymentKind],
    paymentWay: PAYMENT_WAYS[order.paymentKind],
    ...(manager !== null && { responsible: manager, manager, owner: manager }),
    ...tripFields(stores, order),
  };
};

const tripFields = (stores: Pick<ReadStores, 'parties'>, { trip }: Order): Fields => {
  if (trip === null) return {};
  const [loading] = trip.route.filter(({ kind }) => kind === 'loading');
  const unloading = trip.route.findLast(({ kind }) => kind === 'unloading');
  const carrier = trip.carrierId === null ? null : stores.parties.get(trip.carrierId);
  return {
    carrier: carrier?.shortName ?? null,
    carrierRate: kopecksToNumber(trip.carrierPrice),
    cargo: trip.cargo.name,
    loadingPlace: loading?.address ?? null,
    unloadingPlace: unloading?.address ?? null,
    deliveryAddress: unloading?.address ?? null,
    loadingDate: loading?.date ?? null,
    loadingAt: momentOf(loading),
    unloadingAt: momentOf(unloading),
    vehicle: trip.vehicle === null ? null : `${trip.vehicle.make} ${trip.vehicle.plate}`.trim(),
    driver: trip.driver === null ? null : `${trip.driver.lastName} ${trip.driver.firstName}`.trim(),
    driverPhone: trip.driver?.phone ?? null,
  };
};

const momentOf = (point: RoutePoint | undefined): string | null => {
  if (point === undefined || point.date === null) return null;
  return `${point.date}T${/^\d{2}:\d{2}$/u.test(point.timeFrom) ? point.timeFrom : '09:00'}`;
};
