import petrovich from 'petrovich';
import { joinPresent } from '../../kernel/text.ts';
import { irregularSurname } from './irregular-surnames.ts';
import type { NameCase } from './name-case.ts';

export type PersonName = {
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
  readonly gender: 'm' | 'f' | null;
};

/** A declined form; `needsConfirmation` asks a person to look at it: «проверьте склонение». */
export type Declined = { readonly text: string; readonly needsConfirmation: boolean };

const CASES = { gen: 'genitive', dat: 'dative', acc: 'accusative' } as const;

/** Gender told by the patronymic, Turkic endings included; null when it tells nothing (documents.md §14.2 rule 1). */
export const genderOf = (middleName: string): 'm' | 'f' | null => {
  const name = middleName.trim().toLowerCase();
  if (/(?:ич|оглы|оглу|улы|уулу)$/u.test(name)) return 'm';
  return /(?:на|кызы|гызы|кизи)$/u.test(name) ? 'f' : null;
};

// petrovich leaves these as they are or guesses wrong; a person confirms (documents.md §14.2 rule 5).
const DOUBTFUL_MALE_SURNAME = /(?:ец|яц|ок|ек|ёк|ей|ень|ь|ых|их)$/iu;
const DOUBTFUL_FEMALE_SURNAME = /(?:ых|их)$/iu;
const DOUBTFUL_FIRST_NAME = /[бвгджзклмнпрстфхцчшщ]ь$/iu;
const KNOWN_SOFT_NAMES = /^(?:любовь|игорь)$/iu;

const declinePart = (part: string, gender: 'm' | 'f', kase: NameCase): string => {
  // A woman's surname that does not end in а or я stays: Цой, Шевченко, Милованович.
  if (gender === 'f' && !/[ая]$/iu.test(part)) return part;
  // Georgian surnames change for both: Берия, Данелия.
  if (part.endsWith('ия')) return `${part.slice(0, -1)}${kase === 'acc' ? 'ю' : 'и'}`;
  const irregular = gender === 'm' ? irregularSurname(part, kase) : null;
  return irregular ?? petrovich[gender === 'f' ? 'female' : 'male'].last[CASES[kase]](part);
};

/** Declines a surname, each part of a double one by itself. */
const declineLastName = (lastName: string, gender: 'm' | 'f', kase: NameCase): string =>
  lastName
    .split('-')
    .map((part) => declinePart(part, gender, kase))
    .join('-');

const declineFirstName = (firstName: string, gender: 'm' | 'f', kase: NameCase): string =>
  petrovich[gender === 'f' ? 'female' : 'male'].first[CASES[kase]](firstName);

const declineMiddleName = (middleName: string, gender: 'm' | 'f', kase: NameCase): string => {
  if (/[\s-](?:оглы|оглу|кызы|гызы|кизи|улы|уулу)$/iu.test(middleName)) return middleName;
  return petrovich[gender === 'f' ? 'female' : 'male'].middle[CASES[kase]](middleName);
};

const isDoubtful = (person: PersonName, gender: 'm' | 'f'): boolean => {
  if (person.middleName.trim() === '') return true;
  const surname = gender === 'm' ? DOUBTFUL_MALE_SURNAME : DOUBTFUL_FEMALE_SURNAME;
  if (person.lastName.split('-').some((part) => surname.test(part))) return true;
  return DOUBTFUL_FIRST_NAME.test(person.firstName) && !KNOWN_SOFT_NAMES.test(person.firstName);
};

/**
 * «Иванов Иван Иванович» → «Иванова Ивана Ивановича». petrovich proposes, our rules of documents.md §14.2 correct it.
 * A person of unknown gender is left in the nominative and asks for confirmation.
 */
export const declineFullName = (person: PersonName, kase: NameCase): Declined => {
  const last = person.lastName.trim();
  const first = person.firstName.trim();
  const middle = person.middleName.trim();
  const gender = person.gender ?? genderOf(middle);
  if (gender === null) return { text: joinPresent([last, first, middle], ' '), needsConfirmation: true };
  const parts = [
    last && declineLastName(last, gender, kase),
    first && declineFirstName(first, gender, kase),
    middle && declineMiddleName(middle, gender, kase),
  ];
  return { text: joinPresent(parts, ' '), needsConfirmation: isDoubtful(person, gender) };
};
