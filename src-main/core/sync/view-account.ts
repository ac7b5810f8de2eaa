import type { OutputOf } from '#shared/contract/index.ts';
import type { FirstLoad, CrmAccount, SyncStop } from '../../ports/sync.ts';
import type { CoreDeps } from '../deps.ts';
import type { RunState, SyncKeeper } from './keeper.ts';

type AccountView = OutputOf<'sync.status'>['accounts'][number];

const ACTIONS = ['newKey', 'openPortal', 'checkAddress', 'tryAgain'] as const;

/** A stop in Russian with its one button. */
export const viewStop = ({ code, data }: SyncStop): NonNullable<AccountView['stop']> => ({
  code,
  message: typeof data['message'] === 'string' ? data['message'] : 'На этом компьютере нет ключа к CRM.',
  action: ACTIONS.find((action) => action === data['action']) ?? (code === 'crm.noKey' ? 'newKey' : 'tryAgain'),
});

export const viewAccount = (deps: CoreDeps, keeper: SyncKeeper, account: CrmAccount): AccountView => {
  const { sync } = deps.base.read;
  const counts = sync.outboxCounts(account.id);
  const run = keeper.stateOf(account.id);
  const agreed = sync.cursor(account.id, 'agreed')?.['at'];
  const loss = sync.cursor(account.id, 'reconcile');
  const firstLoad = account.firstLoad === null ? null : viewLoad(deps, account.firstLoad, run);
  return {
    id: account.id,
    system: account.system,
    title: account.title,
    address: account.address,
    employee: account.employee,
    state: account.state,
    stop: account.stop === null ? null : viewStop(account.stop),
    isRunning: run.isRunning,
    agreedAt: typeof agreed === 'string' ? agreed : null,
    limit: limitText(keeper, account, run),
    firstLoad,
    pulled: sync.countRows(account.id),
    pushed: counts.done,
    waiting: counts.ready + counts.sending + counts.wait,
    unknown: counts.unknown,
    parked: counts.parked,
    conflicts: sync.conflictCount(account.id),
    refused: sync.refusedCount(account.id),
    loss: loss?.['stopped'] === true ? { missing: Number(loss['missing']), known: Number(loss['known']) } : null,
  };
};

const viewLoad = (deps: CoreDeps, load: FirstLoad, run: RunState): AccountView['firstLoad'] => {
  const { done, total, usableAt, finishedAt } = load;
  const sinceMs = run.begun === null ? 0 : Date.parse(deps.clock.now()) - Date.parse(run.begun.at);
  const read = run.begun === null ? 0 : done - run.begun.done;
  // The pace of this run only: a night without a network says nothing of how fast the CRM is.
  const secondsLeft = read > 0 && sinceMs > 2000 ? Math.round(((total - done) * sinceMs) / read / 1000) : null;
  return { done, total, isUsable: usableAt !== null, isFinished: finishedAt !== null, secondsLeft };
};

/** «МойСклад просит подождать 3 с. Уже получено 412 из 900 — продолжу сам.» */
const limitText = (keeper: SyncKeeper, { id, firstLoad }: CrmAccount, run: RunState): string => {
  const limits = keeper.engine.limits(id);
  const held = run.isRunning && (limits?.waitUntil ?? null) !== null ? (limits?.reason ?? null) : null;
  const reason = held ?? (run.last?.isStopped === false ? run.last.reason?.data['message'] : null);
  if (typeof reason !== 'string' || reason === '') return '';
  const sentence = `${reason.replace(/[.\s]+$/u, '')}.`;
  if (firstLoad === null || firstLoad.finishedAt !== null) return `${sentence} Продолжу сам.`;
  return `${sentence} Уже получено ${firstLoad.done} из ${firstLoad.total} — продолжу сам.`;
};
