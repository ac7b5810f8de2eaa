import type { CrmEntity, CrmRef } from '#shared/domain/crm/row.ts';
import type { CrmMapping } from '#shared/domain/crm/mapping.ts';

/** `entityTypeId` of Битрикс24 (crm.md §1.11). */
export const LEAD = 1;
export const DEAL = 2;
export const CONTACT = 3;
export const COMPANY = 4;
export const INVOICE = 31;
/** Owner of an address: a set of requisites. */
export const REQUISITE = 8;

/** Kinds that live in `crm.item.*`. */
export const typeIdOf = (entity: CrmEntity, mapping: CrmMapping, type: string | null = null): number | null => {
  switch (entity) {
    case 'lead':
      return LEAD;
    case 'order':
      return Number(mapping.orderType);
    case 'contact':
      return CONTACT;
    case 'party':
    case 'organisation':
      return COMPANY;
    case 'invoice':
      return INVOICE;
    case 'smart':
      return type === null ? null : Number(type);
    case 'contract':
    case 'payment':
    case 'purchase':
    case 'shipment':
    case 'task':
    case 'user':
    case 'note':
    case 'message':
      return null;
  }
};

/** Where a reference points inside `crm.item.*`; null: it does not live there. */
export const itemOf = (
  ref: CrmRef,
  mapping: CrmMapping,
): { readonly entityTypeId: number; readonly id: number } | null => {
  const [type, own] = ref.entity === 'smart' ? ref.id.split(':') : [null, ref.id];
  const entityTypeId = typeIdOf(ref.entity, mapping, type ?? null);
  const id = Number(own);
  return entityTypeId === null || !Number.isSafeInteger(id) || id <= 0 ? null : { entityTypeId, id };
};

/** What an item of that type is for us. */
export const entityOfType = (entityTypeId: number, mapping: CrmMapping): CrmEntity => {
  if (entityTypeId === Number(mapping.orderType)) return 'order';
  return TYPES[entityTypeId] ?? 'smart';
};

const TYPES: Readonly<Record<number, CrmEntity>> = {
  [LEAD]: 'lead',
  [DEAL]: 'smart',
  [CONTACT]: 'contact',
  [COMPANY]: 'party',
  [INVOICE]: 'invoice',
};

export const refOfType = (entityTypeId: number, id: string, mapping: CrmMapping): CrmRef => {
  const entity = entityOfType(entityTypeId, mapping);
  return { entity, id: entity === 'smart' ? `${entityTypeId}:${id}` : id };
};

const SHORT: Readonly<Record<number, string>> = {
  [LEAD]: 'L',
  [DEAL]: 'D',
  [CONTACT]: 'C',
  [COMPANY]: 'CO',
  7: 'Q',
  [INVOICE]: 'SI',
};

/** `D`, `CO`, `T40c`: owners of product rows and links of tasks (`D_12`). */
export const shortCode = (entityTypeId: number): string => SHORT[entityTypeId] ?? `T${entityTypeId.toString(16)}`;

/** The other way round, of `D_12` or `T80_3`; null for what is unknown. */
export const refOfLink = (link: string, mapping: CrmMapping): CrmRef | null => {
  const [code = '', id = ''] = link.split('_');
  const known = Object.entries(SHORT).find(([, short]) => short === code)?.[0];
  const typeId = known === undefined ? Number.parseInt(/^T([0-9a-f]+)$/iu.exec(code)?.[1] ?? '', 16) : Number(known);
  return Number.isNaN(typeId) || !/^\d+$/u.test(id) ? null : refOfType(typeId, id, mapping);
};

const WORDS: Readonly<Record<number, string>> = {
  [LEAD]: 'lead',
  [DEAL]: 'deal',
  [CONTACT]: 'contact',
  [COMPANY]: 'company',
};

/** `deal`, `dynamic_1036`: owners of timeline comments. */
export const timelineType = (entityTypeId: number): string => WORDS[entityTypeId] ?? `dynamic_${entityTypeId}`;

/** The card in the browser. */
export const cardUrl = (origin: string, entityTypeId: number, id: string): string =>
  WORDS[entityTypeId] === undefined
    ? `${origin}/crm/type/${entityTypeId}/details/${id}/`
    : `${origin}/crm/${WORDS[entityTypeId]}/details/${id}/`;

/** Kinds whose key are the fields `originatorId` and `originId`; the others have `xmlId`. */
export const hasOrigin = (entityTypeId: number): boolean => entityTypeId <= COMPANY;
