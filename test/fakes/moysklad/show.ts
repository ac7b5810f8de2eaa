import { derivedOfOrder, sumOf, totalsOf } from './money.ts';
import type { Account } from './account.ts';
import type { Fields } from '../http/values.ts';
import { ENTITY_TYPES, type Kind } from './entity-types.ts';
import { hrefOf, isRef, metaOf, type Ref } from './refs.ts';
import { statesOf } from './states.ts';

const MOSCOW_MS = 3 * 3_600_000;
const MAX_DEPTH = 3;

export const moscowText = (ms: number): string => new Date(ms + MOSCOW_MS).toISOString().slice(0, 23).replace('T', ' ');
const minuteText = (ms: number): string => `${moscowText(ms).slice(0, 16)}:00.000`;

/** Names to expand at this level and, behind a dot, at the next. */
const deeper = (expand: readonly string[], name: string): readonly string[] =>
  expand.filter((path) => path.startsWith(`${name}.`)).map((path) => path.slice(name.length + 1));

const isExpanded = (expand: readonly string[], name: string): boolean =>
  expand.some((path) => path === name || path.startsWith(`${name}.`));

/** A reference: its meta, or with `expand` the object itself. */
const shownRef = (account: Account, ref: Ref, name: string, expand: readonly string[], depth: number): unknown => {
  const meta = { meta: metaOf(account.base(), ref) };
  if (!isExpanded(expand, name) || depth >= MAX_DEPTH) return meta;
  if (ref.ref === 'state') {
    const state = statesOf(ref.owner?.type ?? '').find(({ id }) => id === ref.id);
    return state === undefined ? meta : { ...meta, ...state, entityType: ref.owner?.type };
  }
  if (ref.ref === 'account' && ref.owner?.id !== undefined) {
    const row = account.parts(ref.owner.type, ref.owner.id, 'accounts').find(({ id }) => id === ref.id);
    return row === undefined ? meta : { ...meta, ...shownPart(account, row) };
  }
  const entity = ENTITY_TYPES.has(ref.ref) ? account.entities(ref.ref).get(ref.id) : null;
  return entity === null ? meta : shownEntity(account, ref.ref, entity, deeper(expand, name), depth + 1);
};

const shownValue = (
  account: Account,
  name: string,
  kind: Kind | undefined,
  value: unknown,
  expand: readonly string[],
  depth: number,
): unknown => {
  if (kind === 'moment' && typeof value === 'number') return moscowText(value);
  if (kind === 'minute' && typeof value === 'number') return minuteText(value);
  if (isRef(value)) return shownRef(account, value, name, expand, depth);
  if (Array.isArray(value))
    return value.map((one: unknown) => shownValue(account, name, undefined, one, expand, depth));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]: [string, unknown]) => [
        key,
        shownValue(account, key, undefined, inner, [], depth),
      ]),
    );
  }
  return value;
};

/** What stands in an entity instead of a long list; with `expand`, the list itself. */
const collection = (
  account: Account,
  type: string,
  id: string,
  part: string,
  rowType: string,
  size: number,
  rows: unknown,
): Fields => ({
  meta: {
    href: `${account.base()}/entity/${type}/${id}/${part}`,
    ...(part === 'positions' ? { metadataHref: `${account.base()}/entity/${type}/metadata` } : {}),
    type: rowType,
    mediaType: 'application/json',
    size,
    limit: 1000,
    offset: 0,
  },
  ...(rows === undefined ? {} : { rows }),
});

const PART_TYPES: Readonly<Record<string, string>> = {
  accounts: 'account',
  contactpersons: 'contactperson',
  notes: 'note',
  files: 'files',
};

export const partTypeOf = (type: string, part: string): string =>
  type === 'task' && part === 'notes' ? 'tasknote' : (PART_TYPES[part] ?? part);

/** An entity as JSON: empty fields are absent, references are addresses, sums are counted. */
export const shownEntity = (
  account: Account,
  type: string,
  entity: Fields,
  expand: readonly string[] = [],
  depth = 0,
): Fields => {
  const known = ENTITY_TYPES.get(type);
  const id = String(entity['id']);
  const kept = { ...entity, ...counted(account, type, entity) };
  const shown: Fields = { meta: metaOf(account.base(), { ref: type, id }) };
  for (const [name, kind] of known?.fields ?? []) {
    const value: unknown = name in kept ? Object.entries(kept).find(([key]) => key === name)?.[1] : undefined;
    if (value === undefined || value === null || (value === '' && name !== 'pathName')) continue;
    shown[name] =
      name === 'operations'
        ? operationsOf(account, entity, value, expand, depth)
        : shownValue(account, name, kind, value, expand, depth);
  }
  if (known?.position !== null && known?.position !== undefined) {
    const rows = account.positions(type, id);
    const isShown = isExpanded(expand, 'positions') && depth < MAX_DEPTH;
    shown['positions'] = collection(
      account,
      type,
      id,
      'positions',
      known.position,
      rows.length,
      isShown
        ? rows.map((row) => shownPosition(account, type, id, row, deeper(expand, 'positions'), depth + 1))
        : undefined,
    );
  }
  for (const part of known?.parts ?? []) {
    const rows = account.parts(type, id, part);
    const isShown = isExpanded(expand, part) && depth < MAX_DEPTH;
    shown[part] = collection(
      account,
      type,
      id,
      part,
      partTypeOf(type, part),
      rows.length,
      isShown ? rows.map((row) => shownPartOf(account, type, id, part, row)) : undefined,
    );
  }
  return shown;
};

const operationsOf = (
  account: Account,
  entity: Fields,
  value: unknown,
  expand: readonly string[],
  depth: number,
): unknown => {
  const refs: readonly unknown[] = Array.isArray(value) ? value : [];
  return refs.filter(isRef).map((ref) => {
    const sums = entity['linkedSums'];
    const own: unknown =
      typeof sums === 'object' && sums !== null ? Object.entries(sums).find(([id]) => id === ref.id)?.[1] : undefined;
    const shown = shownRef(account, ref, 'operations', expand, depth);
    return { ...(typeof shown === 'object' ? shown : {}), linkedSum: own ?? sumOf(account, 'paymentin', entity) };
  });
};

/** Sums that nobody writes: of positions, and of an order by its documents. */
const counted = (account: Account, type: string, entity: Fields): Fields => {
  const known = ENTITY_TYPES.get(type);
  const id = String(entity['id']);
  if (type === 'paymentin') return { sum: sumOf(account, type, entity), vatSum: entity['vatSum'] ?? 0 };
  if (known?.position === null || known === undefined) return {};
  const sums = totalsOf(account.positions(type, id));
  if (type === 'customerorder') return { ...sums, ...derivedOfOrder(account, id) };
  return {
    ...sums,
    payedSum: entity['payedSum'] ?? 0,
    shippedSum: entity['shippedSum'] ?? 0,
    ...(type === 'purchaseorder' ? { invoicedSum: entity['invoicedSum'] ?? 0 } : {}),
  };
};

export const shownPosition = (
  account: Account,
  type: string,
  id: string,
  row: Fields,
  expand: readonly string[],
  depth: number,
): Fields => {
  const positionType = ENTITY_TYPES.get(type)?.position ?? 'position';
  return {
    meta: {
      href: `${account.base()}/entity/${type}/${id}/positions/${String(row['id'])}`,
      metadataHref: `${account.base()}/entity/${type}/metadata`,
      type: positionType,
      mediaType: 'application/json',
    },
    ...Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, shownValue(account, name, undefined, value, expand, depth)]),
    ),
  };
};

/** Moments of parts end in nothing but their name. */
const PART_MOMENTS = ['updated', 'created', 'moment'];

const shownPart = (account: Account, row: Fields): Fields =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([, value]) => value !== undefined && value !== null && value !== '')
      .map(([name, value]) => [
        name,
        shownValue(account, name, PART_MOMENTS.includes(name) ? 'moment' : undefined, value, [], MAX_DEPTH),
      ]),
  );

export const shownPartOf = (account: Account, type: string, id: string, part: string, row: Fields): Fields => {
  const partId = String(row['id']);
  const meta: Fields = {
    href: hrefOf(account.base(), { ref: partTypeOf(type, part), id: partId, owner: { type, id } }),
    ...(part === 'accounts' && type === 'organization'
      ? { metadataHref: `${account.base()}/entity/organization/metadata` }
      : {}),
    type: partTypeOf(type, part),
    mediaType: 'application/json',
    ...(part === 'files' ? { downloadHref: `${account.base()}/download/${partId}` } : {}),
  };
  const { id: _id, ...withoutId } = shownPart(account, row);
  // A file tells its id in the address only.
  return { meta, ...(part === 'files' ? {} : { id: partId }), ...withoutId };
};
