import type { CrmRequisites, CrmRow } from '../crm/row.ts';
import type { Party } from '../party/party.ts';
import type { SyncFields } from './fields.ts';

/** What both sides keep of a party, by the same name in our card and in the first set of requisites of the CRM. */
const FIELDS = ['fullName', 'shortName', 'inn', 'kpp', 'ogrn', 'okpo', 'legalAddress'] as const;
export type PartyField = (typeof FIELDS)[number];

/** The field of the CRM behind an edited path of a card; null: it is kept here alone. */
export const partyFieldOf = (path: string): PartyField | null => FIELDS.find((field) => field === path) ?? null;

/** Our card as fields of the CRM. */
export const partyValues = (party: Party): SyncFields =>
  Object.fromEntries(FIELDS.map((field) => [field, party[field]]));

/** The values of two cards that differ. */
export const changedPartyFields = (before: object, after: object): readonly PartyField[] => {
  const [was, is] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return FIELDS.filter((field) => is.has(field) && is.get(field) !== was.get(field));
};

/** What the CRM says of a record, by the names of its fields: of a party also its requisites. */
export const fieldsThere = (row: Pick<CrmRow, 'entity' | 'fields' | 'requisites'>): SyncFields => {
  const own = firstSet(row);
  return own === null
    ? row.fields
    : { ...row.fields, ...Object.fromEntries(FIELDS.map((field) => [field, own[field]])) };
};

/** The set of requisites that documents take, and that our changes go to. */
export const firstSet = ({ entity, requisites }: Pick<CrmRow, 'entity' | 'requisites'>): CrmRequisites | null =>
  entity === 'party' ? (requisites?.[0] ?? null) : null;

/** The record with other values of its fields: those of a party lie in its requisites. */
export const withFields = (row: CrmRow, fields: SyncFields): CrmRow => {
  const own = firstSet(row);
  if (own === null) return { ...row, fields: { ...row.fields, ...fields } };
  const ours = Object.entries(fields).filter(([field]) => partyFieldOf(field) !== null);
  const others = Object.entries(fields).filter(([field]) => partyFieldOf(field) === null);
  const changed = { ...own, ...Object.fromEntries(ours.map(([field, value]) => [field, value ?? ''])) };
  return {
    ...row,
    fields: { ...row.fields, ...Object.fromEntries(others) },
    requisites: [changed, ...(row.requisites ?? []).slice(1)],
  };
};
