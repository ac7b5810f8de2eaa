import type { DocumentKind } from '../document/document.ts';
import type { Medium } from '../party/party.ts';
import type { Course } from './course.ts';

/** The manager's papers: the head signs none of them (documents.md §17). */
const UNSIGNED: ReadonlySet<DocumentKind> = new Set(['offer', 'price-list', 'production-order', 'delivery-sheet']);

/** Papers of one side: one copy goes out and none comes back (documents.md §17). */
const ONE_SIDED: ReadonlySet<DocumentKind> = new Set([
  ...UNSIGNED,
  'supplier-order',
  'invoice',
  'invoice-advance',
  'invoice-rest',
  'factura',
  'factura-advance',
  'reminder',
  'closing-register',
  'proxy-goods',
  'proxy-carriage',
]);

/** Of one side or of none, and yet one copy goes and one stays. */
const GIVEN: ReadonlySet<DocumentKind> = new Set(['factura', 'closing-register', 'delivery-sheet']);

export const needsOurSignature = (kind: DocumentKind): boolean => !UNSIGNED.has(kind);

/** Does the other side sign it and give a copy back? */
export const needsTheirSignature = (kind: DocumentKind): boolean => !ONE_SIDED.has(kind);

/** Copies to print: ТН 3, ТТН 4, CMR 3, papers of two sides 2, others 1 (documents.md §17). */
export const copiesOf = (kind: DocumentKind): number => {
  if (kind === 'waybill' || kind === 'cmr') return 3;
  if (kind === 'ttn') return 4;
  return needsTheirSignature(kind) || GIVEN.has(kind) ? 2 : 1;
};

/** What ends the waiting: an operator's word for ЭДО, a scan where the party works by scans, else the paper itself. */
export const isBack = ({ ours }: Course, medium: Medium): boolean =>
  ours === 'original' || ours === 'electronic' || (ours === 'scan' && medium === 'scan');

/** Our copy is on its way with their signature, and the paper is what we wait for. */
export const isAwaited = (course: Course, kind: DocumentKind, medium: Medium): boolean =>
  needsTheirSignature(kind) &&
  course.route !== 'refused' &&
  course.ours !== 'here' &&
  medium !== 'edo' &&
  !isBack(course, medium);
