import type { Party } from '../../party/party.ts';

const digitsOf = (text: string): string => text.replaceAll(/\D/gu, '');

const PHONE_DIGITS = 10;

/** Does the text give away a person or a phone from the client's card? */
export const isOfClient = (client: Party, text: string): boolean => {
  const lower = text.toLowerCase();
  const people = [
    client.contactName,
    ...client.signatories.map(({ lastName, firstName, middleName }) =>
      [lastName, firstName, middleName].filter(Boolean).join(' '),
    ),
  ];
  if (people.some((name) => name.trim() !== '' && lower.includes(name.trim().toLowerCase()))) return true;
  if (client.email !== '' && lower.includes(client.email.toLowerCase())) return true;
  const phone = digitsOf(client.phone).slice(-PHONE_DIGITS);
  return phone.length === PHONE_DIGITS && digitsOf(text).includes(phone);
};

const SUM = /\d[\d\s]*(?:[.,]\d{1,2})?\s*(?:₽|руб|коп|р\.)/iu;
const MONEY_WORD = /(?:цен[аыуе]|скидк|оплат|стоимост|сумм)/iu;

/** Does the text name a sum of money? */
export const namesMoney = (text: string): boolean => SUM.test(text) || (MONEY_WORD.test(text) && /\d/u.test(text));

const PHONE = /(?:\+7|\b8)[\s(-]*\d{3}[\s)-]*\d{3}[\s-]*\d{2}[\s-]*\d{2}\b/u;
const MAIL = /\S+@\S+\.\S+/u;

/** Does the text tell how to reach somebody? */
export const namesContact = (text: string): boolean => PHONE.test(text) || MAIL.test(text);

/** The sentences of a free text that may be told: what else stands in the same words stays. */
export const withoutSentences = (text: string, isSecret: (sentence: string) => boolean): string =>
  text
    .split(/(?<=[.!?;])\s+(?=[А-ЯЁA-Z])|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '' && !isSecret(sentence))
    .join(' ');
