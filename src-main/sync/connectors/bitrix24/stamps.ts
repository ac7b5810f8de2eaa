import type { IsoInstant } from '#shared/kernel/date.ts';
import { instantOf } from '../call-failure.ts';
import type { Calibration, TimeWindow } from '../connector.ts';

const MINUTE_MS = 60_000;

/** Before the first calibration: stamps are believed as they are printed. */
export const UNCALIBRATED: Calibration = {
  filterFormat: 'iso',
  skewMinutes: 0,
  serverOffset: 180,
  userShiftMinutes: 0,
  doubtMinutes: 0,
  checkedAt: instantOf(0),
};

/** «2024-07-22T18:00:08+02:00» → the true moment. Printed in the employee's zone with the server's offset: the skew is taken off. */
export const instantOfStamp = (stamp: string, { skewMinutes }: Pick<Calibration, 'skewMinutes'>): IsoInstant | null => {
  const ms = Date.parse(stamp);
  return Number.isNaN(ms) ? null : instantOf(ms - skewMinutes * MINUTE_MS);
};

/** Wall clock of a moment at an offset: «2024-07-22 18:00:08». */
const wallClock = (ms: number, offsetMinutes: number): string =>
  new Date(ms + offsetMinutes * MINUTE_MS).toISOString().slice(0, 19).replace('T', ' ');

/** With the offset: «2024-07-22T18:00:08+02:00». */
const isoAt = (ms: number, offsetMinutes: number): string => {
  const hours = String(Math.floor(Math.abs(offsetMinutes) / 60)).padStart(2, '0');
  const minutes = String(Math.abs(offsetMinutes) % 60).padStart(2, '0');
  return `${wallClock(ms, offsetMinutes).replace(' ', 'T')}${offsetMinutes < 0 ? '-' : '+'}${hours}:${minutes}`;
};

/** A bound of a filter, the way this portal compares it with its stamps. `offset`: of the server by its last answer. */
export const filterStamp = (ms: number, calibration: Calibration, offset: number): string => {
  const printed = ms + calibration.skewMinutes * MINUTE_MS;
  switch (calibration.filterFormat) {
    case 'wall':
      return wallClock(printed, offset);
    case 'wallOfUser':
      return wallClock(printed, offset - calibration.userShiftMinutes);
    case 'iso':
    case 'moscow':
    case 'none':
      return isoAt(printed, offset);
  }
};

/** Both bounds; where the skew is in doubt the window is wider, and rows beyond it are simply met again. */
export const filterWindow = (
  window: TimeWindow,
  calibration: Calibration,
  offset: number,
): { readonly from: string; readonly to: string } => {
  const doubt = calibration.doubtMinutes * MINUTE_MS;
  return {
    from: filterStamp(Date.parse(window.from) - doubt, calibration, offset),
    to: filterStamp(Date.parse(window.to) + doubt, calibration, offset),
  };
};
