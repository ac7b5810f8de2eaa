/** A country of ОКСМ; the code is text because it may start with a zero. */
export type Country = { readonly code: string; readonly name: string };

const TABLE = [
  ['643', 'Россия'],
  ['112', 'Беларусь'],
  ['398', 'Казахстан'],
  ['417', 'Киргизия'],
  ['051', 'Армения'],
  ['860', 'Узбекистан'],
  ['762', 'Таджикистан'],
  ['031', 'Азербайджан'],
  ['268', 'Грузия'],
  ['498', 'Молдова'],
  ['156', 'Китай'],
  ['792', 'Турция'],
  ['364', 'Иран'],
  ['356', 'Индия'],
  ['496', 'Монголия'],
  ['276', 'Германия'],
  ['616', 'Польша'],
  ['428', 'Латвия'],
  ['440', 'Литва'],
  ['233', 'Эстония'],
  ['246', 'Финляндия'],
  ['784', 'ОАЭ'],
  ['410', 'Республика Корея'],
  ['392', 'Япония'],
  ['840', 'США'],
] as const;

/** Countries of documents.md §13.4. */
export const COUNTRIES: readonly Country[] = TABLE.map(([code, name]) => ({ code, name }));

export const countryByCode = (code: string): Country | null =>
  COUNTRIES.find((country) => country.code === code) ?? null;
