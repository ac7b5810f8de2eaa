import type { DocumentView } from '#shared/domain/document/document-source.ts';
import type { Json } from '#shared/domain/document/document.ts';
import type { Hasher } from '../../ports/hasher.ts';

const canonical = (value: Json): Json => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(canonical);
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, canonical(item)]));
};

/** Fingerprint of what a document prints; two equal ones print the same paper, whatever the order of keys. */
export const fingerprintOf = (hash: Hasher, view: DocumentView): string => hash(JSON.stringify(canonical(view.data)));
