import { cityInNominative } from './bank-regions.ts';
import { tidy } from './clean-text.ts';
import { withChevrons } from './party-name.ts';

const CITY =
  /(?:^|[\s,(])(г(?:ород)?\.?\s?[А-ЯЁ][\p{L}-]+(?:\s(?:Новгород|Посад|Челны))?|[Рр]остов-на-[Дд]ону|МОСКВА|[Мм]осква|САНКТ-ПЕТЕРБУРГ|[Сс]анкт-[Пп]етербург|[Ее]катеринбург|[Нн]овосибирск|[Кк]азань)\)?\s*$/u;

const properCity = (text: string): string => {
  const bare = text.replace(/^г(?:ород)?\.?\s?/u, '');
  const name =
    bare === bare.toUpperCase()
      ? bare
          .toLowerCase()
          .replace(/(?:^|[\s-])\p{L}/gu, (start) => start.toUpperCase())
          .replace('-На-', '-на-')
      : bare;
  return `г. ${name}`;
};

export type BankName = { readonly bankName: string; readonly bankCity: string };

/** «ПАО "Сбербанк" г. Москва» → the bank and its city; the city is empty when it is not written at the end. */
export const readBankName = (value: string): BankName => {
  const text = tidy(withChevrons(value.replace(/^\s*(?:открыт\p{L}*\s+)?(?:в|во)\s+(?=\S)/iu, ''))).replace(/\.$/u, '');
  const city = CITY.exec(text);
  if (city?.[1] === undefined || city.index === 0) return { bankName: text, bankCity: '' };
  const before = text.slice(0, city.index);
  // «Филиал … в г. Москве»: the city stands in another case.
  const isDeclined = /\sв$/u.test(before.trimEnd());
  const nominative = isDeclined ? cityInNominative(city[1].replace(/^г(?:ород)?\.?\s?/u, '')) : null;
  const bankCity = nominative === null ? properCity(city[1]) : `г. ${nominative}`;
  return isDeclined && nominative === null
    ? { bankName: text, bankCity: '' }
    : { bankName: tidy(before.replace(/\sв\s*$/u, '')), bankCity };
};

export const readBankCity = (value: string): string => (tidy(value) === '' ? '' : properCity(tidy(value)));

/** What stands after an account number: a bank, or only remarks such as «(основной)». */
export const looksLikeBank = (rest: string): boolean =>
  /банк|bank|втб|(?<!\p{L})(?:ПАО|АО|ООО|ОАО|ЗАО)(?!\p{L})|филиал/iu.test(rest) &&
  !/банка россии/iu.test(rest) &&
  rest.length < 200;
