import { moscowDateOf, type IsoDate, type IsoInstant } from '#shared/kernel/date.ts';
import type { Clock } from '../ports/clock.ts';

/** The computer's clock. `today` fixes the date for `--today`; moments stay real, so that the log tells the truth. */
export const createSystemClock = (today: IsoDate | null = null): Clock => ({
  now,
  today: () => today ?? moscowDateOf(now()),
});

const now = (): IsoInstant => new Date().toISOString() as IsoInstant;
