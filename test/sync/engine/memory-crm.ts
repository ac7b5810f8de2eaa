import type { Composed } from '#shared/domain/crm/compose.ts';
import type { CrmLine, CrmRef, CrmRow } from '#shared/domain/crm/row.ts';
import type { IsoInstant } from '#shared/kernel/date.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type { Answer, Connector, Feed, Page, PushOperation, PushOutcome } from '#main/sync/connectors/connector.ts';
import type { CrmFailure } from '#main/sync/connectors/failure.ts';

/** What befalls one call. `lostBefore`, `lostAfter`: the line breaks before or after the effect; `limit`: asked to wait. */
export type Mishap = 'none' | 'offline' | 'limit' | 'lostBefore' | 'lostAfter' | 'refused' | 'stopped';

type Effect = { readonly kind: string; readonly key: string; readonly id: string };

const FEEDS: readonly Feed[] = [
  { name: 'organisation', entity: 'organisation', hasChanges: true, hasOpenPart: false },
  { name: 'party', entity: 'party', hasChanges: true, hasOpenPart: false },
  { name: 'order', entity: 'order', hasChanges: true, hasOpenPart: true },
];

const PAGE = 50;

const keyOf = ({ entity, id }: CrmRef): string => `${entity} ${id}`;

const page = (rows: readonly CrmRow[], after: string | null): Page => {
  const rest = rows.filter(({ id }) => after === null || id > after);
  const next = rest.length > PAGE ? requireDefined(rest[PAGE - 1], 'the last of a page').id : null;
  return { rows: rest.slice(0, PAGE), problems: [], next, pages: 1 };
};

const nothing = (): Mishap => 'none';

/** A CRM in memory behind the real port: whole-second stamps, one record one change at a time, accidents on order. */
export const createMemoryCrm = (now: () => number) => {
  const records = new Map<string, CrmRow>();
  const effects: Effect[] = [];
  let mishap: (what: string) => Mishap = nothing;
  let lastId = 0;
  let calls = 0;
  let heard: IsoInstant | null = null;

  const instant = (): IsoInstant => new Date(now()).toISOString() as IsoInstant;
  const stamp = (): IsoInstant => new Date(Math.floor(now() / 1000) * 1000).toISOString() as IsoInstant;
  const put = (row: Partial<CrmRow> & Pick<CrmRow, 'entity' | 'id'>): CrmRow => {
    const before = records.get(keyOf(row));
    const after: CrmRow = {
      key: null,
      createdAt: stamp(),
      modifiedBy: '7',
      deletedAt: null,
      url: null,
      fields: {},
      links: {},
      lines: null,
      requisites: null,
      files: [],
      raw: {},
      ...before,
      ...row,
      modifiedAt: stamp(),
    };
    records.set(keyOf(row), after);
    return after;
  };
  const listOf = (feed: Feed): CrmRow[] =>
    [...records.values()].filter(({ entity }) => entity === feed.entity).toSorted((a, b) => (a.id < b.id ? -1 : 1));

  const trouble = (what: string): CrmFailure | null => {
    calls += 1;
    const happened = mishap(what);
    if (happened === 'stopped')
      return { state: 'stopped', why: 'auth', action: 'newKey', message: 'Ключ CRM больше не действует' };
    if (happened === 'limit' || happened === 'offline' || happened === 'lostBefore' || happened === 'lostAfter') {
      const until = new Date(now() + 3000).toISOString() as IsoInstant;
      return {
        state: 'later',
        why: happened === 'limit' ? 'limit' : 'offline',
        scope: 'portal',
        until,
        message: 'Пауза',
      };
    }
    heard = instant();
    return null;
  };
  const answer = <T>(what: string, make: () => T): Promise<Answer<T>> => {
    const failure = trouble(what);
    return Promise.resolve(failure === null ? ok(make()) : err(failure));
  };

  /** The effect of a write, once for a key. */
  const apply = (operation: PushOperation): CrmRow | 'gone' => {
    if (operation.kind === 'create') {
      const known = [...records.values()].find(({ key }) => key === operation.key);
      lastId += 1;
      const row = put({
        entity: operation.entity,
        id: known?.id ?? String(lastId).padStart(6, '0'),
        key: operation.key,
        fields: operation.fields,
        links: operation.links,
        lines: operation.lines,
      });
      effects.push({ kind: 'create', key: operation.key, id: row.id });
      return row;
    }
    const known = records.get(keyOf(operation.ref));
    if (known === undefined) return 'gone';
    effects.push({ kind: operation.kind, key: operation.key, id: known.id });
    switch (operation.kind) {
      case 'update':
        return put({ ...known, fields: { ...known.fields, ...operation.fields } });
      case 'stage':
        return put({ ...known, fields: { ...known.fields, stage: operation.stage } });
      case 'lines':
        return put({ ...known, lines: operation.lines });
      default:
        return known;
    }
  };

  const push = (operation: PushOperation): Promise<PushOutcome> => {
    const happened = mishap(`push ${operation.kind}`);
    calls += 1;
    const until = new Date(now() + 3000).toISOString() as IsoInstant;
    if (happened === 'limit' || happened === 'offline') {
      const why = happened === 'limit' ? 'limit' : 'offline';
      return Promise.resolve({ state: 'later', why, scope: 'portal', until, message: 'Пауза' });
    }
    if (happened === 'stopped')
      return Promise.resolve({
        state: 'stopped',
        why: 'auth',
        action: 'newKey',
        message: 'Ключ CRM больше не действует',
      });
    if (happened === 'refused')
      return Promise.resolve({
        state: 'refused',
        code: 'ACCESS_DENIED',
        message: 'Нет прав в CRM',
        field: null,
        fix: 'rights',
      });
    if (happened === 'lostBefore') return Promise.resolve({ state: 'unknown', checkAfter: until, message: 'Обрыв' });
    const row = apply(operation);
    if (row === 'gone') return Promise.resolve({ state: 'gone', message: 'Элемент не найден' });
    if (happened === 'lostAfter') return Promise.resolve({ state: 'unknown', checkAfter: until, message: 'Обрыв' });
    return Promise.resolve({ state: 'done', ref: row, row, overwritten: {}, ignored: [], answer: null });
  };

  const connector: Connector = {
    system: 'bitrix24',
    feeds: FEEDS,
    probe: () =>
      answer('probe', () => ({
        portal: 'Проба',
        address: 'https://proba.bitrix24.ru',
        employee: { id: '7', name: 'Анна', isAdmin: true },
        missing: [],
        can: {
          orders: true,
          requisites: true,
          tasks: true,
          files: true,
          smartProcesses: false,
          invoices: false,
          comments: true,
          messages: false,
          workingDay: false,
          paymentLinks: false,
        },
      })),
    calibrate: () =>
      answer('calibrate', () => ({
        filterFormat: 'iso' as const,
        skewMinutes: 0,
        serverOffset: 180,
        userShiftMinutes: 0,
        doubtMinutes: 0,
        checkedAt: instant(),
      })),
    dictionaries: () =>
      answer('dictionaries', () => ({
        pipelines: [
          {
            entity: 'order' as const,
            id: '0',
            title: 'Общая',
            stages: ['NEW', 'WORK', 'WON'].map((id) => ({ id, title: `Стадия ${id}`, outcome: 'process' as const })),
          },
        ],
        employees: [{ id: '7', name: 'Иванов', isActive: true, workingDay: null }],
        processes: [],
        organisations: [],
      })),
    describe: () => answer('describe', () => []),
    estimate: (feed) => answer('estimate', () => ({ rows: listOf(feed).length, pages: 1, secondsAtLeast: 1 })),
    scan: ({ feed, part, after }) =>
      answer('scan', () =>
        page(
          listOf(feed).filter(({ fields }) => part === 'all' || fields['outcome'] !== 'success'),
          after,
        ),
      ),
    changes: ({ feed, window, after }) =>
      answer('changes', () =>
        page(
          listOf(feed).filter(
            ({ modifiedAt }) => modifiedAt !== null && modifiedAt >= window.from && modifiedAt < window.to,
          ),
          after,
        ),
      ),
    stamps: ({ feed, after }) =>
      answer('stamps', () => {
        const { rows, next } = page(listOf(feed), after);
        return { stamps: rows.map(({ id, modifiedAt }) => ({ id, modifiedAt })), next };
      }),
    read: (refs) =>
      answer('read', () => ({
        rows: refs.flatMap((ref) => records.get(keyOf(ref)) ?? []),
        problems: [],
        gone: refs.filter((ref) => !records.has(keyOf(ref))),
        forbidden: [],
      })),
    push,
    lookUp: (operation) => {
      const failure = trouble('lookUp');
      if (failure !== null) return Promise.resolve(failure);
      const made = effects.find(({ key }) => key === operation.key);
      if (made === undefined) return Promise.resolve({ state: 'absent' });
      const entity = operation.kind === 'create' ? operation.entity : operation.ref.entity;
      const row = records.get(keyOf({ entity, id: made.id })) ?? null;
      return Promise.resolve({ state: 'found', ref: row, row });
    },
    download: () => answer('download', () => new Uint8Array()),
    address: () => 'x',
    serverNow: () => heard,
    limits: () => ({ waitUntil: null, reason: null, requests: calls }),
  };

  return {
    connector,
    effects,
    put,
    row: (ref: CrmRef): CrmRow | null => records.get(keyOf(ref)) ?? null,
    rows: (): readonly CrmRow[] => [...records.values()],
    remove: (ref: CrmRef): void => void records.delete(keyOf(ref)),
    onCall: (next: (what: string) => Mishap): void => {
      mishap = next;
    },
    calls: () => calls,
  };
};
export type MemoryCrm = ReturnType<typeof createMemoryCrm>;

/** A line of an order in that CRM. */
export const aCrmLine = (name: string, quantity: string, price: string): CrmLine => ({
  id: null,
  kind: 'goods',
  code: '',
  name,
  unitName: 'кг',
  unitCode: '',
  quantity,
  price,
  discountPercent: '0',
  vatRate: '22',
  vatIncluded: true,
});

/** The records of that CRM as entries of our imports. */
export const composeMemory = (row: CrmRow, lookup: (ref: CrmRef) => CrmRow | null): Composed => {
  if (row.entity !== 'order') {
    const { inn, title } = row.fields;
    return { state: 'ready', entry: { shortName: title, inn: inn ?? '' } };
  }
  const partyRef = row.links['buyer'] ?? null;
  const party = partyRef === null ? null : lookup(partyRef);
  if (partyRef !== null && party === null) return { state: 'needs', refs: [partyRef] };
  if (row.lines === null) return { state: 'needs', refs: [{ entity: row.entity, id: row.id }] };
  const { number, stage, comment, shipDate, customerReference } = row.fields;
  return {
    state: 'ready',
    entry: {
      source: 'bitrix24',
      externalId: row.id,
      number,
      date: '2026-11-10',
      organisationInn: '7899003031',
      buyer: { shortName: party?.fields['title'], inn: party?.fields['inn'] ?? '' },
      stage,
      comment: comment ?? '',
      customerReference: customerReference ?? '',
      shipDate: shipDate || null,
      lines: row.lines.map(({ name, quantity, price, unitName, vatRate }) => ({
        name,
        quantity,
        price,
        unitName,
        vatRate,
      })),
    },
  };
};
