import { appError } from '#shared/contract/errors.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import type { SyncRun } from '../../ports/sync-engine.ts';
import type { CrmAccount } from '../../ports/sync.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import type { SyncKeeper } from './keeper.ts';
import { problemsOf } from './problems.ts';
import { viewAccount, viewStop } from './view-account.ts';

/** A command waits out a limit of the CRM; longer pauses and a missing network end it, and the rest stays in the queue. */
const LONGEST_WAIT_MS = 90_000;

/** One agreement now with one CRM or with all; what could not be said is named and stays in the queue. */
export const syncOnce =
  (deps: CoreDeps, keeper: SyncKeeper): Handler<'sync.once'> =>
  async (context, { accountId, reconcile, acceptLoss }) => {
    const accounts = deps.base.read.sync.accounts().filter(({ id }) => accountId === undefined || id === accountId);
    if (accounts.length === 0)
      return err(
        accountId === undefined ? appError('crm.none', {}) : appError('crm.unknownAccount', { account: accountId }),
      );
    const answer = { pulled: 0, pushed: 0, waiting: 0, unknown: 0, conflicts: 0 };
    const problems: Problem[] = [];
    for (const { id } of accounts) {
      const run = await agreePatiently(deps, keeper, id, {
        reconcile,
        acceptLoss,
        signal: context.signal,
        progress: context.progress,
      });
      const account = requireDefined(deps.base.read.sync.account(id), 'the account that was agreed with');
      const view = viewAccount(deps, keeper, account);
      answer.pulled += run.pulled;
      answer.pushed += run.pushed;
      answer.waiting += view.waiting;
      answer.unknown += view.unknown;
      answer.conflicts += view.conflicts;
      if (run.reason !== null) problems.push(troubleOf(account, run));
      problems.push(...problemsOf(deps, account));
    }
    return ok({ ...answer, problems });
  };

type Options = Parameters<SyncKeeper['run']>[1] & { readonly signal: AbortSignal };

const agreePatiently = async (deps: CoreDeps, keeper: SyncKeeper, id: string, options: Options): Promise<SyncRun> => {
  let [pulled, pushed] = [0, 0];
  for (;;) {
    const run = await keeper.run(id, options);
    pulled += run.pulled;
    pushed += run.pushed;
    const wait = run.until === null ? null : Date.parse(run.until) - Date.parse(deps.clock.now());
    const isLimit = run.reason?.code === 'crm.later.limit';
    if (wait === null || !isLimit || wait > LONGEST_WAIT_MS || options.signal.aborted)
      return { ...run, pulled, pushed };
    await deps.sync.sleep(Math.max(wait, 100), options.signal);
  }
};

const troubleOf = (account: CrmAccount, run: SyncRun): Problem => {
  const { code, message, action } = viewStop(requireDefined(run.reason, 'why the exchange ended early'));
  return { code, message, where: account.title, data: { severity: 'block', action } };
};
