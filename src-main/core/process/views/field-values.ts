import { appError, type AppError } from '#shared/contract/errors.ts';
import type { FieldDefinition, ProcessDefinition } from '#shared/domain/process/definition.ts';
import { clockOf, dayOf, isLocalTime } from '#shared/domain/process/local-time.ts';
import type { Fields, FieldValue } from '#shared/domain/process/state.ts';
import { formatDate, parseIsoDate } from '#shared/kernel/date.ts';
import { formatMoney, kopecks, moneyToDecimal, parseMoney } from '#shared/kernel/money.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { People } from '../people.ts';

type WireValue = string | number | boolean | null | readonly string[];

/** Fields that every record has besides those of its process. */
const COMMON: readonly FieldDefinition[] = [
  { code: 'number', label: 'Номер', type: 'text' },
  { code: 'title', label: 'Название', type: 'text' },
  { code: 'responsible', label: 'Ответственный', type: 'user' },
];

/** A field of the record or of an element of its sets; undefined for one that the process does not have. */
const fieldOf = (definition: Pick<ProcessDefinition, 'fields' | 'sets'>, code: string): FieldDefinition | undefined =>
  [...definition.fields, ...(definition.sets ?? []).flatMap((set) => set.fields ?? []), ...COMMON].find(
    (field) => field.code === code,
  );

/** Values as they come from a form or a file → as processes keep them: sums in kopecks, people by id. */
export const readFields = (
  definition: Pick<ProcessDefinition, 'fields' | 'sets'>,
  given: Readonly<Record<string, WireValue>>,
  people: People,
): Result<Fields, AppError> => {
  const fields: Record<string, FieldValue> = {};
  for (const [code, value] of Object.entries(given)) {
    const field = fieldOf(definition, code);
    if (field === undefined || field.computed !== undefined) return err(appError('field.unknown', { field: code }));
    const read = value === null || value === '' ? null : readValue(field, value, people);
    if (read === undefined)
      return err(appError('field.invalid', { field: field.label, value: String(value).slice(0, 60) }));
    fields[code] = read;
  }
  return ok(fields);
};

/** Undefined for a value that the field cannot hold. */
const readValue = (field: FieldDefinition, value: Exclude<WireValue, null>, people: People): FieldValue | undefined => {
  const text = typeof value === 'string' ? value.trim() : '';
  switch (field.type) {
    case 'money':
      return readMoney(typeof value === 'number' ? value.toFixed(2) : text);
    case 'number':
      return readNumber(value);
    case 'flag':
      return typeof value === 'boolean' ? value : undefined;
    case 'date': {
      const date = parseIsoDate(text);
      return date.ok ? date.value : undefined;
    }
    case 'dateTime':
      return isLocalTime(text) ? text : undefined;
    case 'choice':
      return field.options?.some(({ code }) => code === value) === true ? text : undefined;
    case 'user':
      return [...people.users.values()].find(({ id, login }) => id === value || login === value)?.id;
    case 'lines':
      return typeof value === 'string' ? value.split('\n').filter((line) => line.trim() !== '') : listOf(value);
    case 'text':
    case 'link':
    case 'file':
      return typeof value === 'string' ? text : listOf(value);
  }
};

const listOf = (value: Exclude<WireValue, null>): readonly string[] | undefined =>
  typeof value === 'object' ? value : undefined;

const readMoney = (text: string): number | undefined => {
  const sum = parseMoney(text.replace(',', '.').replaceAll(/\s/gu, ''));
  const number = sum.ok ? Number(sum.value) : Number.NaN;
  return Number.isSafeInteger(number) ? number : undefined;
};

const readNumber = (value: Exclude<WireValue, null>): number | undefined => {
  const number = typeof value === 'string' ? Number(value.replace(',', '.').replaceAll(/\s/gu, '')) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
};

/** A value for a form: money as text in roubles, people by login. */
const toWire = (
  { type }: FieldDefinition,
  value: FieldValue,
  people: People,
): string | number | boolean | null | string[] => {
  if (type === 'money' && typeof value === 'number' && Number.isSafeInteger(value))
    return moneyToDecimal(kopecks(value));
  if (type === 'user' && typeof value === 'string') return people.users.get(value)?.login ?? value;
  return typeof value === 'object' && value !== null ? [...value] : value;
};

/** A value as people read it. */
export const printValue = ({ type, options }: FieldDefinition, value: FieldValue, people: People): string => {
  if (value === null) return '';
  if (type === 'money' && typeof value === 'number' && Number.isSafeInteger(value))
    return `${formatMoney(kopecks(value))}\u00A0₽`;
  if (typeof value === 'boolean') return value ? 'да' : 'нет';
  if (typeof value === 'object') return value.join('; ');
  const text = String(value);
  if (type === 'user') return people.nameOf(text);
  if (type === 'dateTime' && isLocalTime(text)) return `${formatDate(dayOf(text))} ${clockOf(text)}`;
  const date = type === 'date' ? parseIsoDate(text) : null;
  if (date?.ok === true) return formatDate(date.value);
  return options?.find(({ code }) => code === text)?.label ?? text;
};

/** A field with its value, for a form. */
const fieldView = (field: FieldDefinition, fields: Fields, people: People) => {
  const value = fields[field.code] ?? null;
  const users = [...people.users.values()].filter(({ isActive }) => isActive);
  return {
    code: field.code,
    label: field.label,
    type: field.type,
    value: toWire(field, value, people),
    text: printValue(field, value, people),
    options:
      field.type === 'user'
        ? users.map(({ login, fullName }) => ({ value: login, label: fullName }))
        : (field.options ?? []).map(({ code, label }) => ({ value: code, label })),
    isComputed: field.computed !== undefined,
  };
};

/** The named fields of a process, in its own order. */
export const fieldViews = (
  definition: Pick<ProcessDefinition, 'fields' | 'sets'>,
  codes: readonly string[],
  fields: Fields,
  people: People,
) =>
  [...new Set(codes)].flatMap((code) => {
    const field = fieldOf(definition, code);
    return field === undefined ? [] : [fieldView(field, fields, people)];
  });
