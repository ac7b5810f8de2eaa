import type { Party, Signatory } from '../party/party.ts';

const nameOf = ({ lastName, firstName, middleName }: Signatory): string =>
  [lastName, firstName, middleName].map((word) => word.trim().toLowerCase()).join(' ');

const hasForms = ({ overrides }: Signatory): boolean => Object.values(overrides).some((form) => (form ?? '') !== '');

/**
 * A card that comes again from a file knows nothing of the declension that a person has looked at: the forms stay with
 * whoever bears the same name. Forms that the file brings itself win.
 */
export const keepForms = (incoming: Party, known: Party): Party => {
  const knownByName = new Map(known.signatories.map((person) => [nameOf(person), person]));
  return {
    ...incoming,
    signatories: incoming.signatories.map((person) => {
      const before = knownByName.get(nameOf(person));
      if (before === undefined || hasForms(person)) return person;
      const { overrides, grammarConfirmed } = before;
      return { ...person, overrides, grammarConfirmed: person.grammarConfirmed || grammarConfirmed };
    }),
  };
};
