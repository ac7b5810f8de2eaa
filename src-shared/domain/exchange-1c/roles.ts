import type { IncomingKind } from '../incoming/incoming.ts';
import type { OneCRole } from './paper.ts';

/**
 * Kinds of our papers that 1C keeps as documents. Contracts go as cards of the papers that name them; waybills, requests
 * and letters carry no money, so 1C has no document for them. Счета-фактуры on advances 1C writes itself from the bank.
 */
const ROLES: Readonly<Record<string, OneCRole>> = {
  invoice: 'order',
  'invoice-contract': 'order',
  act: 'sale',
  upd: 'sale',
  torg12: 'sale',
  factura: 'factura',
};

/** Papers of suppliers and carriers: all of them are kept by 1C. */
export const INCOMING_ROLES: Readonly<Record<IncomingKind, OneCRole>> = {
  supplierInvoice: 'supplierInvoice',
  incomingAct: 'purchase',
  incomingUpd: 'purchase',
  incomingFactura: 'purchaseFactura',
};

/** Null for a paper that 1C does not keep. */
export const roleOf = (kind: string): OneCRole | null => ROLES[kind] ?? null;

/** Order of the objects of one day: an invoice before its sale, a sale before its счет-фактура. */
export const ROLE_RANK: Readonly<Record<OneCRole, number>> = {
  order: 0,
  supplierInvoice: 1,
  sale: 2,
  purchase: 3,
  factura: 4,
  purchaseFactura: 5,
};

export const ONE_C_KINDS: readonly string[] = Object.keys(ROLES);
