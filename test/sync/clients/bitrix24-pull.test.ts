import { expect, test } from 'vitest';
import { orderImport } from '#shared/contract/imports.ts';
import { composeRecord } from '#shared/domain/crm/compose-record.ts';
import { EMPTY_MAPPING } from '#shared/domain/crm/mapping.ts';
import type { CrmRow } from '#shared/domain/crm/row.ts';
import type { IsoInstant } from '#shared/kernel/date.ts';
import type { Connector } from '#main/sync/connectors/connector.ts';
import { aPortal, allPages, feedOf, must, NEVER, scanAll } from './fake-line.ts';

const key = ({ entity, id }: { entity: string; id: string }): string => `${entity} ${id}`;

/** The entry of the import that a row ends as, reading what it needs on the way. */
const composed = async (connector: Connector, row: CrmRow): Promise<unknown> => {
  const shadow = new Map([[key(row), row]]);
  for (let step = 0; step < 5; step += 1) {
    const answer = composeRecord(shadow.get(key(row)) ?? row, (ref) => shadow.get(key(ref)) ?? null, EMPTY_MAPPING);
    if (answer.state === 'ready') return answer.entry;
    if (answer.state === 'problem') return answer.problems;
    for (const read of must(await connector.read(answer.refs, NEVER)).rows) shadow.set(key(read), read);
  }
  return 'endless';
};

test('an employee sees who he is on the portal and what his webhook may', async () => {
  const { connector } = aPortal();
  const about = must(await connector.probe(NEVER));
  expect(about.employee).toEqual({ id: '12', name: 'Белова Вера', isAdmin: true });
  expect(about.missing).toEqual([]);
  expect(about.can).toMatchObject({ orders: true, requisites: true, tasks: true, files: true, invoices: true });
});

test('rights that are missing are named in Russian, with what is off without them', async () => {
  const { connector } = aPortal({ settings: { scopes: ['crm'] } });
  const about = must(await connector.probe(NEVER));
  expect(about.missing).toContain('«Задачи»: задачи и их закрытие');
  expect(about.can).toMatchObject({ orders: true, tasks: false, files: false, workingDay: false, paymentLinks: false });
});

test('dictionaries bring funnels with stages, employees with their working day, smart processes and our companies', async () => {
  const { connector } = aPortal();
  const all = must(await connector.dictionaries(NEVER));
  const orders = all.pipelines.filter(({ entity }) => entity === 'order');
  expect(orders.map(({ title }) => title)).toContain('Общая');
  expect(orders.flatMap(({ stages }) => stages).filter(({ outcome }) => outcome === 'success').length).toBeGreaterThan(
    0,
  );
  expect(all.employees.length).toBeGreaterThan(5);
  expect(all.employees.some(({ workingDay }) => workingDay === 'open')).toBe(true);
  expect(all.processes).toContainEqual({ type: '1036', title: 'Перевозки' });
  expect(all.organisations.every(({ inn }) => /^\d{10}(\d{2})?$/u.test(inn))).toBe(true);
});

test('fields of a deal come with titles and values of real deals', async () => {
  const { connector } = aPortal();
  const fields = must(await connector.describe('order', NEVER));
  const title = fields.find(({ name }) => name === 'title');
  expect(title).toMatchObject({ type: 'text', isReadOnly: false });
  expect(title?.samples.length).toBe(3);
});

test('open deals come first, with lines and the chosen requisites, and become entries of the import', async () => {
  const { connector, fake } = aPortal();
  const rows = await scanAll(connector, 'order', 'open');
  expect(rows.length).toBeGreaterThan(10);
  expect(rows.every(({ lines, fields }) => lines !== null && fields['outcome'] === 'process')).toBe(true);
  expect(fake.counters.requests).toBeLessThan(12);
  const entries = await Promise.all(rows.slice(0, 5).map((row) => composed(connector, row)));
  expect(entries.map((entry) => orderImport.safeParse(entry).error)).toEqual(entries.map(() => undefined));
});

test('sums of entries equal the sums that the portal counts', async () => {
  const { connector } = aPortal();
  const rows = await scanAll(connector, 'order', 'open');
  for (const row of rows.filter(({ lines }) => (lines ?? []).every(({ vatIncluded }) => vatIncluded))) {
    const sum = (row.lines ?? []).reduce((total, { price, quantity, discountPercent }) => {
      const line = Number(price) * Number(quantity) * (1 - Number(discountPercent) / 100);
      return total + Math.round(line * 100);
    }, 0);
    expect(sum / 100).toBeCloseTo(Number(row.fields['amount']), 1);
  }
});

test('a whole load finds every deal once, whatever gaps the ids have', async () => {
  const { connector, fake } = aPortal({ deals: 700 });
  for (const id of fake.model.ids(2).slice(100, 520)) fake.model.deleteItem(2, id);
  const feed = feedOf(connector, 'order');
  const pages = await allPages((after) => connector.scan({ feed, part: 'all', after }, NEVER));
  const ids = pages.flatMap(({ rows }) => rows.map(({ id }) => Number(id))).toSorted((a, b) => a - b);
  expect(ids).toEqual([...fake.model.ids(2)].toSorted((a, b) => a - b));
});

test('a load goes on from any page as if it had never stopped', async () => {
  const { connector, again } = aPortal({ deals: 3_000 });
  const first = must(await connector.scan({ feed: feedOf(connector, 'order'), part: 'all', after: null }, NEVER));
  expect(first.next).not.toBeNull();
  const fresh = again({});
  const second = must(await fresh.scan({ feed: feedOf(fresh, 'order'), part: 'all', after: first.next }, NEVER));
  const ids = new Set(first.rows.map(({ id }) => id));
  expect(second.rows.some(({ id }) => ids.has(id))).toBe(false);
  expect(Math.min(...second.rows.map(({ id }) => Number(id)))).toBeGreaterThan(
    Math.max(...first.rows.map(({ id }) => Number(id))),
  );
});

test.each([
  ['the same zone', {}],
  ['an employee two hours ahead', { userShiftHours: 2 }],
  ['an employee behind, filters read in his zone', { userShiftHours: -1, dateFilterZone: 'user' as const }],
  [
    'an employee behind, filters read in the zone of the server',
    { userShiftHours: -1, dateFilterZone: 'server' as const },
  ],
  [
    'an employee ahead, filters read in the zone of the server',
    { userShiftHours: 2, dateFilterZone: 'server' as const },
  ],
  ['a portal that ignores ISO dates', { dateFilter: 'isoIgnored' as const }],
  ['a portal where ISO dates find nothing', { dateFilter: 'isoUnmatched' as const, userShiftHours: 1 }],
])('after calibration a change is found in its window and in no later one: %s', async (_case, settings) => {
  const { connector, again, fake, clock } = aPortal({ settings: { ...settings, hasRobots: false } });
  const calibration = must(await connector.calibrate(NEVER));
  expect(calibration.filterFormat).not.toBe('none');
  const calibrated = again({ calibration });
  must(await calibrated.probe(NEVER));
  const [id = 0] = fake.model.ids(2).slice(3);
  const from = new Date(clock.nowMs() - 60_000).toISOString() as IsoInstant;
  fake.model.changeItem(2, id, { title: 'Новое название' });
  clock.advance(30_000);
  const to = new Date(clock.nowMs() - 5_000).toISOString() as IsoInstant;
  const feed = feedOf(calibrated, 'order');
  const page = must(await calibrated.changes({ feed, window: { from, to }, after: null }, NEVER));
  expect(page.rows.map((row) => row.id)).toContain(String(id));
  clock.advance(24 * 3_600_000);
  const later = {
    from: new Date(clock.nowMs() - 60_000).toISOString() as IsoInstant,
    to: new Date(clock.nowMs()).toISOString() as IsoInstant,
  };
  expect(must(await calibrated.changes({ feed, window: later, after: null }, NEVER)).rows).toEqual([]);
});

test('our own write proves how far the stamps are from the clock, though nobody told the zone', async () => {
  const { connector, again, fake, clock } = aPortal({ settings: { userShiftHours: -2, hasRobots: false } });
  const [id = 0, other = 0] = fake.model.ids(2);
  const ref = { entity: 'order' as const, id: String(id) };
  expect(
    (await connector.push({ kind: 'update', key: 'k', ref, fields: { title: 'Наша правка' }, base: {} }, NEVER)).state,
  ).toBe('done');
  const calibration = must(await connector.calibrate(NEVER));
  expect(calibration).toMatchObject({ skewMinutes: -120, doubtMinutes: 0 });
  const calibrated = again({ calibration });
  must(await calibrated.probe(NEVER));
  clock.advance(60_000);
  const from = new Date(clock.nowMs() - 1_000).toISOString() as IsoInstant;
  fake.model.changeItem(2, other, { title: 'Правка коллеги' });
  clock.advance(30_000);
  const window = { from, to: new Date(clock.nowMs() - 5_000).toISOString() as IsoInstant };
  const page = must(await calibrated.changes({ feed: feedOf(calibrated, 'order'), window, after: null }, NEVER));
  expect(page.rows.map((row) => row.id)).toEqual([String(other)]);
});

test('sixty deals that changed in one second are all found, page by page', async () => {
  const { connector, fake, clock } = aPortal({ deals: 200, settings: { hasRobots: false } });
  must(await connector.probe(NEVER));
  const changed = fake.model.ids(2).slice(0, 120);
  const from = new Date(clock.nowMs() - 1_000).toISOString() as IsoInstant;
  for (const id of changed) fake.model.changeItem(2, id, { comments: 'Массовая правка' });
  clock.advance(60_000);
  const window = { from, to: new Date(clock.nowMs() - 5_000).toISOString() as IsoInstant };
  const pages = await allPages((after) =>
    connector.changes({ feed: feedOf(connector, 'order'), window, after }, NEVER),
  );
  const found = pages.flatMap(({ rows }) => rows.map(({ id }) => id));
  expect(found.map(Number).toSorted((a, b) => a - b)).toEqual(changed.toSorted((a, b) => a - b));
});

test('a change of requisites brings the whole company, though the company has no new stamp', async () => {
  const { connector, fake, clock } = aPortal();
  must(await connector.probe(NEVER));
  const own = fake.model.records('requisite').find((each) => String(each['ENTITY_TYPE_ID']) === '4');
  const from = new Date(clock.nowMs() - 1_000).toISOString() as IsoInstant;
  fake.model.changeRecord('requisite', Number(own?.['ID']), { RQ_KPP: '770101001' });
  clock.advance(60_000);
  const window = { from, to: new Date(clock.nowMs() - 5_000).toISOString() as IsoInstant };
  const page = must(await connector.changes({ feed: feedOf(connector, 'requisite'), window, after: null }, NEVER));
  const [company] = page.rows;
  expect(company).toMatchObject({ entity: 'party', id: String(own?.['ENTITY_ID']) });
  expect(company?.requisites?.some(({ kpp }) => kpp === '770101001')).toBe(true);
});

test('a deleted deal is gone, one that may no longer be seen is forbidden', async () => {
  const { connector, fake } = aPortal();
  const [first = 0, second = 0] = fake.model.ids(2);
  fake.model.deleteItem(2, first);
  const read = must(
    await connector.read(
      [
        { entity: 'order', id: String(first) },
        { entity: 'order', id: String(second) },
      ],
      NEVER,
    ),
  );
  expect(read.gone).toEqual([{ entity: 'order', id: String(first) }]);
  expect(read.rows.map(({ id }) => id)).toEqual([String(second)]);
  fake.settings.visibleShare = 0;
  const blind = must(await connector.read([{ entity: 'order', id: String(second) }], NEVER));
  expect(blind).toMatchObject({ rows: [], gone: [], forbidden: [{ entity: 'order', id: String(second) }] });
});

test('stamps of everything come by ids, chained inside few requests', async () => {
  const { connector, fake } = aPortal({ deals: 900 });
  const before = fake.counters.requests;
  const pages = await allPages((after) => connector.stamps({ feed: feedOf(connector, 'order'), after }, NEVER));
  const found = pages.flatMap(({ stamps }) => stamps.map(({ id }) => id));
  expect(new Set(found).size).toBe(fake.model.ids(2).length);
  expect(fake.counters.requests - before).toBeLessThan(5);
});

test('calls, letters and chats that the portal recorded come as messages of their record', async () => {
  const { connector } = aPortal();
  const rows = await scanAll(connector, 'message', 'all');
  expect(new Set(rows.map(({ fields }) => fields['channel']))).toEqual(new Set(['call', 'letter', 'chat']));
  expect(rows.every(({ links }) => links['owner'] !== null)).toBe(true);
});

test('a smart process may be the order, and invoices name their deal', async () => {
  const { connector } = aPortal({}, { mapping: { ...EMPTY_MAPPING, orderType: '1036' } });
  const rows = await scanAll(connector, 'order', 'all');
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every(({ entity }) => entity === 'order')).toBe(true);
  const { connector: usual } = aPortal();
  const invoices = await scanAll(usual, 'invoice', 'all');
  expect(invoices.some(({ links }) => links['order']?.entity === 'order')).toBe(true);
  expect(invoices.every(({ fields }) => fields['outcome'] !== null && fields['stageTitle'] !== null)).toBe(true);
});
