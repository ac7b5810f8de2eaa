import { describe, expect, it } from 'vitest';
import { currentValue } from '#shared/domain/edit/current-value.ts';
import { typedSignatory } from '#shared/domain/party/typed-signatory.ts';
import { aParty, aSource } from '#test/helpers/a-source.ts';

describe('the value an editor opens with', () => {
  it.each([
    ['buyer.kpp', '789901001'],
    ['buyer.ogrnDate', ''],
    ['seller.city', 'г. Санкт-Петербург'],
    ['organisation.inn', '7899003031'],
    ['seller.bankAccount.bic', '044030653'],
    ['buyer.signatory.lastName', 'Петрова'],
    ['buyer.signatory.validTo', ''],
    ['contract.validTo', '2027-12-31'],
    ['contract.paymentDays', '14'],
    ['order.shipDate', '2026-11-20'],
    ['order.lines[1].price', '294.00'],
    ['order.lines[0].quantity', '100'],
    ['order.lines[0].vatRate', ''],
    ['order.trip.cargo.places', '4'],
    ['order.trip.route[0].timeFrom', '08:00'],
    ['order.trip.carrierId', 'party-avtotrans'],
    ['order.trip.spotQrNumber', ''],
    ['carrier.carrierRegistryNumber', ''],
  ])('of %s is «%s»', (field, value) => {
    expect(currentValue(aSource(), field)).toBe(value);
  });

  it.each(['buyer.nothing', 'order.lines[9].price', 'order.trip.vehicle', '__proto__', 'constructor.name'])(
    'is absent for %s, which is no field',
    (field) => {
      expect(currentValue(aSource(), field)).toBeNull();
    },
  );

  it('of a signatory that the card lacks is its contact person with a post', () => {
    const buyer = aParty({ signatories: [], contactName: 'Печников Савва Дмитриевич' });
    expect(currentValue(aSource({ buyer }), 'buyer.signatory')).toBe('Директор Печников Савва Дмитриевич');
    const unnamed = aParty({ signatories: [], contactName: 'Отдел закупок' });
    expect(currentValue(aSource({ buyer: unnamed }), 'buyer.signatory')).toBe('');
  });
});

describe('a signatory typed in one line', () => {
  it.each([
    ['Генеральный директор Орлова Мария Сергеевна', 'Генеральный директор', 'Орлова', 'Мария', 'Сергеевна', 'f'],
    ['Орлов Пётр Ильич', 'Директор', 'Орлов', 'Пётр', 'Ильич', 'm'],
    ['Директор Алиев Рашид Гасан оглы', 'Директор', 'Алиев', 'Рашид', 'Гасан оглы', 'm'],
    ['Директор Римский-Корсаков Николай Андреевич', 'Директор', 'Римский-Корсаков', 'Николай', 'Андреевич', 'm'],
  ])('%s', (text, position, lastName, firstName, middleName, gender) => {
    expect(typedSignatory(aParty(), text)).toMatchObject({ position, lastName, firstName, middleName, gender });
  });

  it.each(['', 'Директор', 'отдел продаж и закупок', 'Орлов П. И.'])('«%s» names nobody', (text) => {
    expect(typedSignatory(aParty(), text)).toBeNull();
  });
});
