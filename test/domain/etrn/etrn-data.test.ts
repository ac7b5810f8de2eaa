import { describe, expect, test } from 'vitest';
import { etrnDataOf } from '#shared/domain/etrn/etrn-data.ts';
import { writeEtrn } from '#shared/domain/etrn/etrn-writers.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { anOrder, aTrip } from '#test/helpers/a-source.ts';
import { freightSource } from '#test/golden/freight-source.ts';

const WAYBILL = { number: '31', date: isoDate('2026-11-20') };
const source = freightSource('waybill');
const json = (given = source): Record<string, Record<string, string>> =>
  JSON.parse(writeEtrn(etrnDataOf(given, WAYBILL), 'json')) as Record<string, Record<string, string>>;

/** The fields of documents.md §11.1 that are known before the road. */
const WANTED: Readonly<Record<string, readonly string[]>> = {
  head: ['number', 'date', 'orderNumber', 'orderDate', 'etrnUid', 'orderUid'],
  consignor: ['name', 'inn', 'kpp', 'address', 'phone', 'isForwarder'],
  customer: ['name', 'inn', 'contract'],
  consignee: ['name', 'inn', 'address', 'deliveryAddress'],
  cargo: [
    'name',
    'state',
    'places',
    'marking',
    'packaging',
    'grossKg',
    'netKg',
    'volumeM3',
    'declaredValue',
    'dangerous',
  ],
  instructions: ['route', 'deadline', 'temperature'],
  carrier: ['name', 'inn', 'address'],
  driver: ['lastName', 'firstName', 'middleName', 'inn', 'licence', 'phone'],
  vehicle: [
    'type',
    'make',
    'capacityT',
    'capacityM3',
    'plate',
    'trailerPlate',
    'ownership',
    'ownershipDocument',
    'permitNumber',
  ],
  loading: ['loaderName', 'loaderInn', 'address', 'date', 'timeFrom', 'timeTo', 'signer'],
  unloading: ['address', 'date', 'timeFrom', 'timeTo'],
};

describe('the data set of an ЭТрН', () => {
  test.each(Object.entries(WANTED))('has the fields of its section «%s»', (section, keys) => {
    expect(Object.keys(json()[section] ?? {})).toEqual(expect.arrayContaining([...keys]));
  });

  test('gives machines ISO dates, plain numbers and roubles', () => {
    const { head, cargo, loading, vehicle } = json();
    expect(head).toMatchObject({ number: '31', date: '2026-11-20', orderNumber: '1214' });
    expect(cargo).toMatchObject({ grossKg: '19600', declaredValue: '480000.00', marking: 'Отсутствует', places: '20' });
    expect(loading).toMatchObject({ date: '2026-11-20', timeFrom: '08:00', timeTo: '10:00' });
    expect(vehicle).toMatchObject({ ownership: '1' });
  });

  test('names who is who on a forwarder’s trip', () => {
    const { consignor, customer, consignee, carrier } = json();
    expect(consignor).toMatchObject({ inn: '5299010146', isForwarder: '0' });
    expect(customer).toMatchObject({ inn: '7899010127', contract: '№\u00A015/26 от 01.02.2026' });
    expect(consignee).toMatchObject({ deliveryAddress: '443000, г. Самара, ул. Приемная, д. 9' });
    expect(carrier).toMatchObject({ inn: '5899010162' });
  });

  test('carries no price of the carriage, neither the client’s nor the carrier’s', () => {
    const text = writeEtrn(etrnDataOf(source, WAYBILL), 'csv');
    for (const price of ['98500', '78000', '98 500', '78 000']) expect(text).not.toContain(price);
  });

  test('of an order without an issued ТН leaves its number and date empty', () => {
    const [head] = etrnDataOf(source, null);
    expect(head?.fields.filter(({ key }) => key === 'number' || key === 'date').map(({ value }) => value)).toEqual([
      '',
      '',
    ]);
  });

  test('tells dangerous substances and never throws on an empty trip', () => {
    const cargo = {
      ...aTrip().cargo,
      dangerous: [
        { unNumber: '1203', name: 'БЕНЗИН МОТОРНЫЙ', hazardClass: '3', packingGroup: 'II', tunnelCode: '(D/E)' },
      ],
    };
    expect(json({ ...source, order: anOrder({ trip: aTrip({ cargo }) }) })['cargo']).toMatchObject({
      dangerous: 'UN 1203 БЕНЗИН МОТОРНЫЙ, 3, II, (D/E)',
    });
    const empty = anOrder({ trip: aTrip({ route: [], vehicle: null, driver: null, carrierId: null }) });
    expect(json({ ...source, order: empty })['driver']).toMatchObject({ lastName: '' });
  });
});

describe('the csv of the set', () => {
  const csv = writeEtrn(etrnDataOf(source, WAYBILL), 'csv');

  test('opens in Excel: mark of UTF-8, semicolons, one field a row, all rows of five cells', () => {
    expect(csv.startsWith('\uFEFFРаздел;Название раздела;Поле;Что это;Значение\r\n')).toBe(true);
    expect(csv).toContain('\r\n7;Транспортное средство;vehicle.plate;Регистрационный номер;А123ВС777\r\n');
    for (const row of csv.trimEnd().split('\r\n')) expect(row.replaceAll(/"[^"]*"/gu, '').split(';')).toHaveLength(5);
  });

  test('shows a text that begins like a formula as a text', () => {
    expect(csv).toContain(";'+7 900 000-00-16");
    const trip = aTrip({ cargo: { ...aTrip().cargo, name: '=HYPERLINK("x");1' } });
    const hostile = writeEtrn(etrnDataOf({ ...source, order: anOrder({ trip }) }, null), 'csv');
    expect(hostile).toContain(`;"'=HYPERLINK(""x"");1"`);
  });
});
