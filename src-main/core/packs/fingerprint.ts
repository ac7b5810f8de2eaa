import type { DocumentView } from '#shared/domain/document/document-source.ts';
import { canonicalJson } from '#shared/kernel/canonical.ts';
import type { Hasher } from '../../ports/hasher.ts';

/** Fingerprint of what a document prints; two equal ones print the same paper. */
export const fingerprintOf = (hash: Hasher, view: DocumentView): string => hash(canonicalJson(view.data));
