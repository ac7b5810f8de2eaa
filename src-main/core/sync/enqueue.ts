import type { JsonObject } from '#shared/domain/crm/json.ts';
import type { CrmLine, CrmRow } from '#shared/domain/crm/row.ts';
import { isSameValue, type SyncFields } from '#shared/domain/sync/fields.ts';
import type { IsoInstant } from '#shared/kernel/date.ts';
import type { DocumentId, OrderId, PartyId, UserId } from '#shared/kernel/id.ts';
import type { ReadStores, WriteStores } from '../../ports/base.ts';
import type { CrmAccount, CrmLink, NewOutboxEntry } from '../../ports/sync.ts';
import type { CoreDeps } from '../deps.ts';
import { isSamePerson } from './same-person.ts';

/** What a process or a person wants said to the CRM about an order. `id` is the intent's own: the same one twice is once. */
export type CrmIntent = {
  readonly id: string;
  readonly by: UserId;
  readonly orderId: OrderId;
} & (
  | { readonly kind: 'comment'; readonly text: string }
  /** Title of the stage as people here call it. */
  | { readonly kind: 'stage'; readonly stage: string }
  | { readonly kind: 'fields'; readonly fields: SyncFields }
  | {
      readonly kind: 'message';
      readonly channel: 'openLine' | 'sms' | 'email' | 'call' | 'freight';
      readonly text: string;
    }
  | { readonly kind: 'paymentLink'; readonly amount: string }
  /** A record of a smart process beside the order, such as a posting for the connector of a freight exchange. */
  | { readonly kind: 'createRecord'; readonly recordId: string; readonly type: string; readonly fields: SyncFields }
  | {
      readonly kind: 'createTask';
      readonly taskId: string;
      readonly fields: SyncFields;
      /** Full name of who is to do it; a person whom the CRM does not know leaves it with the owner of the key. */
      readonly responsible?: string;
      /** A process begins with it. An order that was in the CRM before the program came is worked on as people there are used to. */
      readonly isBeginning?: boolean;
    }
  | { readonly kind: 'closeTask'; readonly taskId: string; readonly result: string }
  /** What our company buys for the order, beside it. */
  | {
      readonly kind: 'createPurchase';
      readonly documentId: DocumentId;
      readonly organisationId: PartyId;
      readonly supplierId: PartyId;
      readonly fields: SyncFields;
      readonly lines: readonly CrmLine[];
    }
);

/** Does the CRM's own automation drive this process? Then its tasks are not made here as well (crm.md: one owner). */
export const isDrivenByCrm = (stores: Pick<ReadStores, 'sync'>, definitionCode: string): boolean =>
  stores.sync.accounts().some(({ drivenByCrm }) => drivenByCrm.includes(definitionCode));

/**
 * Puts an intent into the outbox of every CRM that is meant and knows the order; in none, nothing happens. True when it went
 * into one.
 */
export const enqueueCrmIntent = (
  deps: Pick<CoreDeps, 'clock' | 'random'>,
  stores: WriteStores,
  intent: CrmIntent,
  isMeant: (account: CrmAccount) => boolean = () => true,
): boolean =>
  stores.sync
    .accounts()
    .filter(isMeant)
    .map((account) => {
      const link = stores.sync.linkOf(account.id, `order:${intent.orderId}`);
      return link !== null && enqueueFor(deps, stores, account, link, intent);
    })
    .some((isNew) => isNew);

/** The same for one CRM, whose record of the order is known. */
export const enqueueFor = (
  deps: Pick<CoreDeps, 'clock' | 'random'>,
  stores: WriteStores,
  account: CrmAccount,
  link: CrmLink,
  intent: CrmIntent,
): boolean => {
  const head = headOf(deps, account, link, intent);
  const put = (entry: Pick<NewOutboxEntry, 'kind'> & Partial<NewOutboxEntry>): boolean =>
    stores.sync.enqueue({ ...head, patch: {}, base: {}, payload: {}, ...entry });
  switch (intent.kind) {
    case 'comment':
      return put({ kind: 'comment', payload: { text: intent.text } });
    case 'message':
      return put({ kind: 'message', payload: { channel: intent.channel, text: intent.text } });
    case 'paymentLink':
      return put({ kind: 'paymentLink', payload: { amount: intent.amount } });
    case 'fields':
      return enqueueFields(deps, stores, account, link, { ...intent, at: deps.clock.now() });
    case 'stage':
      return enqueueStage(stores, account, link, intent.stage, put);
    case 'createRecord': {
      const payload = { type: intent.type, links: { order: `order:${intent.orderId}` } };
      return put({
        kind: 'create',
        entity: 'smart',
        object: `record:${intent.recordId}`,
        patch: intent.fields,
        payload,
      });
    }
    case 'createPurchase': {
      // Without a supplier and a company of its own the CRM takes none: the entry waits where people see it until they are there.
      const links = {
        order: `order:${intent.orderId}`,
        buyer: `party:${intent.supplierId}`,
        organisation: `organisation:${intent.organisationId}`,
      };
      return put({
        kind: 'create',
        entity: 'purchase',
        object: `purchase:${intent.documentId}`,
        patch: intent.fields,
        payload: { links, lines: intent.lines.map((line) => ({ ...line })) },
      });
    }
    case 'createTask': {
      const row = stores.sync.row(account.id, link.ref)?.row;
      if (intent.isBeginning === true && (row?.createdAt ?? account.connectedAt) < account.connectedAt) return false;
      const links = { order: `order:${intent.orderId}` };
      const responsible = employeeOf(stores, account, intent.responsible ?? '');
      return put({
        kind: 'create',
        entity: 'task',
        object: `task:${intent.taskId}`,
        patch: { ...intent.fields, ...(responsible === null ? {} : { responsible }) },
        payload: { links },
      });
    }
    case 'closeTask': {
      const object = `task:${intent.taskId}`;
      const isKnown = stores.sync.linkOf(account.id, object) !== null;
      const created = stores.sync.waitingOf(account.id, object).find(({ kind }) => kind === 'create');
      if (!isKnown && created === undefined) return false;
      const dependsOn = created?.id ?? null;
      return put({ kind: 'closeTask', entity: 'task', object, payload: { result: intent.result }, dependsOn });
    }
  }
};

const headOf = (
  deps: Pick<CoreDeps, 'clock' | 'random'>,
  account: CrmAccount,
  link: CrmLink,
  intent: Pick<CrmIntent, 'id' | 'by' | 'orderId'>,
) => ({
  id: `${account.id}:${intent.id}`,
  accountId: account.id,
  object: link.object,
  entity: link.ref.entity,
  key: deps.random.uuid(),
  createdAt: deps.clock.now(),
  createdBy: intent.by,
  orderId: intent.orderId,
});

type FieldsIntent = Pick<CrmIntent, 'id' | 'by' | 'orderId'> & { readonly fields: SyncFields; readonly at: IsoInstant };

/**
 * Changed values of an order. Only what the CRM holds goes; the base is what it says now. A field that a person is being asked about
 * takes the newer value into the question.
 */
export const enqueueFields = (
  deps: Pick<CoreDeps, 'clock' | 'random'>,
  stores: WriteStores,
  account: CrmAccount,
  link: CrmLink,
  intent: FieldsIntent,
): boolean => {
  const row = stores.sync.row(account.id, link.ref)?.row;
  if (row === undefined) return false;
  const questions = stores.sync.conflictsOf(account.id, link.object);
  const patch: Record<string, string | null> = {};
  const base: Record<string, string | null> = {};
  const before = expected(stores, account, link, row);
  for (const [field, value] of Object.entries(intent.fields)) {
    if (!(field in row.fields) || isSameValue(before[field], value)) continue;
    const question = questions.find((one) => one.field === field);
    if (question !== undefined) stores.sync.saveConflict({ ...question, ours: value });
    else [patch[field], base[field]] = [value, row.fields[field] ?? null];
  }
  if (Object.keys(patch).length === 0) return false;
  return stores.sync.enqueue({
    ...headOf(deps, account, link, intent),
    createdAt: intent.at,
    kind: 'update',
    patch,
    base,
    payload: {},
  });
};

/** What the CRM is going to say once everything that waits has gone. */
const expected = (stores: WriteStores, account: CrmAccount, link: CrmLink, row: CrmRow): SyncFields =>
  Object.assign(
    {},
    row.fields,
    ...stores.sync.waitingOf(account.id, link.object).map(({ patch }) => patch),
  ) as SyncFields;

const enqueueStage = (
  stores: WriteStores,
  account: CrmAccount,
  link: CrmLink,
  title: string,
  put: (entry: Pick<NewOutboxEntry, 'kind'> & Partial<NewOutboxEntry>) => boolean,
): boolean => {
  const row = stores.sync.row(account.id, link.ref)?.row;
  const stage = row === undefined ? null : stageIdOf(stores, account, row, title);
  if (row === undefined || stage === null) return false;
  const before = expected(stores, account, link, row);
  if (isSameValue(before['stage'], stage)) return false;
  return put({ kind: 'stage', patch: { stage }, base: { stage: row.fields['stage'] ?? null }, payload: { title } });
};

/** The CRM's id of a stage that we call so: by the mapping, else by its own title in the funnel of the record. */
const stageIdOf = (stores: WriteStores, account: CrmAccount, row: CrmRow, title: string): string | null => {
  const mapped = Object.entries(account.mapping.stages).find(([, ours]) => ours === title)?.[0];
  if (mapped !== undefined) return mapped;
  const pipelines = stores.sync.cursor(account.id, 'dictionaries')?.['pipelines'];
  const stages = listOf(pipelines)
    .filter((pipeline) => pipeline['entity'] === row.entity)
    .toSorted((left) => (left['id'] === row.fields['pipeline'] ? -1 : 1))
    .flatMap((pipeline) => listOf(pipeline['stages']));
  const found = stages.find((stage) => stage['title'] === title)?.['id'];
  return typeof found === 'string' ? found : null;
};

/** The CRM's id of a person whom we know by name. */
const employeeOf = (stores: WriteStores, account: CrmAccount, fullName: string): string | null => {
  const employees = listOf(stores.sync.cursor(account.id, 'dictionaries')?.['employees']);
  const found = employees.find(({ name }) => typeof name === 'string' && isSamePerson(fullName, name.trim()))?.['id'];
  return typeof found === 'string' ? found : null;
};

const listOf = (value: unknown): readonly JsonObject[] =>
  Array.isArray(value) ? value.filter((each): each is JsonObject => typeof each === 'object' && each !== null) : [];
