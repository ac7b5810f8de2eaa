import { isFilled } from './condition.ts';
import type { Value } from './definition-actions.ts';
import { dayOf, type LocalTime } from './local-time.ts';
import type { Element, Fields, FieldValue } from './state.ts';

/** Where a rule's values come from. */
type Sources = { readonly now: LocalTime; readonly fields: Fields; readonly payload: Fields };

const valueOf = (value: Value, from: Sources, element: Element | null): FieldValue | undefined => {
  if (typeof value !== 'object' || value === null) return value;
  if ('now' in value) return from.now;
  if ('today' in value) return dayOf(from.now);
  if ('payload' in value) return from.payload[value.payload];
  const own = element?.fields[value.field];
  return isFilled(own) ? own : from.fields[value.field];
};

/** The values that a rule sets or hands on; an element's own field goes before the record's. */
export const valuesOf = (mapping: Readonly<Record<string, Value>>, from: Sources, element: Element | null): Fields =>
  Object.fromEntries(Object.entries(mapping).map(([code, value]) => [code, valueOf(value, from, element) ?? null]));
