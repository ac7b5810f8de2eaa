export const NBSP = '\u00A0';

/** «1 документ», «2 документа», «5 документов»: only the word, the caller prints the number. */
export const plural = (count: number, one: string, few: string, many: string): string => {
  const last = Math.abs(count) % 100;
  if (last >= 11 && last <= 14) return many;
  const digit = last % 10;
  if (digit === 1) return one;
  return digit >= 2 && digit <= 4 ? few : many;
};

/** «5 документов» with a space that does not break. */
export const counted = (count: number, one: string, few: string, many: string): string =>
  `${count}${NBSP}${plural(count, one, few, many)}`;

export const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Joins what is present; empty and missing parts leave no separator behind. */
export const joinPresent = (parts: readonly (string | null | undefined)[], separator = ', '): string =>
  parts.filter((part): part is string => part !== null && part !== undefined && part !== '').join(separator);
