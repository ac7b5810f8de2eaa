const sorted = (_key: string, value: unknown): unknown => {
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
};

/** JSON in which equal values give equal texts, whatever the order of their keys; a bigint is written with its `n`. */
export const canonicalJson = (value: unknown): string => JSON.stringify(value, sorted) ?? 'undefined';
