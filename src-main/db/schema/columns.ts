import { customType } from 'drizzle-orm/sqlite-core';
import { kopecks, type Kopecks } from '#shared/kernel/money.ts';

/**
 * Our column types. The connection answers every INTEGER as `bigint` (see `open-sqlite.ts`), so that a sum can never pass
 * through a float; these types turn it into what the domain speaks.
 */
export const money = customType<{ data: Kopecks; driverData: bigint }>({
  dataType: () => 'integer',
  fromDriver: (value) => kopecks(value),
  toDriver: (value) => value,
});

/** A count, a position, a year: a whole number that is never a sum. */
export const whole = customType<{ data: number; driverData: bigint }>({
  dataType: () => 'integer',
  fromDriver: Number,
  toDriver: (value) => BigInt(value),
});

/** The same where there may be none, for statements that are prepared once: their placeholders pass NULL through the type. */
export const wholeOrNull = customType<{ data: number | null; driverData: bigint | null }>({
  dataType: () => 'integer',
  fromDriver: (value) => (value === null ? null : Number(value)),
  toDriver: (value) => (value === null ? null : BigInt(value)),
});

export const flag = customType<{ data: boolean; driverData: bigint }>({
  dataType: () => 'integer',
  fromDriver: (value) => value === 1n,
  toDriver: (value) => (value ? 1n : 0n),
});

const bigintAsText = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);

/** JSON as text. Sums inside (audit values) are written as strings of kopecks. */
export const json = customType<{ data: unknown; driverData: string }>({
  dataType: () => 'text',
  fromDriver: (value): unknown => JSON.parse(value),
  toDriver: (value) => JSON.stringify(value ?? null, bigintAsText),
});
