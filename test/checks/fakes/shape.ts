/** Kind of a JSON value; null stands for any. */
const kindOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

const isObject = (value: unknown): value is Record<string, unknown> => kindOf(value) === 'object';

/** PHP writes an empty map as `[]`: a map and an empty list are the same. */
const isEmptyMap = (one: unknown, other: unknown): boolean => Array.isArray(one) && one.length === 0 && isObject(other);

/**
 * Where a produced answer differs in shape from a documented one: a documented key that is absent, a value of another
 * kind. Keys that the documentation's portal has of its own are told by `own`.
 */
export const shapeProblems = (
  documented: unknown,
  produced: unknown,
  own: RegExp = /^$/u,
  path = '',
): readonly string[] => {
  if (documented === null || produced === null || isEmptyMap(documented, produced) || isEmptyMap(produced, documented))
    return [];
  if (Array.isArray(documented) && Array.isArray(produced)) {
    const first: unknown = documented[0];
    const other: unknown = produced[0];
    if (first === undefined) return [];
    return other === undefined ? [`${path}[]: empty`] : shapeProblems(first, other, own, `${path}[]`);
  }
  if (kindOf(documented) !== kindOf(produced))
    return [`${path}: ${kindOf(documented)} expected, ${kindOf(produced)} came`];
  if (!isObject(documented) || !isObject(produced)) return [];
  return Object.entries(documented).flatMap(([key, value]) => {
    const place = `${path}.${key}`;
    if (own.test(place) || own.test(key)) return [];
    return key in produced ? shapeProblems(value, produced[key], own, place) : [`${place}: absent`];
  });
};
