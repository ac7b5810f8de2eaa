import { Worker } from 'node:worker_threads';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { EMPTY_MAPPING } from '#shared/domain/crm/mapping.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { createNodeHttp } from '#main/adapters-node/http.ts';
import { systemPace } from '#main/host/system-pace.ts';
import type { Connector, ConnectorSettings, CrmSystem, PushOperation } from '#main/sync/connectors/connector.ts';
import { createConnectorMaker } from '#main/sync/make-connector.ts';
import { createConnectorsApart } from '#main/sync/thread/connectors-apart.ts';
import { createThreadLine } from '#main/sync/thread/thread-line.ts';
import { startFakeBitrix24 } from '#test/fakes/start-bitrix24.ts';
import { startFakeMoySklad } from '#test/fakes/start-moysklad.ts';
import { feedOf, keepingLog, must, NEVER } from '../clients/fake-line.ts';
import { aFile, deal, doneRef, KEY, now } from '../clients/operations.ts';

const THREAD = new URL('../../../src-main/host/crm-thread.ts', import.meta.url);
const QUICK = { plan: 'box', cost: { page: 1, get: 1, write: 1, count: 1, network: 1 } } as const;

const aFakePortal = async () => {
  const fake = await startFakeBitrix24({ deals: 40, seed: 3, settings: QUICK });
  onTestFinished(fake.stop);
  return fake;
};

/** Connectors of a thread that a test may kill. */
const apart = (start?: () => Worker) => {
  const workers: Worker[] = [];
  const { log, lines } = keepingLog();
  const { makeConnector, close } = createConnectorsApart({
    start: () => {
      const worker = start?.() ?? new Worker(THREAD, { execArgv: [] });
      workers.push(worker);
      return worker;
    },
    pace: systemPace,
    logger: log,
  });
  onTestFinished(close);
  const connect = (system: CrmSystem, address: string, token: string | null): Connector =>
    must(makeConnector(system, settingsOf(address, token)));
  return { connect, makeConnector, close, workers, lines };
};

const settingsOf = (address: string, token: string | null): ConnectorSettings => ({
  address,
  token,
  mapping: EMPTY_MAPPING,
  calibration: null,
  installation: 'apart1',
});

const direct = (system: CrmSystem, address: string, token: string | null): Connector =>
  must(
    createConnectorMaker({ http: createNodeHttp(), pace: systemPace, log: keepingLog().log })(
      system,
      settingsOf(address, token),
    ),
  );

const CRMS = [
  { system: 'bitrix24', start: aFakePortal, token: () => null },
  {
    system: 'moysklad',
    start: async () => {
      const fake = await startFakeMoySklad({ orders: 40, seed: 3 });
      onTestFinished(fake.stop);
      return fake;
    },
    token: (fake: { readonly token: string }) => fake.token,
  },
] as const;

describe.each(CRMS)('a connector of $system in a thread of its own', ({ system, start, token }) => {
  test('answers every question as one in this thread does', async () => {
    const fake = await start();
    const [here, there] = [direct, apart().connect].map((make) => make(system, fake.url, token(fake)));
    const both = [requireDefined(here, 'one here'), requireDefined(there, 'one apart')] as const;
    const ask = async (question: (connector: Connector) => Promise<unknown>): Promise<void> => {
      const [mine, theirs] = [await question(both[0]), await question(both[1])];
      expect(theirs).toEqual(mine);
    };
    expect(both[1].feeds).toEqual(both[0].feeds);
    const orders = feedOf(both[0], 'order');
    await ask((one) => one.dictionaries(NEVER));
    await ask((one) => one.estimate(orders, 'all', NEVER));
    await ask((one) => one.scan({ feed: orders, part: 'all', after: null }, NEVER));
    const rows = must(await both[0].scan({ feed: orders, part: 'all', after: null }, NEVER)).rows;
    const refs = [...rows.slice(0, 3), { entity: 'order' as const, id: 'nobody' }];
    await ask((one) => one.read(refs, NEVER));
    expect(both[1].address()).toBe(both[0].address());
    const hours = both.map((one) => Date.parse(one.serverNow() ?? '2026-11-22T09:00:00.000Z'));
    expect(Math.abs((hours[0] ?? 0) - (hours[1] ?? 0))).toBeLessThanOrEqual(2000);
    expect(both[1].limits().requests).toBeGreaterThan(2);
  }, 60_000);
});

const comment = (id: number): PushOperation => ({ kind: 'comment', key: KEY, ref: deal(id), text: 'Счёт № 15' });

describe('a connector in a thread', () => {
  test('carries a file there and back byte by byte', async () => {
    const fake = await aFakePortal();
    const connector = apart().connect('bitrix24', fake.url, null);
    const [id = 0] = fake.model.ids(2);
    const bytes = new Uint8Array([1, 2, 3, 250, 0, 9]);
    const outcome = await connector.push(aFile(deal(id), bytes), NEVER);
    const file = { id: outcome.state === 'done' ? (outcome.answer ?? '') : '', name: '', size: null };
    expect([...must(await connector.download(deal(id), file, NEVER))]).toEqual([...bytes]);
  });

  test.each(['hangBefore', 'hangAfter'] as const)(
    'a thread that dies under a write (%s) leaves it unclear, and looking it up first makes it once',
    async (kind) => {
      const fake = await aFakePortal();
      const { connect, workers, lines } = apart();
      const connector = connect('bitrix24', fake.url, null);
      const [id = 0] = fake.model.ids(2);
      const before = fake.model.records('comment').length;
      const startedAt = Date.now();
      fake.faults.script({ label: 'crm.timeline.comment.add', kind });
      const pushed = connector.push(comment(id), NEVER);
      await vi.waitFor(() => expect(fake.faults.played.get(kind)).toBe(1), { timeout: 10_000 });
      await workers[0]?.terminate();
      expect(await pushed).toMatchObject({ state: 'unknown' });

      const found = await connector.lookUp(comment(id), now(startedAt), NEVER);
      expect(found.state).toBe(kind === 'hangAfter' ? 'found' : 'absent');
      if (found.state === 'absent') doneRef(await connector.push(comment(id), NEVER));
      expect(fake.model.records('comment')).toHaveLength(before + 1);
      expect(workers).toHaveLength(2);
      expect(lines.map(({ event }) => event)).toContain('crm.threadEnded');
    },
  );

  test('a read under which the thread dies is made again later', async () => {
    const fake = await aFakePortal();
    const { connect, workers } = apart();
    const connector = connect('bitrix24', fake.url, null);
    fake.faults.random({ rate: 1, kinds: ['hangBefore'], seed: 1 });
    const asked = connector.dictionaries(NEVER);
    await vi.waitFor(() => expect(fake.faults.played.size).toBe(1), { timeout: 10_000 });
    await workers[0]?.terminate();
    expect(await asked).toMatchObject({ ok: false, error: { state: 'later', scope: 'portal' } });
    fake.faults.clear();
    expect(await connector.dictionaries(NEVER)).toMatchObject({ ok: true });
  });

  test('a thread that cannot be started is a broken line and no broken program', async () => {
    const { connect } = apart(() => new Worker(new URL('./no-such-thread.ts', import.meta.url), { execArgv: [] }));
    const connector = connect('bitrix24', 'https://a.bitrix24.ru/rest/1/abc123/', null);
    expect(await connector.probe(NEVER)).toMatchObject({ ok: false, error: { state: 'later' } });
  });

  test('a question that is called off ends, and closing ends the thread and whatever is asked', async () => {
    const fake = await aFakePortal();
    const { connect, workers, close } = apart();
    const connector = connect('bitrix24', fake.url, null);
    const [id = 0] = fake.model.ids(2);
    fake.faults.random({ rate: 1, kinds: ['hangBefore'], seed: 1 });
    const off = new AbortController();
    const asked = connector.dictionaries(off.signal);
    await vi.waitFor(() => expect(fake.faults.played.size).toBe(1), { timeout: 10_000 });
    off.abort();
    expect(await asked).toMatchObject({ ok: false, error: { state: 'later', why: 'cancelled' } });

    const pushed = connector.push(comment(id), NEVER);
    const ended = new Promise((resolve) => workers[0]?.once('exit', resolve));
    await vi.waitFor(() => expect(fake.faults.played.get('hangBefore')).toBe(2), { timeout: 10_000 });
    await close();
    await ended;
    expect(await pushed).toMatchObject({ state: 'unknown' });
    expect(await connector.push(comment(id), NEVER)).toMatchObject({ state: 'later', why: 'cancelled' });
    expect(workers).toHaveLength(1);
  });

  test('a thread that does not answer even when it is called off is ended, and its question with it', async () => {
    const mute = new Worker(new URL('./processes/mute-thread.ts', import.meta.url), { execArgv: [] });
    const line = createThreadLine(() => mute, keepingLog().log, 1);
    const { ask } = line.connect('bitrix24', settingsOf('https://a.bitrix24.ru/rest/1/abc123/', null));
    const off = new AbortController();
    const asked = ask({ method: 'dictionaries', asked: [] }, off.signal);
    off.abort();
    expect(await asked).toEqual({ state: 'lost' });
    await line.close();
  });

  test('an address that is none is refused without a thread, and no line of the log holds a key', async () => {
    const { makeConnector, connect, workers, lines } = apart();
    expect(makeConnector('moysklad', settingsOf('не адрес', 'k'))).toMatchObject({ ok: false });
    expect(workers).toEqual([]);
    const fake = await aFakePortal();
    const connector = connect('bitrix24', fake.url, null);
    fake.faults.random({ rate: 0.5, kinds: ['html', 'truncated', 'broken', 'lostAfter'], seed: 2 });
    for (let round = 0; round < 5; round += 1) await connector.dictionaries(NEVER);
    expect(lines.length).toBeGreaterThan(0);
    expect(JSON.stringify(lines)).not.toContain(fake.token);
  });
});
