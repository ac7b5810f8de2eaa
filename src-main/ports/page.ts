/** A slice of a list: `total` counts everything that fits the filter. */
export type Page<T> = { readonly total: number; readonly items: readonly T[] };

export type PageRequest = { readonly limit: number; readonly offset: number };
