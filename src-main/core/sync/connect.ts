import { appError, type AppError } from '#shared/contract/errors.ts';
import { FREIGHT_FIELDS, ORDER_FIELDS, STATE_FIELDS } from '#shared/domain/crm/fields.ts';
import { EMPTY_MAPPING, type CrmMapping } from '#shared/domain/crm/mapping.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import type { SyncProbe } from '../../ports/sync-engine.ts';
import type { SyncStop } from '../../ports/sync.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import { mappingOf } from './mapping.ts';
import type { SyncKeeper } from './keeper.ts';
import { viewAccount } from './view-account.ts';

const refusalOf = ({ code, data }: SyncStop): AppError => {
  const message = typeof data['message'] === 'string' ? data['message'] : '';
  return code === 'crm.later'
    ? appError('crm.later', { message })
    : appError('crm.stopped', { message, action: typeof data['action'] === 'string' ? data['action'] : 'tryAgain' });
};

/** Places that every CRM has by itself: nobody chooses them. */
const FIXED_FIELDS = new Set(['title', 'stage', 'pipeline', 'outcome', 'responsible', 'amount', 'currency']);

const OUR_FIELDS = Object.entries({ order: ORDER_FIELDS, freight: FREIGHT_FIELDS, state: STATE_FIELDS }).flatMap(
  ([group, fields]) =>
    Object.entries(fields)
      .filter(([name]) => !FIXED_FIELDS.has(name))
      .map(([name, title]) => ({ name, title, group: group as 'order' | 'freight' | 'state' })),
);

export const probeCrm =
  (keeper: SyncKeeper): Handler<'sync.probe'> =>
  async (context, address) => {
    const probe = await keeper.engine.probe(address, context.signal);
    return probe.ok ? ok(viewProbe(probe.value)) : err(refusalOf(probe.error));
  };

const viewProbe = (probe: SyncProbe): OutputOf<'sync.probe'> => ({
  ...probe,
  missing: [...probe.missing],
  abilities: [...probe.abilities],
  organisations: [...probe.organisations],
  pipelines: probe.pipelines.map((pipeline) => ({ ...pipeline, stages: [...pipeline.stages] })),
  processes: [...probe.processes],
  fields: probe.fields.map((field) => ({ ...field, samples: [...field.samples] })),
  ourFields: OUR_FIELDS,
});

/** Connects a CRM: proves the key, finds how it writes time, keeps the key with the system. The first exchange reads it. */
export const connectCrm =
  (deps: CoreDeps, keeper: SyncKeeper): Handler<'sync.connect'> =>
  async (context, { system, address, token, mapping }) => {
    const probe = await keeper.engine.probe({ system, address, token }, context.signal);
    if (!probe.ok) return err(refusalOf(probe.error));
    const { portal, address: answering, employee, missing } = probe.value;
    const known = deps.base.read.sync.accounts().find((one) => one.system === system && one.address === answering);
    const id = known?.id ?? deps.random.uuid();
    const chosen = known !== undefined && isEmpty(mapping) ? known.mapping : mappingOf(mapping);
    await keeper.interrupt(id);
    const prepared = await keeper.engine.prepare(id, { system, address, token }, chosen, context.signal);
    if (!prepared.ok) return err(refusalOf(prepared.error));
    const answer = context.commit((stores) => {
      // A new key to a known CRM: its queue and its shadow go on.
      stores.sync.saveAccount({
        firstLoad: null,
        policies: {},
        drivenByCrm: [],
        journalSeq: stores.audit.lastSeq(),
        connectedAt: deps.clock.now(),
        ...known,
        id,
        system,
        address: answering,
        title: portal,
        employee,
        state: 'active',
        stop: null,
        calibration: prepared.value.calibration,
        mapping: chosen,
        connectedBy: requireDefined(context.actor, 'the acting person').user.id,
      });
      const account = requireDefined(stores.sync.account(id), 'the connected account');
      return { ...viewAccount(deps, keeper, account), missing: [...missing], isKeySafe: prepared.value.keptBySystem };
    });
    context.emit({ type: 'changed', entity: 'sync', id });
    return ok(answer);
  };

const isEmpty = (mapping: Parameters<typeof mappingOf>[0]): boolean =>
  JSON.stringify(mappingOf(mapping)) === JSON.stringify(EMPTY_MAPPING satisfies CrmMapping);

export const disconnectCrm =
  (deps: CoreDeps, keeper: SyncKeeper): Handler<'sync.disconnect'> =>
  async (context, { accountId }) => {
    if (deps.base.read.sync.account(accountId) === null)
      return err(appError('crm.unknownAccount', { account: accountId }));
    await keeper.interrupt(accountId);
    await keeper.engine.forget(accountId);
    context.commit((stores) => {
      stores.sync.removeAccount(accountId);
      return { id: accountId };
    });
    context.emit({ type: 'changed', entity: 'sync', id: accountId });
    return ok({ id: accountId });
  };
