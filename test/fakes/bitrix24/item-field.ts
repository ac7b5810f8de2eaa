import type { FieldKind } from './filter.ts';

/** A field of an item as `crm.item.fields` describes it, and how it is compared. */
export type ItemField = {
  readonly name: string;
  readonly type: string;
  readonly title: string;
  readonly isReadOnly: boolean;
  readonly isRequired: boolean;
  readonly isMultiple: boolean;
  readonly isDynamic: boolean;
  readonly kind: FieldKind | null;
  readonly items?: readonly { readonly ID: string; readonly VALUE: string }[];
};

const NUMBERS = new Set([
  'integer',
  'double',
  'user',
  'location',
  'crm_category',
  'crm_lead',
  'crm_deal',
  'crm_quote',
  'crm_company',
  'crm_contact',
  'crm_entity',
  'enumeration',
]);

const kindOfType = (type: string, isDynamic: boolean): FieldKind | null => {
  if (NUMBERS.has(type)) return 'number';
  if (type === 'datetime') return 'moment';
  if (type === 'date') return 'day';
  if (type === 'boolean') return isDynamic ? 'ownFlag' : 'flag';
  if (type === 'file') return 'file';
  return type === 'crm_multifield' ? null : 'text';
};

/** `'ro'` read only, `'req'` required, `'many'` multiple; several are parted by spaces. */
export type FieldSpec = readonly [name: string, type: string, title: string, flags?: string];

export const itemField = ([name, type, title, flags = '']: FieldSpec): ItemField => {
  const words = flags.split(' ');
  const isDynamic = name.startsWith('ufCrm');
  return {
    name,
    type,
    title,
    isReadOnly: words.includes('ro'),
    isRequired: words.includes('req'),
    isMultiple: words.includes('many'),
    isDynamic,
    kind: kindOfType(type, isDynamic),
  };
};

/** `stageId` → `STAGE_ID`, `ufCrm_1700000001` → `UF_CRM_1700000001`, `utmSource` → `UTM_SOURCE`. */
export const upperName = (name: string): string => name.replaceAll(/([a-z])([A-Z0-9])/gu, '$1_$2').toUpperCase();

/** What some types tell besides. */
const DETAILS: Readonly<Record<string, Record<string, unknown>>> = {
  crm_company: { settings: { parentEntityTypeId: 4, isEmbeddedEditorEnabled: true } },
  crm_entity: { settings: { parentEntityTypeId: 2 } },
};

/** The `fields` entry of one field. */
export const describedField = (field: ItemField): Record<string, unknown> => ({
  type: field.type,
  isRequired: field.isRequired,
  isReadOnly: field.isReadOnly,
  isImmutable: false,
  isMultiple: field.isMultiple,
  isDynamic: field.isDynamic,
  title: field.title,
  ...(field.items === undefined ? {} : { items: field.items }),
  ...DETAILS[field.type],
  ...(field.name === 'contactId' ? { isDeprecated: true } : {}),
  ...(field.name === 'mycompanyId'
    ? { settings: { parentEntityTypeId: 4, isEmbeddedEditorEnabled: true, isMyCompany: true } }
    : {}),
  upperName: upperName(field.name),
});
