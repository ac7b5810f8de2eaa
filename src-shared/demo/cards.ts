import type { z } from 'zod';
import type { organisationImport, partyImport } from '../contract/imports.ts';
import type { TaxRegime } from '../domain/party/party.ts';

/** What a stranger's file would hold; what it leaves out gets the defaults of the import. */
export type PartyInput = z.input<typeof partyImport>;
export type OrganisationInput = z.input<typeof organisationImport>;
export type SignatoryInput = NonNullable<PartyInput['signatories']>[number];

const FORMS = {
  ООО: { words: 'Общество с ограниченной ответственностью', gender: 'n' },
  АО: { words: 'Акционерное общество', gender: 'n' },
  АНО: { words: 'Автономная некоммерческая организация', gender: 'f' },
  МБОУ: { words: 'Муниципальное бюджетное общеобразовательное учреждение', gender: 'n' },
} as const;

/** Both names of a company: «ООО «Ромашка»» and the same in words. */
export const companyName = (form: keyof typeof FORMS, name: string) =>
  ({
    kind: 'org',
    fullName: `${FORMS[form].words} «${name}»`,
    shortName: `${form} «${name}»`,
    gender: FORMS[form].gender,
  }) as const;

/** An entrepreneur's names and the signature that goes with them. */
export const entrepreneurName = (lastName: string, firstName: string, middleName: string, gender: 'm' | 'f') =>
  ({
    kind: 'ip',
    fullName: `Индивидуальный предприниматель ${lastName} ${firstName} ${middleName}`,
    shortName: `ИП ${lastName} ${firstName.charAt(0)}. ${middleName.charAt(0)}.`,
    gender,
    signatories: [
      {
        role: 'head',
        position: 'Индивидуальный предприниматель',
        lastName,
        firstName,
        middleName,
        gender,
        basisType: 'egrip',
        grammarConfirmed: true,
      },
    ] satisfies SignatoryInput[],
  }) as const;

/** The same address for all three lines of a card. */
export const at = (address: string) => ({ legalAddress: address, actualAddress: address, postalAddress: address });

/** A phone that rings nowhere and a mailbox of the domain kept for examples. */
export const reachedAt = (line: number, mailbox: string, contactName: string) => ({
  phone: `+7 (000) 000-${String(Math.floor(line / 100)).padStart(2, '0')}-${String(line % 100).padStart(2, '0')}`,
  email: `${mailbox}@example.ru`,
  contactName,
});

export const taxedAs = (regime: TaxRegime) => ({ taxPeriods: [{ regime }] });

/** «Фамилия Имя Отчество» of a head by the charter, his forms already looked at. */
export const head = (name: string, gender: 'm' | 'f', overrides: Partial<SignatoryInput> = {}): SignatoryInput => {
  const [lastName = '', firstName = '', middleName = ''] = name.split(' ');
  return {
    role: 'head',
    position: 'Генеральный директор',
    lastName,
    firstName,
    middleName,
    gender,
    basisType: 'charter',
    grammarConfirmed: true,
    ...overrides,
  };
};

export const accountant = (name: string, gender: 'm' | 'f'): SignatoryInput =>
  head(name, gender, { role: 'accountant', position: 'Главный бухгалтер', basisType: 'order' });
