import { appError, type AppError } from '#shared/contract/errors.ts';
import {
  isTableField,
  missingTableFields,
  TABLE_FIELDS,
  tableLook,
  type TableColumns,
  type TableField,
  type TableQuestion,
  type WrongColumn,
} from '#shared/domain/bank/table-columns.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { TABLE_FIELD_TITLES } from '#shared/text/table-field-titles.ts';
import type { CoreDeps } from '../deps.ts';

/** Columns as a person names them: by number from 0, by title; null: the table has no such column. */
export type AskedColumns = Readonly<Partial<Record<TableField, number | string | null>>>;

/** Columns of this very table: those that a person names now, laid over what its titles say. */
export const askedColumns = (
  { titles, recognized }: TableQuestion,
  asked: AskedColumns,
  file: string,
): Result<TableColumns, AppError> => {
  const given = new Map<TableField, number>();
  for (const [field, named] of Object.entries(asked)) {
    if (!isTableField(field) || named === null || named === undefined) continue;
    const column = typeof named === 'number' ? named : titles.findIndex((title) => isSame(title, named));
    if (titles[column] === undefined)
      return err(wrongColumn({ field, column: 0, title: String(named), row: 0, value: '' }, file));
    given.set(field, column);
  }
  const taken = new Set(given.values());
  const kept = Object.entries(recognized).filter(
    ([field, column]) => !Object.hasOwn(asked, field) && !taken.has(column),
  );
  return ok({ ...Object.fromEntries(kept), ...Object.fromEntries(given) });
};

const isSame = (title: string, named: string): boolean => tableLook([title]) === tableLook([named]);

const hashOf = (deps: CoreDeps, titles: readonly string[]): string => deps.hash(tableLook(titles));

/** A column that holds something else, or is not there. */
export const wrongColumn = (wrong: WrongColumn, file: string): AppError =>
  appError('statement.wrongColumn', { file, what: TABLE_FIELD_TITLES[wrong.field], ...wrong });

/** What was confirmed for tables of this look. */
export const rememberedColumns = (deps: CoreDeps, { titles }: TableQuestion): TableColumns | null => {
  const known = deps.base.read.payments.tableColumns(hashOf(deps, titles));
  return known === null ? null : Object.fromEntries(Object.entries(known).filter(([field]) => isTableField(field)));
};

/** A table that a person has just confirmed, to be remembered when it is taken. */
export type ConfirmedTable = { readonly headingHash: string; readonly columns: Readonly<Record<string, number>> };

export const confirmedTable = (deps: CoreDeps, { titles }: TableQuestion, columns: TableColumns): ConfirmedTable => ({
  headingHash: hashOf(deps, titles),
  columns: Object.fromEntries(Object.entries(columns)),
});

/** The question itself, for a person to answer. */
export const columnsQuestion = (
  { titles, rows, recognized }: TableQuestion,
  columns: TableColumns,
  file: string,
  more: readonly TableField[] = [],
): AppError => {
  const all = { ...recognized, ...columns };
  return appError('statement.columns', {
    file,
    missing: [...missingTableFields(all), ...more].map((field) => TABLE_FIELD_TITLES[field]).join(', '),
    head: [...titles],
    rows: rows.map((row) => [...row]),
    wanted: TABLE_FIELDS.map((field) => ({ field, title: TABLE_FIELD_TITLES[field], column: all[field] ?? null })),
    asksAccount: more.includes('account'),
  });
};
