import type { PortalSettings } from './contract.ts';
import { readMoment } from './dates.ts';
import type { FieldReader } from '../http/table.ts';
import { badArgument } from './rest-error.ts';
import { fieldsOf, isFields, listOf, numberOf, textOf } from '../http/values.ts';

/** How a value is compared: dates as moments, numbers as numbers, flags as `Y`/`N` asked for by 1 and 0. */
export type FieldKind = 'number' | 'moment' | 'day' | 'text' | 'flag' | 'ownFlag' | 'file';

/** Kind of a field of a list; null: it may not be filtered by. */
export type KindOf = (field: string) => FieldKind | null;

export type Condition = {
  readonly matches: (read: FieldReader) => boolean;
  /** Bounds of `id`, so that a page far inside a long list costs no walk from its beginning. */
  readonly afterId: number | null;
  readonly upToId: number | null;
};

const PREFIXES = ['!=%', '!%=', '=%', '%=', '>=', '<=', '!=', '!@', '!%', '>', '<', '=', '@', '!', '%'] as const;
type Prefix = (typeof PREFIXES)[number] | '';
type Test = (value: unknown) => boolean;

/** The filter grammar of crm.md §1.11; an unknown field is refused, as the documentation says. */
export const parseFilter = (filter: unknown, kindOf: KindOf, settings: PortalSettings): Condition => {
  const { logic, ...conditions } = fieldsOf(filter);
  const parts = Object.entries(conditions);
  const bounds = { afterId: null as number | null, upToId: null as number | null };
  const tests = parts.map(([key, wanted]): ((read: FieldReader) => boolean) => {
    if (/^\d+$/u.test(key) && isFields(wanted)) return parseFilter(wanted, kindOf, settings).matches;
    const prefix: Prefix = PREFIXES.find((one) => key.startsWith(one)) ?? '';
    const field = key.slice(prefix.length);
    const kind = kindOf(field);
    if (kind === null) throw badArgument(`Invalid filter: field '${field}' is not allowed in filter`);
    if (field.toLowerCase() === 'id') narrow(bounds, prefix, numberOf(wanted));
    const test = testOf(prefix, kind, wanted, settings);
    return (read) => test(read(field));
  });
  const isOr = textOf(logic).toUpperCase() === 'OR';
  return {
    matches: (read) => (isOr ? tests.some((test) => test(read)) : tests.every((test) => test(read))),
    afterId: isOr ? null : bounds.afterId,
    upToId: isOr ? null : bounds.upToId,
  };
};

const narrow = (bounds: { afterId: number | null; upToId: number | null }, prefix: Prefix, id: number | null): void => {
  // An empty value comes from a `$result` path that led nowhere: no bound, the first page again.
  if (id === null) return;
  const after = prefix === '>' ? id : prefix === '>=' ? id - 1 : null;
  const upTo = prefix === '<=' ? id : prefix === '<' ? id - 1 : null;
  if (after !== null) bounds.afterId = Math.max(after, bounds.afterId ?? after);
  if (upTo !== null) bounds.upToId = Math.min(upTo, bounds.upToId ?? upTo);
};

const testOf = (prefix: Prefix, kind: FieldKind, wanted: unknown, settings: PortalSettings): Test => {
  if (prefix === '>' || prefix === '>=' || prefix === '<' || prefix === '<=') {
    return orderTest(prefix, kind, wanted, settings);
  }
  const isNegated = prefix.startsWith('!');
  if (prefix.includes('%')) return likeTest(prefix, wanted, isNegated);
  const choices = Array.isArray(wanted) || isFields(wanted) ? listOf(wanted) : [wanted];
  const keys = new Set(choices.map((choice) => keyOf(kind, choice, settings)));
  return (value) => {
    const values = Array.isArray(value) ? value : [value];
    return values.some((one) => keys.has(keyOf(kind, one, settings, true))) !== isNegated;
  };
};

const orderTest = (
  prefix: '>' | '>=' | '<' | '<=',
  kind: FieldKind,
  wanted: unknown,
  settings: PortalSettings,
): Test => {
  const compared = (value: unknown, isStored: boolean): number | string | null => {
    const text = textOf(value);
    if (kind !== 'moment' && kind !== 'day') return kind === 'text' ? text : numberOf(value);
    if (isStored && typeof value === 'number') return value;
    return readMoment(text, settings, settings.dateFilterZone)?.ms ?? null;
  };
  if (kind === 'moment' && settings.dateFilter !== 'both') {
    const asked = readMoment(textOf(wanted), settings, settings.dateFilterZone);
    if (asked?.isIso === true) return () => settings.dateFilter === 'isoIgnored';
  }
  const limit = compared(wanted, false);
  // An empty limit limits nothing: this is how a broken `$result` chain starts again from the first page.
  if (limit === null || limit === '') return () => true;
  return (value) => {
    const known = compared(value, true);
    if (known === null) return false;
    if (prefix === '>') return known > limit;
    if (prefix === '>=') return known >= limit;
    return prefix === '<' ? known < limit : known <= limit;
  };
};

const likeTest = (prefix: Prefix, wanted: unknown, isNegated: boolean): Test => {
  const pattern = textOf(wanted).toLowerCase();
  // `%=` takes its own per cent signs, `%` looks anywhere.
  const isPattern = prefix.includes('=');
  const start = isPattern && !pattern.startsWith('%');
  const end = isPattern && !pattern.endsWith('%');
  const needle = isPattern ? pattern.replaceAll('%', '') : pattern;
  return (value) => {
    const text = textOf(value).toLowerCase();
    const isFound =
      start && end
        ? text === needle
        : start
          ? text.startsWith(needle)
          : end
            ? text.endsWith(needle)
            : text.includes(needle);
    return isFound !== isNegated;
  };
};

const keyOf = (kind: FieldKind, value: unknown, settings: PortalSettings, isStored = false): string => {
  if (value === null || value === undefined || value === '' || value === false) return kind === 'ownFlag' ? '0' : '';
  if (kind === 'number' || kind === 'file') return String(numberOf(value) ?? textOf(value));
  if (kind === 'flag') return textOf(value) === 'true' || value === true ? 'Y' : textOf(value).toUpperCase();
  // Flags of the customer are shown as Y and N but found by 1 and 0 only.
  if (kind === 'ownFlag') return isStored ? (textOf(value) === 'Y' || value === true ? '1' : '0') : textOf(value);
  if (kind === 'text') return textOf(value);
  const ms =
    isStored && typeof value === 'number' ? value : readMoment(textOf(value), settings, settings.dateFilterZone)?.ms;
  return ms === undefined ? 'none' : String(ms);
};

/** `{ "=ownerId": [1, 2] }` and the like: the values asked of one field, whatever the prefix of equality. */
export const equalTo = (filter: unknown, field: string): readonly string[] => {
  const found = Object.entries(fieldsOf(filter)).find(
    ([key]) => key.replace(/^[=@]/u, '').toLowerCase() === field.toLowerCase(),
  )?.[1];
  if (found === undefined) return [];
  return (Array.isArray(found) || isFields(found) ? listOf(found) : [found]).map(textOf);
};

export const orderOf = (order: unknown, kindOf: KindOf): readonly { field: string; isDescending: boolean }[] =>
  Object.entries(fieldsOf(order)).map(([field, direction]) => {
    if (kindOf(field) === null) throw badArgument(`Invalid order: field '${field}' is not allowed in order`);
    const word = textOf(direction).toUpperCase();
    if (word !== 'ASC' && word !== 'DESC') {
      throw badArgument(
        `Invalid order: allowed sort directions are ASC, DESC. But got '${textOf(direction)}' for field '${field}'`,
      );
    }
    return { field, isDescending: word === 'DESC' };
  });
