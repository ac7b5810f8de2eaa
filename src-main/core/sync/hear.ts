import type { CrmRow } from '#shared/domain/crm/row.ts';
import { asId } from '#shared/kernel/id.ts';
import type { WriteStores } from '../../ports/base.ts';
import type { Entered } from '../../ports/sync-engine.ts';
import type { CrmAccount } from '../../ports/sync.ts';
import { recordAudit } from '../audit.ts';
import type { CallContext, CoreDeps } from '../deps.ts';

type Scope = {
  readonly deps: CoreDeps;
  readonly context: CallContext;
  readonly stores: WriteStores;
  readonly account: CrmAccount;
  readonly row: CrmRow;
};

/** Which fact of the journal a new record of the CRM is: conversations, calls and letters, money, new leads (catalogue §5.3, class D). */
const ACTIONS = { message: 'crm.message', note: 'crm.message', payment: 'crm.paid', lead: 'crm.lead' } as const;

const actionOf = (entity: CrmRow['entity']): (typeof ACTIONS)[keyof typeof ACTIONS] | null =>
  entity === 'message' || entity === 'note' || entity === 'payment' || entity === 'lead' ? ACTIONS[entity] : null;

/**
 * What the CRM recorded becomes a fact of the order that it belongs to, once: the history shows it and processes may wait for it.
 * A lead belongs to no order yet and is a fact of the base.
 */
export const hearRecord = ({ deps, context, stores, account, row }: Scope): Entered => {
  const object = `${row.entity}:${account.id}:${row.id}`;
  const action = actionOf(row.entity);
  const owner = row.links['owner'] ?? row.links['order'] ?? null;
  const link = owner === null ? null : stores.sync.linkTo(account.id, owner);
  const isOfOrder = link?.object.startsWith('order:') === true;
  if (action === null || stores.sync.linkTo(account.id, row) !== null || (action !== 'crm.lead' && !isOfOrder))
    return { ok: true, object, changed: false };
  recordAudit(deps, context, stores, {
    action,
    right: 'orders.import',
    before: null,
    after: { crm: account.title, crmId: row.id, ...row.fields },
    ...(isOfOrder
      ? { entity: 'order', entityId: asId<'order'>(link.object.slice('order:'.length)) }
      : { entity: 'base', entityId: object }),
  });
  return { ok: true, object, changed: true };
};
