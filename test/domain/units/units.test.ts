import { describe, expect, it } from 'vitest';
import { COUNTRIES, countryByCode } from '#shared/domain/units/countries.ts';
import { CURRENCIES, currencyByLetters } from '#shared/domain/units/currencies.ts';
import { OKEI, unitByCode, unitByName } from '#shared/domain/units/okei.ts';

describe('reference tables', () => {
  it.each([
    ['OKEI', OKEI.map((unit) => unit.code)],
    ['countries', COUNTRIES.map((country) => country.code)],
    ['currencies', CURRENCIES.map((currency) => currency.code)],
  ])('%s hold each three-digit code once', (_table, codes) => {
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.every((code) => /^\d{3}$/u.test(code))).toBe(true);
  });

  it.each([
    ['шт', '796'],
    ['шт.', '796'],
    ['усл. ед', '876'],
    ['Усл.ед.', '876'],
    ['КГ', '166'],
    ['м²', '055'],
    ['рейс', undefined],
  ])('the unit «%s» has the code %s', (name, code) => {
    expect(unitByName(name)?.code).toBe(code);
  });

  it('find by code', () => {
    expect(unitByCode('642')?.name).toBe('ед');
    expect(unitByCode('999')).toBeNull();
    expect(countryByCode('051')?.name).toBe('Армения');
    expect(countryByCode('51')).toBeNull();
    expect(currencyByLetters('RUB')).toEqual({ letters: 'RUB', code: '643', name: 'Российский рубль' });
    expect(currencyByLetters('XYZ')).toBeNull();
  });
});
