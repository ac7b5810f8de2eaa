import { z } from 'zod';
import type { FirstLoad } from '#main/ports/sync.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import type { Feed, LoadPart } from '../connectors/connector.ts';
import { changesScope } from './pull-changes.ts';
import { OVERLAP_MS, type CrmHour } from './crm-hour.ts';
import type { Work } from './engine-deps.ts';
import { enterDue } from './enter.ts';
import { saveProblems, saveRows, writeShadows } from './shadow.ts';
import { failed, INTERRUPTED, type Sent } from './stopping.ts';
import { later } from './time.ts';

/** Small kinds that everything else needs, before anything else. */
const FIRST: readonly Feed['entity'][] = ['organisation', 'user'];

const scanCursor = z.object({ after: z.string().nullable(), isFinished: z.boolean() });

type Part = { readonly feed: Feed; readonly part: LoadPart };

const scopeOf = ({ feed, part }: Part): string => `scan:${feed.name}:${part}`;

const isFirst = ({ entity }: Feed): boolean => FIRST.includes(entity);
const isOrder = ({ entity }: Feed): boolean => entity === 'order';
const all = (feed: Feed): Part => ({ feed, part: 'all' });

type Parts = { readonly first: readonly Part[]; readonly open: readonly Part[]; readonly rest: readonly Part[] };

/** Our companies, open work newest first, then everything, orders before the others. */
const partsOf = (feeds: readonly Feed[]): Parts => {
  const others = feeds.filter((feed) => !isFirst(feed));
  return {
    first: feeds.filter(isFirst).map(all),
    open: others.filter(({ hasOpenPart }) => hasOpenPart).map((feed) => ({ feed, part: 'open' })),
    rest: [...others.filter(isOrder), ...others.filter((feed) => !isOrder(feed))].map(all),
  };
};

/**
 * The first load: a screen of open work with its parties and lines, so that people can begin; then everything that is there, without
 * them; then the rest of the open work. A cut at any page goes on from there. `between` is called after each page: what waits to
 * be sent does not wait for hours.
 */
export const firstLoad = async (work: Work, hour: CrmHour, between: () => Promise<Sent>): Promise<Sent> => {
  const begun = await begin(work, hour);
  if (begun.state !== 'sent') return begun;
  const { first, open, rest } = partsOf(work.connector.feeds);
  const enterAndSend = async (): Promise<Sent> => {
    const entered = await enterDue(work);
    return entered.state === 'sent' ? between() : entered;
  };
  const isUsable = (): boolean => work.base.read.orders.count() >= A_SCREEN;
  const steps: readonly (() => Promise<Sent>)[] = [
    ...first.map((part) => () => scan(work, part, enterAndSend)),
    ...open.map((part) => () => scan(work, part, enterAndSend, isUsable)),
    () => enterDue(work),
    () => nowUsable(work),
    ...rest.map((part) => () => scan(work, part, between)),
    ...open.map((part) => () => scan(work, part, enterAndSend)),
    () => enterDue(work),
  ];
  for (const step of steps) {
    const ended = await step();
    if (ended.state !== 'sent') return ended;
  }
  mark(work, (load) => ({ ...load, finishedAt: work.clock.now(), total: load.done }));
  work.desk.changed();
  return { state: 'sent' };
};

/** So many open orders with their parties and lines are a screen to begin with; the others follow. */
const A_SCREEN = 200;

const nowUsable = async (work: Work): Promise<Sent> => {
  if ((work.base.read.sync.account(work.accountId)?.firstLoad?.usableAt ?? null) === null) {
    mark(work, (load) => ({ ...load, usableAt: work.clock.now() }));
    work.desk.changed();
  }
  return { state: 'sent' };
};

/** Notes where the changes begin, before the first page: what changes during the load is found by them. */
const begin = async (work: Work, hour: CrmHour): Promise<Sent> => {
  if (work.base.read.sync.account(work.accountId)?.firstLoad) return { state: 'sent' };
  const { first, open, rest } = partsOf(work.connector.feeds);
  let total = 0;
  for (const { feed, part } of [...first, ...open, ...rest]) {
    const estimate = await work.connector.estimate(feed, part, work.signal);
    if (estimate.ok) total += estimate.value.rows;
    else {
      const trouble = failed(work, estimate.error);
      if (trouble.state !== 'sent') return trouble;
    }
  }
  const now = hour();
  const startedAt = work.clock.now();
  writeShadows(work, (stores, account) => {
    for (const feed of work.connector.feeds) {
      const value = { readTo: later(now, -OVERLAP_MS), window: null };
      if (feed.hasChanges) stores.sync.saveCursor({ accountId: account.id, scope: changesScope(feed), value });
    }
    stores.sync.saveAccount({
      ...account,
      firstLoad: { startedAt, usableAt: null, finishedAt: null, done: 0, total },
    });
  });
  return { state: 'sent' };
};

/** Reads one part to its end, or until it `isEnough` for now. */
const scan = async (
  work: Work,
  part: Part,
  between: () => Promise<Sent>,
  isEnough: () => boolean = () => false,
): Promise<Sent> => {
  const stored = scanCursor.nullable().parse(work.base.read.sync.cursor(work.accountId, scopeOf(part)));
  if (stored?.isFinished) return { state: 'sent' };
  let after = stored?.after ?? null;
  if (after !== null && isEnough()) return { state: 'sent' };
  for (;;) {
    if (work.signal.aborted) return INTERRUPTED;
    const answer = await work.connector.scan({ ...part, after }, work.signal);
    // A kind of record that this portal does not have is read through at once.
    if (!answer.ok && answer.error.state === 'unsupported') {
      const value = { after: null, isFinished: true };
      work.base.write((stores) => stores.sync.saveCursor({ accountId: work.accountId, scope: scopeOf(part), value }));
      return { state: 'sent' };
    }
    if (!answer.ok) return failed(work, answer.error);
    work.reached('page read, nothing stored');
    const { rows, problems, next } = answer.value;
    const load = writeShadows(work, (stores, account) => {
      work.counts.pulled += saveRows(work, stores, account, rows, part.part);
      saveProblems(work, stores, account, problems);
      const value = { after: next, isFinished: next === null };
      stores.sync.saveCursor({ accountId: account.id, scope: scopeOf(part), value });
      const known = requireDefined(account.firstLoad, 'the first load at work');
      const done = known.done + rows.length;
      const counted = { ...known, done, total: Math.max(known.total, done) };
      stores.sync.saveAccount({ ...account, firstLoad: counted });
      return counted;
    });
    work.reached('page is on the disk');
    work.progress(load.done, load.total, 'Загружаю из CRM');
    if (next === null) return { state: 'sent' };
    after = next;
    const other = await between();
    if (other.state !== 'sent' || isEnough()) return other;
  }
};

const mark = (work: Work, change: (load: FirstLoad) => FirstLoad): void =>
  work.base.write((stores) => {
    const account = requireDefined(stores.sync.account(work.accountId), 'the account at work');
    if (account.firstLoad !== null) stores.sync.saveAccount({ ...account, firstLoad: change(account.firstLoad) });
  });
