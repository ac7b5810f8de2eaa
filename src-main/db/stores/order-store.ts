import { aliasedTable, and, asc, between, count, desc, eq, getTableColumns, sql } from 'drizzle-orm';
import type { OrderId, PartyId } from '#shared/kernel/id.ts';
import type { Kopecks } from '#shared/kernel/money.ts';
import type { Order } from '#shared/domain/order/order.ts';
import type { OrderFilter, OrderReader, OrderTotals, OrderWriter } from '../../ports/base.ts';
import type { Drizzle } from '../open-sqlite.ts';
import { orderLines, orders } from '../schema/orders.ts';
import { parties } from '../schema/parties.ts';
import { searchTextOf, sumForSearch, textMatches } from './text-search.ts';
import { createTripRows } from './trip-rows.ts';

const SEARCHED = { index: 'orders_search', seq: orders.seq, searchText: orders.searchText } as const;

export const createOrderStore = (db: Drizzle): OrderReader & OrderWriter => {
  const tripRows = createTripRows(db);
  const selectOrder = db
    .select()
    .from(orders)
    .where(eq(orders.id, sql.placeholder('id')))
    .prepare();
  const selectLines = db
    .select()
    .from(orderLines)
    .where(eq(orderLines.orderId, sql.placeholder('id')))
    .orderBy(asc(orderLines.position))
    .prepare();

  const deleteLines = db
    .delete(orderLines)
    .where(eq(orderLines.orderId, sql.placeholder('id')))
    .prepare();

  const get = (id: OrderId): Order | null => {
    const row = selectOrder.get({ id });
    if (!row) return null;
    const { seq: _seq, searchText: _text, sum: _sum, vat: _vat, ...fields } = row;
    const lines = selectLines.all({ id }).map(({ orderId: _of, ...line }) => line);
    return { ...fields, lines, trip: tripRows.load(id) };
  };

  return {
    get,
    findByNumber: (number) =>
      db
        .select({ id: orders.id })
        .from(orders)
        .where(eq(orders.number, number))
        .orderBy(desc(orders.date), desc(orders.seq))
        .all()
        .flatMap(({ id }) => get(id) ?? []),
    findByExternalId: (sourceSystem, externalId) => {
      // An empty id is «made here»: many orders share it, and it finds none. The literal keeps the partial index usable.
      const row = db
        .select({ id: orders.id })
        .from(orders)
        .where(
          and(
            eq(orders.sourceSystem, sourceSystem),
            eq(orders.externalId, externalId),
            sql`${orders.externalId} <> ''`,
          ),
        )
        .get();
      return row ? get(row.id) : null;
    },
    list: (filter, page) => listOrders(db, filter, page),
    count: () => db.select({ rows: count() }).from(orders).get()?.rows ?? 0,
    save: (order, totals) => {
      saveOrderRow(db, order, totals);
      deleteLines.run({ id: order.id });
      if (order.lines.length > 0)
        db.insert(orderLines)
          .values(order.lines.map((line) => ({ orderId: order.id, ...line })))
          .run();
      tripRows.replace(order.id, order.trip);
    },
    setStage: (id, stage) => {
      db.update(orders).set({ stage }).where(eq(orders.id, id)).run();
    },
  };
};

const listOrders: (db: Drizzle, ...question: Parameters<OrderReader['list']>) => ReturnType<OrderReader['list']> = (
  db,
  filter,
  { limit, offset },
) => {
  const where = orderFilter(filter);
  const ours = aliasedTable(parties, 'ours');
  const {
    id,
    number,
    date,
    organisationId,
    partyId,
    business,
    sum,
    vat,
    stage,
    dueDate,
    shipDate,
    managerName,
    revision,
  } = getTableColumns(orders);
  const items = db
    .select({
      id,
      number,
      date,
      organisationId,
      organisationName: ours.shortName,
      partyId,
      partyName: parties.shortName,
      business,
      sum,
      vat,
      stage,
      dueDate,
      shipDate,
      managerName,
      revision,
    })
    .from(orders)
    .innerJoin(ours, eq(ours.id, orders.organisationId))
    .innerJoin(parties, eq(parties.id, orders.partyId))
    .where(where)
    .orderBy(desc(orders.date), desc(orders.seq))
    .limit(limit)
    .offset(offset)
    .all();
  const total = db.select({ rows: count() }).from(orders).where(where).get()?.rows ?? 0;
  return { total, items };
};

const orderFilter = ({ text, organisationId, month, shipMonth, stage }: OrderFilter) =>
  and(
    textMatches(text, SEARCHED),
    organisationId === undefined ? undefined : eq(orders.organisationId, organisationId),
    month === undefined ? undefined : between(sql`${orders.date}`, `${month}-01`, `${month}-31`),
    shipMonth === undefined ? undefined : between(sql`${orders.shipDate}`, `${shipMonth}-01`, `${shipMonth}-31`),
    stage === undefined ? undefined : eq(orders.stage, stage),
  );

const saveOrderRow = (
  db: Drizzle,
  { lines: _lines, trip: _trip, id, ...fields }: Order,
  { sum, vat }: OrderTotals,
): void => {
  const party = db.select({ searchText: parties.searchText }).from(parties).where(eq(parties.id, fields.partyId)).get();
  const row = { ...fields, sum, vat, searchText: orderSearchText(fields, sum, party?.searchText ?? '') };
  db.insert(orders)
    .values({ id, ...row })
    .onConflictDoUpdate({ target: orders.id, set: row })
    .run();
};

const orderSearchText = (
  { number, customerReference }: Pick<Order, 'number' | 'customerReference'>,
  sum: Kopecks,
  partyText: string,
): string => searchTextOf([number, customerReference, sumForSearch(sum), partyText]);

/** After a counterparty's card changed: its orders are found by the new name. */
export const refreshOrderSearch = (db: Drizzle, partyId: PartyId): void => {
  const partyText =
    db.select({ text: parties.searchText }).from(parties).where(eq(parties.id, partyId)).get()?.text ?? '';
  const rows = db
    .select({ id: orders.id, number: orders.number, customerReference: orders.customerReference, sum: orders.sum })
    .from(orders)
    .where(eq(orders.partyId, partyId))
    .all();
  for (const row of rows)
    db.update(orders)
      .set({ searchText: orderSearchText(row, row.sum, partyText) })
      .where(eq(orders.id, row.id))
      .run();
};
