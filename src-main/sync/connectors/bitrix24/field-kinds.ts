import { plainComment, plainText } from '#shared/domain/crm/plain-text.ts';
import { amountText, decimalOf, roublesToKopecks } from '#shared/domain/crm/amount.ts';
import { isJsonObject, type Json } from '#shared/domain/crm/json.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { z } from 'zod';
import type { CallFailure } from '../call-failure.ts';
import type { Portal } from './portal.ts';
import { flag, mapOf, text } from './wire.ts';

/** One field of a kind of items, as the portal describes it (`crm.item.fields`). */
export type FieldKind = {
  readonly name: string;
  readonly title: string;
  readonly type: string;
  readonly isReadOnly: boolean;
  readonly isMultiple: boolean;
  readonly choices: readonly { readonly id: string; readonly title: string }[];
};

export type FieldKinds = ReadonlyMap<string, FieldKind>;

const choice = z.looseObject({ ID: text, VALUE: text });
const described = z.looseObject({
  type: text,
  title: text,
  isReadOnly: flag,
  isMultiple: flag,
  items: z.array(choice).catch([]),
});

/** Kinds change rarely and are asked for once a day. */
const KEEP_MS = 86_400_000;

export type FieldBook = (entityTypeId: number, signal: AbortSignal) => Promise<Result<FieldKinds, CallFailure>>;

export const createFieldBook = (portal: Portal, now: () => number): FieldBook => {
  const known = new Map<number, { readonly kinds: FieldKinds; readonly at: number }>();
  return async (entityTypeId, signal) => {
    const before = known.get(entityTypeId);
    if (before !== undefined && now() - before.at < KEEP_MS) return ok(before.kinds);
    const answer = await portal.call({ method: 'crm.item.fields', params: { entityTypeId }, writes: false }, signal);
    if (!answer.ok) return err(answer.error);
    const kinds = new Map<string, FieldKind>();
    for (const [name, raw] of Object.entries(mapOf(mapOf(answer.value.result)['fields']))) {
      const parsed = described.safeParse(raw);
      if (!parsed.success) continue;
      const { type, title, isReadOnly, isMultiple, items } = parsed.data;
      const choices = items.map(({ ID, VALUE }) => ({ id: ID, title: VALUE }));
      kinds.set(name, { name, title: title || name, type, isReadOnly, isMultiple, choices });
    }
    known.set(entityTypeId, { kinds, at: now() });
    return ok(kinds);
  };
};

/** A value of the portal as canonical text; null for empty. Files, users and other things without a text keep their ids. */
export const textOfValue = (value: Json | undefined, kind: FieldKind | undefined): string | null => {
  if (value === undefined || value === null || value === '') return null;
  if (Array.isArray(value)) {
    const parts = value.map((each: Json) => textOfValue(each, kind)).filter((each) => each !== null);
    return parts.length === 0 ? null : parts.join(', ');
  }
  if (isJsonObject(value)) return textOfValue(value['id'] ?? null, undefined);
  const plain = text.parse(value);
  switch (kind?.type) {
    case 'date':
      return /^\d{4}-\d{2}-\d{2}/u.exec(plain)?.[0] ?? plain;
    case 'datetime':
      return /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/u.exec(plain)?.slice(1, 3).join(' ') ?? plain;
    case 'money':
      return moneyText(plain.split('|')[0] ?? '');
    case 'double':
    case 'integer':
    case 'float':
      return numberText(value);
    case 'enumeration':
      return kind.choices.find(({ id }) => id === plain)?.title ?? plain;
    case 'boolean':
      return flag.parse(value) ? 'Y' : 'N';
    case 'address':
      return plain.split('|')[0]?.trim() ?? null;
    default:
      return plainComment(plainText(plain)) || null;
  }
};

const moneyText = (value: string): string => {
  const money = roublesToKopecks(value);
  return money.ok ? amountText(money.value) : value;
};
const numberText = (value: Json): string => {
  const decimal = decimalOf(value);
  return decimal.ok ? decimal.value : text.parse(value);
};

/** Our text as the portal wants it in `fields`. */
export const valueOfText = (own: string | null, kind: FieldKind | undefined): Json => {
  const value = own ?? '';
  const single = ((): Json => {
    switch (kind?.type) {
      case 'enumeration':
        return kind.choices.find(({ title }) => title === value)?.id ?? value;
      case 'money':
        return value === '' ? '' : `${value}|RUB`;
      case 'boolean':
        return value === 'Y' || value === 'да' ? 'Y' : 'N';
      default:
        return value;
    }
  })();
  return kind?.isMultiple ? (value === '' ? [] : [single]) : single;
};
