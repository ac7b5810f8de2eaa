import type { ReadStores } from '#main/ports/base.ts';
import type { CrmAccount, ShadowRow } from '#main/ports/sync.ts';
import type { Composed } from '#shared/domain/crm/compose.ts';
import type { CrmRef, CrmRow } from '#shared/domain/crm/row.ts';
import { overlay } from '#shared/domain/sync/merge.ts';
import { withFields } from '#shared/domain/sync/party-values.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import type { Work } from './engine-deps.ts';
import { waitingLines } from './operation.ts';
import { readRefs } from './read-refs.ts';
import { ENTERED, FACTS, writeShadows } from './shadow.ts';
import { INTERRUPTED, type Sent } from './stopping.ts';

/** Records entered in one transaction. */
const AT_ONCE = 50;

/** Enters what the CRM said into our base: our companies, then parties, then orders; reads what an order lacks first. */
export const enterDue = async (work: Work): Promise<Sent> => {
  const asked = new Set<string>();
  let refreshed = false;
  for (;;) {
    if (work.signal.aborted) return INTERRUPTED;
    const due = work.base.read.sync.dueRows(work.accountId, ENTERED, AT_ONCE);
    if (due.length === 0) {
      if (refreshed) work.desk.changed();
      return { state: 'sent' };
    }
    const lacking = due.flatMap((shadow) => {
      const composed = compose(work, work.base.read, accountOf(work), shadow.row);
      return composed.state === 'needs' ? composed.refs.filter((ref) => !asked.has(keyOf(ref))) : [];
    });
    for (const ref of lacking) asked.add(keyOf(ref));
    const read = lacking.length === 0 ? { state: 'sent' as const } : await readRefs(work, lacking, 'needed');
    if (read.state !== 'sent') return read;
    const isAllHere = enterNow(work, due, asked);
    refreshed = refreshed || isAllHere > 0;
    work.reached('records entered');
  }
};

const keyOf = ({ entity, id }: CrmRef): string => `${entity} ${id}`;

const accountOf = (work: Work): CrmAccount =>
  requireDefined(work.base.read.sync.account(work.accountId), 'the account at work');

/** Those whose every part is here; a part that was asked for in vain makes the record refused, with the reason. */
const enterNow = (work: Work, due: readonly ShadowRow[], asked: ReadonlySet<string>): number =>
  writeShadows(work, (stores, account) => {
    const enter = work.desk.entering(stores, account);
    let entered = 0;
    for (const { row: seen } of due) {
      const shadow = stores.sync.row(account.id, seen);
      if (shadow === null || shadow.entering !== 'due') continue;
      const refuse = (problem: string): void => stores.sync.markEntering(account.id, shadow.row, 'refused', problem);
      const composed = compose(work, stores, account, shadow.row);
      if (composed.state === 'problem') {
        refuse(composed.problems.map(({ message }) => message).join('; '));
      } else if (composed.state === 'needs') {
        if (composed.refs.every((ref) => asked.has(keyOf(ref))))
          refuse('CRM не показывает часть этой записи: нет прав или она удалена');
      } else {
        const outcome = enter(shadow.row, composed.entry);
        if (!outcome.ok) {
          refuse(outcome.problem);
          continue;
        }
        stores.sync.saveLink({
          accountId: account.id,
          object: outcome.object,
          ref: { entity: seen.entity, id: seen.id },
        });
        stores.sync.markEntering(account.id, shadow.row, 'done', null);
        if (outcome.changed) entered += 1;
      }
    }
    return entered;
  });

/** The record with our waiting changes laid over it, as an entry of the import. */
const compose = (work: Work, stores: Pick<ReadStores, 'sync'>, account: CrmAccount, row: CrmRow): Composed => {
  if (FACTS.includes(row.entity)) return { state: 'ready', entry: {} };
  const lookup = (ref: CrmRef): CrmRow | null => stores.sync.row(account.id, ref)?.row ?? null;
  return work.compose(overlaid(stores, account, row), lookup, account.mapping);
};

const overlaid = (stores: Pick<ReadStores, 'sync'>, account: CrmAccount, row: CrmRow): CrmRow => {
  const link = stores.sync.linkTo(account.id, row);
  if (link === null) return row;
  const waiting = stores.sync.waitingOf(account.id, link.object);
  const asked = stores.sync.conflictsOf(account.id, link.object).filter(({ field }) => field !== 'lines');
  if (waiting.length === 0 && asked.length === 0) return row;
  const patches = waiting.map(({ patch: { lines: _lines, ...fields } }) => fields);
  const questions = Object.fromEntries(asked.map(({ field, ours }) => [field, ours]));
  const lines = waiting.map(waitingLines).findLast((each) => each !== null) ?? row.lines;
  return { ...withFields(row, overlay({}, [...patches, questions])), lines };
};
