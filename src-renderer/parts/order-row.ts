import type { OutputOf } from '#shared/contract/index.ts';
import { namesOf } from '#shared/domain/document/titles.ts';
import { isoDate, type IsoDate } from '#shared/kernel/date.ts';
import type { PackSheet } from '#renderer/ui/pack.tsx';

export type OrderRow = OutputOf<'orders.list'>['items'][number];
export type PackSheetView = OrderRow['pack'][number];

const SHEET_STATES = { planned: 'absent', blocked: 'blocked', issued: 'issued', stale: 'stale' } as const;

/** Sheets of the core in the shapes of the strip. */
export const toSheets = (pack: readonly PackSheetView[]): readonly PackSheet[] =>
  pack.map((sheet) => ({ letter: sheet.letter, title: sheet.title, state: SHEET_STATES[sheet.state] }));

/** How many documents issuing would make now. */
export const plannedCount = (pack: readonly PackSheetView[]): number =>
  pack.filter((sheet) => sheet.state === 'planned').length;

const LEGAL_FORM = /^([А-ЯЁ]{2,6}(?: \([А-ЯЁ]{2}\))?)\s+(?:«(.+)»|(.+))$/u;

/** «ООО «Гастроном на Площади»» → name and legal form apart, so that a list reads and sorts by name. */
export const splitPartyName = (text: string): { readonly name: string; readonly form: string } => {
  const parts = LEGAL_FORM.exec(text);
  return parts ? { name: parts[2] ?? parts[3] ?? text, form: parts[1] ?? '' } : { name: text, form: '' };
};

export const isOverdue = (dueDate: string | null, today: string): boolean => dueDate !== null && dueDate < today;

/** A date of the contract: its schema has checked the form. */
export const wireDate = (date: string): IsoDate => isoDate(date);

/** «Счет», «Договор услуг»: a document kind on a tab. */
export const shortTitle = (kind: PackSheetView['kind']): string => namesOf(kind).short;
