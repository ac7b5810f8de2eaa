import type { OutputOf } from '#shared/contract/index.ts';
import { titleOf } from '#shared/domain/document/titles.ts';
import { DOCUMENT_KINDS } from '#shared/domain/document/document.ts';
import type { Order } from '#shared/domain/order/order.ts';
import type { AuditEntry } from '../../ports/base.ts';
import type { CoreDeps } from '../deps.ts';
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
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, MAX_ENTRIES)
    .map((entry) => ({
      at: entry.at,
      who: users.get(entry.userId)?.fullName ?? '',
      onBehalfOf: entry.onBehalfOf === null ? null : (users.get(entry.onBehalfOf)?.fullName ?? null),
      action: entry.action,
      text: sentenceOf(entry),
    }));
};

const sentenceOf = (entry: AuditEntry): string => {
  switch (entry.action) {
    case 'pack.issued':
      return `Выпущены документы: ${issuedTitles(entry.after).join(', ')}`;
    case 'order.created':
      return 'Заказ загружен';
    case 'order.updated':
      return 'Заказ обновлён из файла';
    case 'party.created':
      return 'Карточка контрагента загружена';
    case 'party.updated':
      return 'Карточка контрагента обновлена из файла';
    case 'field.changed':
      return `${textOf(entry.after, 'field')}: ${textOf(entry.before, 'value') || 'пусто'} → ${textOf(entry.after, 'value') || 'пусто'}`;
    default:
      return entry.action;
  }
};

const textOf = (value: unknown, key: string): string => {
  if (typeof value !== 'object' || value === null) return '';
  const found: unknown = Object.entries(value).find(([name]) => name === key)?.[1];
  return typeof found === 'string' ? found : '';
};

const issuedTitles = (after: unknown): string[] => {
  const documents: unknown = typeof after === 'object' && after !== null && 'documents' in after ? after.documents : [];
  if (!Array.isArray(documents)) return [];
  return documents.map((item: unknown) => {
    const kind = DOCUMENT_KINDS.find((known) => known === textOf(item, 'kind'));
    return kind === undefined ? '' : `${titleOf(kind)} № ${textOf(item, 'number')}`;
  });
};
