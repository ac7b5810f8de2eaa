import { describe, expect, onTestFinished, test } from 'vitest';
import { asId } from '#shared/kernel/id.ts';
import { unwrap } from '#test/helpers/a-core.ts';
import { anOfficeWithPortal, anOfficeWithStore } from './fake-crm.ts';

const CRMS = [
  { name: 'Битрикс24', connect: () => anOfficeWithPortal({ deals: 120 }, { hasCompany: false }) },
  { name: 'МойСклад', connect: () => anOfficeWithStore({ orders: 120 }, { hasCompany: false }) },
] as const;

describe.each(CRMS)('an empty base that is connected to $name', ({ connect }) => {
  test('has the open orders after one exchange, and their packs are issued at once and come back into the CRM', async () => {
    const { sync, core, person, base, accountId, clock, fake } = await connect();
    onTestFinished(core.close);
    const began = clock.nowMs();
    expect(await sync()).toMatchObject({ reason: null, isStopped: false });
    expect(base.read.sync.problems(accountId, 10).map(({ problem }) => problem)).toEqual([]);
    const account = base.read.sync.account(accountId);
    expect(Date.parse(account?.firstLoad?.usableAt ?? '') - began).toBeLessThan(60_000);
    const { items, total } = unwrap(await person.call('orders.list', { limit: 500 }));
    expect(total).toBeGreaterThan(40);

    const checks = await Promise.all(
      items.map(async ({ id }) => unwrap(await person.call('packs.check', { order: id }))),
    );
    const ready = items.filter((_, index) => checks[index]?.findings.every(({ severity }) => severity !== 'block'));
    expect(ready.length).toBeGreaterThan(5);
    const [first] = ready;
    const issued = unwrap(await person.call('packs.issue', { commandId: core.newId(), order: first?.id ?? '' }));
    expect(issued.issued.length).toBeGreaterThan(1);
    expect(await sync()).toMatchObject({ reason: null });
    expect(base.read.sync.outboxCounts(accountId)).toMatchObject({ ready: 0, unknown: 0, wait: 0, parked: 0 });
    const sent = base.read.sync.outbox(accountId, ['done'], 100).map(({ kind }) => kind);
    expect(sent.filter((kind) => kind === 'file')).toHaveLength(issued.issued.length);
    expect(sent).toContain('comment');
    expect(fake.model.duplicateKeys()).toEqual([]);
    expect(base.read.sync.linkOf(accountId, `order:${asId<'order'>(first?.id ?? '')}`)).not.toBeNull();
  });
});
