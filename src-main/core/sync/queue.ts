import type { OutputOf } from '#shared/contract/index.ts';
import { isMappedTitle, fieldTitle } from '#shared/text/sync-field-titles.ts';
import { reasonText } from '#shared/text/sync-reasons.ts';
import { ok } from '#shared/kernel/result.ts';
import type { CrmAccount, OutboxEntry, OutboxState } from '../../ports/sync.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import { subjectOf } from './subject.ts';

type Item = OutputOf<'sync.queue'>['items'][number];

const STATES: Readonly<Record<Exclude<Item['group'], 'refused'>, readonly OutboxState[]>> = {
  waiting: ['ready', 'sending', 'wait'],
  unknown: ['unknown'],
  parked: ['parked'],
};

const GROUPS = ['unknown', 'parked', 'refused', 'waiting'] as const;

/** What waits and for whom, what is unclear and how it is checked, what needs a person; the last first. */
export const syncQueue =
  (deps: CoreDeps): Handler<'sync.queue'> =>
  (_context, { group, limit }) => {
    const groups = group === undefined ? GROUPS : [group];
    const items = deps.base.read.sync
      .accounts()
      .flatMap((account) => groups.flatMap((one) => itemsOf(deps, account, one, limit)));
    return ok({ total: items.length, items: items.slice(0, limit) });
  };

const itemsOf = (deps: CoreDeps, account: CrmAccount, group: Item['group'], limit: number): readonly Item[] => {
  if (group === 'refused') return refusedOf(deps, account, limit);
  return deps.base.read.sync
    .outbox(account.id, STATES[group], limit)
    .map((entry) => itemOf(deps, account, entry, group));
};

const itemOf = (deps: CoreDeps, account: CrmAccount, entry: OutboxEntry, group: Item['group']): Item => {
  const link = deps.base.read.sync.linkOf(account.id, entry.object);
  const row = link === null ? null : deps.base.read.sync.row(account.id, link.ref);
  return {
    id: entry.id,
    accountId: account.id,
    account: account.title,
    group,
    what: WHAT[entry.kind],
    detail: detailOf(entry),
    ...subjectOf(deps.base.read, entry.orderId),
    since: entry.createdAt,
    who: deps.base.read.users.get(entry.createdBy)?.fullName ?? '',
    nextAt: entry.nextAt,
    tries: entry.failures,
    reason: reasonText(entry.error),
    url: row?.row.url ?? null,
  };
};

const WHAT: Readonly<Record<OutboxEntry['kind'], string>> = {
  create: 'Новая запись',
  update: 'Поля',
  stage: 'Стадия',
  lines: 'Строки',
  requisites: 'Реквизиты',
  comment: 'Комментарий',
  file: 'Файл',
  closeTask: 'Закрытие задачи',
  message: 'Сообщение',
  paymentLink: 'Ссылка на оплату',
};

const MOST_TEXT = 200;

const detailOf = ({ kind, patch, payload }: OutboxEntry): string => {
  const text = payload['text'] ?? payload['result'] ?? payload['title'] ?? payload['amount'];
  if (typeof text === 'string') return text.slice(0, MOST_TEXT);
  if (kind === 'create') return patch['title'] ?? '';
  return Object.keys(patch).filter(isMappedTitle).map(fieldTitle).join(', ');
};

const refusedOf = (deps: CoreDeps, account: CrmAccount, limit: number): readonly Item[] =>
  deps.base.read.sync.problems(account.id, limit).map(({ row, problem, pulledAt }) => ({
    id: `row ${account.id} ${row.entity} ${row.id}`,
    accountId: account.id,
    account: account.title,
    group: 'refused',
    what: 'Запись CRM',
    detail: row.fields['title'] ?? row.fields['number'] ?? row.id,
    order: '',
    orderId: null,
    counterparty: '',
    since: pulledAt,
    who: '',
    nextAt: null,
    tries: 0,
    reason: problem ?? '',
    url: row.url,
  }));
