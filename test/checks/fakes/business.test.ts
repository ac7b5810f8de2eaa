import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { isAccountOfBic, isCorrAccountOfBic } from '#shared/domain/requisites/bank-account.ts';
import { isInn } from '#shared/domain/requisites/inn.ts';
import { isOgrn, isOgrnip } from '#shared/domain/requisites/ogrn.ts';
import { createBusiness } from '#test/fakes/business/business.ts';
import { startFakeBitrix24 } from '#test/fakes/start-bitrix24.ts';
import { startFakeMoySklad } from '#test/fakes/start-moysklad.ts';
import { startScript } from '#test/helpers/child-process.ts';
import { aPortal, aStore, at, listAt } from './ask.ts';

const NOW = Date.parse('2026-11-22T09:00:00Z');
const BUDGET_ACCOUNT = '017003983';

describe('the business behind both servers', () => {
  const business = createBusiness({ seed: 5, orders: 1_000, nowMs: NOW });
  const cards = Array.from({ length: business.partyCount }, (_, index) => business.party(index));

  test('has counterparties whose requisites pass every check', () => {
    const wrong = cards.filter(({ inn = '', ogrn = '' }) => !isInn(inn) || !(isOgrn(ogrn) || isOgrnip(ogrn)));
    expect(wrong.map(({ shortName }) => shortName)).toEqual([]);
    const accounts = cards
      .flatMap(({ bankAccounts }) => bankAccounts ?? [])
      .filter(({ bic }) => bic !== BUDGET_ACCOUNT);
    expect(
      accounts.filter(
        ({ bic = '', account, corrAccount = '' }) =>
          !isAccountOfBic(bic, account) || !isCorrAccountOfBic(bic, corrAccount),
      ),
    ).toEqual([]);
    expect(new Set(cards.map(({ inn }) => inn)).size).toBe(cards.length);
  });

  test('has orders that were placed before they were changed, and both before now', () => {
    const orders = Array.from({ length: 1_000 }, (_, index) => business.order(index));
    expect(orders.filter(({ placedAt, updatedAt }) => placedAt > updatedAt || updatedAt > NOW)).toEqual([]);
    expect(orders.filter(({ step }) => step < 5)).toHaveLength(500);
  });

  test('is the same for the same seed', () => {
    const again = createBusiness({ seed: 5, orders: 1_000, nowMs: NOW });
    expect(again.order(700)).toEqual(business.order(700));
    expect(createBusiness({ seed: 6, orders: 1_000, nowMs: NOW }).order(700)).not.toEqual(business.order(700));
  });
});

test('a deal leads to its company, requisites, account, address and rows, and its sum is theirs to the kopek', async () => {
  const portal = aPortal({ deals: 40 });
  for (const id of portal.model.ids(2)) {
    const deal = portal.model.item(2, id);
    const rows = portal.model.rows('D', id);
    const kopecks = rows.reduce(
      (sum, row) => sum + Math.round(Number(row['price']) * 100) * Number(row['quantity']),
      0,
    );
    expect(Math.round(Number(deal?.['opportunity']) * 100)).toBe(kopecks);
    expect(portal.model.item(4, Number(deal?.['companyId']))?.['isMyCompany']).toBe('N');
  }
  const link = await portal.call('crm.requisite.link.get', { entityTypeId: 2, entityId: 1 });
  const requisite = await portal.call('crm.requisite.get', { id: at(link.body, 'result', 'MC_REQUISITE_ID') });
  expect(isInn(String(at(requisite.body, 'result', 'RQ_INN')))).toBe(true);
  const accounts = await portal.call('crm.requisite.bankdetail.list', {
    filter: { ENTITY_ID: at(link.body, 'result', 'REQUISITE_ID') },
  });
  expect(listAt(accounts.body, 'result').map(({ ID }) => ID)).toEqual([at(link.body, 'result', 'BANK_DETAIL_ID')]);
});

test('an order leads to its customer, organization and positions, and its sum is theirs to the kopek', async () => {
  const store = aStore({ orders: 40 });
  const { body } = await store.call('GET', 'entity/customerorder?limit=40&expand=agent,organization,positions');
  const orders = listAt(body, 'rows');
  expect(orders).toHaveLength(40);
  for (const order of orders) {
    const sum = listAt(order, 'positions', 'rows').reduce(
      (total, row) =>
        total + Math.round((Number(row['price']) * Number(row['quantity']) * (100 - Number(row['discount']))) / 100),
      0,
    );
    expect(order['sum']).toBe(sum);
    expect(isInn(String(at(order, 'agent', 'inn')))).toBe(true);
    expect(isInn(String(at(order, 'organization', 'inn')))).toBe(true);
  }
});

describe('a hundred thousand deals', () => {
  test('start at once, and a page far inside costs no walk', async () => {
    const from = performance.now();
    const portal = aPortal({
      deals: 100_000,
      settings: { cost: { page: 300, get: 1, write: 1, count: 1, network: 0 } },
    });
    const { body } = await portal.call('crm.item.list', {
      entityTypeId: 2,
      select: ['id'],
      filter: { '>id': 140_000 },
      order: { id: 'ASC' },
      start: -1,
    });
    expect(listAt(body, 'result', 'items')).toHaveLength(50);
    expect(performance.now() - from).toBeLessThan(2_000);
    expect(portal.clock.nowMs() - NOW).toBe(300);
  });
});

const post = (url: string): Promise<Response> =>
  fetch(`${url}crm.item.list`, {
    method: 'POST',
    body: 'entityTypeId=2&select[]=id',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    redirect: 'manual',
  });

describe('on sockets', () => {
  test('the portal answers a webhook, drops connections and opens another address when it moves', async () => {
    const portal = await startFakeBitrix24({
      deals: 10,
      settings: { cost: { page: 0, get: 0, write: 0, count: 0, network: 0 } },
    });
    try {
      expect(at(await (await post(portal.url)).json(), 'total')).toBe(10);
      portal.faults.script({ label: 'crm.item.list', kind: 'lostAfter' });
      await expect(post(portal.url)).rejects.toThrow('fetch failed');
      portal.faults.script({ label: 'crm.item.list', kind: 'short' });
      await expect(post(portal.url).then((answer) => answer.text())).rejects.toThrow('terminated');
      const old = portal.url;
      const renewed = await portal.rename(302);
      const moved = await post(old);
      expect([moved.status, moved.headers.get('location')]).toEqual([302, `${renewed}crm.item.list`]);
      expect((await post(renewed)).status).toBe(200);
    } finally {
      await portal.stop();
    }
  });

  test('the account sends gzip, and both obey a control request of another process', async () => {
    const store = await startFakeMoySklad({
      orders: 10,
      settings: { cost: { page: 0, row: 0, get: 0, write: 0, network: 0 } },
    });
    try {
      const headers = { authorization: `Bearer ${store.token}`, 'accept-encoding': 'gzip' };
      const answer = await fetch(`${store.url}/entity/customerorder`, { headers });
      expect(answer.headers.get('content-encoding')).toBe('gzip');
      expect(at(await answer.json(), 'meta', 'size')).toBe(10);
      const control = await fetch(`${new URL(store.url).origin}/__control`, {
        method: 'POST',
        body: JSON.stringify({ settings: { state: 'revoked' }, ask: 'counters' }),
      });
      expect(at(await control.json(), 'requests')).toBe(1);
      expect((await fetch(`${store.url}/entity/customerorder`, { headers })).status).toBe(401);
    } finally {
      await store.stop();
    }
  });
});

test('npm run fake:crm prints two lines, runs until stopped and refuses an option it does not know', async () => {
  const server = startScript('fakes/main.ts', '--deals', '5', '--seed', '3');
  const [portal, store] = [await server.nextLine(), await server.nextLine()];
  expect(portal).toMatch(/^bitrix24 http:\/\/127\.0\.0\.1:\d+\/rest\/\d+\/\w+\/$/u);
  expect(store).toMatch(/^moysklad http:\/\/127\.0\.0\.1:\d+\/api\/remap\/1\.2 \w+$/u);
  expect(at(await (await post(portal?.split(' ')[1] ?? '')).json(), 'total')).toBe(5);
  server.child.kill('SIGTERM');
  expect(await once(server.child, 'exit')).toEqual([0, null]);
  const wrong = startScript('fakes/main.ts', '--deals', 'many');
  expect(await once(wrong.child, 'exit')).toEqual([2, null]);
});
