import { addDays, type IsoDate } from '../../kernel/date.ts';
import { isWorkingDay } from '../bank/working-days.ts';

/** Working days after the sending on which a counterparty is reminded (product.md B9). */
export const LADDER = [3, 7, 14] as const;
export type LadderStep = (typeof LADDER)[number];

/** Nothing is waited for longer than this; a mistyped year must not cost a minute. */
const LONGEST_WAIT_DAYS = 800;

/** Working days that passed since `from`: that day itself does not count, today does. */
export const workingDaysSince = (from: IsoDate, today: IsoDate): number => {
  let days = 0;
  let date = from;
  for (let step = 0; step < LONGEST_WAIT_DAYS && date < today; step += 1) {
    date = addDays(date, 1);
    if (isWorkingDay(date)) days += 1;
  }
  return days;
};

/** The highest step reached; 0 before the first. */
export const stepReached = (workingDays: number): LadderStep | 0 => LADDER.findLast((step) => workingDays >= step) ?? 0;

/** A step that is reached and was not reminded of yet; 0: nothing is due. Steps that were slept through are not made up for. */
export const stepDue = (workingDays: number, reminded: number): LadderStep | 0 => {
  const reached = stepReached(workingDays);
  return reached > reminded ? reached : 0;
};
