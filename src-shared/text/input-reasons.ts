import type { z } from 'zod';
import { counted } from '../kernel/text.ts';

const WANTED: Readonly<Record<string, string>> = {
  string: 'нужен текст',
  number: 'нужно число',
  int: 'нужно целое число',
  boolean: 'нужно true или false',
  array: 'нужен список',
  object: 'нужен объект с полями',
};

const FORMATS: Readonly<Record<string, string>> = {
  date: 'нужна дата вида 2026-11-21',
  time: 'нужно время вида 09:30',
  uuid: 'нужен идентификатор вида UUID',
  base64: 'нужны данные в base64',
};

const sizeOf = (origin: string, limit: number | bigint): string => {
  const size = Number(limit);
  if (origin === 'string') return counted(size, 'знак', 'знака', 'знаков');
  if (origin === 'array') return counted(size, 'запись', 'записи', 'записей');
  return String(limit);
};

/** Why a value does not fit its schema, in words that stand after «заполнено неверно:». */
export const inputReason = (issue: z.core.$ZodIssue): string => {
  switch (issue.code) {
    case 'invalid_type':
      // The issue does not carry the value itself; only its message says that there was none.
      return issue.message.endsWith('received undefined')
        ? 'не указано'
        : (WANTED[issue.expected] ?? 'другой вид значения');
    case 'invalid_value':
      return `допустимо: ${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
      return FORMATS[issue.format] ?? 'запись не того вида';
    case 'too_big':
      return `больше допустимого (${sizeOf(issue.origin, issue.maximum)})`;
    case 'too_small':
      return Number(issue.minimum) === 1 && issue.origin !== 'number'
        ? 'пусто'
        : `меньше допустимого (${sizeOf(issue.origin, issue.minimum)})`;
    case 'unrecognized_keys':
      return `лишнее: ${issue.keys.join(', ')}`;
    case 'invalid_union':
      return unionReason(issue.errors);
    case 'custom':
      return issue.message;
    default:
      return 'значение не подходит';
  }
};

/** The way in which the value came nearest to fitting: the one with the fewest complaints. */
const unionReason = (errors: readonly (readonly z.core.$ZodIssue[])[]): string => {
  const [nearest] = errors.filter((issues) => issues.length > 0).toSorted((a, b) => a.length - b.length);
  const [issue] = nearest ?? [];
  if (!issue) return 'значение не подходит';
  const field = issue.path.map(String).join('.');
  return field === '' ? inputReason(issue) : `${field}: ${inputReason(issue)}`;
};
