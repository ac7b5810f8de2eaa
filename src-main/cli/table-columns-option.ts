import { isTableField, TABLE_FIELDS, type TableField } from '#shared/domain/bank/table-columns.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Options, Refusal } from './command.ts';
import { optionText } from './option-values.ts';
import { usage } from './refusal.ts';

type Columns = Partial<Record<TableField, number | string | null>>;

/**
 * `--columns auto`, `date=1,number=2,purpose=Назначение`, or the same as a JSON object. Columns are counted from 1, as a person
 * counts them; an empty value says that the table has no such column. `auto` confirms what the titles say by themselves.
 */
export const tableColumnsOf = (options: Options): Result<Columns | undefined, Refusal> => {
  const text = optionText(options, 'columns')?.trim();
  if (text === undefined) return ok(undefined);
  if (text === 'auto') return ok({});
  const pairs = text.startsWith('{') ? jsonPairs(text) : text.split(',').map(pairOf);
  if (pairs === null) return err(usage('--columns: это не объект JSON вида {"date":1,"number":2,"sum":5}'));
  const columns: Columns = {};
  for (const [field, value] of pairs) {
    if (!isTableField(field)) return err(usage(`--columns: поля «${field}» нет; есть ${TABLE_FIELDS.join(', ')}`));
    columns[field] = value === '' ? null : /^[1-9]\d{0,2}$/u.test(value) ? Number(value) - 1 : value;
  }
  return ok(columns);
};

type Pair = readonly [field: string, value: string];

const pairOf = (text: string): Pair => {
  const equals = text.indexOf('=');
  return equals === -1 ? [text.trim(), ''] : [text.slice(0, equals).trim(), text.slice(equals + 1).trim()];
};

const jsonPairs = (text: string): readonly Pair[] | null => {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    return Object.entries(value).map(([field, column]): Pair => [field, column === null ? '' : String(column).trim()]);
  } catch {
    // What was written is no JSON: the caller says so.
    return null;
  }
};
