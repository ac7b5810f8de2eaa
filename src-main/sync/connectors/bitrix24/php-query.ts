import type { Json } from '#shared/domain/crm/json.ts';

export type Params = { readonly [name: string]: Json };

/**
 * Parameters of a command inside a batch, the way PHP reads them: `filter[%3E%3DupdatedTime]=…&select[0]=id`. Null is an
 * empty value, booleans are Y and N; an empty list clears, and PHP has no empty list: it goes as an empty value.
 */
const phpQuery = (params: Params): string =>
  Object.entries(params)
    .flatMap(([name, value]) => pairs(encodeURIComponent(name), value))
    .join('&');

const pairs = (path: string, value: Json): string[] => {
  if (value === null) return [`${path}=`];
  if (typeof value === 'boolean') return [`${path}=${value ? 'Y' : 'N'}`];
  if (typeof value !== 'object') return [`${path}=${encodeURIComponent(String(value))}`];
  const inner = Object.entries(value);
  return inner.length === 0
    ? [`${path}=`]
    : inner.flatMap(([key, each]) => pairs(`${path}[${encodeURIComponent(key)}]`, each));
};

/** `method?query`, one command of a batch. */
export const batchCommand = (method: string, params: Params): string => `${method}?${phpQuery(params)}`;
