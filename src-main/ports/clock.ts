import type { IsoDate, IsoInstant } from '#shared/kernel/date.ts';

/** The only source of «now» and «today»; today is the Moscow calendar date. */
export type Clock = { readonly now: () => IsoInstant; readonly today: () => IsoDate };
