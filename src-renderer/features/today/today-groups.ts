import type { OutputOf } from '#shared/contract/index.ts';
import { addDays, weekdayOf } from '#shared/kernel/date.ts';
import { wireDate, type OrderRow } from '#renderer/parts/order-row.ts';

export type Today = OutputOf<'today.get'>;

/** What the list is narrowed to: everything that waits, one group, or one of the numbers of the head. */
export const TODAY_FILTERS = ['all', 'fix', 'stale', 'issue', 'issued', 'overdue', 'dueToday', 'week'] as const;
export type TodayFilter = (typeof TODAY_FILTERS)[number];

export const parseTodayFilter = (text: unknown): TodayFilter =>
  TODAY_FILTERS.find((filter) => filter === text) ?? 'all';

type Group = Today['groups'][number];

/** Groups that the filter leaves, in the order of need. */
export const filterGroups = (today: Today, filter: TodayFilter): readonly Group[] => {
  if (filter === 'all') return today.groups;
  const fits = dueFilter(today.today, filter);
  if (fits === null) return today.groups.filter(({ id }) => id === filter);
  return today.groups.flatMap((group) => {
    const rows = group.id === 'issued' ? [] : group.rows.filter(({ dueDate }) => dueDate !== null && fits(dueDate));
    return rows.length === 0 ? [] : [{ ...group, rows }];
  });
};

const dueFilter = (today: string, filter: TodayFilter): ((due: string) => boolean) | null => {
  const day = wireDate(today);
  const sunday = addDays(day, 7 - weekdayOf(day));
  if (filter === 'overdue') return (due) => due < today;
  if (filter === 'dueToday') return (due) => due === today;
  return filter === 'week' ? (due) => due > today && due <= sunday : null;
};

export const waitingCount = (today: Today): number =>
  today.groups.reduce((sum, { id, rows }) => (id === 'issued' ? sum : sum + rows.length), 0);

/** The neighbour with a problem, walking in a circle; null when nobody has one. */
export const nextProblemRow = (rows: readonly OrderRow[], current: string | null, step: 1 | -1): string | null => {
  const index = rows.findIndex(({ id }) => id === current);
  const start = index === -1 && step === -1 ? 0 : index;
  for (let distance = 1; distance <= rows.length; distance += 1) {
    const row = rows[(start + distance * step + rows.length * 2) % rows.length];
    if (row && row.firstProblem !== null) return row.id;
  }
  return null;
};
