import { onTestFinished } from 'vitest';
import type { Order } from '#shared/domain/order/order.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import type { OrderId } from '#shared/kernel/id.ts';
import type { Base } from '#main/ports/base.ts';
import type { SyncRun } from '#main/ports/sync-engine.ts';
import type { KillPoint } from '#main/sync/engine/engine-deps.ts';
import { unwrap, type TestCaller, type TestCore } from '#test/helpers/a-core.ts';
import { composeMemory, createMemoryCrm, type MemoryCrm } from './memory-crm.ts';
import { anOffice, connectTo, putBuyer } from './office.ts';

export type SyncedBase = {
  readonly core: TestCore;
  readonly base: Base;
  readonly person: TestCaller;
  readonly crm: MemoryCrm;
  readonly accountId: string;
  /** Moves the time of everybody. */
  readonly pass: (ms: number) => void;
  readonly now: () => number;
  /** One agreement; a kill ends the engine, and the next call starts a new one over the same base. */
  readonly sync: (options?: { reconcile?: boolean; acceptLoss?: boolean }) => Promise<SyncRun | 'killed'>;
  /** The program dies when it gets here for the given time. */
  readonly killAt: (point: KillPoint | null, times?: number) => void;
  readonly orderId: (crmId: string) => OrderId;
  readonly order: (crmId: string) => Order;
  readonly edit: (crmId: string, field: string, value: string) => Promise<void>;
};

/** An office that agrees with a CRM in memory. */
export const aSyncedBase = async (): Promise<SyncedBase> => {
  const office = await anOffice();
  const { core, base, person, time } = office;
  onTestFinished(core.close);
  const crm = createMemoryCrm(() => time.ms);
  const connected = connectTo(office, { connector: crm.connector, compose: composeMemory });
  putBuyer(crm);
  const order = (crmId: string): Order =>
    requireDefined(base.read.orders.findByExternalId('bitrix24', crmId), `order ${crmId}`);
  return {
    ...office,
    ...connected,
    crm,
    now: () => time.ms,
    pass: (pause) => {
      time.ms += pause;
    },
    order,
    orderId: (crmId) => order(crmId).id,
    edit: async (crmId, field, value) => {
      const { id, revision } = order(crmId);
      unwrap(await person.call('orders.setField', { commandId: core.newId(), orderId: id, field, value, revision }));
    },
  };
};
