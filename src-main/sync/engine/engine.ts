import type { CrmAddress, RunOptions, SyncDesk, SyncEngine, SyncRun } from '#main/ports/sync-engine.ts';
import type { Base } from '#main/ports/base.ts';
import type { CrmAccount, SyncStop } from '#main/ports/sync.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { EMPTY_MAPPING } from '#shared/domain/crm/mapping.ts';
import type { Connector } from '../connectors/connector.ts';
import { agree } from './agree.ts';
import { createCrmHour, type CrmHour } from './crm-hour.ts';
import type { EngineDeps, Work } from './engine-deps.ts';
import { calibrationOf, secretOf, settingsOf, storeSecret, type AccountKey } from './account-key.ts';
import { probeAddress } from './probe.ts';
import { addressStop, stopOf } from './stopping.ts';

type Held = { readonly connector: Connector; readonly hour: CrmHour; readonly secret: AccountKey };

/** The engine over one base: one connector per account, one agreement at a time for each. */
export const createSyncEngine = (
  outside: Omit<EngineDeps, 'desk' | 'base'>,
  desk: SyncDesk,
  base: Base,
): SyncEngine => {
  const deps: EngineDeps = { ...outside, desk, base };
  const heldById = new Map<string, Held>();
  const runningById = new Map<string, Promise<SyncRun>>();
  // What was being sent when the program last died may or may not have arrived.
  if (base.read.sync.accounts().length > 0) base.write((stores) => stores.sync.sendingToUnknown(deps.clock.now()));

  const held = async (account: CrmAccount): Promise<Result<Held, SyncStop>> => {
    const known = heldById.get(account.id);
    if (known !== undefined) return ok(known);
    const secret = await secretOf(deps.keys, account.id);
    if (secret === null) return err({ code: 'crm.noKey', data: { account: account.title } });
    const connector = deps.makeConnector(account.system, settingsOf(account, secret));
    if (!connector.ok) return err(addressStop(connector.error));
    const fresh = { connector: connector.value, secret, hour: createCrmHour(connector.value, deps.pace) };
    heldById.set(account.id, fresh);
    return ok(fresh);
  };

  /** A portal that was renamed answers elsewhere: the new address is kept, so that it works when the old one is gone. */
  const keepAddress = async (account: CrmAccount, { connector, secret }: Held): Promise<void> => {
    const address = connector.address();
    if (address === secret.address || address === '') return;
    const { origin } = new URL(address);
    await storeSecret(deps.keys, account.id, { ...secret, address });
    heldById.delete(account.id);
    if (origin === account.address) return;
    deps.base.write((stores) => {
      const current = stores.sync.account(account.id);
      if (current !== null) stores.sync.saveAccount({ ...current, address: origin });
    });
  };

  const runOnce = async (accountId: string, options: RunOptions): Promise<SyncRun> => {
    const counts = { pulled: 0, pushed: 0 };
    const account = requireDefined(deps.base.read.sync.account(accountId), 'the account to agree with');
    const tools = await held(account);
    if (!tools.ok) return { ...counts, until: null, reason: tools.error, isStopped: true };
    const { connector, hour } = tools.value;
    const work: Work = { ...deps, accountId, connector, counts, ...options };
    const ended = await agree(work, hour, options);
    await keepAddress(account, tools.value);
    return {
      ...counts,
      until: ended.state === 'pause' ? ended.until : null,
      reason: ended.state === 'sent' ? null : ended.state === 'stop' ? ended.stop : ended.reason,
      isStopped: ended.state === 'stop',
    };
  };

  return {
    probe: (address, signal) => probeAddress(deps, address, signal),
    prepare: async (accountId, address: CrmAddress, mapping, signal) => {
      const secret = { address: address.address, token: address.token };
      heldById.delete(accountId);
      const made = deps.makeConnector(address.system, {
        ...secret,
        mapping: mapping ?? EMPTY_MAPPING,
        calibration: null,
        installation: accountId.replaceAll('-', '').slice(0, 20),
      });
      if (!made.ok) return err(addressStop(made.error));
      const calibration = await made.value.calibrate(signal);
      if (!calibration.ok) {
        const { error } = calibration;
        return err(error.state === 'stopped' ? stopOf(error) : { code: 'crm.later', data: { message: error.message } });
      }
      const keptBySystem = (await storeSecret(deps.keys, accountId, secret)) === 'system';
      return ok({ calibration: calibrationOf(calibration.value), keptBySystem });
    },
    run: (accountId, options) => {
      const running = runningById.get(accountId);
      if (running !== undefined) return running;
      const run = runOnce(accountId, options).finally(() => runningById.delete(accountId));
      runningById.set(accountId, run);
      return run;
    },
    refresh: (accountId) => void heldById.delete(accountId),
    limits: (accountId) => heldById.get(accountId)?.connector.limits() ?? null,
    forget: async (accountId) => {
      heldById.delete(accountId);
      await storeSecret(deps.keys, accountId, null);
    },
  };
};
