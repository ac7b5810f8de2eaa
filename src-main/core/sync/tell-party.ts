import { z } from 'zod';
import type { Party } from '#shared/domain/party/party.ts';
import { isSameValue } from '#shared/domain/sync/fields.ts';
import { overlay } from '#shared/domain/sync/merge.ts';
import {
  changedPartyFields,
  fieldsThere,
  firstSet,
  partyFieldOf,
  partyValues,
  type PartyField,
} from '#shared/domain/sync/party-values.ts';
import { asId } from '#shared/kernel/id.ts';
import type { AuditEntry, WriteStores } from '../../ports/base.ts';
import type { CrmAccount } from '../../ports/sync.ts';
import type { CoreDeps } from '../deps.ts';

type Fact = AuditEntry & { readonly seq: number };

const edited = z.object({ field: z.string() });

/**
 * A card that was mended here, in a form or by a file, goes into the set of requisites that the CRM keeps of this party: only what
 * was changed, over what the CRM said then. A party without a set there stays ours.
 */
export const tellParty = (
  deps: Pick<CoreDeps, 'random'>,
  stores: WriteStores,
  account: CrmAccount,
  fact: Fact,
): void => {
  const changed = changeOf(stores, fact);
  const link = changed === null ? null : stores.sync.linkOf(account.id, `party:${changed.party.id}`);
  const row = link === null ? null : (stores.sync.row(account.id, link.ref)?.row ?? null);
  const set = row === null ? null : firstSet(row);
  if (changed === null || link === null || row === null || set === null) return;
  const [ours, theirs] = [partyValues(changed.party), fieldsThere(row)];
  const waiting = overlay(
    theirs,
    stores.sync.waitingOf(account.id, link.object).map(({ patch }) => patch),
  );
  const questions = stores.sync.conflictsOf(account.id, link.object);
  const patch: Record<string, string | null> = {};
  const base: Record<string, string | null> = {};
  for (const field of changed.fields) {
    const value = ours[field] ?? null;
    const question = questions.find((one) => one.field === field);
    if (question !== undefined) stores.sync.saveConflict({ ...question, ours: value });
    else if (!isSameValue(waiting[field], value)) [patch[field], base[field]] = [value, theirs[field] ?? null];
  }
  if (Object.keys(patch).length === 0) return;
  stores.sync.enqueue({
    id: `${account.id}:audit:${fact.seq}:party`,
    accountId: account.id,
    object: link.object,
    entity: link.ref.entity,
    key: deps.random.uuid(),
    kind: 'requisites',
    patch,
    base,
    payload: { setId: set.id, inn: changed.party.inn },
    createdAt: fact.at,
    createdBy: fact.userId,
    orderId: fact.entity === 'order' ? asId<'order'>(fact.entityId) : null,
  });
};

type Change = { readonly party: Party; readonly fields: readonly PartyField[] };

const changeOf = (stores: WriteStores, fact: Fact): Change | null => {
  if (fact.action === 'party.updated' && fact.entity === 'party') {
    const party = stores.parties.get(asId(fact.entityId));
    if (party === null || typeof fact.before !== 'object' || fact.before === null) return null;
    return typeof fact.after === 'object' && fact.after !== null
      ? { party, fields: changedPartyFields(fact.before, fact.after) }
      : null;
  }
  const named = fact.action === 'field.changed' && fact.entity === 'order' ? edited.safeParse(fact.after) : null;
  if (!named?.success) return null;
  const [role = '', path = ''] = named.data.field.split('.', 2);
  const field = partyFieldOf(path);
  const party = field === null ? null : partyOf(stores, fact.entityId, role);
  return field === null || party === null ? null : { party, fields: [field] };
};

/** Whom an edited value of an order speaks of; our own company is kept here. */
const partyOf = (stores: WriteStores, orderId: string, role: string): Party | null => {
  const order = stores.orders.get(asId(orderId));
  if (order === null) return null;
  if (role === 'buyer') return stores.parties.get(order.partyId);
  const id = role === 'carrier' ? (order.trip?.carrierId ?? null) : null;
  return id === null ? null : stores.parties.get(id);
};
