import type { Gender } from '../party/party.ts';
import { tidy } from './clean-text.ts';
import { findLegalForm, type LegalForm } from './legal-forms.ts';
import { findPerson } from './person-name.ts';

export type FoundName = {
  readonly fullName: string;
  readonly shortName: string;
  readonly gender: Gender;
  readonly form: LegalForm | null;
  /** Which of the two the card wrote itself; the other was made from it. */
  readonly written: 'full' | 'short';
  /** False when the quote marks, or the last of them, were put by us: the name may have ended elsewhere. */
  readonly hadQuotes: boolean;
};

const QUOTES = /["„“”«»]/gu;

/** «ООО "Торговый дом "Луч""» → «ООО «Торговый дом «Луч»»»: straight and English quotes become ёлочки, opening after a gap. */
export const withChevrons = (text: string): string => {
  let open = 0;
  return text
    .replaceAll(/''|``/gu, '"')
    .replace(/,,(?=[\p{L}\d])/gu, '"')
    .replace(QUOTES, (_, at: number) => {
      const isOpening =
        (at === 0 || /[\s(«"„“]/u.test(text.charAt(at - 1))) && /[\p{L}\d«"„“]/u.test(text.charAt(at + 1));
      if (isOpening) open += 1;
      else open -= 1;
      return isOpening ? '«' : '»';
    })
    .concat(open > 0 ? '»'.repeat(open) : '');
};

/** The name of a company or an entrepreneur in a text; null when it names no legal form. */
export const readName = (value: string): FoundName | null => {
  const text = tidy(withChevrons(value));
  const found = findLegalForm(text);
  if (found === null) return null;
  if (found.form.short === 'ИП') return entrepreneur(text.slice(found.end), found.form, found.isFull);
  const after = tidy(cutAfterName(text.slice(found.end)));
  const before = tidy(text.slice(0, found.start));
  // «Ромашка, ООО»: the form stands behind the name.
  const own = after === '' ? before : after;
  if (own === '' || own.length > 300) return null;
  const name = own.includes('«') ? own : `«${own}»`;
  const lead = /^филиал$/iu.test(before) ? `${before} ` : '';
  return {
    fullName: `${lead}${found.form.full} ${name}`,
    shortName: `${lead}${found.form.short} ${name}`,
    gender: lead === '' ? found.form.gender : 'm',
    form: found.form,
    written: found.isFull ? 'full' : 'short',
    hadQuotes: own.includes('«') && isClosed(value),
  };
};

/** «ООО "Торговый дом» without an end was cut by a line or a cell; «ООО "ТД "Луч"» with one quote mark for two is the usual way. */
const isClosed = (value: string): boolean => /["“”»]/u.test(value.replace(/["„“«](?=[\p{L}\d])/gu, ''));

/** What follows a name in running text: «ООО «Ромашка», ИНН …», «ООО «Ромашка» (далее – Покупатель)», «(ООО «Ромашка»)». */
const cutAfterName = (text: string): string => {
  const closed = /^\s*(?:[\p{L}\d\s.-]{0,80})?«[^«»]*(?:«[^«»]*»[^«»]*)*»/u.exec(text)?.[0];
  if (closed !== undefined) return closed;
  return text.replace(/\s*\(.*$/u, '').replace(/\s*[,;].*$/u, '');
};

const entrepreneur = (rest: string, form: LegalForm, isFull: boolean): FoundName | null => {
  const person = findPerson(rest);
  if (person === null || person.certainty === 'declined') return null;
  const { lastName, firstName, middleName } = person;
  const initials = [firstName, middleName].filter(Boolean).map((name) => `${name.charAt(0)}.`);
  return {
    fullName: ['Индивидуальный предприниматель', lastName, firstName, middleName].filter(Boolean).join(' '),
    shortName: ['ИП', lastName, ...initials].join(' '),
    gender: person.gender ?? 'm',
    form,
    written: isFull || person.certainty === 'full' ? 'full' : 'short',
    hadQuotes: true,
  };
};
