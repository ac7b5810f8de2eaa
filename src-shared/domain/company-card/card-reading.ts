import type { BasisType, Gender, PartyKind } from '../party/party.ts';

export type CardBankAccount = {
  account: string;
  bic: string;
  bankName: string;
  bankCity: string;
  corrAccount: string;
  currency: string;
  isMain: boolean;
};

export type CardSignatory = {
  role: 'head' | 'accountant';
  position: string;
  lastName: string;
  firstName: string;
  middleName: string;
  gender: 'm' | 'f' | null;
  basisType: BasisType;
  basisNumber: string;
  basisDate: string | null;
};

/** What was read, in the shape of a party of an import file; what was not read or did not pass its check is empty. */
export type CardParty = {
  kind: PartyKind;
  fullName: string;
  shortName: string;
  gender: Gender;
  inn: string;
  kpp: string;
  ogrn: string;
  ogrnDate: string | null;
  okpo: string;
  legalAddress: string;
  actualAddress: string;
  postalAddress: string;
  phone: string;
  email: string;
  contactName: string;
  countryCode: string;
  foreignTaxId: string;
  bankAccounts: CardBankAccount[];
  signatories: CardSignatory[];
  edoParticipantId: string;
};

/** Why the reader is as sure as it is; texts are in `card-texts.ts`. */
export const CARD_REASONS = [
  'checkDigits',
  'weakKey',
  'key',
  'keyMissing',
  'labelled',
  'byForm',
  'derived',
  'usualKpp',
  'unusualKpp',
  'regionConfirmed',
  'regionUnconfirmed',
  'lettersForDigits',
  'leadingZero',
  'initialsOnly',
  'generic',
  'foreign',
  'notVerified',
] as const;
export type CardReason = (typeof CARD_REASONS)[number];

/** How sure the reader is of one field, 0…1. From 0.9 on nobody needs to look. */
export type FieldMark = { readonly field: string; readonly confidence: number; readonly why: CardReason };

export const CARD_PROBLEMS = [
  'card.nothingFound',
  'card.missing',
  'card.checkDigit',
  'card.wrongLength',
  'card.accountKey',
  'card.corrAccountKey',
  'card.accountUnverified',
  'card.bankKeys',
  'card.bicWrong',
  'card.bicRegion',
  'card.bicUnconfirmed',
  'card.kppWrong',
  'card.kppUnusual',
  'card.kppOfEntrepreneur',
  'card.disagrees',
  'card.kindMismatch',
  'card.accountKind',
  'card.currencyUnknown',
  'card.lettersForDigits',
  'card.leadingZero',
  'card.initialsOnly',
  'card.declinedName',
  'card.severalCompanies',
  'card.foreignBank',
  'card.foreignIdWrong',
  'card.emailWrong',
] as const;
export type CardProblemCode = (typeof CARD_PROBLEMS)[number];

/** `stop`: something stayed empty or is doubtful; `warn`: look at it; `hint`: it was not in the file. */
export type CardSeverity = 'stop' | 'warn' | 'hint';

export type CardProblem = {
  readonly code: CardProblemCode;
  readonly field: string;
  /** What the card says, as written; empty when nothing was there. */
  readonly value: string;
  readonly severity: CardSeverity;
};

/** One company of a file with all that the reader thinks of it. */
export type CompanyReading = {
  readonly party: CardParty;
  readonly marks: readonly FieldMark[];
  readonly problems: readonly CardProblem[];
};

/** The whole file: the company that comes first, and the others if it names several. */
export type CardReading = CompanyReading & { readonly others: readonly CompanyReading[] };
