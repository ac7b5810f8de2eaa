import { z } from 'zod';
import type { IsoInstant } from '#shared/kernel/date.ts';
import type { Feed, TimeWindow } from '../connectors/connector.ts';
import { OVERLAP_MS, windowEnd, type CrmHour } from './crm-hour.ts';
import type { Work } from './engine-deps.ts';
import { saveProblems, saveRows, writeShadows } from './shadow.ts';
import { failed, INTERRUPTED, type Sent } from './stopping.ts';
import { later } from './time.ts';

const instant = z.string().transform((text) => text as IsoInstant);

/** `readTo`: everything before it is here. A window under way keeps its ends, so that it goes on where it was cut. */
const feedCursor = z.object({
  readTo: instant,
  window: z.object({ from: instant, to: instant, after: z.string().nullable() }).nullable(),
});
type FeedCursor = z.infer<typeof feedCursor>;

export const changesScope = (feed: Feed): string => `changes:${feed.name}`;

/** Reads what changed since the last time: one closed window of CRM time per feed, page and cursor in one transaction. */
export const pullChanges = async (work: Work, hour: CrmHour): Promise<Sent> => {
  for (const feed of work.connector.feeds) {
    if (!feed.hasChanges) continue;
    const read = await pullFeed(work, feed, hour);
    if (read.state !== 'sent') return read;
  }
  return { state: 'sent' };
};

const pullFeed = async (work: Work, feed: Feed, hour: CrmHour): Promise<Sent> => {
  const stored = work.base.read.sync.cursor(work.accountId, changesScope(feed));
  const cursor = feedCursor.nullable().parse(stored);
  const window = cursor === null ? null : (cursor.window ?? nextWindow(work, cursor, hour));
  // A feed without a beginning was never loaded; a window without length has nothing in it.
  if (window === null || window.to <= window.from) return { state: 'sent' };
  let after = cursor?.window?.after ?? null;
  for (;;) {
    if (work.signal.aborted) return INTERRUPTED;
    const { from, to } = window;
    const answer = await work.connector.changes({ feed, window: { from, to }, after }, work.signal);
    if (!answer.ok) return failed(work, answer.error);
    work.reached('page read, nothing stored');
    const { rows, problems, next } = answer.value;
    writeShadows(work, (stores, account) => {
      work.counts.pulled += saveRows(work, stores, account, rows, 'changes');
      saveProblems(work, stores, account, problems);
      const value: FeedCursor =
        next === null
          ? { readTo: to, window: null }
          : { readTo: cursor?.readTo ?? from, window: { from, to, after: next } };
      stores.sync.saveCursor({ accountId: account.id, scope: changesScope(feed), value });
    });
    work.reached('page is on the disk');
    if (next === null) return { state: 'sent' };
    after = next;
  }
};

const nextWindow = (work: Work, { readTo }: FeedCursor, hour: CrmHour): TimeWindow | null => {
  const to = windowEnd(hour(), skewOf(work));
  return to <= readTo ? null : { from: later(readTo, -OVERLAP_MS), to };
};

const skewOf = (work: Work): number => {
  const parsed = z
    .object({ skewMinutes: z.number() })
    .safeParse(work.base.read.sync.account(work.accountId)?.calibration);
  return parsed.success ? parsed.data.skewMinutes : 0;
};
