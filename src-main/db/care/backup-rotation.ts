import { addDays, isoDate, type IsoDate } from '#shared/kernel/date.ts';

type Keeping = { readonly recent: number; readonly days: number };

/** Copies that are kept: the newest ones whatever their day, and the last one of each day for a month. */
const BACKUP_KEEPING: Keeping = { recent: 10, days: 30 };

const NAME = /^komplekt-(\d{4})(\d{2})(\d{2})-\d{6}(?:-\d+)?\.komplekt$/u;

/** Names of copies that may go. Files with other names are not ours and are never chosen. */
export const chooseOldBackups = (
  names: readonly string[],
  today: IsoDate,
  { recent, days }: Keeping = BACKUP_KEEPING,
): readonly string[] => {
  const newestFirst = names
    .filter((name) => NAME.test(name))
    .sort()
    .reverse();
  const oldestDay = addDays(today, 1 - days);
  const seenDays = new Set<IsoDate>();
  return newestFirst.filter((name, index) => {
    const day = dayOf(name);
    const isLastOfDay = !seenDays.has(day);
    seenDays.add(day);
    return index >= recent && !(isLastOfDay && day >= oldestDay);
  });
};

const dayOf = (name: string): IsoDate => {
  const [, year, month, day] = NAME.exec(name) ?? [];
  return isoDate(`${year}-${month}-${day}`);
};
