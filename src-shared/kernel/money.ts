import { err, ok, type Result } from './result.ts';

/** Roubles as whole kopecks. A float never meets a rouble: parse and print go through strings (documents.md D5). */
export type Kopecks = bigint & { readonly __unit: 'kopecks' };

export const kopecks = (value: bigint | number): Kopecks => BigInt(value) as Kopecks;

export const ZERO: Kopecks = kopecks(0n);

/** «118500», «118 500,5», «118500.00», «−1 200,00» → kopecks. More than two digits after the point is refused, not rounded. */
export const parseMoney = (text: string): Result<Kopecks, 'notMoney'> => {
  const match = /^([-−])?(\d+)(?:[.,](\d{1,2}))?$/u.exec(text.replaceAll(/[\s\u00A0\u202F]/gu, ''));
  if (!match) return err('notMoney');
  const [, sign, whole = '0', fraction = ''] = match;
  const value = BigInt(whole) * 100n + BigInt(fraction.padEnd(2, '0'));
  return ok(kopecks(sign ? -value : value));
};

/** Kopecks → roubles with two digits for machines: `"118500.00"` (cli.md). */
export const moneyToDecimal = (sum: Kopecks): string => {
  const absolute = sum < 0n ? -sum : sum;
  const text = `${absolute / 100n}.${String(absolute % 100n).padStart(2, '0')}`;
  return sum < 0n ? `-${text}` : text;
};

const THOUSANDS = /\B(?=(\d{3})+$)/gu;

/** Kopecks → «118 500,00» for people: no-break spaces between thousands, a comma, always two digits (documents.md §4). */
export const formatMoney = (sum: Kopecks): string => {
  const absolute = sum < 0n ? -sum : sum;
  const whole = String(absolute / 100n).replaceAll(THOUSANDS, '\u00A0');
  const text = `${whole},${String(absolute % 100n).padStart(2, '0')}`;
  return sum < 0n ? `\u2212${text}` : text;
};

export const sumMoney = (sums: Iterable<Kopecks>): Kopecks => {
  let total = 0n;
  for (const sum of sums) total += sum;
  return kopecks(total);
};

/** numerator / denominator rounded half away from zero, the rounding of every sum on a document (documents.md D5). */
export const divideRounded = (numerator: bigint, denominator: bigint): bigint => {
  const negative = numerator < 0n !== denominator < 0n;
  const n = numerator < 0n ? -numerator : numerator;
  const d = denominator < 0n ? -denominator : denominator;
  const quotient = (n * 2n + d) / (d * 2n);
  return negative ? -quotient : quotient;
};
