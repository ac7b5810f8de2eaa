import type { IsoInstant } from '#shared/kernel/date.ts';
import type { Connector } from '../connectors/connector.ts';
import type { Pace } from '../transport/pace.ts';
import { later, toInstant } from './time.ts';

/**
 * What the clock of a CRM shows now: its last answer, and the time that went by since. Before it told its hour ours stands for
 * it, with room for a clock that goes wrong: a window that ends too early loses nothing, the next one takes the rest.
 */
export type CrmHour = () => IsoInstant;

const DOUBT_MS = 5 * 60_000;

export const createCrmHour = (connector: Pick<Connector, 'serverNow'>, pace: Pick<Pace, 'now'>): CrmHour => {
  let heard: { readonly server: IsoInstant; readonly at: number } | null = null;
  return () => {
    const server = connector.serverNow();
    if (server === null) return toInstant(pace.now() - DOUBT_MS);
    if (heard === null || heard.server !== server) heard = { server, at: pace.now() };
    return later(heard.server, pace.now() - heard.at);
  };
};

/** The newest stamp that a window may reach to: five seconds of late commits are left for the next one (crm.md §1.6). */
export const windowEnd = (hour: IsoInstant, skewMinutes: number): IsoInstant =>
  toInstant(Date.parse(hour) + skewMinutes * 60_000 - 5000);

/** How far a window reaches back over the one before: late commits and whole-second stamps. */
export const OVERLAP_MS = 120_000;
