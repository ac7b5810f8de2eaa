import { mainAccountOf } from '../../party/main-account.ts';
import type { BankAccount, PartyKind } from '../../party/party.ts';
import {
  accountCurrency,
  accountKind,
  isAccountOfBic,
  isBic,
  isCorrAccountOfBic,
  isTreasuryAccount,
  type AccountKind,
} from '../../requisites/bank-account.ts';
import { CONTRACT_DOCUMENTS, isContractDocument, type Facts, type Side } from '../facts.ts';
import { INVOICES } from '../kind-groups.ts';
import { block, warn, whose, type Found, type Rule } from '../rule.ts';

const accountOf = ({ source }: Facts, side: Side): BankAccount | null =>
  mainAccountOf(side.party, source.order.currency);

/** A contract prints the accounts of both sides, an invoice only ours. */
const printedSides = ({ source, sides }: Facts): readonly Side[] =>
  isContractDocument(source.kind) ? sides : sides.filter((side) => side.name === 'seller');

const keys = (side: Side, account: BankAccount): Found[] => {
  const field = `${side.name}.bankAccount`;
  const of = { whose: whose(side.name) };
  if (!isBic(account.bic)) return [block('bank.bic', `${field}.bic`, { ...of, bic: account.bic })];
  const found: Found[] = [];
  if (!/^\d{20}$/u.test(account.account))
    found.push(block('bank.accountLength', `${field}.account`, { ...of, account: account.account }));
  else if (!isAccountOfBic(account.bic, account.account))
    found.push(block('bank.accountKey', `${field}.account`, { ...of, account: account.account, bic: account.bic }));
  // A treasury body may be paid without an ЕКС on old papers; a bank account never goes without its correspondent one.
  const isCorrOptional = isTreasuryAccount(account.account) && account.corrAccount === '';
  if (!isCorrOptional && !isCorrAccountOfBic(account.bic, account.corrAccount))
    found.push(
      block('bank.corrKey', `${field}.corrAccount`, { ...of, account: account.corrAccount, bic: account.bic }),
    );
  return found;
};

const accountRequisites = (facts: Facts): Found[] =>
  printedSides(facts).flatMap((side) => {
    const account = accountOf(facts, side);
    if (account) return side.party.kind === 'foreign' ? [] : keys(side, account);
    // Whose money is asked for is a must; a customer who pays with cash may have no account.
    const missing = side.name === 'seller' ? block : warn;
    return [
      missing('bank.accountMissing', `${side.name}.bankAccount`, {
        whose: whose(side.name),
        currency: facts.source.order.currency,
      }),
    ];
  });

const FITTING: Partial<Record<PartyKind, readonly AccountKind[]>> = {
  org: ['organisation', 'state', 'treasury'],
  branch: ['organisation', 'state', 'treasury'],
  ip: ['entrepreneur'],
  npd: ['individual', 'entrepreneur'],
  person: ['individual'],
};

const EXPECTED_START: Partial<Record<PartyKind, string>> = {
  org: '40702',
  branch: '40702',
  ip: '40802',
  npd: '40817',
  person: '40817',
};

const accountFits = (facts: Facts): Found[] =>
  printedSides(facts).flatMap((side) => {
    const account = accountOf(facts, side);
    if (!account || !/^\d{20}$/u.test(account.account)) return [];
    const field = `${side.name}.bankAccount.account`;
    const data = { whose: whose(side.name), account: account.account };
    const found: Found[] = [];
    const fitting = FITTING[side.party.kind];
    if (fitting && !fitting.includes(accountKind(account.account)))
      found.push(warn('bank.accountKind', field, { ...data, expected: EXPECTED_START[side.party.kind] ?? '' }));
    if (accountCurrency(account.account) !== account.currency)
      found.push(warn('bank.accountCurrency', field, { ...data, currency: account.currency }));
    return found;
  });

/** R-B: accounts that the paper asks to pay to. */
export const BANK_RULES: readonly Rule[] = [
  { id: 'R-B1', kinds: [...INVOICES, ...CONTRACT_DOCUMENTS], check: accountRequisites },
  { id: 'R-B2', kinds: INVOICES, check: accountFits },
];
