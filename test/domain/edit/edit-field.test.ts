import { describe, expect, test } from 'vitest';
import { editField, type EditScope } from '#shared/domain/edit/edit-field.ts';
import { anOrder, aSource, aTrip } from '#test/helpers/a-source.ts';

const MARK = { at: '2026-11-20T09:00:00.000Z', userId: 'user-anna' };

const scope = (): EditScope => aSource({ order: anOrder({ trip: aTrip() }) });

const edit = (field: string, text: string, given = scope()) => editField(given, field, text, MARK);

describe('a value is changed where the check names it', () => {
  test.each([
    ['buyer.kpp', '719901001', 'party'],
    ['buyer.inn', '7199010019', 'party'],
    ['buyer.bankAccount', '40702810199990001001', 'party'],
    ['buyer.bankAccount.bic', '044525225', 'party'],
    ['buyer.signatory.validTo', '2027-12-31', 'party'],
    ['seller.signatory.position', 'Директор', 'organisation'],
    ['seller.city', 'г. Тула', 'organisation'],
    // As a printed value names our own company.
    ['organisation.city', 'г. Тула', 'organisation'],
    ['organisation.signatory.position', 'Директор', 'organisation'],
    ['organisation.bankAccount.bic', '044525225', 'organisation'],
    ['carrier.shortName', 'ООО «Автотранс-Сура»', 'party'],
    ['consignee.postalAddress', '190000, г. Санкт-Петербург', 'party'],
    ['order.shipDate', '2026-11-19', 'order'],
    ['order.lines[0].price', '1 250,50', 'order'],
    ['order.lines[0].quantity', '2,5', 'order'],
    ['order.lines[0].vatRate', '22', 'order'],
    ['order.trip.cargo.grossKg', '1250.5', 'order'],
    ['order.trip.cargo.places', '12', 'order'],
    ['order.trip.route[1].timeFrom', '08:30', 'order'],
    ['order.trip.route[0].date', '2026-11-21', 'order'],
    ['order.trip.vehicle.plate', 'А123ВС777', 'order'],
    ['order.trip.paperException', 'outage', 'order'],
    ['contract.validTo', '2027-12-31', 'contract'],
    ['contract.paymentDays', '21', 'contract'],
  ])('%s', (field, text, entity) => {
    const edited = edit(field, text);
    expect(edited).toMatchObject({ ok: true, value: { change: { entity } } });
  });
});

describe('a text that cannot be such a value is refused, nothing is guessed', () => {
  test.each([
    ['order.shipDate', '31.02.2026'],
    ['order.lines[0].price', '12,345'],
    ['order.lines[0].price', '-5'],
    ['order.lines[0].quantity', 'много'],
    ['order.lines[0].discountPercent', '101'],
    ['order.lines[0].vatRate', '21'],
    ['order.lines[0].name', '   '],
    ['order.trip.cargo.places', '1.5'],
    ['order.trip.route[0].timeTo', '25:00'],
    ['order.trip.paperException', 'просто так'],
    ['contract.number', ''],
    ['contract.paymentDays', 'пять'],
    ['buyer.signatory.validTo', 'скоро'],
  ])('%s = «%s»', (field, text) => {
    expect(edit(field, text)).toEqual({ ok: false, error: 'invalid' });
  });
});

test.each([
  'order.id',
  'order.revision',
  'order.lines[99].price',
  'order.lines[0].__proto__',
  'buyer.__proto__',
  'buyer.revision',
  'nobody.inn',
  'contract.id',
  '',
])('there is no field «%s» to change', (field) => {
  expect(edit(field, 'x')).toEqual({ ok: false, error: 'unknown' });
});

test('a value of the order becomes the person’s own and the revision grows', () => {
  const given = scope();
  const edited = edit('order.lines[0].price', '99,90', given);
  expect(edited).toMatchObject({
    ok: true,
    value: { change: { order: { revision: given.order.revision + 1, manualFields: { 'lines[0].price': MARK } } } },
  });
});

test('our own company in the role of a carrier is changed as our company', () => {
  const given = scope();
  const own = aSource({ order: anOrder({ trip: aTrip({ carrierId: given.organisation.party.id }) }) });
  expect(edit('carrier.phone', '+7 000', own)).toMatchObject({
    ok: true,
    value: { change: { entity: 'organisation' } },
  });
});

test('without a contract its fields are nowhere', () => {
  expect(edit('contract.validTo', '2027-01-01', { ...scope(), contract: null })).toEqual({
    ok: false,
    error: 'unknown',
  });
});
