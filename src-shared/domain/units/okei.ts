/** A unit of measure with its ОКЕИ code. */
export type Unit = { readonly code: string; readonly name: string };

const TABLE = [
  ['006', 'м'],
  ['008', 'км'],
  ['018', 'пог. м'],
  ['055', 'м2'],
  ['112', 'л'],
  ['113', 'м3'],
  ['163', 'г'],
  ['166', 'кг'],
  ['168', 'т'],
  ['355', 'мин'],
  ['356', 'ч'],
  ['359', 'сут'],
  ['360', 'нед'],
  ['362', 'мес'],
  ['364', 'кварт'],
  ['366', 'год'],
  ['383', 'руб'],
  ['449', 'т.км'],
  ['539', 'чел.ч'],
  ['540', 'чел.дн'],
  ['625', 'лист'],
  ['642', 'ед'],
  ['698', 'мест'],
  ['704', 'набор'],
  ['715', 'пар'],
  ['728', 'пач'],
  ['736', 'рул'],
  ['744', '%'],
  ['778', 'упак'],
  ['796', 'шт'],
  ['812', 'ящ'],
  ['839', 'компл'],
  ['868', 'бут'],
  ['872', 'флак'],
  ['876', 'усл. ед'],
  ['917', 'смен'],
  ['959', 'автомоб.дн'],
  ['976', 'штук в 20-футовом эквиваленте'],
] as const;

/** Units of documents.md §13.3, by code. */
export const OKEI: readonly Unit[] = TABLE.map(([code, name]) => ({ code, name }));

const simplify = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[.\s\u00A0]/gu, '')
    .replace('²', '2')
    .replace('³', '3');

export const unitByCode = (code: string): Unit | null => OKEI.find((unit) => unit.code === code) ?? null;

/** The unit by its short name; dots and spaces do not matter. «рейс» and «услуга» have no code: null. */
export const unitByName = (name: string): Unit | null =>
  OKEI.find((unit) => simplify(unit.name) === simplify(name)) ?? null;
