import { plainName } from '../party/plain-name.ts';
import type { OrderLine } from '../order/order.ts';

/** What is to be bought, as far as it could be read. */
export type PurchaseLine = {
  /** Article of the order's own line; empty where no line is meant. */
  readonly code: string;
  readonly name: string;
  /** Decimal text with a point; empty where the words name no quantity. */
  readonly quantity: string;
  readonly unitName: string;
  /** ОКЕИ of the order's own line. */
  readonly unitCode: string;
};

/**
 * Units in which people count what they buy. Measures that are a part of a name – «330 мл», «120 см» – are not among them: a mug of
 * 330 мл is one mug.
 */
const UNIT = /^(?:(?:шт|уп|компл|набор|кор|пар|рул|пач|лист)\p{L}*|кг|т|л|м|м2|м²|м3|м³|пог\. ?м)$/iu;

/** «Чашка, 5 шт», «Чашка – 5 шт.», «Чашка × 5»; the number stands last. */
const COUNTED = /^(.*?\S)\s*(?:[,;:–—×]|\s-|\sх)\s*(\d[\d\s]*(?:[.,]\d+)?)\s*(\p{L}[\p{L}\d²³. ]*)?$/u;

const splitWords = (text: string): Pick<PurchaseLine, 'name' | 'quantity' | 'unitName'> => {
  const [, name = '', number = '', unit = ''] = COUNTED.exec(text.trim()) ?? [];
  const unitName = unit.trim().replace(/\.$/u, '');
  if (name === '' || (unitName !== '' && !UNIT.test(unitName)))
    return { name: text.trim(), quantity: '', unitName: '' };
  return { name, quantity: number.replaceAll(/\s/gu, '').replace(',', '.'), unitName };
};

const folded = (name: string): string => plainName({ shortName: name, fullName: '' });

/** The one line of the order that the words mean: the same name or article, else the only one that begins so. */
const meant = (name: string, lines: readonly OrderLine[]): OrderLine | undefined => {
  const wanted = folded(name);
  if (wanted === '') return undefined;
  const same = lines.find((line) => folded(line.name) === wanted || folded(line.code) === wanted);
  const begun = lines.filter((line) => folded(line.name).startsWith(wanted));
  return same ?? (begun.length === 1 ? begun[0] : undefined);
};

/** Reads one line that people wrote, with the article and the unit of the order's own line where it is one of them. */
export const readPurchaseLine = (text: string, lines: readonly OrderLine[]): PurchaseLine => {
  const { name, quantity, unitName } = splitWords(text);
  const line = meant(name, lines);
  return {
    code: line?.code ?? '',
    name: line?.name ?? name,
    quantity,
    unitName: unitName || (line?.unitName ?? ''),
    unitCode: unitName === '' || unitName === line?.unitName ? (line?.unitCode ?? '') : '',
  };
};
