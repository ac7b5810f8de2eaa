import { decimalOf } from './amount.ts';
import { FREIGHT_FIELDS } from './fields.ts';
import type { CrmRow } from './row.ts';

type Entry = Readonly<Record<string, unknown>>;

/** The carriage of a freight deal out of its mapped fields; null where not one of them is filled in. */
export const tripEntry = ({ fields }: Pick<CrmRow, 'fields'>): Entry | null => {
  if (!Object.keys(FREIGHT_FIELDS).some((name) => fields[name])) return null;
  const value = (name: keyof typeof FREIGHT_FIELDS, length: number): string =>
    (fields[name] ?? '').trim().slice(0, length);
  const carrierInn = value('carrierInn', 20).replaceAll(/\D/gu, '');
  return {
    carrier: carrierInn === '' ? null : { inn: carrierInn },
    route: [point(fields, 'loading'), point(fields, 'unloading')].filter((each) => each !== null),
    cargo: {
      name: value('cargoName', 1000),
      places: wholeOrNull(fields['cargoPlaces']),
      grossKg: decimalOrEmpty(fields['cargoGrossKg']),
      volumeM3: decimalOrEmpty(fields['cargoVolumeM3']),
      declaredValue: roublesOrNull(fields['cargoValue']),
      temperature: value('temperature', 100),
    },
    vehicle:
      value('vehicleMake', 100) === '' && value('vehiclePlate', 20) === ''
        ? null
        : {
            type: value('vehicleType', 100),
            make: value('vehicleMake', 100),
            plate: value('vehiclePlate', 20),
            trailerPlate: value('trailerPlate', 20),
          },
    driver: driver(fields),
    carrierPrice: roublesOrNull(fields['carrierPrice']),
    requirements: value('requirements', 500),
    specialConditions: value('specialConditions', 1000),
  };
};

type Fields = CrmRow['fields'];

const point = (fields: Fields, kind: 'loading' | 'unloading'): Entry | null => {
  const [address, date, time, contact] = ['Address', 'Date', 'Time', 'Contact'].map((part) =>
    (fields[`${kind}${part}`] ?? '').trim(),
  );
  if (!address && !date) return null;
  // A moment of the CRM («2026-11-22 09:00») fills both the day and the hour.
  const [day = '', hour = ''] = (date ?? '').split(' ');
  const phone = /\+?\d[\d\s()-]{8,}\d/u.exec(contact ?? '')?.[0] ?? '';
  return {
    kind,
    address: (address ?? '').slice(0, 500),
    contact: (contact ?? '')
      .replace(phone, '')
      .replace(/[\s,;]+$/u, '')
      .slice(0, 200),
    phone: phone.slice(0, 100),
    date: /^\d{4}-\d{2}-\d{2}$/u.test(day) ? day : null,
    timeFrom: hourOf(time || hour),
  };
};

const hourOf = (time: string): string => {
  const match = /(?<!\d)([01]?\d|2[0-3])[:.-]([0-5]\d)(?!\d)/u.exec(time);
  return match === null ? '' : `${(match[1] ?? '').padStart(2, '0')}:${match[2] ?? ''}`;
};

const driver = (fields: Fields): Entry | null => {
  const [lastName = '', firstName = '', ...rest] = (fields['driverName'] ?? '').trim().split(/\s+/u);
  if (lastName === '') return null;
  return {
    lastName: lastName.slice(0, 100),
    firstName: firstName.slice(0, 100),
    middleName: rest.join(' ').slice(0, 100),
    inn: (fields['driverInn'] ?? '').replaceAll(/\D/gu, '').slice(0, 12),
    phone: (fields['driverPhone'] ?? '').slice(0, 50),
    licence: (fields['driverLicence'] ?? '').slice(0, 30),
    passport: (fields['driverPassport'] ?? '').slice(0, 300),
  };
};

const decimalOrEmpty = (value: string | null | undefined): string => {
  const decimal = decimalOf(value ?? '');
  return decimal.ok && !decimal.value.startsWith('-') ? decimal.value : '';
};

const wholeOrNull = (value: string | null | undefined): number | null => {
  const decimal = decimalOrEmpty(value);
  return /^\d{1,6}$/u.test(decimal) ? Number(decimal) : null;
};

const roublesOrNull = (value: string | null | undefined): string | null => {
  const decimal = decimalOrEmpty(value);
  return /^\d{1,13}(?:\.\d{1,2})?$/u.test(decimal) ? decimal : null;
};
