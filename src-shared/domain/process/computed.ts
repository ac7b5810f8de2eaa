import type { Computed, FieldDefinition } from './definition.ts';
import type { Fields } from './state.ts';

/**
 * The fields with the computed ones made anew, in the order of the definition, so that one may build on another (EN-45).
 * Without a single summand there is nothing to compute: the field is empty, not zero.
 */
export const withComputed = (definitions: readonly FieldDefinition[], fields: Fields): Fields => {
  let known = fields;
  for (const { code, computed } of definitions) {
    if (computed !== undefined) known = { ...known, [code]: valueOf(computed, known) };
  }
  return known;
};

const numbersOf = (codes: readonly string[], fields: Fields): readonly number[] =>
  codes.flatMap((code) => {
    const value = fields[code];
    return typeof value === 'number' ? [value] : [];
  });

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

const valueOf = ({ plus, minus = [], percentOf }: Computed, fields: Fields): number | null => {
  const summands = numbersOf(plus, fields);
  if (summands.length === 0) return null;
  const value = sum(summands) - sum(numbersOf(minus, fields));
  if (percentOf === undefined) return value;
  const [whole] = numbersOf([percentOf], fields);
  return whole === undefined || whole === 0 ? null : Math.round((value / whole) * 1_000) / 10;
};
