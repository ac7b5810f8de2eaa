import { z } from 'zod';
import { DOCUMENT_KINDS } from '#shared/domain/document/document.ts';
import { titleOf } from '#shared/domain/document/titles.ts';
import { crmFieldOf, orderLines, orderValues } from '#shared/domain/sync/order-values.ts';
import { linesText } from '#shared/domain/sync/lines.ts';
import { formatDate, isoDate, type IsoInstant } from '#shared/kernel/date.ts';
import { asId, type OrderId } from '#shared/kernel/id.ts';
import { parseMoney } from '#shared/kernel/money.ts';
import { syncComments } from '#shared/text/sync-texts.ts';
import type { AuditEntry, WriteStores } from '../../ports/base.ts';
import type { CrmAccount, CrmLink, NewOutboxEntry } from '../../ports/sync.ts';
import type { CoreDeps } from '../deps.ts';
import { isFromCrm } from './crm-context.ts';
import { enqueueFields, enqueueFor } from './enqueue.ts';
import { orderState } from './order-state.ts';
import { tellPurchase } from './tell-purchase.ts';
import { tellParty } from './tell-party.ts';

type Fact = AuditEntry & { readonly seq: number };

const FACTS_AT_ONCE = 500;

/**
 * Turns what the journal says since the last time into entries of the outbox, for one CRM. What the CRM itself made is passed over,
 * so that nothing goes round in circles. Runs inside the transaction of its caller and before it changes any shadow.
 */
export const drainJournal =
  (deps: CoreDeps) =>
  (stores: WriteStores, account: CrmAccount): void => {
    let seq = account.journalSeq;
    for (;;) {
      const facts = stores.audit.since(seq, FACTS_AT_ONCE);
      const told = new Set<OrderId>();
      for (const fact of facts) if (!isFromCrm(fact.commandId)) tell(deps, stores, account, fact, told);
      seq = facts.at(-1)?.seq ?? seq;
      if (facts.length < FACTS_AT_ONCE) break;
    }
    if (seq !== account.journalSeq) {
      const current = stores.sync.account(account.id) ?? account;
      stores.sync.saveAccount({ ...current, journalSeq: seq });
    }
  };

const paper = z.object({ kind: z.enum(DOCUMENT_KINDS), number: z.string() });
const issuedPack = z.object({ documents: z.array(paper) });
const annulled = paper.extend({ reason: z.string() });
const reissued = paper.extend({ version: z.number() });
const edited = z.object({ field: z.string() });
const payment = z.object({ sum: z.string(), document: z.string(), bookedOn: z.string() });
const stageMove = z.object({ stage: z.string() });
const ofOrder = z.object({ orderId: z.string().nullable() });

const tell = (deps: CoreDeps, stores: WriteStores, account: CrmAccount, fact: Fact, told: Set<OrderId>): void => {
  tellParty(deps, stores, account, fact);
  const orderId = orderOf(stores, fact);
  const link = orderId === null ? null : stores.sync.linkOf(account.id, `order:${orderId}`);
  if (orderId === null || link === null) return;
  const scope = { deps, stores, account, fact, orderId, link };
  if (fact.action === 'field.changed') {
    tellField(scope);
    return;
  }
  if (fact.action === 'order.moved') {
    const moved = stageMove.safeParse(fact.after);
    const intent = { id: `audit:${fact.seq}:stage`, by: fact.userId, orderId } as const;
    if (moved.success) enqueueFor(deps, stores, account, link, { ...intent, kind: 'stage', stage: moved.data.stage });
    return;
  }
  const text = commentOf(stores, fact);
  if (text !== null) put(scope, 'comment', { kind: 'comment', payload: { text } });
  if (fact.entity === 'document' && (fact.action === 'document.issued' || fact.action === 'document.reissued'))
    put(scope, 'file', { kind: 'file', payload: { documentId: fact.entityId } });
  tellPurchase(scope);
  if (!changesState(fact.action) || told.has(orderId)) return;
  told.add(orderId);
  const { id, by, at } = { id: `audit:${fact.seq}:state`, by: fact.userId, at: fact.at };
  enqueueFields(deps, stores, account, link, { id, by, orderId, at, fields: orderState(stores, orderId) });
};

const changesState = (action: string): boolean => action.startsWith('document.') || action.startsWith('payment.');

/** The order that a fact is about: its own entity, or the order of its document. */
const orderOf = (stores: WriteStores, fact: Fact): OrderId | null => {
  if (fact.entity === 'order') return asId(fact.entityId);
  if (fact.entity !== 'document') return null;
  const named = ofOrder.safeParse(fact.after);
  if (named.success) return named.data.orderId === null ? null : asId(named.data.orderId);
  return stores.documents.get(asId(fact.entityId))?.orderId ?? null;
};

type Scope = {
  readonly deps: CoreDeps;
  readonly stores: WriteStores;
  readonly account: CrmAccount;
  readonly fact: Fact;
  readonly orderId: OrderId;
  readonly link: CrmLink;
};

const put = (
  { deps, stores, account, fact, orderId, link }: Scope,
  what: string,
  entry: Pick<NewOutboxEntry, 'kind' | 'payload'> & Partial<NewOutboxEntry>,
): void => {
  stores.sync.enqueue({
    id: `${account.id}:audit:${fact.seq}:${what}`,
    accountId: account.id,
    object: link.object,
    entity: link.ref.entity,
    key: deps.random.uuid(),
    patch: {},
    base: {},
    createdAt: fact.at satisfies IsoInstant,
    createdBy: fact.userId,
    orderId,
    ...entry,
  });
};

/** A value that a person mended: the field of the CRM behind it, or the whole list of lines. */
const tellField = (scope: Scope): void => {
  const { deps, stores, account, fact, orderId, link } = scope;
  const named = edited.safeParse(fact.after);
  const order = stores.orders.get(orderId);
  if (!named.success || order === null || !named.data.field.startsWith('order.')) return;
  const field = crmFieldOf(order, named.data.field.slice('order.'.length));
  if (field === null) return;
  if (field !== 'lines') {
    const fields = { [field]: orderValues(order)[field] ?? null };
    const { id, by, at } = { id: `audit:${fact.seq}:field`, by: fact.userId, at: fact.at };
    enqueueFields(deps, stores, account, link, { id, by, orderId, at, fields });
    return;
  }
  const there = stores.sync.row(account.id, link.ref)?.row.lines ?? null;
  if (there === null) return;
  const lines = orderLines(order, there);
  // A later list takes the place of one that was not sent yet: it holds all its changes.
  for (const waiting of stores.sync.waitingOf(account.id, link.object)) {
    if (waiting.kind !== 'lines' || waiting.state !== 'ready' || waiting.failures > 0) continue;
    stores.sync.saveEntry({ ...waiting, state: 'dropped', error: { code: 'sync.joined', data: {} } });
  }
  put(scope, 'lines', {
    kind: 'lines',
    patch: { lines: linesText(lines) },
    base: { lines: linesText(there) },
    payload: { lines: lines.map((line) => ({ ...line })) },
  });
};

/** One sentence for the timeline of the deal; null: nothing to say, or said by another fact of the same command. */
const commentOf = (stores: WriteStores, { entity, entityId, action, before, after }: Fact): string | null => {
  if (entity === 'order' && action === 'pack.issued') {
    const pack = issuedPack.safeParse(after);
    return pack.success ? syncComments.issued(pack.data.documents.map(titled)) : null;
  }
  if (entity === 'order' && action === 'document.annulled') {
    const document = annulled.safeParse(after);
    return document.success
      ? syncComments.annulled(titleOf(document.data.kind), document.data.number, document.data.reason)
      : null;
  }
  if (entity === 'document' && action === 'document.reissued') {
    const document = reissued.safeParse(after);
    return document.success
      ? syncComments.reissued(titleOf(document.data.kind), document.data.number, document.data.version)
      : null;
  }
  if (entity === 'order' && (action === 'payment.applied' || action === 'payment.undone')) {
    const fact = payment.safeParse(action === 'payment.applied' ? after : before);
    const sum = fact.success ? parseMoney(fact.data.sum) : null;
    if (!fact.success || sum === null || !sum.ok) return null;
    const { document, bookedOn } = fact.data;
    return action === 'payment.applied'
      ? syncComments.paid(sum.value, document, formatDate(isoDate(bookedOn)))
      : syncComments.unpaid(sum.value, document);
  }
  return entity === 'document' ? wayOf(stores, action, entityId) : null;
};

/** The way of a paper after its issue. */
const wayOf = (stores: WriteStores, action: string, documentId: string): string | null => {
  const say = WAYS[action];
  const document = say === undefined ? null : stores.documents.get(asId(documentId));
  return say === undefined || document === null ? null : say(titleOf(document.kind), document.number);
};

const WAYS: Readonly<Record<string, (title: string, number: string) => string>> = {
  'document.signed': syncComments.signed,
  'document.sent': syncComments.sent,
  'document.received': syncComments.received,
};

const titled = ({ kind, number }: z.infer<typeof paper>) => ({ title: titleOf(kind), number });
