import {
  accountCurrency,
  accountKind,
  isAccountOfBic,
  isBic,
  isCorrAccountOfBic,
  isTreasuryAccount,
} from '../requisites/bank-account.ts';
import type { CardBankAccount } from './card-reading.ts';
import type { CardField, Statement } from './card-text.ts';
import { looksLikeBank, readBankCity, readBankName } from './bank-names.ts';
import { isBicOfCity } from './bank-regions.ts';
import { readDigits, splitNumbers } from './digits.ts';
import type { Findings } from './findings.ts';

type Found = { digits: string; written: string; hadLetters: boolean; isLabelled: boolean };
type Draft = { account?: Found; bic?: Found; corrAccount?: Found; bankName?: string; bankCity?: string };
const NUMBERS: readonly CardField[] = ['account', 'bic', 'corrAccount'];
type Numbered = 'account' | 'bic' | 'corrAccount';

/** Bank accounts of a company, each checked by the keys of its БИК (documents.md §13.1). */
export const readBank = (statements: readonly Statement[], findings: Findings): CardBankAccount[] => {
  const drafts = shareBank(collectDrafts(statements));
  const accounts = drafts.map((draft, index) => checkDraft(draft, `bankAccounts.${index}`, findings));
  return accounts.map((account, index) => ({ ...account, isMain: index === 0 }));
};

const collectDrafts = (statements: readonly Statement[]): Draft[] => {
  const drafts: Draft[] = [{}];
  const put = <Key extends keyof Draft>(key: Key, value: NonNullable<Draft[Key]>): void => {
    const last = drafts.at(-1) ?? {};
    const before = last[key];
    if (before === undefined) last[key] = value;
    else if (digitsOf(before) !== digitsOf(value)) drafts.push({ [key]: value });
  };
  statements.forEach((statement, index) => {
    addStatement(statement, put);
    // A bank without a label stands right under or above its numbers.
    const isBeside = [statements[index - 1], statements[index + 1]].some((beside) =>
      beside?.labels.some((field) => NUMBERS.includes(field)),
    );
    if (
      statement.labels.length === 0 &&
      isBeside &&
      statement.value.length < 200 &&
      /банк|bank/iu.test(statement.value)
    )
      putBank(statement.value, put);
  });
  return drafts.filter(({ account, bic, corrAccount }) => account ?? bic ?? corrAccount);
};

const digitsOf = (value: Found | string): string => (typeof value === 'string' ? value.toLowerCase() : value.digits);

type Put = <Key extends keyof Draft>(key: Key, value: NonNullable<Draft[Key]>) => void;

const addStatement = ({ labels, value }: Statement, put: Put): void => {
  const [first] = labels;
  if (labels.length > 1 && labels.some((field) => field === 'account' || field === 'bic' || field === 'corrAccount')) {
    for (const number of splitNumbers(value)) addNumber(number, labels, put);
  } else if (first === 'account' || first === 'corrAccount' || first === 'bic') addNumber(value, labels, put);
  else if (first === 'bank') putBank(value, put);
  else if (first === 'bankCity') put('bankCity', readBankCity(value));
  else if (first === undefined || first === 'unknown') addUnlabelled(value, put);
};

const addNumber = (value: string, labels: readonly CardField[], put: Put): void => {
  const found = readDigits(value, labels.includes('bic') ? [9] : [20]);
  if (found === null) return;
  const { digits, written, hadLetters, rest } = found;
  put(numberKind(digits, labels), { digits, written, hadLetters, isLabelled: true });
  if (looksLikeBank(rest)) putBank(rest.replace(/^[\s,;]+/u, ''), put);
};

const putBank = (text: string, put: Put): void => {
  const { bankName, bankCity } = readBankName(text);
  if (bankName !== '') put('bankName', bankName);
  if (bankCity !== '') put('bankCity', bankCity);
};

/** «Сч. №» stands before both accounts in a payment order, so the number itself says which one it is. */
const numberKind = (digits: string, labels: readonly CardField[]): Numbered => {
  if (digits.length === 20 && /^(?:301|40102)/u.test(digits)) return 'corrAccount';
  if (digits.length === 20 && /^(?:4|03)/u.test(digits)) return 'account';
  if (digits.length === 9 && labels.includes('bic')) return 'bic';
  const [first] = labels.filter(
    (field): field is Numbered => field === 'account' || field === 'corrAccount' || field === 'bic',
  );
  return first ?? 'account';
};

const addUnlabelled = (value: string, put: Put): void => {
  for (const number of value.match(/(?<![\d.])(?:\d{20}|\d{4}(?: \d{4}){4}|0[0-4]\d{7})(?![\d.])/gu) ?? []) {
    const digits = number.replaceAll(' ', '');
    if (digits.length === 9) put('bic', { digits, written: number, hadLetters: false, isLabelled: false });
    else if (/^(?:40|03|301)/u.test(digits))
      put(numberKind(digits, []), { digits, written: number, hadLetters: false, isLabelled: false });
  }
};

/** Two accounts in one bank are written with one БИК; a draft without one takes it from the draft beside it when the keys agree. */
const shareBank = (drafts: readonly Draft[]): Draft[] => {
  const withAccount = drafts.filter(({ account }) => account !== undefined);
  const used = new Set<Draft>();
  const shared = drafts.map((draft) => {
    if (draft.account === undefined || draft.bic !== undefined) return draft;
    const { digits } = draft.account;
    const donor = drafts.find(
      (other) => other !== draft && other.bic !== undefined && isAccountOfBic(other.bic.digits, digits),
    );
    if (donor === undefined) return draft;
    used.add(donor);
    return { ...donor, account: draft.account };
  });
  return withAccount.length === 0
    ? [...drafts]
    : shared.filter((_, index) => {
        const original = drafts[index];
        return original === undefined || original.account !== undefined || !used.has(original);
      });
};

const checkDraft = (draft: Draft, path: string, findings: Findings): Omit<CardBankAccount, 'isMain'> => {
  const bic = checkBic(draft, path, findings);
  const corr = draft.corrAccount?.digits ?? '';
  const account = draft.account?.digits ?? '';
  const isCorrRight = corr !== '' && isCorrAccountOfBic(bic, corr);
  const isAccountRight = account !== '' && isAccountOfBic(bic, account);
  const names = { bankName: draft.bankName ?? '', bankCity: draft.bankCity ?? '' };
  if (names.bankName !== '') findings.mark(`${path}.bankName`, 0.9, 'labelled');
  const base = {
    ...names,
    bic,
    account: '',
    corrAccount: '',
    currency: (isAccountRight ? accountCurrency(account) : null) ?? 'RUB',
  };
  if (bic !== '' && corr !== '' && account !== '' && !isCorrRight && !isAccountRight && !isTreasuryAccount(account)) {
    // Neither account belongs to this bank: most likely the БИК itself is wrong, and nothing of the three can be trusted.
    findings.problem('card.bankKeys', `${path}.bic`, draft.bic?.written);
    findings.problem('card.accountKey', `${path}.account`, draft.account?.written);
    findings.problem('card.corrAccountKey', `${path}.corrAccount`, draft.corrAccount?.written);
    return { ...base, bic: '' };
  }
  return {
    ...base,
    account: settle('account', draft.account, isAccountRight, bic, path, findings),
    corrAccount: settle('corrAccount', draft.corrAccount, isCorrRight, bic, path, findings),
  };
};

const checkBic = (draft: Draft, path: string, findings: Findings): string => {
  const field = `${path}.bic`;
  if (draft.bic === undefined) return '';
  const { digits, written, hadLetters } = draft.bic;
  const restored =
    digits.length === 8 &&
    draft.corrAccount !== undefined &&
    isCorrAccountOfBic(`0${digits}`, draft.corrAccount.digits);
  const bic = restored ? `0${digits}` : digits;
  const isTreasury = draft.account !== undefined && isTreasuryAccount(draft.account.digits);
  if (!isBic(bic) || (!isTreasury && !bic.startsWith('04'))) {
    findings.problem('card.bicWrong', field, written);
    return '';
  }
  // The key of the account covers the last three digits, that of the correspondent account two more, the city the region.
  const isCorrRight = draft.corrAccount !== undefined && isCorrAccountOfBic(bic, draft.corrAccount.digits);
  const confirmed = isBicOfCity(bic, `${draft.bankCity ?? ''} ${draft.bankName ?? ''}`);
  if (!isCorrRight) {
    findings.mark(field, 0.5, 'keyMissing');
    findings.problem('card.bicUnconfirmed', field, written, draft.corrAccount === undefined ? 'warn' : 'stop');
  } else if (confirmed === true) findings.mark(field, 1, 'regionConfirmed');
  else {
    findings.mark(field, confirmed === null ? 0.8 : 0.5, 'regionUnconfirmed');
    findings.problem('card.bicRegion', field, written, confirmed === null ? 'warn' : 'stop');
  }
  if (restored) findings.problem('card.leadingZero', field, written, 'warn');
  if (hadLetters) findings.problem('card.lettersForDigits', field, written, 'warn');
  return bic;
};

const settle = (
  key: 'account' | 'corrAccount',
  found: Found | undefined,
  isRight: boolean,
  bic: string,
  path: string,
  findings: Findings,
): string => {
  const field = `${path}.${key}`;
  if (found === undefined) return '';
  const { digits, written, hadLetters, isLabelled } = found;
  if (digits.length !== 20) findings.problem('card.wrongLength', field, written);
  else if (bic === '') findings.problem('card.accountUnverified', field, written);
  else if (!isRight) findings.problem(key === 'account' ? 'card.accountKey' : 'card.corrAccountKey', field, written);
  else if (key === 'account' && accountCurrency(digits) === null)
    findings.problem('card.currencyUnknown', field, written);
  else {
    if (accountKind(digits) === 'treasury') findings.mark(field, 0.6, 'notVerified');
    else if (hadLetters) {
      findings.mark(field, 0.7, 'lettersForDigits');
      findings.problem('card.lettersForDigits', field, written, 'warn');
    } else findings.mark(field, isLabelled ? 1 : 0.9, isLabelled ? 'key' : 'byForm');
    return digits;
  }
  return '';
};
