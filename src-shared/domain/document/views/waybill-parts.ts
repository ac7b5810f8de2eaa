import { formatMoney } from '../../../kernel/money.ts';
import { joinPresent, NBSP } from '../../../kernel/text.ts';
import { initialsAfter } from '../../grammar/initials.ts';
import type { Cargo, Driver, Trip, Vehicle } from '../../order/order.ts';
import { amountInWords } from '../../words/amount-in-words.ts';
import { placesInWords } from '../../words/count-in-words.ts';
import type { DocumentSource } from '../document-source.ts';
import type { Traced, TracedTree } from '../traced.ts';
import { dangerousText } from './freight/cargo-measures.ts';
import { DASH, orDash, orderLeaf } from './leaf.ts';
import { decimalText, massText, platesText, volumeText } from './trip-texts.ts';

const named = (name: string, cargo: Cargo): string => orDash(joinPresent([name, cargo.state]));

const placesText = (cargo: Cargo): string => {
  const count = cargo.places === null ? '' : `${cargo.places} (${placesInWords(cargo.places).toLowerCase()})`;
  const marking = `маркировка: ${cargo.marking || 'отсутствует'}`;
  return orDash(joinPresent([count, cargo.packaging, marking], '; '));
};

const declaredText = (cargo: Cargo): string =>
  cargo.declaredValue === null
    ? DASH
    : `${formatMoney(cargo.declaredValue)}${NBSP}руб. (${amountInWords(cargo.declaredValue)})`;

/** Section 3: the goods and how they are packed. */
export const cargoView = (source: DocumentSource, { cargo }: Trip): Record<string, TracedTree> => {
  const leaf = (field: string, text: string): Traced => orderLeaf(source.order, `trip.cargo.${field}`, text);
  return {
    name: leaf('name', named(cargo.name, cargo)),
    places: leaf('places', placesText(cargo)),
    measures: leaf('grossKg', orDash(joinPresent([massText(cargo), volumeText(cargo)]))),
    dangerous: leaf('dangerous', orDash(dangerousText(cargo))),
    declaredValue: leaf('declaredValue', declaredText(cargo)),
  };
};

const driverText = (driver: Driver): string =>
  joinPresent([
    [driver.lastName, driver.firstName, driver.middleName].filter(Boolean).join(' '),
    driver.licence ? `в/у ${driver.licence}` : '',
    driver.inn ? `ИНН ${driver.inn}` : '',
    driver.phone ? `тел. ${driver.phone}` : '',
  ]);

/** Section 6, the driver. */
export const driverView = (source: DocumentSource, driver: Driver | null): Record<string, TracedTree> => ({
  line: orderLeaf(source.order, 'trip.driver', driver ? driverText(driver) : DASH),
  signature: orderLeaf(source.order, 'trip.driver', driver ? initialsAfter(driver) : ''),
});

const vehicleText = (vehicle: Vehicle): string =>
  joinPresent([
    vehicle.type,
    vehicle.make,
    vehicle.capacityT ? `${decimalText(vehicle.capacityT)}${NBSP}т` : '',
    vehicle.capacityM3 ? `${decimalText(vehicle.capacityM3)}${NBSP}м³` : '',
  ]);

/** Section 7. */
export const vehicleView = (source: DocumentSource, vehicle: Vehicle | null): Record<string, TracedTree> => {
  const leaf = (text: string): Traced => orderLeaf(source.order, 'trip.vehicle', orDash(text));
  return {
    description: leaf(vehicle ? vehicleText(vehicle) : ''),
    plates: leaf(vehicle ? platesText(vehicle) : ''),
    ownership: leaf(vehicle?.ownership ? String(vehicle.ownership) : ''),
    ownershipDocument: leaf(vehicle?.ownershipDocument ?? ''),
    permit: DASH,
  };
};
