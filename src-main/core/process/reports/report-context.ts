import type { IsoDate } from '#shared/kernel/date.ts';
import { formatMoney, kopecks } from '#shared/kernel/money.ts';
import type { FieldValue, ProcessState } from '#shared/domain/process/state.ts';
import type { ReadStores } from '../../../ports/base.ts';
import type { ReportTable } from '../../../ports/processes.ts';
import type { Library } from '../library.ts';
import type { People } from '../people.ts';

/** What a report is made from. Asked for by a process, it has its state; asked for by a person, a period. */
export type ReportContext = {
  readonly stores: ReadStores;
  readonly people: People;
  readonly library: Library;
  readonly today: IsoDate;
  readonly state: ProcessState | null;
  readonly instanceId: string | null;
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
};

export type Report = (context: ReportContext) => ReportTable;

type Column = readonly [code: string, title: string, kind?: 'number'];
type Cell = string | number | null | undefined;

export const roubles = (value: FieldValue | undefined): string =>
  typeof value === 'number' && Number.isSafeInteger(value) ? formatMoney(kopecks(value)) : '';

export const numberIn = (value: FieldValue | undefined): number => (typeof value === 'number' ? value : 0);

export const textIn = (value: FieldValue | undefined): string =>
  value === null || value === undefined ? '' : String(value);

export const table = (
  title: string,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  { totals = null, notes = [] }: { readonly totals?: readonly Cell[] | null; readonly notes?: readonly string[] } = {},
): ReportTable => ({
  title,
  columns: columns.map(([code, heading, kind]) => ({ code, title: heading, isNumber: kind === 'number' })),
  rows: rows.map((row) => row.map(printed)),
  totals: totals === null ? null : totals.map(printed),
  notes,
});

const printed = (cell: Cell): string => (cell === null || cell === undefined ? '' : String(cell));

/** States of the running and finished processes of a code, oldest first. */
export const statesOf = ({ stores }: ReportContext, code: string): readonly ProcessState[] => {
  const { items } = stores.processes.list({ code }, { limit: 20_000, offset: 0 });
  const states = stores.processes.states(items.map(({ id }) => id));
  return items.toReversed().flatMap(({ id }) => states.get(id) ?? []);
};

/** Did the record reach its last stage in the period? Without one: at any time. */
export const isInPeriod = ({ from, to }: ReportContext, { stageSince }: ProcessState): boolean =>
  (from === undefined || stageSince.slice(0, 10) >= from) && (to === undefined || stageSince.slice(0, 10) <= to);
