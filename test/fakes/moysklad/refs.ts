import { fieldsOf, textOf, type Fields } from '../http/values.ts';

/** A reference as the server keeps it. Accounts and states belong to somebody: their address has him inside. */
export type Ref = {
  readonly ref: string;
  readonly id: string;
  readonly owner?: { readonly type: string; readonly id?: string };
};

export const refTo = (ref: string, id: string, owner?: Ref['owner']): Ref =>
  owner === undefined ? { ref, id } : { ref, id, owner };

export const isRef = (value: unknown): value is Ref =>
  typeof value === 'object' && value !== null && 'ref' in value && typeof value.ref === 'string' && 'id' in value;

const WITHOUT_METADATA = [
  'account',
  'state',
  'note',
  'tasknote',
  'files',
  'contactperson',
  'currency',
  'store',
  'group',
  'uom',
  'country',
];
const PLACES: Readonly<Record<string, string>> = {
  counterparty: 'company',
  product: 'good',
  organization: 'mycompany',
  service: 'good',
};

/** Where an object lives: `…/entity/counterparty/{id}`, `…/metadata/states/{id}`, `…/accounts/{id}`. */
export const hrefOf = (base: string, { ref, id, owner }: Ref): string => {
  if (ref === 'state') return `${base}/entity/${owner?.type ?? ''}/metadata/states/${id}`;
  if (owner?.id !== undefined) return `${base}/entity/${owner.type}/${owner.id}/${subPathOf(ref)}/${id}`;
  return `${base}/entity/${ref}/${id}`;
};

const subPathOf = (ref: string): string => {
  if (ref === 'account') return 'accounts';
  if (ref === 'contactperson') return 'contactpersons';
  if (ref === 'note' || ref === 'tasknote') return 'notes';
  return ref === 'files' ? 'files' : 'positions';
};

export const metaOf = (base: string, ref: Ref): Fields => {
  const type = ref.ref;
  return {
    href: hrefOf(base, ref),
    ...(WITHOUT_METADATA.includes(type) && type !== 'currency' && type !== 'store'
      ? {}
      : { metadataHref: `${base}/entity/${type}/metadata` }),
    type,
    mediaType: 'application/json',
    ...(ref.owner === undefined && !WITHOUT_METADATA.includes(type)
      ? { uuidHref: `https://online.moysklad.ru/app/#${PLACES[type] ?? type}/edit?id=${ref.id}` }
      : {}),
  };
};

/** `…/entity/counterparty/{id}`, also deeper, read back; null where it is no address of ours. */
export const refOfHref = (href: string): Ref | null => {
  const path = /\/entity\/(.+?)(?:\?.*)?$/u.exec(href)?.[1]?.split('/') ?? [];
  const [type, second, third, fourth] = path;
  if (type === undefined || second === undefined) return null;
  if (second === 'metadata')
    return third === 'states' && fourth !== undefined ? refTo('state', fourth, { type }) : null;
  if (third === undefined || fourth === undefined) return refTo(type, second);
  return refTo(third === 'accounts' ? 'account' : third, fourth, { type, id: second });
};

/** The address in the `meta` of a row; empty where it has none. */
export const hrefIn = (row: unknown): string => textOf(fieldsOf(fieldsOf(row)['meta'])['href']);

/** Which known object a sent row means: by its `id` or by its address; empty for a new one. */
export const idIn = (row: Fields): string => textOf(row['id']) || (hrefIn(row).split('/').at(-1) ?? '');
