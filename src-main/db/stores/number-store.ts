import { InvariantError } from '#shared/kernel/assert.ts';
import { and, eq, sql } from 'drizzle-orm';
import type { NumberReader, NumberSeriesKey, NumberWriter } from '../../ports/base.ts';
import type { Drizzle } from '../open-sqlite.ts';
import { numberSeries } from '../schema/documents.ts';

export const createNumberStore = (db: Drizzle): NumberReader & NumberWriter => {
  const selectNext = db
    .select({ next: numberSeries.next })
    .from(numberSeries)
    .where(
      and(
        eq(numberSeries.organisationId, sql.placeholder('organisationId')),
        eq(numberSeries.numberClass, sql.placeholder('numberClass')),
        eq(numberSeries.year, sql.placeholder('year')),
      ),
    )
    .prepare();

  const next = (key: NumberSeriesKey): number => selectNext.get(key)?.next ?? 1;

  const setNext = (key: NumberSeriesKey, value: number): void => {
    db.insert(numberSeries)
      .values({ ...key, next: value })
      .onConflictDoUpdate({
        target: [numberSeries.organisationId, numberSeries.numberClass, numberSeries.year],
        set: { next: value },
      })
      .run();
  };

  return {
    next,
    setNext,
    take: (key, taken) => {
      const stands = next(key);
      if (stands !== taken) throw new InvariantError(`the series stands at ${stands}, not at ${taken}`);
      setNext(key, taken + 1);
    },
  };
};
