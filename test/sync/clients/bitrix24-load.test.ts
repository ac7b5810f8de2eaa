import { expect, test } from 'vitest';
import type { Answer, Page } from '#main/sync/connectors/connector.ts';
import { isFullRun } from '#test/helpers/skip.ts';
import { aPortal, feedOf, must, NEVER } from './fake-line.ts';

const MINUTE_MS = 60_000;
/** A busy portal: 0.3 s a page (crm.md §1.5). */
const cost = { page: 300, get: 20, write: 120, count: 200, network: 30 };
const SIZES: readonly (readonly [deals: number, minutes: number])[] = isFullRun ? [[100_000, 12]] : [[20_000, 2]];

test.each(SIZES)(
  '%i deals are loaded in the %i minutes that the portal allows, give or take 15 per cent, every deal once',
  async (deals, minutes) => {
    const { connector, fake, clock } = aPortal({ deals, settings: { cost } });
    const feed = feedOf(connector, 'order');
    const begun = clock.nowMs();
    const ids = new Set<string>();
    let [rows, pages] = [0, 0];
    let place: string | null = null;
    do {
      const page: Answer<Page> = await connector.scan({ feed, part: 'all', after: place }, NEVER);
      if (page.ok) {
        for (const { id } of page.value.rows) ids.add(id);
        rows += page.value.rows.length;
        pages += page.value.pages;
        place = page.value.next;
      } else {
        clock.advance(page.error.state === 'later' ? Date.parse(page.error.until) - clock.nowMs() : 0);
      }
    } while (place !== null);
    expect([rows, ids.size]).toEqual([deals, deals]);
    expect(pages).toBeLessThanOrEqual(deals / 50 + 1);
    expect(fake.counters.throttled).toBe(0);
    expect(Math.abs((clock.nowMs() - begun) / MINUTE_MS / minutes - 1)).toBeLessThan(0.15);
  },
  300_000,
);

test('the estimate of a load is honest', async () => {
  const { connector } = aPortal({ deals: 10_000, settings: { cost } });
  const estimate = must(await connector.estimate(feedOf(connector, 'order'), 'all', NEVER));
  expect(estimate).toEqual({ rows: 10_000, pages: 200, secondsAtLeast: 60 });
});
