import type { OutputOf } from '#shared/contract/index.ts';
import { titleOf } from '#shared/domain/document/titles.ts';
import { INCOMING_TITLES, isIncomingKind } from '#shared/domain/incoming/incoming.ts';
import { DOCUMENT_KINDS } from '#shared/domain/document/document.ts';
import { formatMoney, parseMoney } from '#shared/kernel/money.ts';
import { crmPaidText, heardText } from '#shared/text/crm-history-texts.ts';
import type { Order } from '#shared/domain/order/order.ts';
import type { AuditEntry } from '../../ports/base.ts';
import type { CoreDeps } from '../deps.ts';
import { fieldName } from './field-names.ts';
import type { Standing } from '../packs/standing.ts';

type Entry = OutputOf<'orders.get'>['history'][number];

const MAX_ENTRIES = 50;

/** What happened to an order, newest first, in sentences. */
export const historyOf = (deps: Pick<CoreDeps, 'base'>, order: Order, standing: Standing): Entry[] => {
  const { audit, users } = deps.base.read;
  const entries = [
    ...audit.ofEntity('order', order.id, MAX_ENTRIES),
    ...audit.ofEntity('party', standing.pack.buyer.id, MAX_ENTRIES),
  ];
  return entries
    .toSorted((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1))
    .slice(0, MAX_ENTRIES)
    .map((entry) => ({
      at: entry.at,
      who: users.get(entry.userId)?.fullName ?? '',
      onBehalfOf: entry.onBehalfOf === null ? null : (users.get(entry.onBehalfOf)?.fullName ?? null),
      action: entry.action,
      text: sentenceOf(entry),
    }));
};

const factOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

const sentenceOf = (entry: AuditEntry): string => {
  switch (entry.action) {
    case 'pack.issued':
      return `Выпущены документы: ${issuedTitles(entry.after).join(', ')}${despite(entry.after)}`;
    case 'document.reissued':
      return `${remadeAs(entry.after)}: ${sumsOf(entry)}${because(entry.after)}${despite(entry.after)}`;
    case 'document.annulled':
      return `Аннулирован ${titleIn(entry.after)}: ${textOf(entry.after, 'reason')}`;
    case 'offer.agreed':
      return `Клиент согласовал ${titleIn(entry.after)}, версия ${versionIn(entry.after)}`;
    case 'offer.withdrawn':
      return `Согласие клиента снято: ${titleIn(entry.after)}`;
    case 'incoming.added':
      return `Внесён входящий документ: ${incomingIn(entry.after)}`;
    case 'incoming.annulled':
      return `Аннулирован входящий документ: ${incomingIn(entry.after)}: ${textOf(entry.after, 'reason')}`;
    case 'order.created':
      return 'Заказ загружен';
    case 'crm.message':
      return heardText(factOf(entry.after));
    case 'crm.paid':
      return crmPaidText(factOf(entry.after));
    case 'order.updated':
      return entry.commandId.startsWith('crm:') ? 'Заказ обновлён из CRM' : 'Заказ обновлён из файла';
    case 'party.created':
      return 'Карточка контрагента загружена';
    case 'party.updated':
      return 'Карточка контрагента обновлена из файла';
    case 'field.changed':
      return `${fieldName(textOf(entry.after, 'field'))}: ${textOf(entry.before, 'value') || 'пусто'} → ${textOf(entry.after, 'value') || 'пусто'}`;
    case 'payment.applied':
      return `Оплата: ${paymentIn(entry.after)}`;
    case 'payment.undone':
      return `Оплата снята: ${paymentIn(entry.before)}`;
    default:
      return textOf(entry.after, 'sentence') || entry.action;
  }
};

const incomingIn = (value: unknown): string => {
  const kind = textOf(value, 'kind');
  return `${isIncomingKind(kind) ? INCOMING_TITLES[kind] : kind} № ${textOf(value, 'number')}`;
};

/** «Перевыпущен Счет № 5, версия 2», «Составлено исправление № 1 к УПД № 455». */
const remadeAs = (after: unknown): string => {
  const revision = numberOf(valueIn(after, 'revision'), 'number');
  return revision === ''
    ? `Перевыпущен ${titleIn(after)}, версия ${numberOf(after, 'version')}`
    : `Составлено исправление № ${revision} к ${titleIn(after)}`;
};

const because = (after: unknown): string => {
  const reason = textOf(after, 'reason');
  return reason === '' ? '' : ` · ${reason}`;
};

/** «сумма 95 000,00 → 98 500,00», or that it stayed. */
const sumsOf = ({ before, after }: AuditEntry): string => {
  const [was, is] = [before, after].map((value) => roublesText(textOf(value, 'sum')));
  return was === is ? 'сумма прежняя' : `сумма ${was} → ${is}`;
};

/** «118 500,00 по счету № 1204, платежное поручение № 501». */
const paymentIn = (fact: unknown): string =>
  `${roublesText(textOf(fact, 'sum'))} по документу № ${textOf(fact, 'document')}, операция банка № ${textOf(fact, 'number')}`;

const roublesText = (decimal: string): string => {
  const money = parseMoney(decimal);
  return money.ok ? formatMoney(money.value) : decimal;
};

/** « · вопреки R-T1: причина»: what was let pass and why. */
const despite = (after: unknown): string => {
  const overridden = arrayIn(after, 'overridden').map((item) => `${textOf(item, 'rule')}: ${textOf(item, 'reason')}`);
  return overridden.length === 0 ? '' : ` · вопреки ${[...new Set(overridden)].join('; ')}`;
};

const valueIn = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Object.entries(value).find(([name]) => name === key)?.[1] : undefined;

const arrayIn = (value: unknown, key: string): readonly unknown[] => {
  const found = valueIn(value, key);
  return Array.isArray(found) ? found : [];
};

const numberOf = (value: unknown, key: string): string => {
  const found = valueIn(value, key);
  return typeof found === 'number' ? String(found) : '';
};

const textOf = (value: unknown, key: string): string => {
  const found = valueIn(value, key);
  return typeof found === 'string' ? found : '';
};

const titleIn = (item: unknown): string => {
  const kind = DOCUMENT_KINDS.find((known) => known === textOf(item, 'kind'));
  return kind === undefined ? '' : `${titleOf(kind)} № ${textOf(item, 'number')}`;
};

const versionIn = (item: unknown): string => {
  const { version } = factOf(item);
  return typeof version === 'number' ? String(version) : '';
};

const issuedTitles = (after: unknown): string[] => arrayIn(after, 'documents').map(titleIn);
