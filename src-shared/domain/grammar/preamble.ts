import { capitalize, joinPresent } from '../../kernel/text.ts';
import type { Gender, Party, Signatory } from '../party/party.ts';
import { basisGenitive } from './basis.ts';
import { declineFullName, genderOf, type Declined } from './decline-name.ts';
import { positionGenitive } from './decline-position.ts';

const CALLED: Readonly<Record<Gender, string>> = { m: 'именуемый', f: 'именуемая', n: 'именуемое' };
const ACTING: Readonly<Record<'m' | 'f', string>> = { m: 'действующий', f: 'действующая' };
const ACTING_GEN: Readonly<Record<'m' | 'f', string>> = { m: 'действующего', f: 'действующей' };
const BEING: Readonly<Record<'m' | 'f', string>> = { m: 'являющийся', f: 'являющаяся' };

const fullName = (signatory: Signatory): string =>
  joinPresent([signatory.lastName.trim(), signatory.firstName.trim(), signatory.middleName.trim()], ' ');

/** «Иванова Ивана Ивановича»: the typed form, else the proposed one. */
export const signatoryGenitive = (signatory: Signatory): Declined => {
  const typed = signatory.overrides.fullNameGen?.trim();
  return typed ? { text: typed, needsConfirmation: false } : declineFullName(signatory, 'gen');
};

/** «Генерального директора»: the typed form, else by our rules. */
const signatoryPositionGenitive = (signatory: Signatory): string =>
  signatory.overrides.positionGen?.trim() || positionGenitive(signatory.position);

const called = (gender: Gender, roleName: string): string => `${CALLED[gender]} в дальнейшем «${roleName}»`;

const ofOrganisation = (party: Party, signatory: Signatory, roleName: string): Declined => {
  const name = signatoryGenitive(signatory);
  const gender = signatory.gender ?? genderOf(signatory.middleName);
  const position = signatoryPositionGenitive(signatory);
  const text =
    `${party.fullName}, ${called(party.gender, roleName)}, в лице ${joinPresent([position, name.text], ' ')}, ` +
    `${ACTING_GEN[gender ?? 'm']} на основании ${basisGenitive(signatory, party)}`;
  return { text, needsConfirmation: !signatory.grammarConfirmed && (name.needsConfirmation || gender === null) };
};

const naturalGender = (party: Party, signatory: Signatory | null): 'm' | 'f' | null => {
  if (party.gender !== 'n') return party.gender;
  return signatory ? (signatory.gender ?? genderOf(signatory.middleName)) : null;
};

const ofEntrepreneur = (party: Party, signatory: Signatory | null, roleName: string): Declined => {
  const gender = naturalGender(party, signatory);
  const name = /предприниматель/iu.test(party.fullName)
    ? party.fullName
    : `Индивидуальный предприниматель ${party.fullName}`;
  const basis = signatory ? basisGenitive(signatory, party) : 'записи в ЕГРИП';
  return {
    text: `${capitalize(name)}, ${called(gender ?? 'm', roleName)}, ${ACTING[gender ?? 'm']} на основании ${basis}`,
    needsConfirmation: gender === null,
  };
};

const ofPrivatePerson = (party: Party, signatory: Signatory | null, roleName: string): Declined => {
  const gender = naturalGender(party, signatory);
  const status = party.kind === 'npd' ? `${BEING[gender ?? 'm']} плательщиком налога на профессиональный доход, ` : '';
  const inn = party.inn ? `ИНН ${party.inn}, ` : '';
  return {
    text: `${party.fullName}, ${inn}${status}${called(gender ?? 'm', roleName)}`,
    needsConfirmation: gender === null,
  };
};

/** Does somebody else sign for the entrepreneur, by a power of attorney? */
const isRepresentative = (party: Party, signatory: Signatory): boolean =>
  !party.fullName.toLowerCase().includes(fullName(signatory).toLowerCase());

/**
 * How a contract introduces a side (documents.md §3.2): a company «в лице …», an entrepreneur by himself unless another
 * person signs for him, a private person with his tax status. Typed forms of the signatory win over proposed ones.
 */
export const preamble = (party: Party, signatory: Signatory | null, roleName: string): Declined => {
  switch (party.kind) {
    case 'ip':
      return signatory && isRepresentative(party, signatory)
        ? ofOrganisation(party, signatory, roleName)
        : ofEntrepreneur(party, signatory, roleName);
    case 'npd':
    case 'person':
      return ofPrivatePerson(party, signatory, roleName);
    case 'org':
    case 'branch':
    case 'foreign':
      return signatory
        ? ofOrganisation(party, signatory, roleName)
        : { text: `${party.fullName}, ${called(party.gender, roleName)}`, needsConfirmation: true };
  }
};
