import { uuid } from './ids.ts';
import type { Account } from './account.ts';
import type { Fields } from '../http/values.ts';
import { readMoscow } from './filter.ts';
import { listBody } from './list.ts';
import { isRef, metaOf, refTo } from './refs.ts';
import { moscowText } from './show.ts';
import { noSuchEntity, StoreError } from './store-error.ts';

const PAGE = 25;
const MOST = 100;

/** Leaves a line: who did what to what, with the old and the new values. `source` tells the browser from the API. */
export const noteAudit = (
  account: Account,
  event: {
    type: 'create' | 'update' | 'delete' | 'moveToRecycleBin';
    entityType: string;
    id: string;
    name: unknown;
    source: 'app' | 'jsonapi';
    uid: string;
    diff?: Fields;
  },
): void => {
  account.audit.push({
    id: uuid('audit', account.audit.length),
    uid: event.uid,
    source: event.source,
    moment: account.now(),
    objectCount: 1,
    eventType: event.type,
    entityType: event.entityType,
    entity: refTo(event.entityType, event.id),
    name: event.name,
    diff: event.diff,
  });
};

/** `{ sum: { oldValue, newValue } }` of the fields that changed. */
export const diffOf = (account: Account, before: Fields, after: Fields): Fields => {
  const shown = (value: unknown): unknown => (isRef(value) ? { meta: metaOf(account.base(), value) } : value);
  return Object.fromEntries(
    Object.keys(after)
      .filter((name) => name !== 'updated' && JSON.stringify(before[name]) !== JSON.stringify(after[name]))
      .map((name) => [name, { oldValue: shown(before[name]), newValue: shown(after[name]) }]),
  );
};

const shownContext = (account: Account, row: Fields): Fields => {
  const { entity: _entity, diff: _diff, name: _name, moment, ...rest } = row;
  const id = String(row['id']);
  return {
    meta: { href: `${account.base()}/audit/${id}`, type: 'audit', mediaType: 'application/json' },
    ...rest,
    moment: moscowText(Number(moment)),
    events: {
      meta: {
        href: `${account.base()}/audit/${id}/events`,
        type: 'auditevent',
        mediaType: 'application/json',
        size: 1,
        limit: PAGE,
        offset: 0,
      },
    },
  };
};

const shownEvent = (account: Account, row: Fields): Fields => {
  const entity = row['entity'];
  return {
    audit: {
      meta: { href: `${account.base()}/audit/${String(row['id'])}`, type: 'audit', mediaType: 'application/json' },
    },
    ...(isRef(entity) ? { entity: { meta: metaOf(account.base(), entity) } } : {}),
    source: row['source'],
    entityType: row['entityType'],
    eventType: row['eventType'],
    name: row['name'],
    moment: moscowText(Number(row['moment'])),
    uid: row['uid'],
    ...(row['diff'] === undefined ? {} : { diff: row['diff'] }),
  };
};

const page = (url: URL): { limit: number; offset: number } => ({
  limit: Math.min(MOST, Number(url.searchParams.get('limit') ?? PAGE)),
  offset: Number(url.searchParams.get('offset') ?? 0),
});

const isWanted = (row: Fields, filter: string): boolean =>
  filter
    .split(';')
    .filter(Boolean)
    .every((part) => {
      const [, field = '', operator = '', value = ''] = /^(\w+)(>=|<=|!=|=|>|<)(.*)$/u.exec(part) ?? [];
      if (field === 'moment') {
        const limit = readMoscow(value);
        if (limit === null)
          throw new StoreError(412, 1035, 'Ошибка фильтрации: неверный формат даты параметра фильтрации');
        const moment = Number(row['moment']);
        return operator === '>='
          ? moment >= limit
          : operator === '<='
            ? moment <= limit
            : operator === '>'
              ? moment > limit
              : moment < limit;
      }
      if (!['eventType', 'entityType', 'source', 'uid'].includes(field)) {
        throw new StoreError(412, 1034, `Ошибка фильтрации: неизвестное поле фильтрации '${field}'`);
      }
      return (String(row[field]) === value) === (operator !== '!=');
    });

/** `audit`, `audit/{id}`, `audit/{id}/events`; newest first. */
export const readAudit = (account: Account, path: readonly string[], url: URL): Fields => {
  const [id, part] = path;
  if (id === 'metadata')
    return {
      source: ['app', 'jsonapi'],
      entitytype: ['customerorder', 'counterparty'],
      eventtype: ['create', 'update', 'delete'],
    };
  const { limit, offset } = page(url);
  if (id === undefined || id === '') {
    const rows = account.audit.filter((row) => isWanted(row, url.searchParams.get('filter') ?? '')).toReversed();
    return listBody(
      account,
      url,
      { type: 'audit', hasMetadata: false },
      { size: rows.length, limit, offset },
      rows.slice(offset, offset + limit).map((row) => shownContext(account, row)),
    );
  }
  const row = account.audit.find((one) => one['id'] === id);
  if (row === undefined) throw noSuchEntity('audit', id);
  if (part !== 'events') return shownContext(account, row);
  return listBody(account, url, { type: 'auditevent', hasMetadata: false }, { size: 1, limit, offset }, [
    shownEvent(account, row),
  ]);
};

/** `entity/{type}/{id}/audit`. */
export const auditOfEntity = (account: Account, id: string, url: URL): Fields => {
  const { limit, offset } = page(url);
  const rows = account.audit.filter(({ entity }) => isRef(entity) && entity.id === id).toReversed();
  return listBody(
    account,
    url,
    { type: 'auditevent', hasMetadata: false },
    { size: rows.length, limit, offset },
    rows.slice(offset, offset + limit).map((row) => shownEvent(account, row)),
  );
};
