import type { DocumentKind } from '#shared/domain/document/document.ts';
import type { OrderRow } from '#renderer/parts/order-row.ts';

export const MONTH_GROUPS = ['check', 'blocked', 'ready', 'closed'] as const;
export type MonthGroupId = (typeof MONTH_GROUPS)[number];
export type MonthGroup = { readonly id: MonthGroupId; readonly rows: readonly OrderRow[] };

const needsIssue = ({ pack }: OrderRow): boolean =>
  pack.some(({ state }) => state === 'planned' || state === 'blocked');

const groupOf = (row: OrderRow): MonthGroupId => {
  if (!needsIssue(row)) return row.pack.some(({ state }) => state === 'stale') ? 'check' : 'closed';
  if (row.blocks > 0) return 'blocked';
  return row.warnings > 0 ? 'check' : 'ready';
};

/** What needs a look first, then what cannot go, what may go at once, and what is done. Empty groups are left out. */
export const monthGroups = (rows: readonly OrderRow[]): readonly MonthGroup[] =>
  MONTH_GROUPS.map((id) => ({ id, rows: rows.filter((row) => groupOf(row) === id) })).filter(
    (group) => group.rows.length > 0,
  );

/** Orders that a press of the blue button takes: the marked ones, or all that are ready. */
export const chosenOf = (groups: readonly MonthGroup[], marked: ReadonlySet<string>): readonly OrderRow[] =>
  marked.size > 0
    ? groups.flatMap((group) => group.rows).filter((row) => marked.has(row.id) && row.pack.some(isPlanned))
    : (groups.find(({ id }) => id === 'ready')?.rows ?? []);

const isPlanned = ({ state }: OrderRow['pack'][number]): boolean => state === 'planned';

/** Kinds that orders still want, each once, in the order in which packs name them. */
export const wantedKinds = (rows: readonly OrderRow[]): readonly DocumentKind[] => [
  ...new Set(rows.flatMap(({ pack }) => pack.filter(isPlanned).map(({ kind }) => kind))),
];

/** The next row with something to look at, round the end of the list. */
export const nextToLook = (groups: readonly MonthGroup[], current: string | null): string | null => {
  const rows = groups.filter(({ id }) => id === 'check' || id === 'blocked').flatMap((group) => group.rows);
  const at = rows.findIndex(({ id }) => id === current);
  return (rows[at + 1] ?? rows[0])?.id ?? null;
};

/** `2026-10` so many months away from `month`. */
export const monthAway = (month: string, months: number): string => {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`;
};
