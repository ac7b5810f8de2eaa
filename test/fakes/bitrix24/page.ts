import type { FieldReader } from '../http/table.ts';
import type { PortalSettings } from './contract.ts';
import { orderOf, parseFilter, type KindOf } from './filter.ts';
import { PAGE_SIZE } from './method.ts';
import type { RecordTable } from './portal.ts';
import { compareValues, idOf, paramOf, type Fields } from '../http/values.ts';

type Found = { readonly ids: readonly number[]; readonly total: number; readonly next?: number };

/**
 * One page of ids. With `start: −1` nothing is counted (`total` is 0, no `next`), as the documentation advises; else
 * every matching row is walked over, which is what makes counting dear.
 */
export const pageOf = (
  table: RecordTable,
  params: Fields,
  kindOf: KindOf,
  settings: PortalSettings,
  isVisible: (id: number, read: FieldReader) => boolean = () => true,
  idField = 'id',
): Found => {
  const filter = parseFilter(paramOf(params, 'filter'), kindOf, settings);
  const order = orderOf(paramOf(params, 'order'), kindOf);
  const start = idOf(paramOf(params, 'start')) ?? 0;
  const byId = order.length === 0 || order[0]?.field.toLowerCase() === idField.toLowerCase();
  const isDescending = order[0]?.isDescending ?? false;
  const isCounted = start >= 0;
  const enough = isCounted || !byId || isDescending ? Number.POSITIVE_INFINITY : PAGE_SIZE;

  const matching: number[] = [];
  for (const id of table.ids(filter.afterId ?? undefined)) {
    if (filter.upToId !== null && id > filter.upToId) break;
    const read = table.reader(id);
    if (!filter.matches(read) || !isVisible(id, read)) continue;
    matching.push(id);
    if (matching.length >= enough) break;
  }
  const sorted = byId ? (isDescending ? matching.toReversed() : matching) : sortedBy(table, matching, order);
  const from = Math.max(0, start);
  const ids = sorted.slice(from, from + PAGE_SIZE);
  if (!isCounted) return { ids, total: 0 };
  const next = from + PAGE_SIZE;
  return { ids, total: matching.length, ...(next < matching.length ? { next } : {}) };
};

const sortedBy = (
  table: RecordTable,
  ids: readonly number[],
  order: readonly { field: string; isDescending: boolean }[],
): readonly number[] => {
  const keyed = ids.map((id) => {
    const read = table.reader(id);
    return { id, keys: order.map(({ field }) => read(field)) };
  });
  keyed.sort((one, other) => {
    for (const [place, { isDescending }] of order.entries()) {
      const difference = compareValues(one.keys[place], other.keys[place]);
      if (difference !== 0) return isDescending ? -difference : difference;
    }
    return one.id - other.id;
  });
  return keyed.map(({ id }) => id);
};

/** `total` and `next` of a page as they stand beside `result`. */
export const pageOutcome = (result: unknown, { total, next }: Found) => ({
  result,
  total,
  ...(next === undefined ? {} : { next }),
});
