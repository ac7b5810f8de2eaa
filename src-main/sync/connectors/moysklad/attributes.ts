import { amountText, decimalOf } from '#shared/domain/crm/amount.ts';
import { FREIGHT_FIELDS, ORDER_FIELDS, STATE_FIELDS } from '#shared/domain/crm/fields.ts';
import { isJsonObject, type Json, type JsonObject } from '#shared/domain/crm/json.ts';
import type { CrmMapping } from '#shared/domain/crm/mapping.ts';
import { parseMoney } from '#shared/kernel/money.ts';
import type { Attribute } from './metadata.ts';
import { dayOf, rowsIn, text } from './wire.ts';

/** A further field («дополнительное поле») as canonical text. */
export const attributeText = (raw: JsonObject): string | null => {
  const { value } = raw;
  switch (raw['type']) {
    case 'time':
      return dayOf(text.parse(value));
    case 'boolean':
      return value === true ? 'Y' : 'N';
    case 'long':
    case 'double': {
      const decimal = decimalOf(value);
      return decimal.ok ? decimal.value : null;
    }
    default:
      return valueText(value ?? null);
  }
};

const valueText = (value: Json): string | null => {
  if (isJsonObject(value)) return text.parse(value['name']) || null;
  return typeof value === 'string' || typeof value === 'number' ? String(value) || null : null;
};

const MAPPABLE: Readonly<Record<string, string>> = { ...ORDER_FIELDS, ...FREIGHT_FIELDS, ...STATE_FIELDS };
const MONEY = new Set(['carrierPrice', 'cargoValue', 'amount']);

/** Fields that a person mapped, by our names; the mapping holds ids of further fields. */
export const mappedAttributes = (raw: JsonObject, mapping: CrmMapping): Record<string, string | null> => {
  const own = rowsIn(raw['attributes'] ?? null);
  return Object.fromEntries(
    Object.entries(mapping.fields).flatMap(([name, id]) => {
      if (!(name in MAPPABLE)) return [];
      const found = own.find((each) => each['id'] === id);
      const value = found === undefined ? null : attributeText(found);
      return [[name, MONEY.has(name) && value !== null ? roubles(value) : value]];
    }),
  );
};

const roubles = (value: string): string => {
  const money = parseMoney(value);
  return money.ok ? amountText(money.value) : value;
};

/** Our texts as further fields of a body. Texts, numbers, days and flags only: lists and links are chosen by people. */
export const attributesToSend = (
  fields: Readonly<Record<string, string | null>>,
  mapping: CrmMapping,
  known: readonly Attribute[],
): readonly JsonObject[] =>
  Object.entries(mapping.fields).flatMap(([name, id]) => {
    const attribute = known.find((each) => each.id === id);
    const value = fields[name];
    if (attribute === undefined || value === undefined) return [];
    const meta = { href: attribute.href, type: 'attributemetadata', mediaType: 'application/json' };
    return [{ meta, value: typed(attribute.type, value) }];
  });

const typed = (type: string, value: string | null): Json => {
  if (value === null || value === '') return null;
  if (type === 'long' || type === 'double') return Number(value);
  if (type === 'boolean') return value === 'Y' || value === 'да';
  return type === 'time' ? `${value} 00:00:00` : value;
};
