import type { IsoDate } from '../../kernel/date.ts';
import type { PartyId } from '../../kernel/id.ts';
import type { Validity } from '../../kernel/validity.ts';

/** Who the party is before the law (documents.md §3.1). */
export const PARTY_KINDS = ['org', 'ip', 'npd', 'person', 'foreign', 'branch'] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

/** Tax regimes of documents.md §2.1. */
export const TAX_REGIMES = [
  'osno',
  'osno145',
  'usnExempt',
  'usn5',
  'usn7',
  'usnGeneral',
  'psn',
  'ausn',
  'npd',
  'foreign',
] as const;
export type TaxRegime = (typeof TAX_REGIMES)[number];

export const GENDERS = ['m', 'f', 'n'] as const;
export type Gender = (typeof GENDERS)[number];

/** How originals travel to this party. */
export const MEDIA = ['paper', 'scan', 'edo'] as const;
export type Medium = (typeof MEDIA)[number];

/** A regime with the period it holds for; the document's date picks one. */
export type TaxPeriod = Validity & { readonly regime: TaxRegime };

export type BankAccount = {
  readonly id: string;
  readonly account: string;
  readonly bic: string;
  readonly bankName: string;
  readonly bankCity: string;
  readonly corrAccount: string;
  /** ISO 4217 letters, «RUB». */
  readonly currency: string;
  readonly isMain: boolean;
};

export const BASIS_TYPES = ['charter', 'powerOfAttorney', 'egrip', 'electronicPoa', 'order', 'other'] as const;
export type BasisType = (typeof BASIS_TYPES)[number];

/** What a signatory may sign; an empty list means everything. */
export const SIGN_SCOPES = ['contracts', 'invoices', 'acts', 'shipping'] as const;
export type SignScope = (typeof SIGN_SCOPES)[number];

/** Forms typed by a person instead of the proposed declension (documents.md D7, §14). */
export type GrammarOverrides = {
  readonly positionGen?: string | undefined;
  readonly fullNameGen?: string | undefined;
  readonly fullNameDat?: string | undefined;
  readonly fullNameAcc?: string | undefined;
  readonly basisGen?: string | undefined;
};

/** A person with the right to sign for a party (documents.md §3.2); authority is checked on the document's date. */
export type Signatory = Validity & {
  readonly id: string;
  readonly role: 'head' | 'accountant' | 'other';
  readonly position: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
  /** null: not known; then the declension asks for confirmation. */
  readonly gender: 'm' | 'f' | null;
  readonly basisType: BasisType;
  readonly basisNumber: string;
  readonly basisDate: IsoDate | null;
  readonly scope: readonly SignScope[];
  readonly overrides: GrammarOverrides;
  /** True when somebody looked at the declined forms and agreed with them. */
  readonly grammarConfirmed: boolean;
};

/** A company or a person that our papers name: a counterparty, a carrier or one of our own companies. */
export type Party = {
  readonly id: PartyId;
  readonly kind: PartyKind;
  /** With the legal form in words: «Общество с ограниченной ответственностью «Ромашка»». */
  readonly fullName: string;
  /** «ООО «Ромашка»». */
  readonly shortName: string;
  /** Gender of the party's name, for «именуемое/-ый/-ая». */
  readonly gender: Gender;
  readonly inn: string;
  readonly kpp: string;
  readonly ogrn: string;
  readonly ogrnDate: IsoDate | null;
  readonly okpo: string;
  readonly legalAddress: string;
  readonly actualAddress: string;
  readonly postalAddress: string;
  readonly phone: string;
  readonly email: string;
  readonly contactName: string;
  /** ОКСМ digits, «643». */
  readonly countryCode: string;
  readonly foreignTaxId: string;
  readonly taxPeriods: readonly TaxPeriod[];
  readonly bankAccounts: readonly BankAccount[];
  readonly signatories: readonly Signatory[];
  readonly medium: Medium;
  readonly edoOperator: string;
  readonly edoParticipantId: string;
  readonly forwarderRegistryNumber: string;
  readonly carrierRegistryNumber: string;
  /** Why the security service stopped work with this party; empty: nothing against it. */
  readonly stopReason: string;
  /** The group of companies it belongs to: its members may pay for each other. Empty: none. */
  readonly groupName: string;
  /** Grows with each change; a reader may ask «is it still the one I saw?». */
  readonly revision: number;
};

/** One of our own companies: a party plus what only our side has. */
export type Organisation = {
  readonly party: Party;
  /** Which of the five ready-made businesses runs on it; «general» for others. */
  readonly business: Business;
  /** Place printed in contracts, «г. Москва». */
  readonly city: string;
  /** Put before every number of this company, may be empty. */
  readonly numberPrefix: string;
};

export const BUSINESSES = ['meat', 'souvenirs', 'catalogue', 'freight', 'furniture', 'general'] as const;
export type Business = (typeof BUSINESSES)[number];
