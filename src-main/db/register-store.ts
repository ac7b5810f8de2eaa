import { aliasedTable, and, asc, between, count, desc, eq, gte, inArray, lte, sql, type SQL } from 'drizzle-orm';
import { kopecks } from '#shared/kernel/money.ts';
import type { RegisterFilter, RegisterReader, RegisterSort, RegisterWriter } from '../ports/register.ts';
import { documentColumns, withFiles } from './document-store.ts';
import type { Drizzle } from './open-sqlite.ts';
import { documents } from './schema/documents.ts';
import { orders } from './schema/orders.ts';
import { epdStates, gateOverrides } from './schema/papers-way.ts';
import { parties } from './schema/parties.ts';
import { textMatches } from './text-search.ts';

const SEARCHED = { index: 'documents_search', seq: documents.seq, searchText: documents.searchText } as const;

/** What each sort reads along; the age settles what is equal. */
const SORTED = {
  date: documents.date,
  sum: documents.sum,
  counterparty: parties.shortName,
  number: documents.number,
  sentOn: documents.sentOn,
  state: documents.paperState,
} as const satisfies Record<RegisterSort, unknown>;

export const createRegisterStore = (db: Drizzle): RegisterReader & RegisterWriter => {
  const ours = aliasedTable(parties, 'ours');
  return {
    rows: (filter, sort, descending, { limit, offset }) => {
      const direct = descending ? desc : asc;
      // First the page's keys alone: wide rows are read only for what is shown.
      const keys = (
        sort === 'counterparty'
          ? db
              .select({ seq: documents.seq })
              .from(parties)
              .innerJoin(documents, eq(documents.partyId, parties.id))
          : db.select({ seq: documents.seq }).from(documents)
      )
        .where(whereOf(filter))
        .orderBy(direct(SORTED[sort]), ...(sort === 'state' ? [direct(documents.date)] : []), direct(documents.seq))
        .limit(limit)
        .offset(offset)
        .all()
        .map(({ seq }) => seq);
      if (keys.length === 0) return [];
      const rows = db
        .select({
          seq: documents.seq,
          document: {
            ...documentColumns,
            partyName: parties.shortName,
            organisationName: ours.shortName,
            orderNumber: sql<string>`coalesce(${orders.number}, '')`,
            managerName: sql<string>`coalesce(${orders.managerName}, '')`,
          },
        })
        .from(documents)
        .innerJoin(parties, eq(parties.id, documents.partyId))
        .innerJoin(ours, eq(ours.id, documents.organisationId))
        .leftJoin(orders, eq(orders.id, documents.orderId))
        .where(inArray(documents.seq, keys))
        .all();
      const bySeq = new Map(rows.map(({ seq, document }) => [seq, document]));
      return withFiles(
        db,
        keys.flatMap((seq) => bySeq.get(seq) ?? []),
      );
    },
    groups: (filter) =>
      db
        .select({
          state: documents.paperState,
          isAwaited: documents.isAwaited,
          count: count(),
          sum: sql<bigint>`sum(${documents.sum})`,
          vat: sql<bigint>`sum(${documents.vat})`,
        })
        .from(documents)
        .where(whereOf(filter))
        .groupBy(documents.paperState, documents.isAwaited)
        .all()
        .map((row) => ({ ...row, sum: kopecks(row.sum), vat: kopecks(row.vat) })),
    overrideOf: (orderId) =>
      db
        .select()
        .from(gateOverrides)
        .where(eq(gateOverrides.orderId, orderId))
        .orderBy(desc(gateOverrides.seq))
        .limit(1)
        .get() ?? null,
    epdOf: (orderId) => db.select().from(epdStates).where(eq(epdStates.orderId, orderId)).get() ?? null,
    addOverride: (override) => {
      db.insert(gateOverrides).values(override).run();
    },
    saveEpd: (orderId, state) => {
      db.insert(epdStates)
        .values({ orderId, ...state })
        .onConflictDoUpdate({ target: epdStates.orderId, set: state })
        .run();
    },
  };
};

const whereOf = ({
  text,
  organisationId,
  partyId,
  orderId,
  kind,
  medium,
  states,
  isAwaited,
  from,
  to,
}: RegisterFilter): SQL | undefined =>
  and(
    textMatches(text, SEARCHED),
    organisationId === undefined ? undefined : eq(documents.organisationId, organisationId),
    partyId === undefined ? undefined : eq(documents.partyId, partyId),
    orderId === undefined ? undefined : eq(documents.orderId, orderId),
    kind === undefined ? undefined : eq(documents.kind, kind),
    medium === undefined ? undefined : eq(documents.medium, medium),
    states === undefined ? undefined : inArray(documents.paperState, [...states]),
    isAwaited === undefined ? undefined : eq(documents.isAwaited, isAwaited),
    from !== undefined && to !== undefined ? between(documents.date, from, to) : undefined,
    from !== undefined && to === undefined ? gte(documents.date, from) : undefined,
    from === undefined && to !== undefined ? lte(documents.date, to) : undefined,
  );
