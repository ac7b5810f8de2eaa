/** One condition of `filter=`; the same field with `=` twice means «one of them». */
export type Condition = readonly [field: string, operator: '=' | '!=' | '>=' | '<=' | '>' | '<' | '~', value: string];

/** `updated>=2026-11-22 10:00:00.000;updated<…`; a semicolon inside a value is `\;`. */
export const filterText = (conditions: readonly Condition[]): string =>
  conditions
    .map(([field, operator, value]) => `${field}${operator}${value.replaceAll('\\', '\\\\').replaceAll(';', '\\;')}`)
    .join(';');

/** `?limit=100&filter=…`, url-encoded; empty values are left out. */
export const query = (values: Readonly<Record<string, string | number>>): string => {
  const parts = Object.entries(values)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
};
