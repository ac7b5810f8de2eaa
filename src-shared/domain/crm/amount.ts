import { decimalToText, parseDecimal } from '../../kernel/decimal.ts';
import { kopecks, moneyToDecimal, parseMoney, type Kopecks } from '../../kernel/money.ts';
import { err, ok, type Result } from '../../kernel/result.ts';

/** `tooFine`: more digits than kopecks have; it is not rounded here, a person looks at it. */
export type AmountRefusal = 'notNumber' | 'tooFine';

/**
 * A number of JSON as exact decimal text. A double is taken by its shortest text (what the CRM printed), and the noise of
 * its arithmetic beyond the ninth digit is cut: 0.30000000000000004 → `0.3`.
 */
export const decimalOf = (value: unknown): Result<string, 'notNumber'> => {
  const text = typeof value === 'number' ? numberText(value) : typeof value === 'string' ? value : '';
  const parsed = parseDecimal(text.replace(/(\.\d{11})\d+$/u, '$1'));
  return parsed.ok ? ok(decimalToText(parsed.value)) : err('notNumber');
};

const numberText = (value: number): string => {
  if (!Number.isFinite(value)) return '';
  const text = String(value);
  return /e|\.\d{10,}$/u.test(text) ? value.toFixed(9) : text;
};

/** Roubles of Битрикс24 (`81818.18`, `"100.0000"`) → kopecks, exactly. */
export const roublesToKopecks = (value: unknown): Result<Kopecks, AmountRefusal> => {
  const decimal = decimalOf(value);
  if (!decimal.ok) return decimal;
  const money = parseMoney(decimal.value);
  return money.ok ? money : err('tooFine');
};

/** Kopecks of МойСклад (a Float: `346453701206`, `1250.0`) → kopecks, exactly. */
export const floatKopecks = (value: unknown): Result<Kopecks, AmountRefusal> => {
  const decimal = decimalOf(value);
  if (!decimal.ok) return decimal;
  if (decimal.value.includes('.')) return err('tooFine');
  return ok(kopecks(BigInt(decimal.value)));
};

/** Kopecks as the canonical text of `CrmRow.fields` and `CrmLine.price`: `118500.00`. */
export const amountText = (value: Kopecks): string => moneyToDecimal(value);
