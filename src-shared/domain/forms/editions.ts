import type { IsoDate } from '../../kernel/date.ts';
import { pickValid } from '../../kernel/validity.ts';
import type { DocumentKind } from '../document/document.ts';
import { KINDS } from '../document/kinds/index.ts';
import type { FormEdition } from './form-edition.ts';

/** The edition in force on the document's own date, never today's; null for a date before our first edition. */
export const editionOf = (kind: DocumentKind, date: IsoDate): FormEdition | null =>
  pickValid(KINDS[kind].editions, date);

/** Every edition of a kind that we can print, oldest first. */
export const editionsOf = (kind: DocumentKind): readonly FormEdition[] => KINDS[kind].editions;
