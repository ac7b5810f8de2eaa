import numberToWords from 'number-to-words-ru';
import { moneyToDecimal, type Kopecks } from '../../kernel/money.ts';
import { capitalize } from '../../kernel/text.ts';

type Forms = [string, string, string];
/** 0 masculine, 1 feminine, 2 neuter: the library's own numbers. */
type NounGender = 0 | 1 | 2;
type OwnCurrency = {
  readonly whole: Forms;
  readonly part: Forms;
  readonly wholeGender: NounGender;
  readonly partGender: NounGender;
};

const own = (whole: Forms, part: Forms, wholeGender: NounGender, partGender: NounGender): OwnCurrency => ({
  whole,
  part,
  wholeGender,
  partGender,
});

/** Words of the currencies that the library does not know. */
const OWN: Readonly<Record<string, OwnCurrency>> = {
  CNY: own(['юань', 'юаня', 'юаней'], ['фэнь', 'фэня', 'фэней'], 0, 0),
  KZT: own(['тенге', 'тенге', 'тенге'], ['тиын', 'тиына', 'тиынов'], 2, 0),
  BYN: own(['белорусский рубль', 'белорусских рубля', 'белорусских рублей'], ['копейка', 'копейки', 'копеек'], 0, 1),
  KGS: own(['сом', 'сома', 'сомов'], ['тыйын', 'тыйына', 'тыйынов'], 0, 0),
  AMD: own(['драм', 'драма', 'драмов'], ['лума', 'лумы', 'лум'], 0, 1),
  UZS: own(['сум', 'сума', 'сумов'], ['тийин', 'тийина', 'тийинов'], 0, 0),
};

const BUILT_IN: Readonly<Record<string, 'rub' | 'usd' | 'eur'>> = { RUB: 'rub', USD: 'usd', EUR: 'eur' };

type CurrencyOption = NonNullable<Parameters<typeof numberToWords.convert>[1]>['currency'];

const currencyOption = (currency: string): CurrencyOption => {
  const builtIn = BUILT_IN[currency];
  if (builtIn) return builtIn;
  const known = OWN[currency] ?? own([currency, currency, currency], ['сотая', 'сотых', 'сотых'], 0, 1);
  return {
    currencyNameCases: known.whole,
    fractionalPartNameCases: known.part,
    currencyNounGender: { integer: known.wholeGender, fractionalPart: known.partGender },
  };
};

/**
 * «Один миллион одна тысяча рублей 00 копеек»: whole part in words with a capital, the small part in two digits
 * (documents.md §14.5). The library gets text, never a float. A currency
 * whose words we do not know keeps its letters: «Двадцать один XYZ 02 сотых».
 */
export const amountInWords = (sum: Kopecks, currency = 'RUB'): string =>
  capitalize(
    // oxlint-disable-next-line import/no-named-as-default-member -- under Node the package is CommonJS whose names are not seen
    numberToWords.convert(moneyToDecimal(sum), {
      currency: currencyOption(currency),
      roundNumber: 2,
      convertNumberToWords: { integer: true, fractional: false },
      showNumberParts: { integer: true, fractional: true },
      showCurrency: { integer: true, fractional: true },
    }),
  );
