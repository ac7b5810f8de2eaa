import { describe, expect, test } from 'vitest';
import { FAULT_KINDS } from '#test/fakes/http/faults.ts';
import { ConnectionLost } from '#test/fakes/http/wire.ts';
import { aPortal, at, listAt, type Asked } from './ask.ts';

const DEAL = 2;

describe('the bucket of the portal', () => {
  test('lets fifty requests in at once and refuses the next with 503', async () => {
    const portal = aPortal({ settings: { cost: { page: 0, get: 0, write: 0, count: 0, network: 0 } } });
    const answers = await Promise.all(Array.from({ length: 60 }, () => portal.call('server.time')));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(50);
    expect(answers.at(-1)?.body).toEqual({ error: 'QUERY_LIMIT_EXCEEDED', error_description: 'Too many requests' });
    expect(portal.counters.throttled).toBe(10);
  });

  test('leaks two requests a second, and neighbours fill it too', async () => {
    const portal = aPortal();
    portal.neighbourCalls(60);
    expect((await portal.call('server.time')).status).toBe(503);
    portal.clock.advance(1_000);
    expect((await portal.call('server.time')).status).toBe(200);
    expect((await portal.call('server.time')).status).toBe(200);
  });

  test('is not there in the box', async () => {
    const portal = aPortal({ settings: { plan: 'box' } });
    portal.neighbourCalls(1_000);
    expect((await portal.call('server.time')).status).toBe(200);
  });
});

test('a method that used up its operating time is blocked alone, in a batch too, and is free again later', async () => {
  const portal = aPortal({
    settings: { plan: 'enterprise', cost: { page: 30_000, get: 10, write: 10, count: 0, network: 0 } },
  });
  const list = () => portal.call('crm.item.list', { entityTypeId: DEAL, start: -1 });
  let answer = await list();
  for (let turn = 0; turn < 15; turn += 1) answer = await list();
  expect(answer.status).toBe(200);
  const blocked = await list();
  expect(blocked.status).toBe(429);
  expect(blocked.body['error']).toBe('OPERATION_TIME_LIMIT');
  expect((await portal.call('crm.item.get', { entityTypeId: DEAL, id: 1 })).status).toBe(200);
  const batch = await portal.call('batch', {
    cmd: { a1: 'crm.item.list?entityTypeId=2', a2: 'crm.item.get?entityTypeId=2&id=1' },
  });
  expect(at(batch.body, 'result', 'result_error', 'a1', 'error')).toBe('OPERATION_TIME_LIMIT');
  const resetAt = Number(at(answer.body, 'time', 'operating_reset_at')) * 1_000;
  portal.clock.advance(resetAt - portal.clock.nowMs() + 1_000);
  expect((await list()).status).toBe(200);
});

describe('lists', () => {
  test('give fifty rows with total and next, or without counting with start −1', async () => {
    const portal = aPortal({ deals: 300 });
    const first = await portal.call('crm.item.list', { entityTypeId: DEAL, select: ['id'] });
    expect([at(first.body, 'total'), at(first.body, 'next'), listAt(first.body, 'result', 'items').length]).toEqual([
      300, 50, 50,
    ]);
    const last = await portal.call('crm.item.list', { entityTypeId: DEAL, select: ['id'], start: 250 });
    expect(at(last.body, 'next')).toBeUndefined();
    const uncounted = await portal.call('crm.item.list', { entityTypeId: DEAL, select: ['id'], start: -1 });
    expect([at(uncounted.body, 'total'), at(uncounted.body, 'next')]).toEqual([0, undefined]);
  });

  test('walked by id windows show every deal once, holes and added ones included', async () => {
    const portal = aPortal({ deals: 300 });
    portal.model.deleteItem(DEAL, 12);
    const added = portal.model.addItem(DEAL, { title: 'Ещё одна' });
    const seen: unknown[] = [];
    for (let after = 0; ;) {
      const { body } = await portal.call('crm.item.list', {
        entityTypeId: DEAL,
        select: ['id'],
        filter: { '>id': after },
        order: { id: 'ASC' },
        start: -1,
      });
      const ids = listAt(body, 'result', 'items').map(({ id }) => id);
      seen.push(...ids);
      after = Number(ids.at(-1));
      if (ids.length < 50) break;
    }
    expect(seen).toEqual(portal.model.ids(DEAL));
    expect(seen).toHaveLength(300);
    expect(seen.at(-1)).toBe(added);
    expect(seen).not.toContain(12);
  });

  test.each([
    [{ '=stageSemanticId': 'P' }, 150],
    [{ '!=stageSemanticId': 'P' }, 150],
    [{ '@categoryId': [0, 1, 2] }, 300],
    [{ '%title': 'Заказ 1005' }, 1],
    [{ title: 'Заказ 1005' }, 0],
    [{ '=%title': 'Заказ 1005%' }, 1],
    [{ '>=id': 1, '<id': 5 }, 4],
    [{ logic: 'OR', 0: { id: 1 }, 1: { id: 2 } }, 2],
    [{ ufCrm_1700000033: 'Y' }, 0],
    [{ ufCrm_1700000033: 0 }, 300],
  ])('filter %o finds %i', async (filter, count) => {
    const portal = aPortal({ deals: 300 });
    const { body } = await portal.call('crm.item.list', { entityTypeId: DEAL, select: ['id'], filter });
    expect(at(body, 'total')).toBe(count);
  });
});

describe('dates', () => {
  const NEWEST = { entityTypeId: DEAL, select: ['id', 'updatedTime'], order: { updatedTime: 'DESC' } };
  const countFrom = async (portal: ReturnType<typeof aPortal>, value: string) =>
    at((await portal.call('crm.item.list', { entityTypeId: DEAL, filter: { '>=updatedTime': value } })).body, 'total');
  const newestOf = async (portal: ReturnType<typeof aPortal>) =>
    String(listAt((await portal.call('crm.item.list', NEWEST)).body, 'result', 'items')[0]?.['updatedTime']);

  test('are shown in the employee’s clock with the offset of the server', async () => {
    const portal = aPortal({ settings: { userShiftHours: 2 } });
    const { body } = await portal.call('crm.item.add', { entityTypeId: DEAL, fields: { title: 'Сейчас' } });
    expect(at(body, 'result', 'item', 'updatedTime')).toBe('2026-11-22T14:00:00+03:00');
    expect(at(body, 'time', 'date_start')).toBe('2026-11-22T12:00:00+03:00');
  });

  test.each([
    ['both', 1, 1],
    ['isoUnmatched', 0, 1],
    ['isoIgnored', 300, 1],
  ] as const)('a filter in the mode «%s» finds %i by ISO and %i by plain text', async (dateFilter, byIso, byText) => {
    const portal = aPortal({ deals: 300, settings: { dateFilter } });
    const newest = await newestOf(portal);
    expect(await countFrom(portal, newest)).toBe(byIso);
    expect(await countFrom(portal, newest.slice(0, 19).replace('T', ' '))).toBe(byText);
  });

  test('of a filter may be read in the server’s zone while they are shown in the employee’s', async () => {
    const portal = aPortal({ deals: 300, settings: { userShiftHours: 2, dateFilterZone: 'server' } });
    const newest = (await newestOf(portal)).slice(0, 19).replace('T', ' ');
    expect(await countFrom(portal, newest)).toBe(0);
    const shifted = new Date(Date.parse(`${newest.replace(' ', 'T')}Z`) - 2 * 3_600_000)
      .toISOString()
      .slice(0, 19)
      .replace('T', ' ');
    expect(await countFrom(portal, shifted)).toBe(1);
  });
});

describe('a batch', () => {
  test('passes values on, and a path that leads nowhere is the first page again', async () => {
    const portal = aPortal({ deals: 300 });
    const { body } = await portal.call('batch', {
      cmd: {
        a1: 'crm.item.get?entityTypeId=2&id=1',
        a2: 'crm.item.get?entityTypeId=4&id=$result[a1][item][companyId]',
        p0: 'crm.item.list?entityTypeId=2&select[]=id&filter[%3Eid]=400&order[id]=ASC&start=-1',
        p1: 'crm.item.list?entityTypeId=2&select[]=id&filter[%3Eid]=$result[p0][items][49][id]&order[id]=ASC&start=-1',
      },
    });
    expect(at(body, 'result', 'result', 'a2', 'item', 'id')).toBe(
      at(body, 'result', 'result', 'a1', 'item', 'companyId'),
    );
    expect(listAt(body, 'result', 'result', 'p0', 'items').length).toBeLessThan(50);
    expect(at(body, 'result', 'result', 'p1', 'items', 0, 'id')).toBe(1);
    expect(at(body, 'result', 'result_error')).toEqual([]);
  });

  test('stops at the first error when told to halt', async () => {
    const portal = aPortal();
    const { body } = await portal.call('batch', {
      halt: 1,
      cmd: { a1: 'crm.item.get?entityTypeId=2&id=8', a2: 'server.time' },
    });
    expect(at(body, 'result', 'result')).toEqual([]);
    expect(at(body, 'result', 'result_error', 'a1', 'error')).toBe('NOT_FOUND');
  });

  test('takes fifty commands, no batch inside and no files', async () => {
    const portal = aPortal();
    const many = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`a${index}`, 'server.time']));
    expect((await portal.call('batch', { cmd: many })).body['error']).toBe('ERROR_BATCH_LENGTH_EXCEEDED');
    const { body } = await portal.call('batch', {
      cmd: { a1: 'batch?cmd[a]=profile', a2: 'disk.folder.uploadFile?id=21' },
    });
    expect(at(body, 'result', 'result_error', 'a1', 'error')).toBe('ERROR_BATCH_METHOD_NOT_ALLOWED');
    expect(at(body, 'result', 'result_error', 'a2', 'error')).toBe('ERROR_BATCH_METHOD_NOT_ALLOWED');
  });
});

/** The status of an answer, or that there was none. */
const outcomeOf = (asked: Promise<Asked>): Promise<number | 'throws'> =>
  asked.then(
    ({ status }) => status,
    (error: unknown) => {
      if (error instanceof ConnectionLost) return 'throws';
      throw error;
    },
  );

/** The statuses of twenty requests under random faults. */
const playedWith = async (seed: number): Promise<readonly number[]> => {
  const portal = aPortal({ faults: { rate: 0.5, kinds: ['html', 'throttled'], seed } });
  const statuses: number[] = [];
  for (let turn = 0; turn < 20; turn += 1) statuses.push((await portal.call('profile')).status);
  return statuses;
};

describe('faults on the way', () => {
  const add = { entityTypeId: DEAL, fields: { title: 'Проба', originatorId: 'BO', originId: '7' } };

  test.each([
    ['lostBefore', 0, 'throws'],
    ['lostAfter', 1, 'throws'],
    ['hangBefore', 0, 'throws'],
    ['hangAfter', 1, 'throws'],
    ['short', 1, 'throws'],
    ['gatewayBefore', 0, 504],
    ['gatewayAfter', 1, 504],
    ['html', 0, 200],
    ['truncated', 1, 200],
    ['throttled', 0, 503],
    ['broken', 0, 500],
    ['slow', 1, 200],
  ] as const)('«%s» makes %i deals and answers %s', async (kind, effects, answer) => {
    const portal = aPortal();
    portal.faults.script({ label: 'crm.item.add', kind });
    expect(await outcomeOf(portal.call('crm.item.add', add))).toBe(answer);
    expect(portal.counters.effectsOf('crm.item.add')).toBe(effects);
    expect((await portal.call('crm.item.add', add)).status).toBe(200);
    expect(portal.model.duplicateKeys()).toEqual(effects === 1 ? ['deal BO/7'] : []);
  });

  test('every kind is known, and a silence lasts longer than a patient client', async () => {
    const portal = aPortal();
    portal.faults.script({ label: 'profile', kind: 'hangAfter' });
    const from = portal.clock.nowMs();
    await expect(portal.call('profile')).rejects.toThrow('ECONNRESET');
    expect(portal.clock.nowMs() - from).toBeGreaterThan(70_000);
    expect(FAULT_KINDS).toHaveLength(12);
  });

  test('random ones are the same for the same seed', async () => {
    expect(await playedWith(3)).toEqual(await playedWith(3));
    expect(await playedWith(3)).not.toEqual(await playedWith(4));
  });
});

describe('the portal as a whole', () => {
  test.each([
    ['revoked', 401, 'INVALID_CREDENTIALS'],
    ['noPlan', 403, 'ACCESS_DENIED'],
    ['closed', 500, 'PORTAL_DELETED'],
    ['overloaded', 503, 'OVERLOAD_LIMIT'],
  ] as const)('that is «%s» answers %i %s', async (state, status, error) => {
    const portal = aPortal({ settings: { state } });
    const answer = await portal.call('profile');
    expect([answer.status, answer.body['error']]).toEqual([status, error]);
  });

  test('shows a page with 200 under maintenance, nothing when offline, and knows its own secret', async () => {
    const portal = aPortal({ settings: { state: 'maintenance' } });
    expect((await portal.call('profile')).text).toContain('<html>');
    portal.settings.state = 'offline';
    await expect(portal.call('profile')).rejects.toThrow('ECONNREFUSED');
    portal.settings.state = 'ok';
    expect((await portal.call(`${new URL(portal.url).origin}/rest/12/guessed/profile`)).body['error']).toBe(
      'NO_AUTH_FOUND',
    );
  });

  test('that has moved sends on, to its new address or to a stranger’s', async () => {
    const portal = aPortal();
    const old = portal.url;
    const renewed = await portal.rename(302);
    const sent = await portal.call(`${old}profile`);
    expect([sent.status, sent.headers['location']]).toEqual([302, `${renewed}profile`]);
    expect((await portal.call(`${renewed}profile`)).status).toBe(200);
    await portal.rename(307, 'https://stranger.example');
    expect((await portal.call(`${renewed}profile`)).headers['location']).toMatch(
      /^https:\/\/stranger\.example\/rest\//u,
    );
  });

  test('hides half of the deals from a narrower role: not in lists, and no access to one', async () => {
    const portal = aPortal({ deals: 300 });
    portal.settings.visibleShare = 0.5;
    const { body } = await portal.call('crm.item.list', { entityTypeId: DEAL, select: ['id'] });
    const total = Number(at(body, 'total'));
    expect(total).toBeGreaterThan(110);
    expect(total).toBeLessThan(190);
    const seen = new Set(listAt(body, 'result', 'items').map(({ id }) => id));
    const hidden = portal.model.ids(DEAL).find((id) => id < 60 && !seen.has(id));
    expect((await portal.call('crm.item.get', { entityTypeId: DEAL, id: hidden })).body['error']).toBe('ACCESS_DENIED');
  });

  test('refuses smart processes to those who are no administrators', async () => {
    const portal = aPortal({ settings: { isAdmin: false } });
    expect((await portal.call('crm.type.list')).body['error']).toBe('ACCESS_DENIED');
    expect((await portal.call('crm.type.getByEntityTypeId', { entityTypeId: 1036 })).status).toBe(200);
  });
});
