import { titleOf } from '#shared/domain/document/titles.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { ok } from '#shared/kernel/result.ts';
import type { RegisterRow } from '../../ports/register.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import type { StandingCache } from '../packs/standing-cache.ts';
import { moveEach, moveOne } from './move-one.ts';
import { movePaper, readyToMove } from './move-paper.ts';
import { paperBrief } from './paper-view.ts';
import { companyOf } from './queue.ts';

/** What the office manager should see before it goes on: files, staleness, what the whole pack still lacks. */
const faultsOf = (
  deps: CoreDeps,
  standings: StandingCache,
  document: RegisterRow,
): { faults: string[]; stale: boolean } => {
  const order = document.orderId === null ? null : deps.base.read.orders.get(document.orderId);
  const standing = order === null ? null : standings.of(order);
  const sheet = standing?.sheets.find((one) => one.document?.id === document.id);
  const stale = sheet?.state === 'stale';
  const missing = (standing?.sheets ?? []).filter(({ state }) => state === 'planned' || state === 'blocked');
  return {
    stale,
    faults: [
      ...(document.files.length === 0 ? ['нет файла'] : []),
      ...(stale ? ['заказ изменён после выпуска'] : []),
      ...missing.map(
        ({ kind, state }) => `в комплекте ${state === 'blocked' ? 'не выпустить' : 'нет'}: ${titleOf(kind)}`,
      ),
    ],
  };
};

/** Why it came back the last time; empty for one that was never returned since it was issued. */
const returnedOf = ({ base }: CoreDeps, { id, version }: RegisterRow): string => {
  const entry = base.read.audit
    .ofEntity('document', id, 20)
    .find(({ action }) => action === 'document.returned' || action === 'document.rejected');
  const after: unknown = entry?.after;
  if (typeof after !== 'object' || after === null || !('reason' in after) || !('version' in after)) return '';
  return after.version === version && typeof after.reason === 'string' ? after.reason : '';
};

/** Issued and not looked at: oldest first. */
export const checkQueue =
  (deps: CoreDeps, standings: StandingCache): Handler<'check.queue'> =>
  (_context, { organisation, limit }) => {
    const { read } = deps.base;
    const company = companyOf(read, organisation);
    if (!company.ok) return company;
    const filter = { organisationId: company.value, states: ['issued'] as const };
    const rows = read.register.rows(filter, 'date', false, { limit, offset: 0 });
    return ok({
      total: read.register.groups(filter).reduce((sum, { count }) => sum + count, 0),
      items: rows.map((document) => ({
        ...paperBrief(document),
        manager: document.managerName,
        issuedAt: document.issuedAt,
        issuedBy: read.users.get(document.issuedBy)?.fullName ?? '',
        ...faultsOf(deps, standings, document),
        returned: returnedOf(deps, document),
      })),
    });
  };

type Done = { readonly id: string; readonly done: boolean; readonly reason: string };

const passedOf = (items: readonly Done[]) => ({
  passed: items.filter(({ done }) => done).length,
  items: items.map(({ id, done, reason }) => ({ id, passed: done, reason })),
});

export const passCheck =
  (deps: CoreDeps): Handler<'check.pass'> =>
  (context, { ids }) => {
    const record = { action: 'document.checked', right: 'documents.issue', sentence: 'проверен' } as const;
    const items = moveEach(
      context,
      ids,
      (id) => readyToMove(deps.base.read, id, 'check'),
      (stores, ready) => movePaper(deps, context, stores, ready, record),
      passedOf,
    );
    return ok(passedOf(items));
  };

/** Back to the manager or logistician; the fact carries whom it concerns, so that a process can ask them. */
export const returnPaper =
  (deps: CoreDeps, standings: StandingCache): Handler<'check.return'> =>
  (context, { id, reason }) => {
    const ready = readyToMove(deps.base.read, id, 'return');
    if (!ready.ok) return ready;
    const { orderId } = ready.value.document;
    const manager = orderId === null ? '' : requireDefined(deps.base.read.orders.get(orderId), 'an order').managerName;
    return moveOne(deps, standings, context, ready.value, {
      action: 'document.returned',
      right: 'documents.issue',
      sentence: `возвращён на исправление: ${reason}`,
      after: { reason, manager },
    });
  };
