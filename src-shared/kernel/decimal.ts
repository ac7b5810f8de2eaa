import { err, ok, type Result } from './result.ts';

/** A non-money number kept exactly: `units / 10^scale`. Quantities, masses and volumes are decimals, never floats. */
export type Decimal = { readonly units: bigint; readonly scale: number };

/** The longest fraction the electronic УПД carries (documents.md §3.5). */
export const MAX_SCALE = 11;

/** «1,5», «1.500», «0.000001» → exact decimal; thousands may be divided by spaces. */
export const parseDecimal = (text: string): Result<Decimal, 'notDecimal'> => {
  const match = /^(-)?(\d{1,18})(?:[.,](\d{1,11}))?$/u.exec(text.replaceAll(/[\s\u00A0\u202F]/gu, ''));
  if (!match) return err('notDecimal');
  const [, sign, whole = '0', fraction = ''] = match;
  const trimmed = fraction.replace(/0+$/u, '');
  const units = BigInt(whole + trimmed);
  return ok({ units: sign ? -units : units, scale: trimmed.length });
};

/** Canonical text with a point and without trailing zeros: `1.5`. */
export const decimalToText = ({ units, scale }: Decimal): string => {
  const absolute = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  const whole = absolute.slice(0, absolute.length - scale);
  const fraction = scale > 0 ? absolute.slice(-scale).replace(/0+$/u, '') : '';
  return `${units < 0n ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`;
};

/** Text for people: «1 250,5», without trailing zeros. */
export const formatDecimal = (value: Decimal): string => {
  const [whole = '0', fraction] = decimalToText(value).split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/gu, '\u00A0').replace('-', '\u2212');
  return fraction ? `${grouped},${fraction}` : grouped;
};
