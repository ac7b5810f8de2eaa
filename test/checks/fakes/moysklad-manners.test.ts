import { describe, expect, test } from 'vitest';
import { ConnectionLost } from '#test/fakes/http/wire.ts';
import { aStore, at, listAt, type AskedStore } from './ask.ts';

const FREE = { settings: { cost: { page: 0, row: 0, get: 0, write: 0, network: 0 } } };

const anOrder = async (store: AskedStore): Promise<Record<string, unknown>> =>
  listAt((await store.call('GET', 'entity/customerorder?limit=1')).body, 'rows')[0] ?? {};
const bodyOf = (order: Record<string, unknown>, more: Record<string, unknown> = {}) => ({
  organization: order['organization'],
  agent: order['agent'],
  ...more,
});
const codeOf = (body: unknown): unknown => at(body, 'errors', 0, 'code');
const rowsOf = async (store: AskedStore, path: string) => listAt((await store.call('GET', path)).body, 'rows');

describe('the door', () => {
  test('wants gzip, its own Accept and a token', async () => {
    const store = aStore();
    expect((await store.call('GET', 'context/employee', undefined, { 'accept-encoding': 'identity' })).status).toBe(
      415,
    );
    expect(codeOf((await store.call('GET', 'context/employee', undefined, { accept: 'application/json' })).body)).toBe(
      1062,
    );
    const stranger = await store.call('GET', 'context/employee', undefined, { authorization: 'Bearer guessed' });
    expect([stranger.status, codeOf(stranger.body), stranger.headers['x-lognex-auth']]).toEqual([401, 1056, '401001']);
    store.settings.state = 'revoked';
    expect((await store.call('GET', 'context/employee')).status).toBe(401);
  });

  test.each([
    ['2026-11-22T09:00:00Z', 15],
    ['2026-12-01T09:00:00Z', 11],
  ])('lets requests in by units of three seconds: on %s %i', async (moment, allowed) => {
    const store = aStore(FREE);
    store.clock.advance(Date.parse(moment) - store.clock.nowMs());
    const answers = [];
    for (let turn = 0; turn <= allowed; turn += 1) answers.push(await store.call('GET', 'entity/store'));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(allowed);
    const refused = answers.at(-1);
    expect([
      refused?.status,
      codeOf(refused?.body),
      refused?.headers['x-ratelimit-limit'],
      refused?.headers['x-ratelimit-remaining'],
    ]).toEqual([429, 1049, String(allowed), '0']);
    store.clock.advance(Number(refused?.headers['x-lognex-retry-after']));
    expect((await store.call('GET', 'entity/store')).status).toBe(200);
  });

  test('has five places at once', async () => {
    const store = aStore();
    const answers = await Promise.all(Array.from({ length: 6 }, () => store.call('GET', 'entity/store')));
    const refused = answers.find(({ status }) => status === 429);
    expect([codeOf(refused?.body), refused?.headers['x-lognex-auth']]).toEqual([1073, '429005']);
  });

  test('closes after two hundred equal failures in a minute', async () => {
    const store = aStore({ settings: { ...FREE.settings, unitsPerRequest: 0.01 } });
    for (let turn = 0; turn < 201; turn += 1) await store.call('GET', 'entity/nonsense');
    expect(codeOf((await store.call('GET', 'entity/store')).body)).toBe(1061);
  });
});

describe('lists', () => {
  test('are cut by limit and offset and name the next page', async () => {
    const store = aStore({ orders: 250 });
    const { body } = await store.call('GET', 'entity/customerorder?limit=100&offset=100');
    expect([at(body, 'meta', 'size'), at(body, 'meta', 'limit'), at(body, 'meta', 'offset')]).toEqual([250, 100, 100]);
    const next = await store.call('GET', String(at(body, 'meta', 'nextHref')));
    expect(listAt(next.body, 'rows')).toHaveLength(50);
    expect(at(next.body, 'meta', 'nextHref')).toBeUndefined();
  });

  test('pass over expand when the limit is above a hundred or not told', async () => {
    const store = aStore();
    const small = await rowsOf(store, 'entity/customerorder?limit=100&expand=agent,positions.assortment,state');
    expect(at(small[0], 'agent', 'inn')).toBeDefined();
    expect(at(small[0], 'state', 'name')).toBeDefined();
    expect(at(small[0], 'positions', 'rows', 0, 'assortment', 'name')).toBeDefined();
    const large = await rowsOf(store, 'entity/customerorder?limit=101&expand=agent');
    expect(at(large[0], 'agent', 'inn')).toBeUndefined();
    expect(at((await rowsOf(store, 'entity/customerorder?expand=agent'))[0], 'agent', 'inn')).toBeUndefined();
  });

  test.each([
    ['name=00001', 1],
    ['name=00001;name=00002', 2],
    ['name!=00001', 39],
    ['name~0000', 9],
    ['name~=0000', 9],
    ['name=~1', 4],
    ['sum>1;name=00001', 1],
    ['state.name=Доставлен;state.name=Отменен', 20],
    ['name=a\\;b', 0],
    ['updated<2020-01-01 00:00:00', 0],
    ['isDeleted=true', 0],
    ['isDeleted=true;isDeleted=false', 40],
  ])('filter «%s» finds %i', async (filter, size) => {
    const store = aStore({ orders: 40 });
    const { body } = await store.call('GET', `entity/customerorder?filter=${encodeURIComponent(filter)}`);
    expect(at(body, 'meta', 'size')).toBe(size);
  });

  test.each([
    ['filter=updated>вчера', 1035],
    ['filter=sum>много', 1014],
    ['filter=applicable=да', 1041],
    ['filter=nonsense=1', 1034],
    ['order=nonsense', 1063],
    ['limit=-1', 1040],
  ])('«%s» is refused with %i', async (query, code) => {
    expect(codeOf((await aStore().call('GET', `entity/customerorder?${query}`)).body)).toBe(code);
  });

  test('can be ordered and closed by moments of Moscow', async () => {
    const store = aStore({ orders: 40 });
    const order = await anOrder(store);
    await store.call('PUT', `entity/customerorder/${String(order['id'])}`, { description: 'Срочно' });
    const rows = await rowsOf(
      store,
      `entity/customerorder?filter=${encodeURIComponent('updated>=2026-11-22 12:00:00;updated<2026-11-22 12:01:00')}&order=updated,desc`,
    );
    expect(rows.map(({ id }) => id)).toEqual([order['id']]);
    expect(String(rows[0]?.['updated'])).toMatch(/^2026-11-22 12:00:00\.\d{3}$/u);
  });
});

describe('writes', () => {
  test('with the same syncId give the earlier object; it cannot be changed later', async () => {
    const store = aStore();
    const body = bodyOf(await anOrder(store), { syncId: '734a9e26-45a2-4ead-849c-e144daeb854d' });
    const one = await store.call('POST', 'entity/customerorder', body);
    const two = await store.call('POST', 'entity/customerorder', body);
    expect(at(two.body, 'id')).toBe(at(one.body, 'id'));
    expect(store.counters.effectsOf('POST entity/customerorder')).toBe(1);
    const changed = await store.call('PUT', `entity/customerorder/${String(at(one.body, 'id'))}`, {
      syncId: '734a9e26-45a2-4ead-849c-e144daeb854e',
    });
    expect(codeOf(changed.body)).toBe(1047);
  });

  test('with the same externalCode make a double', async () => {
    const store = aStore();
    const order = await anOrder(store);
    for (let turn = 0; turn < 2; turn += 1) {
      await store.call('POST', 'entity/contract', {
        ownAgent: order['organization'],
        agent: order['agent'],
        externalCode: 'K-1',
      });
    }
    expect(store.model.duplicateKeys()).toEqual(['contract externalCode K-1']);
  });

  test('of positions replace the whole list, and sums follow to the kopek', async () => {
    const store = aStore();
    const order = await anOrder(store);
    const path = `entity/customerorder/${String(order['id'])}`;
    const [product] = await rowsOf(store, 'entity/product?limit=1');
    const [kept] = await rowsOf(store, `${path}/positions`);
    const positions = [
      { id: kept?.['id'], quantity: 1, price: 10_001, discount: 0, vat: 22, vatEnabled: true, assortment: product },
      { quantity: 3, price: 3_333, discount: 10, vat: 22, vatEnabled: true, assortment: product },
    ];
    const { body } = await store.call('PUT', path, { positions });
    expect([at(body, 'sum'), at(body, 'vatSum'), at(body, 'positions', 'meta', 'size')]).toEqual([19_000, 3_426, 2]);
    expect((await rowsOf(store, `${path}/positions`))[0]?.['id']).toBe(kept?.['id']);
  });

  test('of links move the sums of the order', async () => {
    const store = aStore();
    const order = (await store.call('POST', 'entity/customerorder', bodyOf(await anOrder(store)))).body;
    const path = `entity/customerorder/${String(order['id'])}`;
    await store.call(
      'POST',
      'entity/paymentin',
      bodyOf(order, { sum: 500, operations: [{ meta: order['meta'], linkedSum: 300 }] }),
    );
    expect(at((await store.call('GET', path)).body, 'payedSum')).toBe(300);
    expect(listAt((await store.call('GET', path)).body, 'payments')).toHaveLength(1);
  });

  test('of a state take its address; a null empties a reference', async () => {
    const store = aStore();
    const order = await anOrder(store);
    const path = `entity/customerorder/${String(order['id'])}`;
    const states = listAt((await store.call('GET', 'entity/customerorder/metadata')).body, 'states');
    const { body } = await store.call('PUT', path, { state: { meta: states[2]?.['meta'] }, store: null });
    expect(at(body, 'state', 'meta', 'href')).toBe(at(states[2], 'meta', 'href'));
    expect(body['store']).toBeUndefined();
    expect(codeOf((await store.call('PUT', path, { agent: null })).body)).toBe(3000);
  });

  test('in an array are saved one by one, and one bad row makes the whole answer 400', async () => {
    const store = aStore();
    const order = await anOrder(store);
    const { status, text } = await store.call('POST', 'entity/customerorder', [
      bodyOf(order),
      { agent: order['agent'] },
    ]);
    const rows = JSON.parse(text) as unknown[];
    expect(status).toBe(400);
    expect(at(rows[0], 'id')).toBeDefined();
    expect(codeOf(rows[1])).toBe(3000);
    expect(store.counters.effectsOf('POST entity/customerorder')).toBe(1);
  });

  test.each([
    [{ name: '00002' }, 3006],
    [{ applicable: 'да' }, 2016],
    [{ moment: 'вчера' }, 2016],
    [{ organization: { meta: {} } }, 2010],
  ])('%o are refused with %i', async (fields, code) => {
    const store = aStore();
    const order = await anOrder(store);
    expect(codeOf((await store.call('PUT', `entity/customerorder/${String(order['id'])}`, fields)).body)).toBe(code);
  });

  test('that meet another editor are refused once', async () => {
    const store = aStore({ settings: { raceOn: 'customerorder' } });
    const path = `entity/customerorder/${String((await anOrder(store))['id'])}`;
    expect(codeOf((await store.call('PUT', path, { description: 'а' })).body)).toBe(1065);
    expect((await store.call('PUT', path, { description: 'а' })).status).toBe(200);
  });
});

describe('what disappears', () => {
  test('goes to the trash and is found there, or is gone and told by the audit', async () => {
    const store = aStore({ orders: 40 });
    const order = await anOrder(store);
    const path = `entity/customerorder/${String(order['id'])}`;
    await store.call('POST', `${path}/trash`);
    expect((await rowsOf(store, 'entity/customerorder')).map(({ id }) => id)).not.toContain(order['id']);
    const trash = await rowsOf(store, 'entity/customerorder?filter=isDeleted=true');
    expect(trash.map(({ id, deleted }) => [id, typeof deleted])).toEqual([[order['id'], 'string']]);
    expect((await store.call('DELETE', path)).status).toBe(200);
    expect(codeOf((await store.call('GET', path)).body)).toBe(1021);
    const contexts = await rowsOf(store, 'audit?filter=eventType=delete;entityType=customerorder');
    const events = await rowsOf(store, `audit/${String(contexts[0]?.['id'])}/events`);
    expect(String(at(events[0], 'entity', 'meta', 'href'))).toContain(String(order['id']));
  });

  test('stays while others point at it, and needs a trash that is switched on', async () => {
    const store = aStore({ settings: { hasRecycleBin: false } });
    const order = await anOrder(store);
    const agent = String(at(order, 'agent', 'meta', 'href'));
    const refused = await store.call('DELETE', agent);
    expect([refused.status, codeOf(refused.body), listAt(refused.body, 'errors', 0, 'dependencies').length]).toEqual([
      409, 1028, 1,
    ]);
    expect(codeOf((await store.call('POST', `entity/customerorder/${String(order['id'])}/trash`)).body)).toBe(1067);
  });
});

describe('files', () => {
  test('equal by name and bytes are one; a download leads to an address where no token is wanted', async () => {
    const store = aStore();
    const path = `entity/customerorder/${String((await anOrder(store))['id'])}/files`;
    await store.call('POST', path, [{ filename: 'a.pdf', content: 'YWJj' }]);
    await store.call('POST', path, [{ filename: 'a.pdf', content: 'YWJj' }]);
    const rows = await rowsOf(store, path);
    expect(rows).toHaveLength(1);
    const sent = await store.call('GET', String(at(rows[0], 'meta', 'downloadHref')));
    expect(sent.status).toBe(302);
    const get = (headers: Record<string, string>) =>
      store.transport({ method: 'GET', url: String(sent.headers['location']), headers });
    expect(new TextDecoder().decode((await get({})).body)).toBe('abc');
    expect((await get({ authorization: `Bearer ${store.token}` })).status).toBe(400);
    store.clock.advance(301_000);
    expect((await get({})).status).toBe(403);
  });

  test('of prints lie at a temporary address', async () => {
    const store = aStore();
    const { status, headers } = await store.call(
      'POST',
      `entity/customerorder/${String((await anOrder(store))['id'])}/export`,
      { extension: 'pdf' },
    );
    expect(status).toBe(303);
    expect(headers['location']).toContain('/temporary/');
  });
});

test('a colleague’s edit leaves who, what and which values in the audit', async () => {
  const store = aStore();
  const id = store.model.ids('customerorder')[0] ?? '';
  store.model.change('customerorder', id, { description: 'Переговорили' });
  const events = await rowsOf(store, `entity/customerorder/${id}/audit`);
  expect([events[0]?.['uid'], at(events[0], 'diff', 'description', 'newValue')]).toEqual([
    'petrov@komplekt',
    'Переговорили',
  ]);
});

test('a lost answer of a write with syncId is harmless', async () => {
  const store = aStore();
  const body = bodyOf(await anOrder(store), { syncId: 's-1' });
  store.faults.script({ label: 'POST entity/customerorder', kind: 'lostAfter' });
  await expect(store.call('POST', 'entity/customerorder', body)).rejects.toThrow(ConnectionLost);
  expect((await store.call('POST', 'entity/customerorder', body)).status).toBe(200);
  expect(store.model.duplicateKeys()).toEqual([]);
});

test('a narrower role sees a part of the orders', async () => {
  const store = aStore({ orders: 200, settings: { visibleShare: 0.5 } });
  const size = Number(at((await store.call('GET', 'entity/customerorder')).body, 'meta', 'size'));
  expect(size).toBeGreaterThan(70);
  expect(size).toBeLessThan(130);
});
