import { formatDate, formatDateLong } from '../../../kernel/date.ts';
import { NBSP } from '../../../kernel/text.ts';
import type { DocumentSource } from '../document-source.ts';
import { from, type TracedTree } from '../traced.ts';
import { DASH } from './leaf.ts';

/** «Счет на оплату № 1204 от 20 ноября 2026 г.» */
const titleText = (name: string, source: Pick<DocumentSource, 'number' | 'date'>): string =>
  `${name} №${NBSP}${source.number} от ${formatDateLong(source.date)}`;

/** Number and date of the document under construction, the same in every view. */
export const docView = (source: Pick<DocumentSource, 'number' | 'date'>, name: string): Record<string, TracedTree> => ({
  number: from.computed('document.number', source.number),
  date: from.computed('document.date', formatDate(source.date)),
  dateText: from.computed('document.date', formatDateLong(source.date)),
  title: from.computed('document.number', titleText(name, source)),
});

/** Line 1а of a счет-фактура: «Исправление № 1 от 25.11.2026»; dashes in the original (documents.md §9). */
export const revisionView = ({ revision }: Pick<DocumentSource, 'revision'>): Record<string, TracedTree> => ({
  revision: revision ? from.computed('document.revision', String(revision.number)) : DASH,
  revisionDate: revision ? from.computed('document.revision', formatDate(revision.date)) : DASH,
});

/** The mark over the pages; a template asks the yes/no values, never the text. */
export const markView = (mark: string): Record<string, TracedTree> => ({
  text: mark,
  isShown: mark !== '',
  isDemo: mark === 'ДЕМО',
  isDraft: mark === 'ПРОЕКТ',
  isCopy: mark === 'КОПИЯ',
});
