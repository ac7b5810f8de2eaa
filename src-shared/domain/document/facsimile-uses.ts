import type { Medium } from '../party/party.ts';
import type { DocumentKind } from './document.ts';

/** Where a company lets its pictures be laid. Nowhere until somebody says so. */
type FacsimileUses = { readonly kinds: readonly DocumentKind[]; readonly media: readonly Medium[] };

/**
 * Our forms that have a place for the pictures. A счет-фактура and an УПД have none: a facsimile is no signature there, and the
 * tax office refuses the deduction (documents.md §4).
 */
export const FACSIMILE_KINDS = [
  'invoice',
  'invoice-advance',
  'invoice-rest',
  'invoice-contract',
  'act',
  'specification',
  'contract-supply',
  'contract-services',
  'contract-design',
  'contract-production',
  'contract-carriage',
  'contract-forwarding',
  'contract-carrier',
  'request-customer',
  'contract-request-customer',
  'request-carrier',
  'contract-request-carrier',
] as const satisfies readonly DocumentKind[];

/** May pictures be laid on a document of this kind that travels this way? */
export const allowsFacsimile = ({ kinds, media }: FacsimileUses, kind: DocumentKind, medium: Medium): boolean =>
  FACSIMILE_KINDS.some((known) => known === kind) && kinds.includes(kind) && media.includes(medium);
