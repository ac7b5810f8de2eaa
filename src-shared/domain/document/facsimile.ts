import type { Medium } from '../party/party.ts';
import type { DocumentKind } from './document.ts';

/** A picture of a stamp, or of the hand of one signatory (documents.md §4). */
export const FACSIMILE_PARTS = ['stamp', 'signature'] as const;
export type FacsimilePart = (typeof FACSIMILE_PARTS)[number];

/** The bookmarks of a form over which the pictures are laid; a template of one's own may have them too. */
export const FACSIMILE_PLACES: Readonly<Record<FacsimilePart, string>> = { stamp: 'Печать', signature: 'Подпись' };

/** A picture as it was laid on a document: the bytes are found by their hash, so that a reprint equals the print. */
export type LaidPicture = {
  readonly part: FacsimilePart;
  readonly sha256: string;
  /** Millimetres on paper. */
  readonly widthMm: number;
  readonly heightMm: number;
};

/** Where a company lets its pictures be laid. Nowhere until somebody says so. */
type FacsimileUses = { readonly kinds: readonly DocumentKind[]; readonly media: readonly Medium[] };

/**
 * Our forms that have a place for the pictures. A счет-фактура and an УПД have none: a facsimile is no signature there, and the
 * tax office refuses the deduction (documents.md §4).
 */
export const FACSIMILE_KINDS = [
  'invoice',
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
