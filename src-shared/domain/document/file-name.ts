import { formatDate, type IsoDate } from '../../kernel/date.ts';
import type { DocumentKind, FileFormat, Revision } from './document.ts';
import { namesOf } from './titles.ts';

/** Characters that Windows does not allow in a name, and control characters. */
const FORBIDDEN = /[<>:"/\\|?*«»\u0000-\u001F\u007F]/gu;

const MAX_PARTY = 60;

const clean = (text: string): string =>
  text
    .replaceAll(FORBIDDEN, ' ')
    .replaceAll(/[\s\u00A0]+/gu, ' ')
    .trim()
    .replace(/[. ]+$/u, '');

const editionOf = ({ version, revision }: NamedDocument): string => {
  if (revision) return ` испр. ${revision.number}`;
  return version > 1 ? ` v${version}` : '';
};

export type NamedDocument = {
  readonly kind: DocumentKind;
  readonly number: string;
  readonly date: IsoDate;
  readonly version: number;
  readonly revision?: Revision | null;
};

/**
 * «Счет 1204 от 20.11.2026 ООО Гастроном на Площади.docx»: safe on Windows, readable in a folder of thousands. A later
 * version says so, «Счет 1204 v2 от …», «УПД 455 испр. 1 от …»: the copy of the first one may have been sent and is not
 * overwritten.
 */
export const fileNameOf = (document: NamedDocument, party: string, format: FileFormat): string => {
  const { kind, number, date } = document;
  const name = clean(party).slice(0, MAX_PARTY).trim();
  const safeNumber = number.replaceAll(/[<>:"/\\|?*\s]/gu, '-');
  return `${clean(`${namesOf(kind).short} ${safeNumber}${editionOf(document)} от ${formatDate(date)} ${name}`)}.${format}`;
};

/** «1204 ООО Гастроном на Площади»: the folder of one order's papers. */
export const folderNameOf = (orderNumber: string, party: string): string =>
  clean(`${orderNumber.replaceAll(/[<>:"/\\|?*\s]/gu, '-')} ${clean(party).slice(0, MAX_PARTY)}`).replace(
    /^\.+/u,
    '_',
  ) || '_';
