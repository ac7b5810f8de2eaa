import { aliasedTable, and, between, count, desc, eq, gt, gte, inArray, lte, sql, type SQL } from 'drizzle-orm';
import { kopecks, sumMoney } from '#shared/kernel/money.ts';
import type { PageRequest } from '../../ports/page.ts';
import type {
  RegisterFilter,
  RegisterGroup,
  RegisterReader,
  RegisterSort,
  RegisterWriter,
} from '../../ports/register.ts';
import { cutByMonths } from './register-periods.ts';
import { documentColumns, documentFilter, withFiles } from './document-store.ts';
import type { Drizzle } from '../open-sqlite.ts';
import { documents, registerMonths, registerTotals } from '../schema/documents.ts';
import { orders } from '../schema/orders.ts';
import { epdStates, gateOverrides } from '../schema/papers-way.ts';
import { parties } from '../schema/parties.ts';

/** A question of SQLite names 32 766 values at most; a whole register is read in portions. */
const MOST_KEYS = 1000;

/** What each sort reads along, and the index that holds the key with everything the filters look at. */
const SORTED = {
  date: { by: [documents.date], index: 'documents_sorted_date' },
  sum: { by: [documents.sum], index: 'documents_sorted_sum' },
  counterparty: { by: [documents.partyName], index: 'documents_sorted_party' },
  number: { by: [documents.number], index: 'documents_sorted_number' },
  sentOn: { by: [documents.sentOn], index: 'documents_sorted_sent' },
  state: { by: [documents.paperState, documents.date], index: 'documents_sorted_state' },
} as const satisfies Record<RegisterSort, unknown>;

/** A filter that finds few rows: its own index is better than walking along the sort. */
const isNarrow = ({ text, partyId, orderId }: RegisterFilter): boolean =>
  (text ?? '').trim() !== '' || partyId !== undefined || orderId !== undefined;

export const createRegisterStore = (db: Drizzle): RegisterReader & RegisterWriter => {
  const ours = aliasedTable(parties, 'ours');
  const wideRows = (keys: readonly number[]) => {
    const rows = db
      .select({
        seq: sql<bigint>`${documents.seq}`,
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
      .where(inArray(documents.seq, [...keys]))
      .all();
    const bySeq = new Map(rows.map(({ seq, document }) => [Number(seq), document]));
    return withFiles(
      db,
      keys.flatMap((seq) => bySeq.get(seq) ?? []),
    );
  };

  return {
    rows: (filter, sort, descending, page) => {
      // First the page's keys alone: wide rows are read only for what is shown.
      const keys = pageKeys(db, filter, sort, descending, page);
      const portions = Array.from({ length: Math.ceil(keys.length / MOST_KEYS) }, (_, portion) =>
        keys.slice(portion * MOST_KEYS, (portion + 1) * MOST_KEYS),
      );
      return portions.flatMap(wideRows);
    },
    groups: (filter) => {
      if (isNarrow(filter)) return countRows(db, filter);
      return hasDates(filter) ? readPeriod(db, filter) : readTotals(db, registerTotals, filter);
    },
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

/** Keys of one page in their order. */
const pageKeys = (
  db: Drizzle,
  filter: RegisterFilter,
  sort: RegisterSort,
  descending: boolean,
  { limit, offset }: PageRequest,
): number[] => {
  const { by, index } = SORTED[sort];
  const direction = sql.raw(descending ? 'DESC' : 'ASC');
  const order = sql.join(
    [...by, documents.seq].map((column) => sql`${column} ${direction}`),
    sql`, `,
  );
  const hint = isNarrow(filter) ? sql`` : sql`INDEXED BY ${sql.identifier(index)}`;
  const where = whereOf(filter);
  const rows = db.all<{ seq: bigint }>(
    sql`SELECT ${documents.seq} AS seq FROM ${documents} ${hint} ${where === undefined ? sql`` : sql`WHERE ${where}`} ORDER BY ${order} LIMIT ${BigInt(limit)} OFFSET ${BigInt(offset)}`,
  );
  return rows.map(({ seq }) => Number(seq));
};

const hasDates = ({ from, to }: RegisterFilter): boolean => from !== undefined || to !== undefined;

const countRows = (db: Drizzle, filter: RegisterFilter): RegisterGroup[] =>
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
    .map((row) => ({ ...row, sum: kopecks(row.sum), vat: kopecks(row.vat) }));

/** A period is its whole months out of the kept totals and the days at both ends out of the rows. */
const readPeriod = (db: Drizzle, filter: RegisterFilter): RegisterGroup[] => {
  const { months, days } = cutByMonths(filter.from, filter.to);
  const whole =
    months &&
    and(
      months.from === undefined ? undefined : gte(registerMonths.month, months.from),
      months.to === undefined ? undefined : lte(registerMonths.month, months.to),
    );
  const parts = [
    ...(months === null ? [] : readTotals(db, registerMonths, filter, whole ?? undefined)),
    ...days.flatMap((ends) => countRows(db, { ...filter, ...ends })),
  ];
  return [...Map.groupBy(parts, ({ state, isAwaited }) => `${state} ${isAwaited}`).values()].flatMap(addUp);
};

const addUp = (parts: readonly RegisterGroup[]): RegisterGroup[] => {
  const [first] = parts;
  if (first === undefined) return [];
  return [
    {
      ...first,
      count: parts.reduce((count, part) => count + part.count, 0),
      sum: sumMoney(parts.map(({ sum }) => sum)),
      vat: sumMoney(parts.map(({ vat }) => vat)),
    },
  ];
};

/** The same out of kept totals, for the filters that they are kept by. */
const readTotals = (
  db: Drizzle,
  totals: typeof registerTotals | typeof registerMonths,
  { organisationId, kind, medium, states, isAwaited }: RegisterFilter,
  more?: SQL,
): RegisterGroup[] =>
  db
    .select({
      state: totals.paperState,
      isAwaited: totals.isAwaited,
      count: sql<bigint>`sum(${totals.documents})`,
      sum: sql<bigint>`sum(${totals.sum})`,
      vat: sql<bigint>`sum(${totals.vat})`,
    })
    .from(totals)
    .where(
      and(
        gt(totals.documents, 0),
        organisationId === undefined ? undefined : eq(totals.organisationId, organisationId),
        kind === undefined ? undefined : eq(totals.kind, kind),
        medium === undefined ? undefined : eq(totals.medium, medium),
        states === undefined ? undefined : inArray(totals.paperState, [...states]),
        isAwaited === undefined ? undefined : eq(totals.isAwaited, isAwaited),
        more,
      ),
    )
    .groupBy(totals.paperState, totals.isAwaited)
    .all()
    .map((row) => ({ ...row, count: Number(row.count), sum: kopecks(row.sum), vat: kopecks(row.vat) }));

const whereOf = (filter: RegisterFilter): SQL | undefined => {
  const { states, from, to } = filter;
  return and(
    documentFilter(filter),
    states === undefined ? undefined : inArray(documents.paperState, [...states]),
    from !== undefined && to !== undefined ? between(documents.date, from, to) : undefined,
    from !== undefined && to === undefined ? gte(documents.date, from) : undefined,
    from === undefined && to !== undefined ? lte(documents.date, to) : undefined,
  );
};
