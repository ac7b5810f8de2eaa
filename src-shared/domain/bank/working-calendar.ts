import { isoDate, type IsoDate } from '../../kernel/date.ts';

/** Non-working holidays of ст. 112 ТК РФ, month and day. */
export const HOLIDAYS: ReadonlySet<string> = new Set([
  '01-01',
  '01-02',
  '01-03',
  '01-04',
  '01-05',
  '01-06',
  '01-07',
  '01-08',
  '02-23',
  '03-08',
  '05-01',
  '05-09',
  '06-12',
  '11-04',
]);

type MovedDays = { readonly off: readonly string[]; readonly working: readonly string[] };

/**
 * Weekdays that became days off and Saturdays that became working ones. A holiday outside January that falls on a weekend
 * moves to the next working day by ст. 112 itself; the rest is the government's yearly word.
 */
const MOVED_DAYS: readonly MovedDays[] = [
  // 2025: постановление Правительства РФ от 04.10.2024 № 1335.
  { off: ['2025-05-02', '2025-05-08', '2025-06-13', '2025-11-03', '2025-12-31'], working: ['2025-11-01'] },
  // 2026: постановление Правительства РФ от 24.09.2025 № 1466, and 9 March and 11 May by the law.
  { off: ['2026-01-09', '2026-03-09', '2026-05-11', '2026-12-31'], working: [] },
  // 2027: by the law alone; the government's moves of 2 and 3 January were not published when this was written (2026-11).
  { off: ['2027-05-03', '2027-05-10', '2027-06-14'], working: [] },
];

const daysOf = (pick: (moved: MovedDays) => readonly string[]): ReadonlySet<IsoDate> =>
  new Set(MOVED_DAYS.flatMap(pick).map(isoDate));

/** Weekdays off. */
export const MOVED_OFF = daysOf(({ off }) => off);
/** Working Saturdays and Sundays. */
export const MOVED_TO_WORK = daysOf(({ working }) => working);
