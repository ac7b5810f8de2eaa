import { ok } from '#shared/kernel/result.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import type { IsoInstant } from '#shared/kernel/date.ts';
import { moscowDateOf } from '#shared/kernel/date.ts';
import { sha256Hasher } from '#main/adapters-node/hasher.ts';
import type { Base } from '#main/ports/base.ts';
import type { Clock } from '#main/ports/clock.ts';
import type { SyncDesk, SyncEngine, SyncRun } from '#main/ports/sync-engine.ts';
import type { Connector } from '#main/sync/connectors/connector.ts';
import { createSyncEngine } from '#main/sync/engine/engine.ts';
import type { Pace } from '#main/sync/transport/pace.ts';
import type { EngineDeps, KillPoint } from '#main/sync/engine/engine-deps.ts';
import { startTestCore, unwrap, type TestCaller, type TestCore } from '#test/helpers/a-core.ts';
import { aCrmAccount } from '#test/helpers/a-crm-account.ts';
import { noSync } from '#test/helpers/no-sync.ts';
import { aCrmLine, type MemoryCrm } from './memory-crm.ts';

const ORGANISATION_INN = '7899003031';
const BUYER_INN = '7700000016';
const START = Date.parse('2026-11-20T09:00:00.000Z');

/** The program was killed here: whatever was not on the disk is gone. */
class Killed extends Error {}

export type Office = {
  readonly core: TestCore;
  readonly base: Base;
  readonly desk: SyncDesk;
  readonly person: TestCaller;
  readonly clock: Clock;
  readonly time: { ms: number };
  readonly uuid: () => string;
};

export type OfficeOptions = {
  readonly time?: { ms: number };
  readonly hasCompany?: boolean;
  /** In memory by default. */
  readonly base?: Base;
};

/** A whole core with a virtual clock, before any CRM. */
export const anOffice = async ({
  time = { ms: START },
  hasCompany = true,
  base: given,
}: OfficeOptions = {}): Promise<Office> => {
  const instant = (): IsoInstant => new Date(time.ms).toISOString() as IsoInstant;
  const clock: Clock = { now: instant, today: () => moscowDateOf(instant()) };
  const captured: { desk: SyncDesk; base: Base }[] = [];
  const core = startTestCore({
    clock,
    ...(given === undefined ? {} : { base: given }),
    sync: {
      ...noSync,
      start: (desk, base) => {
        captured.push({ desk, base });
        return noSync.start(desk, base);
      },
    },
  });
  const { desk, base } = requireDefined(captured[0], 'the desk of the core');
  const person = await core.as('admin');
  if (hasCompany)
    unwrap(
      await person.call('organisations.import', {
        commandId: core.newId(),
        file: 'проба',
        organisations: [{ shortName: 'ООО «Проба»', inn: ORGANISATION_INN, kpp: '789901001' }],
      }),
    );
  let last = given === undefined ? 0 : Date.now() % 1e11;
  const uuid = (): string => `99999999-0000-4000-8000-${String((last += 1)).padStart(12, '0')}`;
  return { core, base, desk, person, clock, time, uuid };
};

type Connecting = Pick<EngineDeps, 'compose'> & {
  readonly connector: Connector;
  readonly pace?: Pace;
  readonly onReached?: (point: KillPoint) => void;
};

/** Connects a CRM to an office: an account, an engine that can be killed and made again. */
export const connectTo = (office: Office, { connector, compose, pace, onReached }: Connecting) => {
  const { base, desk, clock, time, uuid } = office;
  let kill: { readonly point: KillPoint; times: number } | null = null;
  let engine: SyncEngine | null = null;
  // A base that was connected before goes on with its account.
  const known = base.read.sync.accounts().find(({ state }) => state === 'active' && onReached !== undefined);
  const accountId = known?.id ?? uuid();
  const userId = requireDefined(base.read.users.findByLogin('admin'), 'the administrator').id;
  if (known === undefined)
    base.write((stores) =>
      stores.sync.saveAccount(
        aCrmAccount({
          id: accountId,
          system: connector.system,
          connectedBy: userId,
          connectedAt: clock.now(),
          journalSeq: stores.audit.lastSeq(),
        }),
      ),
    );
  const make = (): SyncEngine =>
    createSyncEngine(
      {
        clock,
        random: { uuid, token: uuid },
        hash: sha256Hasher,
        logger: { info: () => undefined, error: () => undefined },
        keys: { read: () => Promise.resolve('{"address":"x","token":null}'), write: () => Promise.resolve('system') },
        pace: pace ?? {
          now: () => time.ms,
          random: () => 0.5,
          sleep: (pause) => {
            time.ms += pause;
            return Promise.resolve();
          },
        },
        compose,
        makeConnector: () => ok(connector),
        writePauseMs: 1000,
        reached: (point) => {
          onReached?.(point);
          if (kill?.point !== point) return;
          kill.times -= 1;
          if (kill.times <= 0) throw new Killed(point);
        },
      },
      desk,
      base,
    );
  return {
    accountId,
    killAt: (point: KillPoint | null, times = 1): void => {
      kill = point === null ? null : { point, times };
    },
    sync: async (options: { reconcile?: boolean; acceptLoss?: boolean } = {}): Promise<SyncRun | 'killed'> => {
      engine ??= make();
      try {
        return await engine.run(accountId, {
          signal: new AbortController().signal,
          progress: () => undefined,
          reconcile: false,
          acceptLoss: false,
          ...options,
        });
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
        engine = null;
        kill = null;
        return 'killed';
      }
    },
  };
};

export const putBuyer = (crm: MemoryCrm): void =>
  void crm.put({ entity: 'party', id: 'buyer', fields: { title: 'ООО «Покупатель»', inn: BUYER_INN } });

/** Puts an order with one line into that CRM. */
export const putOrder = (crm: MemoryCrm, id: string, fields: Record<string, string> = {}): void => {
  crm.put({
    entity: 'order',
    id,
    fields: { number: id, stage: 'NEW', comment: '', shipDate: '', customerReference: '', ...fields },
    links: { buyer: { entity: 'party', id: 'buyer' } },
    lines: [aCrmLine('Говядина', '10', '500.00')],
  });
};

/** A colleague changes fields of an order in his browser. */
export const changeOrder = (crm: MemoryCrm, id: string, fields: Record<string, string>): void => {
  const row = requireDefined(crm.row({ entity: 'order', id }), 'the order in the CRM');
  crm.put({ ...row, fields: { ...row.fields, ...fields } });
};
