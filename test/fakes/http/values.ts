/** A JSON object whose keys are not known in advance. */
export type Fields = Record<string, unknown>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A PHP array where an object is meant: an empty one arrives as `[]`. */
export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});

/** A list, also one that a form sent as `a[0]=…&a[1]=…`. */
export const listOf = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value;
  return isFields(value) ? Object.values(value) : [];
};

export const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint' ? String(value) : '';
};

/** A whole number of JSON or of a form; null where it is neither. */
export const idOf = (value: unknown): number | null => {
  const text = textOf(value).trim();
  return /^-?\d+$/u.test(text) ? Number(text) : null;
};

export const numberOf = (value: unknown): number | null => {
  const text = textOf(value).trim();
  return /^-?\d+(?:\.\d+)?$/u.test(text) ? Number(text) : null;
};

/** `Y`, `1`, `true` in any dress. */
export const isYes = (value: unknown): boolean => ['Y', 'y', '1', 'true'].includes(textOf(value));

/** The first value under one of the names: methods disagree about the case of their parameters. */
export const paramOf = (params: Fields, ...names: readonly string[]): unknown => {
  const wanted = names.map((name) => name.toLowerCase());
  const key = Object.keys(params).find((name) => wanted.includes(name.toLowerCase()));
  return key === undefined ? undefined : params[key];
};

/** One value or several, as texts: `5`, `[5, 6]`. */
export const listedTexts = (wanted: unknown): readonly string[] =>
  (typeof wanted === 'object' ? listOf(wanted) : [wanted]).map(textOf);

/** Which of two stored values comes first: numbers as numbers, everything else as text. */
export const compareValues = (one: unknown, other: unknown): number => {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  const [left, right] = [textOf(one), textOf(other)];
  return left < right ? -1 : Number(left > right);
};
