import { expect, test } from 'vitest';
import type { IsoInstant } from '#shared/kernel/date.ts';
import type { FaultKind } from '#test/fakes/http/faults.ts';
import type { Answer, Connector, Page, PushOperation } from '#main/sync/connectors/connector.ts';
import { aPortal, feedOf, must, NEVER } from './fake-line.ts';

/** «ok», «later limit», «stopped auth»: an answer in a word. */
const stateOf = (answer: Answer<unknown>): string => {
  if (answer.ok) return 'ok';
  return 'why' in answer.error ? `${answer.error.state} ${answer.error.why}` : answer.error.state;
};

const orders = (connector: Connector) => {
  return connector.scan({ feed: feedOf(connector, 'order'), part: 'all', after: null }, NEVER);
};

const KEY = '019ab000-0000-7000-8000-000000000002';
const aDeal: PushOperation = {
  kind: 'create',
  key: KEY,
  entity: 'order',
  type: null,
  fields: { title: 'Заказ' },
  links: {},
  lines: null,
};

test('a revoked webhook stops everything with a Russian message and one thing to do', async () => {
  const { connector, fake } = aPortal();
  fake.settings.state = 'revoked';
  const answer = await orders(connector);
  expect(answer).toMatchObject({ ok: false, error: { state: 'stopped', why: 'auth', action: 'newKey' } });
  expect(!answer.ok && answer.error.message).toMatch(/вебхук.*Данные в программе сохранены.*вставьте/su);
});

test.each([
  ['noPlan', 'tariff'],
  ['closed', 'portalGone'],
  ['overloaded', 'blocked'],
] as const)('a portal that is %s stops with its reason', async (state, why) => {
  const { connector, fake } = aPortal();
  fake.settings.state = state;
  expect(await orders(connector)).toMatchObject({ ok: false, error: { state: 'stopped', why } });
});

test('a page with status 200 in place of an answer is a broken line: nothing is read, nothing is gone', async () => {
  const { connector, fake } = aPortal();
  fake.settings.state = 'maintenance';
  const answer = await connector.read([{ entity: 'order', id: '25' }], NEVER);
  expect(answer).toMatchObject({ ok: false, error: { state: 'later', why: 'busy' } });
  expect(!answer.ok && answer.error.message).toContain('Ничего не изменено');
});

test('nobody answers: the queue waits, each time a little longer', async () => {
  const { connector, fake, clock } = aPortal();
  fake.settings.state = 'offline';
  const waits: number[] = [];
  for (let step = 0; step < 4; step += 1) {
    const answer = await orders(connector);
    if (!answer.ok && answer.error.state === 'later') waits.push(Date.parse(answer.error.until) - clock.nowMs());
  }
  expect(waits).toEqual(waits.toSorted((a, b) => a - b));
  expect(waits.at(-1)).toBeGreaterThan(30_000);
});

test.each(['lostBefore', 'hangBefore', 'gatewayBefore', 'html', 'truncated', 'short', 'broken'] satisfies FaultKind[])(
  'a read that meets «%s» is simply repeated later',
  async (kind) => {
    const { connector, fake } = aPortal();
    must(await connector.probe(NEVER));
    fake.faults.script({ label: 'batch', kind });
    const answer = await orders(connector);
    expect(answer).toMatchObject({ ok: false, error: { state: 'later' } });
    expect(must(await orders(connector)).rows.length).toBeGreaterThan(0);
  },
);

test.each([
  ['lostBefore', 'unknown', 'absent'],
  ['lostAfter', 'unknown', 'found'],
  ['hangAfter', 'unknown', 'found'],
  ['hangBefore', 'unknown', 'absent'],
  ['gatewayAfter', 'unknown', 'found'],
  ['gatewayBefore', 'unknown', 'absent'],
  ['html', 'unknown', 'absent'],
  ['truncated', 'unknown', 'found'],
  ['short', 'unknown', 'found'],
] as const)('a write that meets «%s» is %s, and the look-up finds it %s', async (kind, state, seen) => {
  const { connector, fake, clock } = aPortal();
  must(await connector.describe('order', NEVER));
  fake.faults.script({ label: 'batch', kind });
  const attempt = { startedAt: new Date(clock.nowMs()).toISOString() as IsoInstant };
  expect((await connector.push(aDeal, NEVER)).state).toBe(state);
  expect((await connector.lookUp(aDeal, attempt, NEVER)).state).toBe(seen);
  expect(fake.counters.effectsOf('crm.item.add')).toBe(seen === 'found' ? 1 : 0);
});

test('a portal that was renamed is followed by hand: nothing is lost, nothing is done twice', async () => {
  const { connector, fake } = aPortal();
  must(await connector.describe('order', NEVER));
  const fresh = await fake.rename(302);
  expect((await connector.push(aDeal, NEVER)).state).toBe('done');
  expect(connector.address()).toBe(fresh);
  expect(fake.counters.effectsOf('crm.item.add')).toBe(1);
});

test('a redirect to a stranger stops, and the key does not go there', async () => {
  const { connector, fake } = aPortal();
  await fake.rename(302, 'https://evil.example/rest/12/k0mplektfakewebhook/');
  const requests = fake.counters.requests;
  const answer = await orders(connector);
  expect(answer).toMatchObject({ ok: false, error: { state: 'stopped', why: 'renamed', action: 'checkAddress' } });
  expect(fake.counters.requests).toBeLessThanOrEqual(requests + 1);
});

test('colleagues behind the same address fill the bucket: we wait, go slower and are never refused for long', async () => {
  const { connector, fake } = aPortal();
  must(await connector.probe(NEVER));
  fake.neighbourCalls(49);
  const states = new Set<string>();
  for (let step = 0; step < 20; step += 1)
    states.add(stateOf(await connector.read([{ entity: 'order', id: '30' }], NEVER)));
  expect([...states].filter((state) => state !== 'ok' && state !== 'later limit')).toEqual([]);
  expect(fake.counters.throttled).toBeLessThan(4);
});

test('two hundred calls in a row stay under the bucket without one refusal', async () => {
  const { connector, fake } = aPortal();
  const states = new Set<string>();
  for (let step = 0; step < 100; step += 1)
    states.add(stateOf(await connector.read([{ entity: 'order', id: '30' }], NEVER)));
  expect([...states]).toEqual(['ok']);
  expect(fake.counters.throttled).toBe(0);
  expect(fake.counters.fullest).toBeLessThan(50);
});

test('a method that used up its ten minutes waits, the others go on', async () => {
  const { connector, fake, clock } = aPortal({
    deals: 3_000,
    settings: { operatingLimitSeconds: 20, cost: { page: 900, get: 20, write: 120, count: 200, network: 30 } },
  });
  const feed = feedOf(connector, 'order');
  const ids = new Set<string>();
  const refusals: string[] = [];
  let place: string | null = null;
  for (let step = 0; step < 300 && (place !== null || step === 0);) {
    const page: Answer<Page> = await connector.scan({ feed, part: 'all', after: place }, NEVER);
    if (page.ok) {
      for (const { id } of page.value.rows) ids.add(id);
      place = page.value.next;
      step += 1;
    } else {
      refusals.push(stateOf(page), stateOf(await connector.probe(NEVER)));
      clock.advance(page.error.state === 'later' ? Math.max(1_000, Date.parse(page.error.until) - clock.nowMs()) : 0);
    }
  }
  expect(ids.size).toBe(fake.model.ids(2).length);
  expect(new Set(refusals)).toEqual(new Set(['later limit', 'ok']));
});

test('a poisoned deal is named with its place, the others are read', async () => {
  const { connector, fake } = aPortal();
  const [good = 0, bad = 0] = fake.model.ids(2);
  fake.model.setRows('D', bad, [{ productName: 'Ткань', price: 10.005, quantity: 1, taxRate: 22, taxIncluded: 'Y' }]);
  const read = must(
    await connector.read(
      [
        { entity: 'order', id: String(good) },
        { entity: 'order', id: String(bad) },
      ],
      NEVER,
    ),
  );
  expect(read.rows.map(({ id }) => id)).toContain(String(good));
});

test('no line of the log and no failure ever shows the secret of the webhook', async () => {
  const { connector, fake, lines } = aPortal();
  const said: unknown[] = [];
  for (const state of ['ok', 'revoked', 'maintenance', 'closed', 'offline', 'overloaded'] as const) {
    fake.settings.state = state;
    said.push(await connector.probe(NEVER), await connector.push(aDeal, NEVER));
  }
  const failures = JSON.stringify(said.filter((each) => JSON.stringify(each).includes('"message"')));
  expect(JSON.stringify(lines)).not.toContain(fake.token);
  expect(failures).not.toContain(fake.token);
  expect(lines.length).toBeGreaterThan(5);
});
