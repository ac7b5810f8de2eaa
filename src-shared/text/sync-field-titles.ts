import { FREIGHT_FIELDS, ORDER_FIELDS, STATE_FIELDS } from '../domain/crm/fields.ts';

const TITLES: Readonly<Record<string, string>> = {
  ...ORDER_FIELDS,
  ...FREIGHT_FIELDS,
  ...STATE_FIELDS,
  lines: 'Строки заказа',
};

export const isMappedTitle = (field: string): boolean => Object.hasOwn(TITLES, field);

/** A field of the exchange as people call it. */
export const fieldTitle = (field: string): string => TITLES[field] ?? field;
