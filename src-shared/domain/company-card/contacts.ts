import type { Statement } from './card-text.ts';
import { tidy } from './clean-text.ts';
import type { Findings } from './findings.ts';
import { findPerson } from './person-name.ts';

const EMAIL = /[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,4}/u;
const PHONE = /(?:\+?[\d(][\d ()\u2010-\u2014.-]{7,22}\d)(?:\s*(?:\(?(?:доб|вн)\.?\s?\d{1,6}\)?))?/gu;

export type Contacts = { phone: string; email: string; contactName: string };

/** Phone, e-mail and contact person; a labelled value wins over one that only looks like it. */
export const readContacts = (statements: readonly Statement[], findings: Findings): Contacts => {
  const labelled = (field: 'phone' | 'email' | 'contact'): string[] =>
    statements.filter(({ labels }) => labels.includes(field)).map(({ value }) => value);
  const free = statements
    .filter(({ labels }) => labels.length === 0 || labels[0] === 'unknown' || labels[0] === 'contact')
    .map(({ value }) => value);
  const person =
    labelled('contact')
      .map(findPerson)
      .find((one) => one !== null) ?? null;
  return {
    phone: readPhone(labelled('phone'), free, findings),
    email: readEmail(labelled('email'), [...labelled('phone'), ...free], findings),
    contactName:
      person === null || person.certainty === 'declined'
        ? ''
        : [person.lastName, person.firstName, person.middleName].filter(Boolean).join(' '),
  };
};

const phonesOf = (values: readonly string[]): string[] =>
  [...new Set(values.flatMap((value) => [...value.matchAll(PHONE)].map(([phone]) => tidy(phone))))].filter(isPhone);

/** Ten digits of a Russian number with or without its 7 or 8; longer ones are accounts, not phones. */
const isPhone = (phone: string): boolean => {
  const digits = phone.replace(/\D/gu, '').length;
  return digits >= 10 && (digits <= 12 || /доб|вн/u.test(phone));
};

const readPhone = (labelled: readonly string[], free: readonly string[], findings: Findings): string => {
  const [own, loose] = [phonesOf(labelled), phonesOf(free.filter((value) => /\+7|8[ (-]/u.test(value)))];
  const phones = own.length > 0 ? own : loose;
  if (phones.length === 0) return '';
  findings.mark('phone', own.length > 0 ? 0.95 : 0.7, own.length > 0 ? 'labelled' : 'byForm');
  return phones.slice(0, 3).join(', ').slice(0, 100);
};

const readEmail = (labelled: readonly string[], free: readonly string[], findings: Findings): string => {
  const own = labelled.map((value) => EMAIL.exec(value)?.[0]).find((found) => found !== undefined);
  const broken = own === undefined ? labelled.find((value) => /@|\p{L}/u.test(value)) : undefined;
  if (broken !== undefined) findings.problem('card.emailWrong', 'email', broken, 'warn');
  const email = own ?? free.map((value) => EMAIL.exec(value)?.[0]).find((found) => found !== undefined) ?? '';
  // A Russian letter inside an address that is otherwise Latin is a slip of the keyboard; the mail would not arrive.
  if (/[а-яё]/iu.test(email) && /[a-z]+@|@[a-z]/iu.test(email)) {
    findings.problem('card.emailWrong', 'email', email, 'warn');
    return '';
  }
  if (email !== '') findings.mark('email', own === undefined ? 0.8 : 0.95, own === undefined ? 'byForm' : 'labelled');
  return email.slice(0, 200);
};
