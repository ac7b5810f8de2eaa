import type { FieldReader } from '../http/table.ts';
import { textOf } from '../http/values.ts';
import type { EntityType, Kind } from './entity-types.ts';
import { isRef, refOfHref } from './refs.ts';
import { statesOf } from './states.ts';
import { StoreError } from './store-error.ts';

const OPERATORS = ['>=', '<=', '!=', '~=', '=~', '=', '>', '<', '~'] as const;
type Operator = (typeof OPERATORS)[number];
type Condition = { readonly field: string; readonly operator: Operator; readonly value: string };
export type Test = (read: FieldReader) => boolean;

const MOSCOW_MS = 3 * 3_600_000;
const DATE_FORM = /^(\d{4})-(\d\d)-(\d\d)(?: (\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?)?$/u;

/** A Moscow moment of a filter or of a body as UTC ms; null where it is none. */
export const readMoscow = (text: string): number | null => {
  const parts = DATE_FORM.exec(text);
  if (parts === null) return null;
  const [, year = '', month = '', day = '', hours = '00', minutes = '00', seconds = '00', ms = '0'] = parts;
  const moment = Date.parse(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}.${ms.padEnd(3, '0')}Z`);
  return Number.isNaN(moment) ? null : moment - MOSCOW_MS;
};

/** `name=a;name=b;sum>100`: a semicolon of a text is written `\;`. */
const split = (filter: string): readonly Condition[] =>
  filter
    .split(/(?<!\\);/u)
    .filter((part) => part !== '')
    .map((part) => {
      const found = /^(https?:\/\/[^=<>~!]+|[\w.]+)(>=|<=|!=|~=|=~|=|>|<|~)(.*)$/su.exec(
        part.replaceAll(String.raw`\;`, ';'),
      );
      const operator = OPERATORS.find((one) => one === found?.[2]);
      if (found === null || operator === undefined)
        throw new StoreError(412, 1034, `Ошибка фильтрации: неверный формат '${part}'`);
      return { field: found[1] ?? '', operator, value: found[3] ?? '' };
    });

const HIDDEN_BY_DEFAULT = { isDeleted: 'deleted', archived: 'archived' } as const;

/**
 * The `filter` parameter. Equal conditions of one field are alternatives, all others must hold. Without a word about
 * them the trash and the archive are not shown.
 */
export const parseFilter = (type: EntityType, filter: string): Test => {
  const conditions = split(filter);
  const fields = [...new Set(conditions.map(({ field }) => field))];
  const tests = fields.flatMap((field): Test[] => {
    const own = conditions.filter((one) => one.field === field);
    if (field === 'isDeleted' || field === 'archived')
      return [
        flagTest(
          field,
          own.map(({ value }) => value),
        ),
      ];
    const equals = own.filter(({ operator }) => operator === '=').map((one) => testOf(type, one));
    const others = own.filter(({ operator }) => operator !== '=').map((one) => testOf(type, one));
    return [...others, ...(equals.length === 0 ? [] : [(read: FieldReader) => equals.some((test) => test(read))])];
  });
  const unspoken = (['isDeleted', 'archived'] as const)
    .filter((field) => !fields.includes(field))
    .map((field) => flagTest(field, ['false']));
  const all = [...tests, ...unspoken];
  return (read) => all.every((test) => test(read));
};

const flagTest = (field: 'isDeleted' | 'archived', wanted: readonly string[]): Test => {
  const column = HIDDEN_BY_DEFAULT[field];
  return (read) => {
    const value = read(column);
    return wanted.includes(String(value !== undefined && value !== false && value !== null));
  };
};

const testOf = (type: EntityType, { field, operator, value }: Condition): Test => {
  if (field.startsWith('http')) return attributeTest(field, operator, value);
  if (field === 'state.name') return stateTest(type, operator, value);
  const kind = type.fields.get(field);
  if (kind === undefined || kind === 'other') {
    throw new StoreError(412, 1034, `Ошибка фильтрации: неизвестное поле фильтрации '${field}'`);
  }
  if (kind === 'ref') return refTest(field, operator, value);
  const limit = limitOf(kind, field, value);
  return (read) => compared(operator, kind, read(field), limit, value);
};

const refTest = (field: string, operator: Operator, value: string): Test => {
  const wanted = value === '' ? null : refOfHref(value);
  if (value !== '' && wanted === null)
    throw new StoreError(412, 1014, `Неверное значение '${value}' параметра фильтрации '${field}'`);
  return (read) => {
    const known = read(field);
    const refs = (Array.isArray(known) ? known : [known]).filter(isRef);
    const isSame = wanted === null ? refs.length === 0 : refs.some(({ id }) => id === wanted.id);
    return operator === '!=' ? !isSame : isSame;
  };
};

const stateTest = (type: EntityType, operator: Operator, name: string): Test => {
  const ids = new Set(
    statesOf(type.name)
      .filter((state) => state.name === name)
      .map(({ id }) => id),
  );
  return (read) => {
    const state = read('state');
    return (isRef(state) && ids.has(state.id)) === (operator !== '!=');
  };
};

const attributeTest = (href: string, operator: Operator, value: string): Test => {
  const id = href.split('/').at(-1);
  return (read) => {
    const attributes = read('attributes');
    const rows: readonly unknown[] = Array.isArray(attributes) ? attributes : [];
    const own = rows.find((row) => typeof row === 'object' && row !== null && 'id' in row && row.id === id);
    const text = typeof own === 'object' && own !== null && 'value' in own ? String(own.value) : '';
    if (operator === '~') return text.toLowerCase().includes(value.toLowerCase());
    return operator === '!=' ? text !== value : text === value;
  };
};

const limitOf = (kind: Kind, field: string, value: string): number | string => {
  if (kind === 'moment' || kind === 'minute') {
    const ms = readMoscow(value);
    if (ms === null)
      throw new StoreError(412, 1035, 'Ошибка фильтрации: неверный формат даты параметра фильтрации', {
        parameter: field,
      });
    return ms;
  }
  if (kind === 'number') {
    if (value === '' || Number.isNaN(Number(value))) {
      throw new StoreError(412, 1014, `Неверное значение '${value}' параметра фильтрации '${field}'`);
    }
    return Number(value);
  }
  if (kind === 'flag' && value !== 'true' && value !== 'false') {
    throw new StoreError(
      412,
      1041,
      `Неверное значение '${value}' параметра фильтрации '${field}', допустимые значения: 'true, false'`,
    );
  }
  return value;
};

const compared = (operator: Operator, kind: Kind, known: unknown, limit: number | string, text: string): boolean => {
  if (kind === 'text') {
    const value = textOf(known);
    const [low, needle] = [value.toLowerCase(), text.toLowerCase()];
    if (operator === '~') return low.includes(needle);
    if (operator === '~=') return low.startsWith(needle);
    if (operator === '=~') return low.endsWith(needle);
    if (operator === '=' || operator === '!=') return (low === needle) === (operator === '=');
    return ordered(operator, value, text);
  }
  if (kind === 'flag') return (String(known === true) === text) === (operator !== '!=');
  if (typeof known !== 'number' || typeof limit !== 'number') return operator === '!=';
  if (operator === '=' || operator === '!=') return (known === limit) === (operator === '=');
  return ordered(operator, known, limit);
};

const ordered = (operator: Operator, known: number | string, limit: number | string): boolean => {
  if (operator === '>') return known > limit;
  if (operator === '>=') return known >= limit;
  return operator === '<' ? known < limit : known <= limit;
};
