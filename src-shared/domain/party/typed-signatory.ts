import { genderOf } from '../grammar/decline-name.ts';
import { joinPresent } from '../../kernel/text.ts';
import type { Party, Signatory } from './party.ts';

const CAPITALISED = /^\p{Lu}[\p{L}-]*$/u;
/** «Гасан оглы» is one patronymic of two words. */
const TURKIC = /^(?:оглы|оглу|кызы|гызы|кизи|улы|уулу)$/iu;

/**
 * «Директор Печников Савва Дмитриевич» → a head who acts by the charter: the last three words are the name, what stands
 * before them is the post. Null when the text holds no surname with a first name.
 */
export const typedSignatory = (party: Pick<Party, 'id' | 'kind'>, text: string): Signatory | null => {
  const words = text.trim().split(/\s+/u).filter(Boolean);
  const nameLength = TURKIC.test(words.at(-1) ?? '') ? 4 : 3;
  const name = words.slice(-nameLength);
  const [lastName = '', firstName = '', ...rest] = name;
  if (![lastName, firstName].every((word) => CAPITALISED.test(word)) || name.length < 3) return null;
  const middleName = rest.join(' ');
  const usual = party.kind === 'org' || party.kind === 'branch' ? 'Директор' : '';
  return {
    id: `${party.id}-typed`,
    role: 'head',
    position: words.slice(0, -nameLength).join(' ') || usual,
    lastName,
    firstName,
    middleName,
    gender: genderOf(middleName),
    basisType: party.kind === 'ip' ? 'egrip' : 'charter',
    basisNumber: '',
    basisDate: null,
    scope: [],
    overrides: {},
    grammarConfirmed: false,
    validFrom: null,
    validTo: null,
  };
};

/** Words that would name the signatory of a card that has none: its contact person, where that is a full name. */
export const proposedSignatory = (party: Pick<Party, 'id' | 'kind' | 'contactName'>): string => {
  const person = typedSignatory(party, party.contactName);
  return person ? joinPresent([person.position, person.lastName, person.firstName, person.middleName], ' ') : '';
};
