import type { PartyField } from '../domain/sync/party-values.ts';
import { FREIGHT_FIELDS, ORDER_FIELDS, STATE_FIELDS } from '../domain/crm/fields.ts';

/** Values of a counterparty's card. */
const PARTY_TITLES: Readonly<Record<PartyField, string>> = {
  fullName: 'Полное название',
  shortName: 'Название',
  inn: 'ИНН',
  kpp: 'КПП',
  ogrn: 'ОГРН',
  okpo: 'ОКПО',
  legalAddress: 'Юридический адрес',
};

const TITLES: Readonly<Record<string, string>> = {
  ...ORDER_FIELDS,
  ...FREIGHT_FIELDS,
  ...STATE_FIELDS,
  lines: 'Строки заказа',
  ...PARTY_TITLES,
};

export const isMappedTitle = (field: string): boolean => Object.hasOwn(TITLES, field);

/** A field of the exchange as people call it. */
export const fieldTitle = (field: string): string => TITLES[field] ?? field;
