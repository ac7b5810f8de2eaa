import { formatDate } from '../../../kernel/date.ts';
import { formatDecimal, parseDecimal } from '../../../kernel/decimal.ts';
import { joinPresent, NBSP } from '../../../kernel/text.ts';
import type { Cargo, RoutePoint, Trip, Vehicle } from '../../order/order.ts';

/** «А123ВС777/АМ586877»: tractor and trailer. */
export const platesText = (vehicle: Vehicle): string => joinPresent([vehicle.plate, vehicle.trailerPlate], '/');

/** Addresses of all points in the order of the route, joined by dashes. */
export const routeText = (trip: Trip): string =>
  trip.route
    .toSorted((left, right) => left.position - right.position)
    .map((point) => point.address)
    .filter(Boolean)
    .join(' – ');

/** «20.11.2026 08:00–10:00», «20.11.2026» when only the day is agreed. */
export const windowText = (point: Pick<RoutePoint, 'date' | 'timeFrom' | 'timeTo'> | null): string => {
  if (!point?.date) return '';
  return joinPresent([formatDate(point.date), joinPresent([point.timeFrom, point.timeTo], '–')], ' ');
};

/** A decimal text of the order for people; what is no number is printed as it is and the check names it. */
export const decimalText = (text: string): string => {
  const parsed = parseDecimal(text);
  return parsed.ok ? formatDecimal(parsed.value) : text;
};

const measured = (label: string, text: string, unit: string): string =>
  text === '' ? '' : `${label} ${decimalText(text)}${NBSP}${unit}`;

/** «масса брутто 480 кг, нетто 450 кг»; empty when neither is known. */
export const massText = (cargo: Cargo): string => {
  const parts = joinPresent([measured('брутто', cargo.grossKg, 'кг'), measured('нетто', cargo.netKg, 'кг')]);
  return parts ? `масса ${parts}` : '';
};

export const volumeText = (cargo: Cargo): string => measured('объем', cargo.volumeM3, 'м³');
