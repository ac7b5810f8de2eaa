import type { IsoInstant } from '#shared/kernel/date.ts';

/** A moment of the limits' clock as the base writes moments. */
export const toInstant = (ms: number): IsoInstant => new Date(ms).toISOString() as IsoInstant;

export const later = (at: IsoInstant, ms: number): IsoInstant => toInstant(Date.parse(at) + ms);

/** The later of two moments. */
export const latest = (left: IsoInstant, right: IsoInstant): IsoInstant => (left > right ? left : right);
