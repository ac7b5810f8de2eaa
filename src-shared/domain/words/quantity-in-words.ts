import numberToWords from 'number-to-words-ru';
import { parseDecimal, decimalToText } from '../../kernel/decimal.ts';
import { capitalize } from '../../kernel/text.ts';
import { countInWords } from './count-in-words.ts';

/** Units whose name is feminine: «одна штука», «две тонны». */
const FEMININE = /^(?:шт|т|тн|тонн|упак|уп|усл|бут|бан|кор|пач|пар|тыс|ед|секц|бочк)/iu;
const NEUTER = /^(?:мест|ведр)/iu;

const genderOf = (unit: string): 'm' | 'f' | 'n' => {
  if (FEMININE.test(unit.trim())) return 'f';
  return NEUTER.test(unit.trim()) ? 'n' : 'm';
};

/** More than this many units no paper of ours names; the words would be longer than the row. */
const LARGEST = 1_000_000_000_000n;

/** «Двадцать одна» (штука), «Двенадцать целых пять десятых» (кг) of a доверенность; what is no number is printed as it is. */
export const quantityInWords = (text: string, unitName: string): string => {
  const parsed = parseDecimal(text);
  if (!parsed.ok || parsed.value.units < 0n) return text;
  const plain = decimalToText(parsed.value);
  const [whole = '0', part = ''] = plain.split('.');
  if (BigInt(whole) > LARGEST) return text;
  if (part === '') return capitalize(countInWords(Number(whole), genderOf(unitName), '', '', '').trim());
  // oxlint-disable-next-line import/no-named-as-default-member -- under Node the package is CommonJS whose names are not seen
  return numberToWords.convert(plain, {
    currency: 'number',
    roundNumber: -1,
    convertNumberToWords: { integer: true, fractional: true },
    showNumberParts: { integer: true, fractional: true },
    showCurrency: { integer: true, fractional: true },
  });
};
