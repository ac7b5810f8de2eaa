import { genderOf } from '../grammar/decline-name.ts';
import type { CrmRequisites, CrmRow } from './row.ts';

/** A card as `parties import` takes it. */
export type PartyEntry = Readonly<Record<string, unknown>>;

/**
 * The card of a party: its chosen set of requisites, else the first one; without any, the name and the phone that the CRM
 * knows. An entry without ИНН is a card that the check before issuing asks to complete.
 */
export const partyEntry = (
  row: CrmRow,
  chosenId: string | null = null,
  chosenAccount: string | null = null,
): PartyEntry => {
  const own = row.requisites?.find(({ id }) => id === chosenId) ?? row.requisites?.[0] ?? null;
  const title = row.fields['title'] ?? '';
  const contacts = { phone: cut(row.fields['phone'], 100), email: cut(row.fields['email'], 200) };
  if (own === null)
    return {
      kind: row.entity === 'contact' ? 'person' : 'org',
      shortName: cut(title || `Клиент ${row.id}`, 300),
      fullName: cut(title, 1000),
      ...contacts,
    };
  return {
    kind: own.kind,
    shortName: cut(own.shortName || title || own.fullName || `Клиент ${row.id}`, 300),
    fullName: cut(own.fullName || own.shortName || title, 1000),
    inn: digits(own.inn, 12),
    kpp: own.kind === 'org' ? digits(own.kpp, 9) : '',
    ogrn: digits(own.ogrn, 15),
    okpo: digits(own.okpo, 14),
    legalAddress: cut(own.legalAddress, 500),
    actualAddress: cut(own.actualAddress, 500),
    postalAddress: cut(own.postalAddress, 500),
    ...contacts,
    bankAccounts: accountsOf(own, chosenAccount),
    signatories: signatoriesOf(own),
  };
};

const cut = (value: string | null | undefined, length: number): string => (value ?? '').trim().slice(0, length);
const digits = (value: string, length: number): string => value.replaceAll(/\D/gu, '').slice(0, length);

const accountsOf = (
  { accounts }: CrmRequisites,
  chosen: string | null,
): readonly Readonly<Record<string, unknown>>[] => {
  const main =
    accounts.find(({ id }) => id !== undefined && id === chosen) ??
    accounts.find(({ isMain }) => isMain) ??
    accounts[0];
  return accounts
    .filter(({ account }) => account !== '')
    .map((each) => ({
      account: cut(each.account, 40),
      bic: cut(each.bic, 20),
      bankName: cut(each.bankName, 300),
      bankCity: cut(each.bankCity, 100),
      corrAccount: cut(each.corrAccount, 40),
      isMain: each === main,
    }));
};

/** «Иванов Иван Иванович» of the head. Initials are taken as they are: the check before issuing asks for the full name. */
const signatoriesOf = ({
  headName,
  headPosition,
  headBasis,
  kind,
}: CrmRequisites): readonly Readonly<Record<string, unknown>>[] => {
  const [lastName = '', ...rest] = headName
    .replace(/^ип\s+/iu, '')
    .split(/\s+/u)
    .filter(Boolean);
  if (lastName === '' || kind === 'person') return [];
  const given = rest.flatMap((word) =>
    /^\p{Lu}\.\p{Lu}\.?$/u.test(word)
      ? word
          .split('.')
          .filter(Boolean)
          .map((letter) => `${letter}.`)
      : [word],
  );
  const middleName = given.slice(1).join(' ');
  return [
    {
      role: 'head',
      position: kind === 'ip' ? '' : cut(headPosition || 'Директор', 200),
      lastName: cut(lastName, 100),
      firstName: cut(given[0], 100),
      middleName: cut(middleName, 100),
      gender: genderOf(middleName),
      basisType: kind === 'ip' ? 'egrip' : /доверенност/iu.test(headBasis) ? 'powerOfAttorney' : 'charter',
    },
  ];
};
