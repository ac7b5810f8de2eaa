import { ok, type Result } from '#shared/kernel/result.ts';
import type { LookUp, PushOperation, PushOutcome } from '../connector.ts';
import { forRead, type CallFailure } from '../call-failure.ts';
import type { Bitrix } from './bitrix.ts';
import { itemOf, timelineType } from './entities.ts';
import { ABSENT, done, found, notSent } from '../push-outcome.ts';
import { addComment } from './push-comment.ts';
import { createItem, lookUpItem } from './push-item.ts';
import { mapOf, rowsIn, text } from './wire.ts';

type Message = Extract<PushOperation, { kind: 'message' }>;
type PaymentLink = Extract<PushOperation, { kind: 'paymentLink' }>;

const NO_CHANNEL: PushOutcome = {
  state: 'unsupported',
  code: 'NO_CHANNEL',
  message: 'У этой записи нет такого канала в Битрикс24. Текст можно скопировать и отправить самому.',
};

/** Kinds of activities: a call and a letter. */
const CALL = 2;
const EMAIL = 4;
const OUTGOING = 2;
const HOUR_MS = 3_600_000;

/** A message to a client through what the portal has connected: an open line, a letter, a planned call. */
export const pushMessage = async (bitrix: Bitrix, operation: Message, signal: AbortSignal): Promise<PushOutcome> => {
  const item = itemOf(operation.ref, bitrix.mapping);
  if (item === null) return NO_CHANNEL;
  switch (operation.channel) {
    case 'openLine':
      return sayInChat(bitrix, operation, item, signal);
    case 'email':
    case 'call':
      return addActivity(bitrix, operation, item, signal);
    case 'freight':
      return postFreight(bitrix, operation, signal);
    case 'sms':
      return NO_CHANNEL;
  }
};

/** A record of the smart process that the exchange's connector publishes from; its stage tells how the posting fares. */
const postFreight = async (bitrix: Bitrix, operation: Message, signal: AbortSignal): Promise<PushOutcome> => {
  const { freightType } = bitrix.mapping;
  if (freightType === undefined || freightType === '') return NO_CHANNEL;
  const [title = ''] = operation.text.split('\n');
  const made = await createItem(bitrix, freightCreate(operation, freightType, title), signal);
  // The whole text beside the posting: a person copies it from there when the exchange wants more than a title.
  if (made.state === 'done' && made.ref !== null) await addComment(bitrix, made.ref, operation.text, signal);
  return made;
};

const freightCreate = (
  { key, ref }: Message,
  type: string,
  title: string,
): Extract<PushOperation, { kind: 'create' }> => ({
  kind: 'create',
  key,
  entity: 'smart',
  type,
  fields: { title: title.slice(0, 250) },
  links: { order: ref },
  lines: null,
});

type Item = { readonly entityTypeId: number; readonly id: number };

const sayInChat = async (bitrix: Bitrix, operation: Message, item: Item, signal: AbortSignal): Promise<PushOutcome> => {
  const owner = { CRM_ENTITY_TYPE: timelineType(item.entityTypeId), CRM_ENTITY: item.id };
  const chats = await bitrix.portal.call(
    { method: 'imopenlines.crm.chat.get', params: { ...owner, ACTIVE_ONLY: 'N' }, writes: false },
    signal,
  );
  if (!chats.ok) return notSent(chats.error);
  // The newest conversation: the messenger that the client wrote by last.
  const chatId = text.parse(rowsIn(chats.value.result, null).at(-1)?.['CHAT_ID']);
  if (chatId === '') return NO_CHANNEL;
  const params = { ...owner, CHAT_ID: chatId, USER_ID: bitrix.portal.userId, MESSAGE: operation.text };
  const answer = await bitrix.portal.call({ method: 'imopenlines.crm.message.add', params, writes: true }, signal);
  return answer.ok ? done(null, null, { answer: text.parse(answer.value.result) || null }) : answer.error;
};

const addActivity = async (
  bitrix: Bitrix,
  operation: Message,
  item: Item,
  signal: AbortSignal,
): Promise<PushOutcome> => {
  const isCall = operation.channel === 'call';
  const now = bitrix.portal.serverNow() ?? bitrix.pace.now();
  const [subject = ''] = operation.text.split('\n');
  const fields = {
    OWNER_TYPE_ID: item.entityTypeId,
    OWNER_ID: item.id,
    TYPE_ID: isCall ? CALL : EMAIL,
    SUBJECT: subject.slice(0, 200),
    DESCRIPTION: operation.text,
    DESCRIPTION_TYPE: 1,
    DIRECTION: OUTGOING,
    RESPONSIBLE_ID: bitrix.portal.userId,
    COMPLETED: isCall ? 'N' : 'Y',
    START_TIME: new Date(now).toISOString(),
    END_TIME: new Date(now + (isCall ? HOUR_MS : 0)).toISOString(),
    ORIGINATOR_ID: bitrix.originator,
    ORIGIN_ID: operation.key,
  };
  const answer = await bitrix.portal.call({ method: 'crm.activity.add', params: { fields }, writes: true }, signal);
  return answer.ok ? done({ entity: 'message', id: text.parse(answer.value.result) }) : answer.error;
};

/** Activities keep our key; a line in a chat keeps none, and it is better asked of a person than said twice to a client. */
export const lookUpMessage = async (bitrix: Bitrix, operation: Message, signal: AbortSignal): Promise<LookUp> => {
  if (operation.channel === 'openLine' || operation.channel === 'sms')
    return {
      state: 'cannotTell',
      message: 'Связь оборвалась при отправке сообщения. Проверьте в чате Битрикс24, дошло ли оно, и отметьте здесь.',
    };
  const { freightType } = bitrix.mapping;
  if (operation.channel === 'freight')
    return freightType ? lookUpItem(bitrix, freightCreate(operation, freightType, ''), signal) : ABSENT;
  const params = {
    filter: { ORIGINATOR_ID: bitrix.originator, ORIGIN_ID: operation.key },
    select: ['ID', 'ORIGIN_ID'],
  };
  const answer = await bitrix.portal.call({ method: 'crm.activity.list', params, writes: false }, signal);
  if (!answer.ok) return forRead(answer.error);
  const same = rowsIn(answer.value.result, null).find((each) => text.parse(each['ORIGIN_ID']) === operation.key);
  return same === undefined ? ABSENT : found({ entity: 'message', id: text.parse(same['ID']) });
};

/** A payment of a deal or an invoice with the public link to pay it. One that waits already is used again. */
export const pushPaymentLink = async (
  bitrix: Bitrix,
  operation: PaymentLink,
  signal: AbortSignal,
): Promise<PushOutcome> => {
  const item = itemOf(operation.ref, bitrix.mapping);
  if (item === null) return NO_CHANNEL;
  const waiting = await unpaid(bitrix, item, signal);
  if (!waiting.ok) return notSent(waiting.error);
  const params = { entityId: item.id, entityTypeId: item.entityTypeId };
  const made =
    waiting.value ?? (await bitrix.portal.call({ method: 'crm.item.payment.add', params, writes: true }, signal));
  if (typeof made !== 'string' && !made.ok) return made.error;
  const id = typeof made === 'string' ? made : text.parse(made.value.result);
  const link = await bitrix.portal.call(
    { method: 'salescenter.payment.getPublicUrl', params: { id }, writes: false },
    signal,
  );
  if (!link.ok) return notSent(link.error);
  const payment = mapOf(mapOf(link.value.result)['payment']);
  const url = text.parse(payment['shortUrl']) || text.parse(payment['url']);
  return done({ entity: 'payment', id }, null, { answer: url || null });
};

const unpaid = async (bitrix: Bitrix, item: Item, signal: AbortSignal): Promise<Result<string | null, CallFailure>> => {
  const params = { entityId: item.id, entityTypeId: item.entityTypeId };
  const answer = await bitrix.portal.call({ method: 'crm.item.payment.list', params, writes: false }, signal);
  if (!answer.ok) return answer;
  const waiting = rowsIn(answer.value.result, null).find((each) => text.parse(each['paid']) === 'N');
  return ok(waiting === undefined ? null : text.parse(waiting['id']));
};

/** A waiting payment is found again by `pushPaymentLink` itself: after a broken attempt it simply goes once more. */
export const lookUpPaymentLink = (): LookUp => ABSENT;
