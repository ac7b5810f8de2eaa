import { formatDate, type IsoDate } from '../../kernel/date.ts';
import type { DocumentKind } from '../document/document.ts';
import type { Medium } from '../party/party.ts';
import { isBack, needsTheirSignature } from '../signing/copies.ts';
import type { Course } from '../signing/course.ts';

/** A sheet of the order's pack as the gate sees it; `document: null`: not issued. */
export type GateSheet = {
  readonly kind: DocumentKind;
  readonly document: {
    readonly course: Course;
    readonly medium: Medium;
    readonly sentOn: IsoDate | null;
  } | null;
};

export type GateItem = { readonly kind: DocumentKind; readonly isHere: boolean; readonly reason: string };
export type Gate = { readonly isOpen: boolean; readonly items: readonly GateItem[] };

const WAITED: Readonly<Record<Medium, string>> = {
  paper: 'нет оригинала',
  scan: 'нет подписанного скана',
  edo: 'не подписан в ЭДО',
};

const lackOf = ({ document }: GateSheet): string => {
  if (document === null) return 'не выпущен';
  const { course, medium, sentOn } = document;
  if (course.route === 'refused') return 'контрагент отказался подписать';
  if (isBack(course, medium)) return '';
  if (course.ours === 'here') return `${WAITED[medium]}: ещё не отправлен`;
  const sent = sentOn === null ? '' : `: отправлен ${formatDate(sentOn)}`;
  return course.ours === 'scan' ? `пришёл только скан${sent}` : `${WAITED[medium]}${sent}`;
};

/**
 * May the order reach its last stage (product.md B12)? Every paper of its pack that the other side signs must be back, as
 * its medium wants: the paper itself, a scan, or the operator's word. An order without such papers passes.
 */
export const closingGate = (sheets: readonly GateSheet[]): Gate => {
  const items = sheets
    .filter(({ kind }) => needsTheirSignature(kind))
    .map((sheet) => ({ kind: sheet.kind, reason: lackOf(sheet), isHere: lackOf(sheet) === '' }));
  return { isOpen: items.every(({ isHere }) => isHere), items };
};
