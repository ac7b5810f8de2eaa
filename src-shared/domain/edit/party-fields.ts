import type { BankAccount, Party, Signatory } from '../party/party.ts';
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

const SIGNATORY: Setters<Signatory> = {
  ...textSetters<Signatory, 'position' | 'lastName' | 'firstName' | 'middleName' | 'basisNumber'>(
    ['position', 'lastName', 'firstName', 'middleName', 'basisNumber'],
    (signatory, key) => signatory[key],
    (signatory, key, text) => ({ ...signatory, [key]: text }),
  ),
  basisDate: signatoryDate('basisDate'),
  validFrom: signatoryDate('validFrom'),
  validTo: signatoryDate('validTo'),
  grammarConfirmed: (signatory, text) =>
    text === 'true'
      ? { before: String(signatory.grammarConfirmed), after: { ...signatory, grammarConfirmed: true } }
      : null,
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
    ],
    (party, key) => party[key],
    (party, key, text) => ({ ...party, [key]: text }),
  ),
  ogrnDate,
  ...account,
  ...(account['bankAccount.account'] && { bankAccount: account['bankAccount.account'] }),
  ...prefixed('signatory', SIGNATORY, head, withSignatory),
};
