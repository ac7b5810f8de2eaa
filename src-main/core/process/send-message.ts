import { FREIGHT_CHAT } from '#shared/domain/process/outside-names.ts';
import type { Order } from '#shared/domain/order/order.ts';
import type { IsoInstant } from '#shared/kernel/date.ts';
import { asId } from '#shared/kernel/id.ts';
import type { ReadStores, WriteStores } from '../../ports/base.ts';
import type { CrmAccount, OutboxEntry } from '../../ports/sync.ts';
import type { CrmIntent } from '../sync/enqueue.ts';
import { orderBehind } from './order-behind.ts';
import { systemUser } from './system-user.ts';
import { tellCrm } from './tell-crm.ts';
import { withNames } from './titles.ts';
import type { EffectOf, Work } from './work.ts';

type Channel = Extract<CrmIntent, { kind: 'message' }>['channel'];

/** МойСклад says nothing to clients: only a portal has chats and postings of its own. */
const SPEAKING: CrmAccount['system'] = 'bitrix24';

const letterKey = (messageId: string): string => `process:${messageId}`;

/**
 * A message for the outside is a draft that people see and may copy at any time. What is meant for the client also goes on by itself
 * where there is a way: through the CRM that knows the order, else as a letter among the outgoing mail. All of it bears the id of the
 * effect, so that the same effect twice is one message.
 */
export const sendMessage = (work: Work, instanceId: string, effect: EffectOf<'message'>): void => {
  const { id, isLate, to } = effect;
  const text = withNames(effect.text, work.people.nameOf);
  const isHistory = work.isHistory(instanceId);
  const state = isHistory ? 'done' : 'draft';
  work.deed(instanceId, { id, kind: 'message', isLate, text, body: { to }, state });
  const orderId = isHistory || text === '' ? null : orderBehind(work.stores, work.get(instanceId).row);
  const order = orderId === null ? null : work.stores.orders.get(orderId);
  if (order === null) return;
  if (to.kind === 'client' && !sayInCrm(work, order, id, 'openLine', text)) writeLetter(work, order, id, text);
  if (to.kind === 'chat' && to.chat === FREIGHT_CHAT) sayInCrm(work, order, id, 'freight', text);
};

const sayInCrm = (work: Work, order: Order, id: string, channel: Channel, text: string): boolean =>
  tellCrm(work, { id, orderId: order.id, kind: 'message', channel, text }, ({ system }) => system === SPEAKING);

/** A mail to the buyer that a person opens in his mail program; without an address the draft is there to be copied. */
const writeLetter = ({ stores, world, cause }: Work, order: Order, messageId: string, body: string): void => {
  const party = stores.parties.get(order.partyId);
  if (party === null || party.email === '' || stores.sending.letterByKey(letterKey(messageId)) !== null) return;
  const madeBy = cause.userId ?? systemUser(stores);
  const id = world.random.uuid();
  const company = stores.parties.get(order.organisationId)?.shortName ?? '';
  stores.sending.addLetter({
    id,
    about: 'message',
    organisationId: order.organisationId,
    partyId: party.id,
    recipient: party.email,
    subject: [`Заказ № ${order.number}`, company].filter((part) => part !== '').join(', '),
    body,
    attachments: [],
    documents: [],
    onceKey: letterKey(messageId),
    state: 'draft',
    madeAt: cause.at,
    madeBy,
    sentAt: null,
    paperId: null,
  });
  stores.audit.append({
    at: cause.at,
    userId: madeBy,
    onBehalfOf: cause.onBehalfOf,
    action: 'letter.made',
    entity: 'letter',
    entityId: id,
    before: null,
    after: { about: 'message', partyId: party.id, orderId: order.id, messageId },
    commandId: asId(world.random.uuid()),
  });
};

/** What became of a message outside: its entries in the outboxes of CRMs, and its letter. */
export const outside = (stores: Pick<ReadStores, 'sync' | 'sending'>, messageId: string) => ({
  entries: stores.sync.accounts().flatMap(({ id }): readonly OutboxEntry[] => {
    const entry = stores.sync.entry(`${id}:${messageId}`);
    return entry === null ? [] : [entry];
  }),
  letter: stores.sending.letterByKey(letterKey(messageId)),
});

const CALLED_BACK = new Set<OutboxEntry['state']>(['ready', 'wait', 'parked']);

/** A person sent the words himself: the client must not read them twice. What is on its way already cannot be called back. */
export const callBack = (stores: WriteStores, messageId: string, at: IsoInstant): void => {
  const { entries, letter } = outside(stores, messageId);
  for (const entry of entries)
    if (CALLED_BACK.has(entry.state)) stores.sync.saveEntry({ ...entry, state: 'dropped', nextAt: null });
  if (letter !== null && letter.state !== 'sent') stores.sending.saveLetter({ ...letter, state: 'sent', sentAt: at });
};
