import { appError } from '#shared/contract/errors.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type { WriteStores } from '../../ports/base.ts';
import type { OutboxEntry } from '../../ports/sync.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import type { SyncKeeper } from './keeper.ts';
import { mappingOf, mappingView } from './mapping.ts';
import { viewAccount } from './view-account.ts';
import { problemsOf } from './problems.ts';

export const syncStatus =
  (deps: CoreDeps, keeper: SyncKeeper): Handler<'sync.status'> =>
  () => {
    const known = deps.base.read.sync.accounts();
    const accounts = known.map((account) => viewAccount(deps, keeper, account));
    const sum = (count: (account: (typeof accounts)[number]) => number): number =>
      accounts.reduce((total, account) => total + count(account), 0);
    return ok({
      accounts,
      waiting: sum(({ waiting }) => waiting),
      unknown: sum(({ unknown }) => unknown),
      parked: sum(({ parked }) => parked),
      conflicts: sum(({ conflicts }) => conflicts),
      problems: known.flatMap((account) => [...problemsOf(deps, account)]),
    });
  };

const unknownAccount = (account: string) => err(appError('crm.unknownAccount', { account }));

export const pauseSync =
  (deps: CoreDeps, keeper: SyncKeeper): Handler<'sync.pause'> =>
  async (context, { accountId, isPaused }) => {
    if (deps.base.read.sync.account(accountId) === null) return unknownAccount(accountId);
    if (isPaused) await keeper.interrupt(accountId);
    const answer = context.commit((stores) => {
      const account = stores.sync.account(accountId);
      if (account !== null) stores.sync.saveAccount({ ...account, state: isPaused ? 'paused' : 'active', stop: null });
      return { id: accountId };
    });
    context.emit({ type: 'changed', entity: 'sync', id: accountId });
    return ok(answer);
  };

export const syncSettings =
  (deps: CoreDeps): Handler<'sync.settings'> =>
  (_context, { accountId }) => {
    const account = deps.base.read.sync.account(accountId);
    if (account === null) return unknownAccount(accountId);
    const { mapping, policies, drivenByCrm } = account;
    return ok({ mapping: mappingView(mapping), policies: { ...policies }, drivenByCrm: [...drivenByCrm] });
  };

export const saveSyncSettings =
  (deps: CoreDeps, keeper: SyncKeeper): Handler<'sync.saveSettings'> =>
  async (context, { accountId, mapping, policies, drivenByCrm }) => {
    if (deps.base.read.sync.account(accountId) === null) return unknownAccount(accountId);
    await keeper.interrupt(accountId);
    const answer = context.commit((stores) => {
      const account = stores.sync.account(accountId);
      if (account !== null) {
        stores.sync.saveAccount({
          ...account,
          mapping: mapping === undefined ? account.mapping : mappingOf(mapping),
          policies: policies ?? account.policies,
          drivenByCrm: drivenByCrm ?? account.drivenByCrm,
        });
      }
      return { id: accountId };
    });
    // The connector reads by the mapping: the next exchange makes a new one.
    keeper.engine.refresh(accountId);
    context.emit({ type: 'changed', entity: 'sync', id: accountId });
    return ok(answer);
  };

/** A refused record of the CRM is named in the queue by its account and itself: `row <account> <entity> <id>`. */
const rowOf = (id: string): { accountId: string; entity: string; remoteId: string } | null => {
  const [word, accountId = '', entity = '', ...rest] = id.split(' ');
  return word === 'row' ? { accountId, entity, remoteId: rest.join(' ') } : null;
};

export const retryEntry =
  (deps: CoreDeps): Handler<'sync.retry'> =>
  (context, { id }) => {
    const row = rowOf(id);
    if (row !== null) {
      const refused = deps.base.read.sync
        .problems(row.accountId, Number.MAX_SAFE_INTEGER)
        .find((one) => one.row.entity === row.entity && one.row.id === row.remoteId);
      if (refused === undefined) return err(appError('crm.unknownEntry', { id }));
      return done(context, id, (stores) => stores.sync.markEntering(row.accountId, refused.row, 'due', null));
    }
    const entry = deps.base.read.sync.entry(id);
    if (entry === null) return err(appError('crm.unknownEntry', { id }));
    if (entry.state !== 'parked' && entry.state !== 'wait') return err(appError('crm.entryMoved', { id }));
    return done(context, id, (stores) =>
      stores.sync.saveEntry({ ...entry, state: 'ready', nextAt: null, error: null }),
    );
  };

export const dropEntry =
  (deps: CoreDeps): Handler<'sync.drop'> =>
  (context, { id }) => {
    const row = rowOf(id);
    if (row !== null)
      return done(context, id, (stores) => {
        for (const { row: refused } of stores.sync.problems(row.accountId, Number.MAX_SAFE_INTEGER))
          if (refused.entity === row.entity && refused.id === row.remoteId)
            stores.sync.markEntering(row.accountId, refused, 'none', null);
      });
    const entry = deps.base.read.sync.entry(id);
    if (entry === null) return err(appError('crm.unknownEntry', { id }));
    // What is on its way cannot be called back.
    if (!['ready', 'wait', 'parked'].includes(entry.state)) return err(appError('crm.entryMoved', { id }));
    return done(context, id, (stores) => dropWithChildren(stores, entry));
  };

const dropWithChildren = (stores: WriteStores, entry: OutboxEntry): void => {
  stores.sync.saveEntry({ ...entry, state: 'dropped', nextAt: null });
  // The screen showed our value over theirs: now the record is entered as the CRM has it.
  const link = stores.sync.linkOf(entry.accountId, entry.object);
  const row = link === null ? null : stores.sync.row(entry.accountId, link.ref);
  if (row !== null && row.entering === 'done') stores.sync.markEntering(entry.accountId, row.row, 'due', null);
  for (const child of stores.sync.childrenOf(entry.id)) dropWithChildren(stores, child);
};

const done = (context: Parameters<Handler<'sync.drop'>>[0], id: string, action: (stores: WriteStores) => void) => {
  const answer = context.commit((stores) => {
    action(stores);
    return { id };
  });
  context.emit({ type: 'changed', entity: 'sync', id: '' });
  return ok(answer);
};
