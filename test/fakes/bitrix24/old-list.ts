import { shownMoment } from './dates.ts';
import type { KindOf } from './filter.ts';
import type { Outcome } from './method.ts';
import { pageOf, pageOutcome } from './page.ts';
import type { Portal, Row } from './portal.ts';
import { listOf, paramOf, textOf, type Fields } from '../http/values.ts';

/** How an old table shows itself: strings in capitals, moments as text; `hidden` never leaves the portal. */
export type OldTable = {
  readonly name: string;
  readonly numbers: readonly string[];
  readonly moments: readonly string[];
  readonly hidden?: readonly string[];
};

export const shownRow = (portal: Portal, table: OldTable, row: Row, select: readonly string[] = []): Fields => {
  const isAll = select.length === 0 || select.includes('*');
  return Object.fromEntries(
    Object.entries(row)
      .filter(([name]) => (isAll || name === 'ID' || select.includes(name)) && table.hidden?.includes(name) !== true)
      .map(([name, value]) => {
        if (table.moments.includes(name))
          return [name, typeof value === 'number' ? shownMoment(value, portal.settings) : null];
        return [name, typeof value === 'number' ? String(value) : value];
      }),
  );
};

const kindsOf =
  (table: OldTable): KindOf =>
  (field) => {
    if (field === 'ID' || table.numbers.includes(field)) return 'number';
    if (table.moments.includes(field)) return 'moment';
    return /^[A-Z][A-Z0-9_]*$/u.test(field) ? 'text' : null;
  };

/** A page of an old table as `result: [...]` with `total` and `next`. */
export const oldList = (portal: Portal, table: OldTable, params: Fields): Outcome => {
  const records = portal.records(table.name);
  const found = pageOf(records, params, kindsOf(table), portal.settings, undefined, 'ID');
  const select = listOf(paramOf(params, 'select')).map(textOf);
  const result = found.ids.flatMap((id) => {
    const row = records.get(id);
    return row === null ? [] : [shownRow(portal, table, row, select)];
  });
  return pageOutcome(result, found);
};
