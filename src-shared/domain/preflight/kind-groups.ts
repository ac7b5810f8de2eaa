import { DOCUMENT_KINDS, type DocumentKind } from '../document/document.ts';
import { KINDS } from '../document/kinds/index.ts';
import { INVOICE_KINDS } from '../payment/paper-roles.ts';

/** What a client pays by. */
export const INVOICES: readonly DocumentKind[] = DOCUMENT_KINDS.filter((kind) => INVOICE_KINDS.includes(kind));

const CLIENT_REQUESTS: readonly DocumentKind[] = ['request-customer', 'contract-request-customer', 'forwarder-order'];
const CARRIER_REQUESTS: readonly DocumentKind[] = ['request-carrier', 'contract-request-carrier'];

/** Papers that a carrier reads: nothing of the client's money or contacts may stand there (documents.md §7, R-F11). */
export const CARRIER_DOCUMENTS: readonly DocumentKind[] = DOCUMENT_KINDS.filter(
  (kind) => KINDS[kind].side === 'carrier',
);

/** Заявки and договоры-заявки of both sides. */
export const CARRIAGE_REQUESTS: readonly DocumentKind[] = [...CLIENT_REQUESTS, ...CARRIER_REQUESTS];

/** Everything that is printed of one carriage. */
export const CARRIAGE_DOCUMENTS: readonly DocumentKind[] = ['waybill', 'ttn', 'cmr', ...CARRIAGE_REQUESTS];

/** Primary documents that close a shipment without being a счет-фактура. */
export const CLOSING_DOCUMENTS: readonly DocumentKind[] = ['act', 'torg12'];

/** Papers with columns 10–11 of a счет-фактура. */
export const FACTURA_DOCUMENTS: readonly DocumentKind[] = ['upd', 'factura'];
