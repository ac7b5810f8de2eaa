import { describe, expect, onTestFinished, test } from 'vitest';
import { requireDefined } from '#shared/kernel/assert.ts';
import { unwrap } from '#test/helpers/a-core.ts';
import { anOfficeWithPortal } from './fake-crm.ts';

const HOUR = 3_600_000;

/** An office that has read its portal and has one comment to say. */
const aWorkingOffice = async () => {
  const office = await anOfficeWithPortal({ deals: 60 }, { hasCompany: false });
  onTestFinished(office.core.close);
  expect(await office.sync()).toMatchObject({ reason: null });
  const { items } = unwrap(await office.person.call('orders.list', {}));
  const order = requireDefined(items[0], 'an order');
  const edit = async (value: string): Promise<void> => {
    const stored = requireDefined(office.base.read.orders.list({}, { limit: 1, offset: 0 }).items[0], 'the order');
    const input = { commandId: office.core.newId(), orderId: stored.id, revision: stored.revision };
    unwrap(await office.person.call('orders.setField', { ...input, field: 'order.comment', value }));
  };
  const known = (): number => office.base.read.sync.countRows(office.accountId);
  const gone = (): number =>
    unwrapNumber(office.core.sqlite.prepare('SELECT count(*) FROM crm_rows WHERE gone_at IS NOT NULL').pluck().get());
  return { ...office, order, edit, known, gone };
};

const unwrapNumber = (value: unknown): number => Number(value);

describe('trouble on the way to a CRM deletes nothing, doubles nothing and says in Russian what helps', () => {
  test('a portal that was renamed is followed, and its new address is kept', async () => {
    const { fake, sync, base, accountId, edit, gone, clock } = await aWorkingOffice();
    const moved = await fake.rename(302);
    await edit('после переезда');
    clock.advance(HOUR);
    expect(await sync()).toMatchObject({ reason: null, pushed: 1 });
    expect(base.read.sync.account(accountId)?.address).toBe(new URL(moved).origin);
    expect(gone()).toBe(0);
    expect(fake.model.duplicateKeys()).toEqual([]);
  });

  test('a revoked webhook stops the exchange, keeps the queue and asks for a new key', async () => {
    const { fake, sync, base, accountId, edit, known, gone, person } = await aWorkingOffice();
    const before = known();
    fake.settings.state = 'revoked';
    await edit('без ключа');
    const run = await sync();
    expect(run).toMatchObject({ isStopped: true, reason: { code: 'crm.auth', data: { action: 'newKey' } } });
    const [account] = unwrap(await person.call('sync.status', {})).accounts;
    expect(account?.stop?.message).toMatch(/[а-яё]/iu);
    expect(account).toMatchObject({ state: 'stopped', waiting: 1 });
    expect([known(), gone()]).toEqual([before, 0]);
    fake.settings.state = 'ok';
    expect(await sync()).toMatchObject({ reason: null, pushed: 1 });
    expect(base.read.sync.account(accountId)?.state).toBe('active');
  });

  test('half of the rows vanish with a changed role: nothing is struck through, a person is asked', async () => {
    const { fake, sync, gone, person, base } = await aWorkingOffice();
    const orders = base.read.orders.count();
    fake.settings.visibleShare = 0.5;
    await sync({ reconcile: true });
    expect(gone()).toBe(0);
    expect(base.read.orders.count()).toBe(orders);
    const [account] = unwrap(await person.call('sync.status', {})).accounts;
    expect(account?.loss?.missing).toBeGreaterThan(3);
  });

  test.each(['maintenance', 'offline'] as const)('%s: the exchange waits and goes on by itself', async (state) => {
    const { fake, sync, edit, known, gone, clock } = await aWorkingOffice();
    const before = known();
    fake.settings.state = state;
    await edit('позже');
    const run = await sync({ reconcile: true });
    expect(run).toMatchObject({ isStopped: false, pushed: 0 });
    expect(run !== 'killed' && run.reason?.code).toMatch(/^crm\.later/u);
    expect([known(), gone()]).toEqual([before, 0]);
    fake.settings.state = 'ok';
    clock.advance(HOUR);
    expect(await sync()).toMatchObject({ reason: null, pushed: 1 });
    expect([known(), gone()]).toEqual([before, 0]);
  });

  test.each(['truncated', 'html', 'short', 'lostAfter', 'gatewayAfter', 'hangBefore'] as const)(
    'an answer that is %s changes nothing and is asked for again',
    async (kind) => {
      const { fake, sync, edit, known, gone, clock, base, accountId, order } = await aWorkingOffice();
      const before = known();
      await edit('дойдёт один раз');
      fake.faults.random({ rate: 0.4, kinds: [kind], seed: 7 });
      for (let round = 0; round < 6; round += 1) {
        await sync();
        clock.advance(HOUR);
      }
      fake.faults.clear();
      clock.advance(HOUR);
      expect(await sync({ reconcile: true })).toMatchObject({ reason: null });
      expect([known(), gone()]).toEqual([before, 0]);
      expect(base.read.sync.outboxCounts(accountId)).toMatchObject({
        ready: 0,
        unknown: 0,
        wait: 0,
        parked: 0,
        done: 1,
      });
      const remote = base.read.sync.linkOf(accountId, `order:${order.id}`)?.ref.id ?? '';
      expect(fake.model.item(2, Number(remote))?.['comments']).toBe('дойдёт один раз');
      expect(fake.model.duplicateKeys()).toEqual([]);
    },
  );
});
