import { signatoryGenitive } from '../grammar/preamble.ts';
import type { BankAccount, GrammarOverrides, Party, Signatory } from '../party/party.ts';
import { proposedSignatory, typedSignatory } from '../party/typed-signatory.ts';
import { parseOptionalDate, prefixed, textSetters, type Setter, type Setters } from './setter.ts';

const mainAccount = (party: Party): BankAccount | undefined =>
  party.bankAccounts.find(({ isMain }) => isMain) ?? party.bankAccounts[0];

const withAccount = (party: Party, account: BankAccount): Party => ({
  ...party,
  bankAccounts: party.bankAccounts.map((one) => (one.id === account.id ? account : one)),
});

/** Who signs for the party as a rule: its head, else the first person of the card. */
const head = (party: Party): Signatory | undefined =>
  party.signatories.find(({ role }) => role === 'head') ?? party.signatories[0];

const withSignatory = (party: Party, signatory: Signatory): Party => ({
  ...party,
  signatories: party.signatories.map((one) => (one.id === signatory.id ? signatory : one)),
});

const signatoryDate =
  (key: 'validFrom' | 'validTo' | 'basisDate'): Setter<Signatory> =>
  (signatory, text) => {
    const date = parseOptionalDate(text);
    return date.ok ? { before: signatory[key] ?? '', after: { ...signatory, [key]: date.value } } : null;
  };

/** A form that a person typed wins over the proposed one; an emptied one gives way to it again. */
const withForm = (signatory: Signatory, key: keyof GrammarOverrides, text: string): Signatory => ({
  ...signatory,
  overrides: { ...signatory.overrides, [key]: text === '' ? undefined : text },
});

const SIGNATORY: Setters<Signatory> = {
  ...textSetters<Signatory, 'position' | 'lastName' | 'firstName' | 'middleName' | 'basisNumber'>(
    ['position', 'lastName', 'firstName', 'middleName', 'basisNumber'],
    (signatory, key) => signatory[key],
    (signatory, key, text) => ({ ...signatory, [key]: text }),
  ),
  basisDate: signatoryDate('basisDate'),
  validFrom: signatoryDate('validFrom'),
  validTo: signatoryDate('validTo'),
  ...textSetters<Signatory, keyof GrammarOverrides>(
    ['positionGen', 'fullNameGen', 'fullNameDat', 'fullNameAcc', 'basisGen'],
    (signatory, key) => signatory.overrides[key] ?? '',
    (signatory, key, text) => withForm(signatory, key, text),
  ),
  // «true» agrees with the proposed form; other words are the form itself and are remembered on the person.
  grammarConfirmed: (signatory, text) => {
    const form = text.trim();
    if (form === '') return null;
    const before = signatoryGenitive(signatory).text;
    const after = form === 'true' || form === before ? signatory : withForm(signatory, 'fullNameGen', form);
    return { before, after: { ...after, grammarConfirmed: true } };
  },
};

const ACCOUNT = textSetters<BankAccount, 'account' | 'bic' | 'corrAccount' | 'bankName'>(
  ['account', 'bic', 'corrAccount', 'bankName'],
  (account, key) => account[key],
  (account, key, text) => ({ ...account, [key]: text }),
);

const ogrnDate: Setter<Party> = (party, text) => {
  const date = parseOptionalDate(text);
  return date.ok ? { before: party.ogrnDate ?? '', after: { ...party, ogrnDate: date.value } } : null;
};

const account = prefixed('bankAccount', ACCOUNT, mainAccount, withAccount);

/** Values of a party's card that a person may mend where a document needs them. */
export const PARTY_FIELDS: Setters<Party> = {
  ...textSetters<
    Party,
    | 'fullName'
    | 'shortName'
    | 'inn'
    | 'kpp'
    | 'ogrn'
    | 'okpo'
    | 'legalAddress'
    | 'actualAddress'
    | 'postalAddress'
    | 'phone'
    | 'email'
    | 'contactName'
    | 'stopReason'
    | 'edoOperator'
    | 'forwarderRegistryNumber'
    | 'carrierRegistryNumber'
    | 'groupName'
  >(
    [
      'fullName',
      'shortName',
      'inn',
      'kpp',
      'ogrn',
      'okpo',
      'legalAddress',
      'actualAddress',
      'postalAddress',
      'phone',
      'email',
      'contactName',
      'stopReason',
      'edoOperator',
      'forwarderRegistryNumber',
      'carrierRegistryNumber',
      'groupName',
    ],
    (party, key) => party[key],
    (party, key, text) => ({ ...party, [key]: text }),
  ),
  ogrnDate,
  ...account,
  ...(account['bankAccount.account'] && { bankAccount: account['bankAccount.account'] }),
  ...prefixed('signatory', SIGNATORY, head, withSignatory),
  // The whole person, for a card that names nobody; one that is there is mended part by part.
  signatory: (party, text) => {
    const person = typedSignatory(party, text);
    if (text.trim() === '') return { before: proposedSignatory(party), after: party };
    return person && { before: '', after: { ...party, signatories: [person, ...party.signatories] } };
  },
};
