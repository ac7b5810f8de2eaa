import { isJsonObject, type Json, type JsonObject } from '#shared/domain/crm/json.ts';
import type { CrmEntity, CrmRef } from '#shared/domain/crm/row.ts';
import type { IsoInstant } from '#shared/kernel/date.ts';
import { z } from 'zod';

/** Empty fields are absent in answers of МойСклад. */
export const text = z
  .unknown()
  .optional()
  .transform((value) => (typeof value === 'string' ? value : ''));
export const textOrNull = text.transform((value) => (value === '' ? null : value));

/** A reference: `{ meta: { href, type } }`, with the fields of the thing itself where it was expanded. */
const reference = z.looseObject({ meta: z.looseObject({ href: z.string(), type: z.string() }) });
export type Reference = z.infer<typeof reference>;
export const linked = reference.nullish().catch(null);

/** Types of МойСклад ↔ ours (crm.md §2). */
export const TYPES: Readonly<Partial<Record<CrmEntity, string>>> = {
  order: 'customerorder',
  party: 'counterparty',
  organisation: 'organization',
  contract: 'contract',
  invoice: 'invoiceout',
  payment: 'paymentin',
  purchase: 'purchaseorder',
  shipment: 'demand',
  task: 'task',
  user: 'employee',
};

const ENTITIES: Readonly<Record<string, CrmEntity>> = Object.fromEntries(
  (Object.entries(TYPES) as [CrmEntity, string][]).map(([entity, type]) => [type, entity]),
);

/** The id at the end of `…/entity/counterparty/9794d400-…`. */
export const idOfHref = (href: string): string => (href.split('?')[0] ?? '').split('/').at(-1) ?? '';

/** A reference as ours; null for things we do not know (currencies, shops). */
export const refOf = (value: Reference | null | undefined): CrmRef | null => {
  if (!value) return null;
  const entity = ENTITIES[value.meta.type];
  return entity === undefined ? null : { entity, id: idOfHref(value.meta.href) };
};

export const idOfLink = (value: Reference | null | undefined): string | null =>
  value ? idOfHref(value.meta.href) : null;

/** The name of an expanded reference. */
export const nameOfLink = (value: Reference | null | undefined): string | null => textOrNull.parse(value?.['name']);

/** Rows of a list, of an expanded collection, or of a bare array. */
export const rowsIn = (json: Json | undefined): readonly JsonObject[] => {
  const rows = isJsonObject(json) ? json['rows'] : json;
  return Array.isArray(rows) ? rows.filter(isJsonObject) : [];
};

export const sizeIn = (json: Json | undefined): number => {
  const meta = isJsonObject(json) ? json['meta'] : null;
  return isJsonObject(meta) && typeof meta['size'] === 'number' ? meta['size'] : 0;
};

const MOSCOW_MS = 3 * 3_600_000;

/** «2016-04-14 12:03:05.123», Moscow time without a zone → the moment. */
export const instantOfMoscow = (value: string): IsoInstant | null => {
  const ms = Date.parse(`${value.replace(' ', 'T')}+03:00`);
  return value === '' || Number.isNaN(ms) ? null : (new Date(ms).toISOString() as IsoInstant);
};

/** The moment → «2016-04-14 12:03:05.123» for filters and fields. */
export const moscowOf = (ms: number): string => new Date(ms + MOSCOW_MS).toISOString().slice(0, 23).replace('T', ' ');

/** The calendar day of a moment of МойСклад, as it is printed. */
export const dayOf = (value: string): string | null => /^\d{4}-\d{2}-\d{2}/u.exec(value)?.[0] ?? null;

export type ServiceError = {
  readonly code: number;
  readonly message: string;
  readonly parameter: string;
  readonly dependencies: number;
};

const oneError = z.looseObject({
  error: text,
  code: z.number().catch(0),
  parameter: text,
  dependencies: z.array(z.unknown()).catch([]),
});

/** Errors of an answer; several may come at once. A bulk answer holds them per row. */
export const errorsIn = (json: Json): readonly ServiceError[] => {
  const list = isJsonObject(json) && Array.isArray(json['errors']) ? json['errors'] : [];
  return list.flatMap((each: unknown) => {
    const parsed = oneError.safeParse(each);
    if (!parsed.success) return [];
    const { error, code, parameter, dependencies } = parsed.data;
    return [{ code, message: error, parameter, dependencies: dependencies.length }];
  });
};
