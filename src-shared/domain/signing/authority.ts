import { formatDate, type IsoDate } from '../../kernel/date.ts';
import { isValidOn } from '../../kernel/validity.ts';
import type { DocumentKind } from '../document/document.ts';
import { basisGenitive } from '../grammar/basis.ts';
import { initialsAfter } from '../grammar/initials.ts';
import type { Party, Signatory } from '../party/party.ts';
import { coversScope, signatoryFor } from '../party/signing.ts';

/** Who signs for a party and whether the authority holds on the document's own date (documents.md §3.2, issue 6 §1). */
export type Authority = {
  readonly holds: boolean;
  /** «Соколов А. В., Генеральный директор»; empty when the card names nobody. */
  readonly signatory: string;
  /** «на основании Устава», «на основании доверенности № 3 от …, до …». */
  readonly text: string;
  /** Why it does not hold; empty when it does. */
  readonly reason: string;
};

const fold = (text: string): string => text.toLowerCase().replaceAll('ё', 'е').trim();

/** The card's signatory with this person's name; initials count where one side has nothing more. */
const namesake = (party: Party, fullName: string): Signatory | null => {
  const [lastName = '', firstName = ''] = fold(fullName).split(/\s+/u);
  const isSame = (person: Signatory): boolean =>
    lastName !== '' && fold(person.lastName) === lastName && fold(person.firstName).startsWith(firstName.charAt(0));
  return party.signatories.find(isSame) ?? null;
};

const faultOf = (person: Signatory, kind: DocumentKind, date: IsoDate): string => {
  const name = initialsAfter(person);
  if (person.validTo !== null && person.validTo < date)
    return `полномочия (${name}) закончились ${formatDate(person.validTo)}, документ от ${formatDate(date)}`;
  if (person.validFrom !== null && date < person.validFrom)
    return `полномочия (${name}) начинаются ${formatDate(person.validFrom)}, документ от ${formatDate(date)}`;
  return coversScope(person, kind) ? '' : `${name} не уполномочен подписывать такие документы`;
};

/**
 * The authority to sign this kind on this date. `fullName` is who is said to have signed: a person of the card signs by
 * own authority; for anybody else the paper is signed by the one whom it names.
 */
export const authorityOn = (party: Party, kind: DocumentKind, date: IsoDate, fullName: string): Authority => {
  const person = namesake(party, fullName) ?? signatoryFor(party, kind, date);
  if (person === null)
    return { holds: false, signatory: '', text: '', reason: 'в карточке организации не указано, кто подписывает' };
  const until = person.validTo === null ? '' : `, до ${formatDate(person.validTo)}`;
  const reason = isValidOn(person, date) && coversScope(person, kind) ? '' : faultOf(person, kind, date);
  return {
    holds: reason === '',
    signatory: [initialsAfter(person), person.position].filter(Boolean).join(', '),
    text: `на основании ${basisGenitive(person, party)}${until}`,
    reason,
  };
};
