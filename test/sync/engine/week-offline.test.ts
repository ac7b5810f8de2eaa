import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enqueueCrmIntent } from '#main/core/sync/enqueue.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { isFullRun } from '#test/helpers/skip.ts';
import { typeHere } from './model.ts';
import { anOffice, changeOrder, connectTo, putBuyer, putOrder, type Office } from './office.ts';
import { composeMemory, createMemoryCrm } from './memory-crm.ts';

/** The full size of the promise; a tenth of it in daily checks. */
const [OPERATIONS, CHANGES, ORDERS] = isFullRun ? [2000, 5000, 1000] : [200, 500, 100];
const DAY = 86_400_000;

describe('a week without a network', () => {
  let office: Office;
  beforeAll(async () => {
    office = await anOffice();
  });
  afterAll(() => office.core.close());

  test(
    `with ${OPERATIONS} things to say here and ${CHANGES} changes there drains to the same on both sides`,
    async () => {
      const { base, time } = office;
      const crm = createMemoryCrm(() => time.ms);
      const { sync, accountId } = connectTo(office, { connector: crm.connector, compose: composeMemory });
      putBuyer(crm);
      const ids = Array.from({ length: ORDERS }, (_, index) => `w${String(index).padStart(4, '0')}`);
      for (const id of ids) putOrder(crm, id);
      expect(await sync()).toMatchObject({ reason: null });

      let isOnline = false;
      crm.onCall(() => (isOnline ? 'none' : 'offline'));
      const orderOf = (index: number) =>
        requireDefined(base.read.orders.findByExternalId('bitrix24', ids[index % ORDERS] ?? ''), 'the order');
      const by = requireDefined(base.read.users.findByLogin('admin'), 'the administrator').id;
      const deps = { clock: office.clock, random: { uuid: office.uuid, token: office.uuid } };
      const offline: unknown[] = [];
      for (let index = 0; index < OPERATIONS; index += 1) {
        const order = orderOf(index);
        if (index % 2 === 0) typeHere(office, order, 'customerReference', `заявка ${index}`);
        else
          base.write((stores) => {
            enqueueCrmIntent(deps, stores, {
              id: `say:${index}`,
              by,
              orderId: order.id,
              kind: 'comment',
              text: `${index}`,
            });
          });
        if (index % 50 === 0) {
          time.ms += (7 * DAY) / (OPERATIONS / 50);
          offline.push(await sync());
        }
      }
      for (let index = 0; index < CHANGES; index += 1)
        changeOrder(crm, ids[(index * 7) % ORDERS] ?? '', { comment: `там ${index}`, shipDate: '2026-12-01' });

      expect(offline.length).toBeGreaterThan(0);
      for (const run of offline) expect(run).toMatchObject({ isStopped: false, pushed: 0 });
      isOnline = true;
      time.ms += 3_600_000;
      for (let round = 0; round < 3; round += 1) {
        expect(await sync()).toMatchObject({ reason: null });
        time.ms += 60_000;
      }
      expect(base.read.sync.outboxCounts(accountId)).toMatchObject({
        ready: 0,
        sending: 0,
        unknown: 0,
        wait: 0,
        parked: 0,
        conflict: 0,
      });
      expect(base.read.sync.conflictCount(accountId)).toBe(0);
      const comments = crm.effects.filter(({ kind }) => kind === 'comment');
      expect(comments).toHaveLength(OPERATIONS / 2);
      expect(new Set(comments.map(({ key }) => key)).size).toBe(OPERATIONS / 2);
      for (const id of ids) {
        const there = crm.row({ entity: 'order', id })?.fields ?? {};
        const here = requireDefined(base.read.orders.findByExternalId('bitrix24', id), 'the order here');
        expect([here.customerReference, here.comment]).toEqual([there['customerReference'], there['comment']]);
      }
    },
    isFullRun ? 600_000 : 120_000,
  );
});
