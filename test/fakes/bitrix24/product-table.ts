import type { Business } from '../business/business.ts';
import { gappedIndex, INVOICE_STEP } from './base-items.ts';
import { rowsOfOrder } from './base-rows.ts';
import type { Fields } from '../http/values.ts';

/** Rows of goods by their owner. Those of the first day are made when asked for. */
export type ProductTable = {
  readonly of: (ownerType: string, ownerId: number) => readonly Fields[];
  readonly set: (ownerType: string, ownerId: number, rows: readonly Fields[]) => readonly Fields[];
  /** Owner of a row; null where there is none. */
  readonly ownerOf: (rowId: number) => { readonly type: string; readonly id: number } | null;
};

/** A base row's id tells its owner; ids of new ones start above all of them. */
const ROWS_PER_OWNER = 10;
const INVOICE_ROWS_FROM = 40_000_000;
const NEW_ROWS_FROM = 80_000_000;

export const createProductTable = (business: Business): ProductTable => {
  const changed = new Map<string, readonly Fields[]>();
  const ownerOfNew = new Map<number, { type: string; id: number }>();
  let nextId = NEW_ROWS_FROM;

  const baseOrder = (ownerType: string, ownerId: number): number => {
    if (ownerType === 'D') return gappedIndex(ownerId, business.orders);
    if (ownerType !== 'SI') return -1;
    const index = gappedIndex(ownerId, Math.ceil(business.orders / INVOICE_STEP));
    return index < 0 ? -1 : index * INVOICE_STEP;
  };

  const of = (ownerType: string, ownerId: number): readonly Fields[] => {
    const own = changed.get(`${ownerType}:${ownerId}`);
    if (own !== undefined) return own;
    const index = baseOrder(ownerType, ownerId);
    if (index < 0) return [];
    const firstId = (ownerType === 'SI' ? INVOICE_ROWS_FROM : 0) + ownerId * ROWS_PER_OWNER;
    return rowsOfOrder(business, index).map((row, place) => ({ id: firstId + place, ownerId, ownerType, ...row }));
  };

  return {
    of,
    set: (ownerType, ownerId, rows) => {
      const kept = rows.map((row) => {
        const known = row['id'];
        if (typeof known === 'number') return row;
        nextId += 1;
        ownerOfNew.set(nextId, { type: ownerType, id: ownerId });
        return { id: nextId, ...row, ownerId, ownerType };
      });
      changed.set(`${ownerType}:${ownerId}`, kept);
      return kept;
    },
    ownerOf: (rowId) => {
      const isInvoice = rowId >= INVOICE_ROWS_FROM;
      const place = Math.floor((rowId - (isInvoice ? INVOICE_ROWS_FROM : 0)) / ROWS_PER_OWNER);
      const owner = rowId > NEW_ROWS_FROM ? ownerOfNew.get(rowId) : { type: isInvoice ? 'SI' : 'D', id: place };
      if (owner === undefined) return null;
      return of(owner.type, owner.id).some(({ id }) => id === rowId) ? owner : null;
    },
  };
};
