import { appError } from '#shared/contract/errors.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { asId } from '#shared/kernel/id.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { fieldTitle } from '#shared/text/sync-field-titles.ts';
import { linesSummary, settledText } from '#shared/text/sync-conflict-texts.ts';
import type { WriteStores } from '../../ports/base.ts';
import type { SyncConflict } from '../../ports/sync.ts';
import type { CallContext, CoreDeps, Handler } from '../deps.ts';
import { subjectOf } from './subject.ts';

type View = OutputOf<'sync.conflicts'>['items'][number];

const MOST_SETTLED = 50;

/** Questions side by side, and what the program settled by itself with the reason. */
export const listConflicts =
  (deps: CoreDeps): Handler<'sync.conflicts'> =>
  (_context, { orderId, limit }) => {
    const { read } = deps.base;
    const isAsked = (conflict: SyncConflict): boolean => orderId === undefined || conflict.orderId === orderId;
    const accounts = read.sync.accounts();
    const open = accounts.flatMap((account) =>
      read.sync
        .conflicts(account.id, limit)
        .filter(isAsked)
        .map((conflict) => viewOf(deps, account.title, conflict)),
    );
    const settled = accounts.flatMap((account) =>
      read.sync
        .settledConflicts(account.id, MOST_SETTLED)
        .filter(isAsked)
        .map((conflict) => ({
          id: conflict.id,
          title: fieldTitle(conflict.field),
          order: subjectOf(read, conflict.orderId).order,
          text: settledText(conflict.ours ?? '', conflict.theirs ?? ''),
          at: conflict.settledAt ?? conflict.foundAt,
        })),
    );
    return ok({ total: open.length, items: open.slice(0, limit), settled });
  };

const viewOf = (deps: CoreDeps, account: string, conflict: SyncConflict): View => {
  const isList = conflict.field === 'lines';
  const shown = (value: string | null): string => (isList ? linesSummary(value) : (value ?? ''));
  return {
    id: conflict.id,
    accountId: conflict.accountId,
    account,
    field: conflict.field,
    title: fieldTitle(conflict.field),
    ...subjectOf(deps.base.read, conflict.orderId),
    base: shown(conflict.base),
    mine: shown(conflict.ours),
    theirs: shown(conflict.theirs),
    theirsBy: conflict.theirsBy,
    theirsAt: conflict.theirsAt,
    foundAt: conflict.foundAt,
    canEdit: !isList && conflict.field !== 'stage',
  };
};

/** A person's choice: ours goes out again over their value, or theirs comes in. Nothing else of the record waited for it. */
export const resolveConflict =
  (deps: CoreDeps): Handler<'sync.resolve'> =>
  (context, { id, choice, value }) => {
    const conflict = deps.base.read.sync.conflict(id);
    if (conflict === null || conflict.choice !== null) return err(appError('crm.unknownConflict', { id }));
    const answer = context.commit((stores) => {
      const ours = choice === 'edited' ? (value ?? conflict.ours) : conflict.ours;
      if (choice !== 'theirs') sendAgain(deps, context, stores, conflict, ours);
      stores.sync.saveConflict({ ...conflict, ours, choice, settledAt: deps.clock.now() });
      endAnswered(stores, conflict);
      const row = stores.sync.row(conflict.accountId, conflict.ref);
      if (row !== null && row.entering === 'done') stores.sync.markEntering(conflict.accountId, row.row, 'due', null);
      return { id };
    });
    context.emit({ type: 'changed', entity: 'sync', id: conflict.accountId });
    if (conflict.orderId !== null) context.emit({ type: 'changed', entity: 'order', id: conflict.orderId });
    return ok(answer);
  };

/** Our value over what the CRM says now: another change there in the meantime asks again. */
const sendAgain = (
  deps: CoreDeps,
  context: CallContext,
  stores: WriteStores,
  conflict: SyncConflict,
  ours: string | null,
): void => {
  const { field, accountId, object, ref, orderId, theirs } = conflict;
  const kind = kindOf(conflict);
  const waiting = stores.sync.waitingOf(accountId, object).find((entry) => entry.kind === kind);
  stores.sync.enqueue({
    id: `conflict:${conflict.id}`,
    accountId,
    object,
    entity: ref.entity,
    key: deps.random.uuid(),
    kind,
    patch: { [field]: ours },
    base: { [field]: theirs },
    payload: kind === 'lines' || kind === 'requisites' ? (waiting?.payload ?? {}) : {},
    createdAt: deps.clock.now(),
    createdBy: requireDefined(context.actor, 'the acting person').user.id,
    orderId: orderId === null ? null : asId(orderId),
  });
};

const kindOf = ({ field, object }: SyncConflict): 'lines' | 'stage' | 'requisites' | 'update' => {
  if (object.startsWith('party:')) return 'requisites';
  return field === 'lines' || field === 'stage' ? field : 'update';
};

/** Entries whose every field was a question end with the last of them. */
const endAnswered = (stores: WriteStores, { accountId, object }: SyncConflict): void => {
  if (stores.sync.conflictsOf(accountId, object).length > 0) return;
  for (const entry of stores.sync.waitingOf(accountId, object))
    if (entry.state === 'conflict') stores.sync.saveEntry({ ...entry, state: 'done' });
};
