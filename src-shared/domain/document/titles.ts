import type { DocumentKind } from './document.ts';
import { KINDS } from './kinds/index.ts';
import type { DocumentTitle } from './kinds/kind.ts';

/** The names of a kind in the cases the texts need. */
export const namesOf = (kind: DocumentKind): DocumentTitle => KINDS[kind].title;

export const titleOf = (kind: DocumentKind): string => namesOf(kind).title;
