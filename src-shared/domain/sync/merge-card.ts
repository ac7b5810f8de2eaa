import type { Json, JsonObject } from '../crm/json.ts';
import { canonicalJson } from '../../kernel/canonical.ts';

const isEmpty = (value: Json | undefined): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

const isSame = (left: Json | undefined, right: Json | undefined): boolean =>
  (isEmpty(left) && isEmpty(right)) || canonicalJson(left) === canonicalJson(right);

/**
 * A card that both sides keep, field by field: what the CRM changed since it was last entered is taken, everything else stays ours.
 * At the first meeting (`base` is null) the CRM fills in what it knows. It never empties a value: an absent signatory there
 * is no reason to forget him here.
 */
export const mergeCard = (base: JsonObject | null, theirs: JsonObject, ours: JsonObject): JsonObject => {
  const merged: Record<string, Json> = { ...ours };
  for (const [field, value] of Object.entries(theirs)) {
    if (isEmpty(value) || (base !== null && isSame(base[field], value))) continue;
    merged[field] = value;
  }
  return merged;
};
