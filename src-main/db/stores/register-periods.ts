import { addDays, isoDate, type IsoDate } from '#shared/kernel/date.ts';

/** A period cut at the ends of months. Dates and months count with both ends; an absent one is open. */
export type CutPeriod = {
  readonly months: { readonly from: string | undefined; readonly to: string | undefined } | null;
  /** Days before the first whole month and after the last. */
  readonly days: readonly { readonly from: IsoDate; readonly to: IsoDate }[];
};

const monthOf = (date: IsoDate): string => date.slice(0, 7);
const firstDayOf = (date: IsoDate): IsoDate => isoDate(`${monthOf(date)}-01`);
/** 31 days after the first of a month it is always the next one, never the one after. */
const nextMonth = (date: IsoDate): IsoDate => firstDayOf(addDays(firstDayOf(date), 31));
const lastDayOf = (date: IsoDate): IsoDate => addDays(nextMonth(date), -1);

/** Whole months of a period, whose totals are kept, and what is left of it at both ends. */
export const cutByMonths = (from: IsoDate | undefined, to: IsoDate | undefined): CutPeriod => {
  if (from !== undefined && to !== undefined && from > to) return { months: null, days: [] };
  const first = from === undefined || from === firstDayOf(from) ? from : nextMonth(from);
  const last = to === undefined || to === lastDayOf(to) ? to : addDays(firstDayOf(to), -1);
  if (first !== undefined && last !== undefined && first > last)
    return { months: null, days: from === undefined || to === undefined ? [] : [{ from, to }] };
  return {
    months: { from: first && monthOf(first), to: last && monthOf(last) },
    days: [
      ...(from === undefined || first === undefined || from === first ? [] : [{ from, to: addDays(first, -1) }]),
      ...(to === undefined || last === undefined || to === last ? [] : [{ from: addDays(last, 1), to }]),
    ],
  };
};
