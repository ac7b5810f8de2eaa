import type { HttpFailure, HttpTransport } from '#main/ports/http.ts';
import type { Logger, LogFields } from '#main/ports/logger.ts';
import type { Connector, ConnectorSettings, Feed, LoadPart } from '#main/sync/connectors/connector.ts';
import { createBitrix24 } from '#main/sync/connectors/bitrix24/create-bitrix24.ts';
import { createMoySklad } from '#main/sync/connectors/moysklad/create-moysklad.ts';
import type { Pace } from '#main/sync/transport/pace.ts';
import { EMPTY_MAPPING } from '#shared/domain/crm/mapping.ts';
import type { CrmRow } from '#shared/domain/crm/row.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { createFakeBitrix24 } from '#test/fakes/start-bitrix24.ts';
import { createFakeMoySklad } from '#test/fakes/start-moysklad.ts';
import type { FakeBitrix24Options } from '#test/fakes/bitrix24/contract.ts';
import type { FakeMoySkladOptions } from '#test/fakes/moysklad/contract.ts';
import { createVirtualClock, type FakeClock } from '#test/fakes/http/clock.ts';
import { ConnectionLost, type FakeTransport } from '#test/fakes/http/wire.ts';

/** The port over a fake server in the same process: its timeouts run on the clock of the simulation. */
const lineOver = (transport: FakeTransport, clock: FakeClock): HttpTransport => ({
  send: async ({ method, url, headers, body, timeoutMs }, signal) => {
    const stop = new AbortController();
    try {
      const answer = await Promise.race([
        transport(
          { method, url, headers, ...(body === null ? {} : { body }) },
          { signal: AbortSignal.any([signal, stop.signal]) },
        ),
        clock.sleep(timeoutMs).then(() => null),
      ]);
      return answer === null ? err<HttpFailure>({ code: 'timeout', mayHaveArrived: true }) : ok(answer);
    } catch (error) {
      if (error instanceof ConnectionLost)
        return err(
          error.code === 'ECONNREFUSED'
            ? { code: 'offline', mayHaveArrived: false }
            : { code: error.code === 'ECONNRESET' ? 'reset' : 'cut', mayHaveArrived: true },
        );
      throw error;
    } finally {
      stop.abort();
    }
  },
});

/** Keeps the moment of every request that leaves, whatever comes of it. */
const counted = (
  line: HttpTransport,
  clock: FakeClock,
): { readonly http: HttpTransport; readonly sentAt: number[] } => {
  const sentAt: number[] = [];
  const send: HttpTransport['send'] = (request, signal) => {
    sentAt.push(clock.nowMs());
    return line.send(request, signal);
  };
  return { http: { send }, sentAt };
};

export const paceOf = (clock: FakeClock): Pace => ({
  now: clock.nowMs,
  sleep: async (ms, signal) => {
    if (!signal.aborted) await clock.sleep(ms);
  },
  random: () => 0.5,
});

export type KeptLine = { readonly event: string; readonly fields: LogFields };

/** Keeps every line of the log, to be searched for secrets. */
export const keepingLog = (): { readonly log: Logger; readonly lines: KeptLine[] } => {
  const lines: KeptLine[] = [];
  const keep = (event: string, fields: LogFields = {}) => {
    lines.push({ event, fields });
  };
  return { log: { info: keep, error: keep }, lines };
};

export const NEVER = new AbortController().signal;

const made = (connector: Result<Connector, string>): Connector => {
  if (!connector.ok) throw new Error(connector.error);
  return connector.value;
};

const START = '2026-11-22T06:00:00Z';

/** A portal of Битрикс24 with a connector of its webhook. */
export const aPortal = (options: FakeBitrix24Options = {}, more: Partial<ConnectorSettings> = {}) => {
  const clock = createVirtualClock(START);
  const fake = createFakeBitrix24({ clock, deals: 60, seed: 1, ...options });
  const { log, lines } = keepingLog();
  const settings = {
    address: fake.url,
    token: null,
    mapping: EMPTY_MAPPING,
    calibration: null,
    installation: 'test1',
    ...more,
  };
  const { http, sentAt } = counted(lineOver(fake.transport, clock), clock);
  const deps = { http, pace: paceOf(clock), log };
  const again = (changed: Partial<ConnectorSettings>): Connector =>
    made(createBitrix24(deps, { ...settings, ...changed }));
  return { clock, fake, lines, sentAt, connector: again({}), again };
};

/** An account of МойСклад with a connector of a token. */
export const anAccount = (options: FakeMoySkladOptions = {}, more: Partial<ConnectorSettings> = {}) => {
  const clock = createVirtualClock(START);
  const fake = createFakeMoySklad({ clock, orders: 60, seed: 1, ...options });
  const { log, lines } = keepingLog();
  const settings = {
    address: fake.url,
    token: fake.token,
    mapping: EMPTY_MAPPING,
    calibration: null,
    installation: 'test1',
    ...more,
  };
  const { http, sentAt } = counted(lineOver(fake.transport, clock), clock);
  const deps = { http, pace: paceOf(clock), log };
  return { clock, fake, lines, sentAt, connector: made(createMoySklad(deps, settings)) };
};

/** Everything that pages bring, to the last one; `once` asks for one of them. */
export const allPages = async <T extends { readonly next: string | null }>(
  once: (after: string | null) => Promise<Result<T, unknown>>,
): Promise<readonly T[]> => {
  const pages: T[] = [];
  for (let after: string | null = null; ;) {
    const page: T = must(await once(after));
    pages.push(page);
    if (page.next === null) return pages;
    after = page.next;
  }
};

/** The feed of that name. */
export const feedOf = (connector: Connector, name: string): Feed => {
  const feed = connector.feeds.find((each) => each.name === name);
  if (feed === undefined) throw new Error(`no feed ${name}`);
  return feed;
};

/** Rows of a whole load. */
export const scanAll = async (connector: Connector, name: string, part: LoadPart = 'all'): Promise<CrmRow[]> => {
  const pages = await allPages((after) => connector.scan({ feed: feedOf(connector, name), part, after }, NEVER));
  const problems = pages.flatMap((page) => page.problems);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return [...new Map(pages.flatMap(({ rows }) => rows).map((row) => [row.id, row])).values()];
};

/** The value of an answer that must have worked. */
export const must = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(`expected an answer, got ${JSON.stringify(result.error)}`);
  return result.value;
};
