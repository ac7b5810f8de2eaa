import { uuidV5In } from './uuid-v5.ts';

/** Frozen for ever: another namespace would double every card and document in the accountant's base. */
const uuidOf = uuidV5In('7f0c2a0e-5d0b-5b52-9d5e-6a3a4e1c8d21');

/** What of ours has a card or a document of its own in 1C. */
export type OneCRecord =
  | 'organisation'
  | 'party'
  | 'contract'
  | 'noContract'
  | 'product'
  | 'account'
  | 'order'
  | 'sale'
  | 'factura'
  | 'supplierInvoice'
  | 'purchase'
  | 'purchaseFactura';

/**
 * The UUID under which 1C keeps a record of ours (formats/README.md §2.3). It hangs on our id only, never on names,
 * numbers or sums, so that a second load updates instead of doubling.
 */
export const recordUuid = (record: OneCRecord, id: string): string => uuidOf(`${record}:${id}`);
