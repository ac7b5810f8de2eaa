import { asc, eq, sql } from 'drizzle-orm';
import type { OrderId } from '#shared/kernel/id.ts';
import type { Trip } from '#shared/domain/order/order.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import type { Drizzle } from '../open-sqlite.ts';
import { cargo, routePoints, trips } from '../schema/orders.ts';

/** The carriage part of an order: one trip, its cargo, its route. Goods orders have none. */
export const createTripRows = (db: Drizzle) => {
  const ofOrder = sql.placeholder('id');
  const selectTrip = db.select().from(trips).where(eq(trips.orderId, ofOrder)).prepare();
  const selectCargo = db.select().from(cargo).where(eq(cargo.orderId, ofOrder)).prepare();
  const selectRoute = db
    .select()
    .from(routePoints)
    .where(eq(routePoints.orderId, ofOrder))
    .orderBy(asc(routePoints.position))
    .prepare();

  const deletes = [
    db.delete(routePoints).where(eq(routePoints.orderId, ofOrder)).prepare(),
    db.delete(cargo).where(eq(cargo.orderId, ofOrder)).prepare(),
    db.delete(trips).where(eq(trips.orderId, ofOrder)).prepare(),
  ];

  const load = (id: OrderId): Trip | null => {
    const row = selectTrip.get({ id });
    if (!row) return null;
    const { orderId: _trip, ...trip } = row;
    const { orderId: _cargo, ...goods } = requireDefined(selectCargo.get({ id }), `cargo of the trip ${id}`);
    // A column that is NULL was never told: the trip goes without that value.
    const spotQrNumber = trip.spotQrNumber ?? undefined;
    const told = { dangerous: goods.dangerous ?? undefined, isOversize: goods.isOversize ?? undefined };
    return {
      ...trip,
      spotQrNumber,
      cargo: { ...goods, ...told },
      route: selectRoute.all({ id }).map(({ orderId: _of, ...point }) => point),
    };
  };

  const replace = (orderId: OrderId, trip: Trip | null): void => {
    for (const statement of deletes) statement.run({ id: orderId });
    if (!trip) return;
    const { cargo: goods, route, ...row } = trip;
    db.insert(trips)
      .values({ orderId, ...row })
      .run();
    db.insert(cargo)
      .values({ orderId, ...goods })
      .run();
    if (route.length > 0)
      db.insert(routePoints)
        .values(route.map((point) => ({ orderId, ...point })))
        .run();
  };

  return { load, replace };
};
