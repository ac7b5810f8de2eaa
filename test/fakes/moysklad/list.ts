import type { FieldReader } from '../http/table.ts';
import { maySee, typeNamed, type Account } from './account.ts';
import { compareValues, textOf, type Fields } from '../http/values.ts';
import { parseFilter, type Test } from './filter.ts';
import { sumOf } from './money.ts';
import { shownEntity } from './show.ts';
import { StoreError } from './store-error.ts';

const MOST_ROWS = 1000;
const MOST_EXPANDED = 100;

/** `context` and `meta` of a list, as every one has them. */
export const listBody = (
  account: Account,
  href: URL,
  meta: { type: string; hasMetadata: boolean },
  found: { size: number; limit: number; offset: number },
  rows: readonly unknown[],
): Fields => {
  const base = account.base();
  const { size, limit, offset } = found;
  const moved = (nextOffset: number): string => {
    const next = new URL(`${base}${href.pathname.slice(new URL(base).pathname.length)}${href.search}`);
    next.searchParams.set('limit', String(limit));
    next.searchParams.set('offset', String(nextOffset));
    return next.href;
  };
  return {
    context: {
      employee: {
        meta: {
          href: `${base}/context/employee`,
          metadataHref: `${base}/entity/employee/metadata`,
          type: 'employee',
          mediaType: 'application/json',
        },
      },
    },
    meta: {
      href: `${base}${href.pathname.slice(new URL(base).pathname.length)}${href.search}`,
      ...(meta.hasMetadata ? { metadataHref: `${base}/entity/${meta.type}/metadata` } : {}),
      type: meta.type,
      mediaType: 'application/json',
      size,
      limit,
      offset,
      ...(offset + limit < size ? { nextHref: moved(offset + limit) } : {}),
      ...(offset > 0 ? { previousHref: moved(Math.max(0, offset - limit)) } : {}),
    },
    rows,
  };
};

const wholeParam = (url: URL, name: string, fallback: number, most: number): number => {
  const text = url.searchParams.get(name);
  if (text === null || text === '') return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0)
    throw new StoreError(400, 1040, 'Неверно заданы параметры запроса', { parameter: name });
  return Math.min(value, most);
};

export const pageParams = (url: URL): { limit: number; offset: number } => ({
  limit: wholeParam(url, 'limit', MOST_ROWS, MOST_ROWS),
  offset: wholeParam(url, 'offset', 0, Number.MAX_SAFE_INTEGER),
});

/** Objects inside objects come only with a limit of a hundred; above it `expand` is passed over in silence. */
export const expandOf = (url: URL): readonly string[] => {
  const limit = url.searchParams.get('limit');
  const isSmall = limit !== null && Number(limit) <= MOST_EXPANDED;
  return isSmall ? namedInExpand(url) : [];
};

export const namedInExpand = (url: URL): readonly string[] =>
  (url.searchParams.get('expand') ?? '').split(',').filter(Boolean);

/** One page of a type and how many rows it took, for the price. */
export const listEntities = (account: Account, type: string, url: URL): { body: Fields; rows: number } => {
  const known = typeNamed(type);
  const table = account.entities(type);
  const { limit, offset } = pageParams(url);
  const test = searched(parseFilter(known, url.searchParams.get('filter') ?? ''), url.searchParams.get('search'));
  const matching: string[] = [];
  for (const id of table.ids()) {
    const read = withSums(account, type, id, table.reader(id));
    if (test(read) && maySee(account, type, id)) matching.push(id);
  }
  const ordered = sortedIds(account, type, matching, url.searchParams.get('order') ?? '');
  const page = ordered.slice(offset, offset + limit);
  const expand = expandOf(url);
  const rows = page.flatMap((id) => {
    const entity = table.get(id);
    return entity === null ? [] : [shownEntity(account, type, entity, expand)];
  });
  return {
    body: listBody(account, url, { type, hasMetadata: true }, { size: matching.length, limit, offset }, rows),
    rows: rows.length,
  };
};

const searched = (test: Test, text: string | null): Test => {
  if (text === null || text === '') return test;
  const needle = text.toLowerCase();
  return (read) =>
    test(read) &&
    ['name', 'description', 'inn', 'code'].some((field) => textOf(read(field)).toLowerCase().includes(needle));
};

/** A sum is counted only when somebody asks for it. */
const withSums =
  (account: Account, type: string, id: string, read: FieldReader): FieldReader =>
  (field) =>
    field === 'sum' && type !== 'contract' ? sumOf(account, type, { id, sum: read('sum') }) : read(field);

const sortedIds = (account: Account, type: string, ids: readonly string[], order: string): readonly string[] => {
  if (order === '') return ids;
  const keys = order
    .split(';')
    .filter(Boolean)
    .map((part) => {
      const [field = '', direction = 'asc'] = part.split(',');
      const kind = typeNamed(type).fields.get(field);
      if (kind === undefined || kind === 'other' || kind === 'ref') {
        throw new StoreError(
          412,
          1063,
          `Ошибка сортировки: неизвестное поле '${field}' или сортировка для данного поля не поддерживается`,
        );
      }
      return { field, sign: direction === 'desc' ? -1 : 1 };
    });
  const table = account.entities(type);
  const keyed = ids.map((id) => {
    const read = withSums(account, type, id, table.reader(id));
    return { id, values: keys.map(({ field }) => read(field)) };
  });
  keyed.sort((one, other) => {
    for (const [place, { sign }] of keys.entries()) {
      const difference = compareValues(one.values[place], other.values[place]);
      if (difference !== 0) return difference * sign;
    }
    return compareValues(one.id, other.id);
  });
  return keyed.map(({ id }) => id);
};
