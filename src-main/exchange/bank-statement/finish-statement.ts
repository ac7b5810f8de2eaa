import {
  accountOf,
  checkPeriodChain,
  checkPeriodSums,
  checkTotals,
  turnoverOf,
} from '#shared/domain/bank/check-periods.ts';
import {
  bookedOn,
  directionOf,
  operationKey,
  type BankOperation,
  type StatedOperation,
} from '#shared/domain/bank/operation.ts';
import { vatRateConflict } from '#shared/domain/bank/purpose-vat.ts';
import type { BankStatement, DayRange, StatementAccount, StatementEncoding } from '#shared/domain/bank/statement.ts';
import { missingWorkingDays } from '#shared/domain/bank/working-days.ts';
import type { IsoDate } from '#shared/kernel/date.ts';
import { createDuplicateFinder } from './find-duplicates.ts';
import type { ParsedFile } from './statement-parser.ts';
import type { WarningLog } from './warning-log.ts';

export type StatementRules = {
  /** Accounts of our requisites, beside those that the file names as its own. */
  readonly ownAccounts: readonly string[];
  /**
   * Accounts of each company of ours. They are own as soon as the file names one of them, or when it names no account at all:
   * a payment from one company of ours to another is incoming for the second, no transfer.
   */
  readonly companies?: readonly (readonly string[])[] | undefined;
  readonly isWorkingDay: (date: IsoDate) => boolean;
};

/** What can be said only when all lines are known: directions, repetitions, balances, totals, missing days. */
export const finishStatement = (
  file: ParsedFile,
  encoding: StatementEncoding,
  rules: StatementRules,
  warnings: WarningLog,
): BankStatement => {
  checkHeader(file, encoding, warnings);
  const accounts = [...file.periodsByAccount].map(([account, periods]) => accountOf(account, periods));
  const operations = settleOperations(file, rules, warnings);
  checkOperations(operations, file.period, accounts, warnings);
  const turnovers = turnoverOf(operations);
  for (const account of accounts) {
    for (const warning of [
      ...checkPeriodSums(account),
      ...checkPeriodChain(account),
      ...checkTotals(account, turnovers.get(account.account)),
    ]) {
      warnings.take(warning);
    }
    checkDays(account, file.period, rules, warnings);
  }
  return {
    encoding,
    version: file.header.get('версияформата') ?? '',
    sender: file.header.get('отправитель') ?? '',
    period: file.period,
    accounts,
    operations,
    rejected: file.rejected.toSorted((a, b) => a.line - b.line),
    warnings: warnings.all(),
  };
};

const KNOWN_VERSIONS = ['1.01', '1.02', '1.03'];

const LABELS: Readonly<Record<StatementEncoding, readonly string[]>> = {
  'windows-1251': ['windows', 'windows-1251', 'win', 'win-1251', 'cp1251', '1251', 'ansi'],
  cp866: ['dos', 'cp866', '866', 'oem', 'ibm866'],
  'koi8-r': ['koi8-r', 'koi8'],
  'utf-8': ['utf-8', 'utf8'],
  'utf-16le': ['utf-16', 'utf-16le', 'unicode'],
  'utf-16be': ['utf-16', 'utf-16be', 'unicode'],
};

const checkHeader = ({ header, hasEnd }: ParsedFile, encoding: StatementEncoding, warnings: WarningLog): void => {
  const version = header.get('версияформата') ?? '';
  if (!KNOWN_VERSIONS.includes(version)) warnings.add('version.unknown', null, { version });
  const label = header.get('кодировка');
  if (label !== undefined && !LABELS[encoding].includes(label.toLowerCase()))
    warnings.add('encoding.label', null, { label, encoding });
  if (!hasEnd) warnings.add('file.noEnd', null, {});
};

const settleOperations = (file: ParsedFile, rules: StatementRules, warnings: WarningLog): readonly BankOperation[] => {
  const ownAccounts = ownAccountsOf([...file.periodsByAccount.keys()], rules);
  const [onlyAccount = null] = file.periodsByAccount.size === 1 ? file.periodsByAccount.keys() : [];
  const duplicates = createDuplicateFinder(operationKey);
  for (const operation of file.operations) {
    const named = namedAccount(operation, ownAccounts);
    operation.direction = directionOf(operation, ownAccounts);
    operation.account = named ?? onlyAccount;
    operation.bookedOn = bookedOn(operation, operation.direction);
    operation.duplicateOf = duplicates.firstLineOf(operation);
    const { line, number, direction, duplicateOf } = operation;
    if (direction === 'unclear') warnings.add('operation.directionUnclear', line, { number });
    else if (named === null) warnings.add('operation.directionByDates', line, { number });
    if (duplicateOf !== null) warnings.add('operation.duplicate', line, { number, first: duplicateOf });
  }
  return file.operations;
};

const ownAccountsOf = (
  named: readonly string[],
  { ownAccounts, companies = [] }: StatementRules,
): ReadonlySet<string> => {
  const isOwn = (company: readonly string[]): boolean =>
    named.length === 0 || company.some((account) => named.includes(account));
  return new Set([...named, ...ownAccounts, ...companies.filter(isOwn).flat()]);
};

/** The account of ours that the document names itself; the debited one of a transfer between own accounts. */
const namedAccount = ({ payer, payee }: StatedOperation, ownAccounts: ReadonlySet<string>): string | null => {
  if (ownAccounts.has(payer.account)) return payer.account;
  return ownAccounts.has(payee.account) ? payee.account : null;
};

/** Days outside the period, and rates that the day does not know. */
export const checkOperations = (
  operations: readonly BankOperation[],
  period: DayRange | null,
  accounts: readonly StatementAccount[],
  warnings: WarningLog,
): void => {
  const periods = accounts.flatMap((account) => account.periods);
  const known = period === null ? periods : [period, ...periods];
  const from = known.reduce<string>((least, range) => (range.from < least ? range.from : least), '9');
  const to = known.reduce<string>((most, range) => (range.to > most ? range.to : most), '');
  for (const operation of operations) {
    const { line, number, bookedOn: day } = operation;
    if (known.length > 0 && (day < from || day > to))
      warnings.add('operation.outsidePeriod', line, { number, bookedOn: day });
    const conflict = vatRateConflict(operation.purpose, day);
    if (conflict !== null) warnings.add('vat.rate', line, { number, ...conflict, bookedOn: day });
  }
};

/** Days between the periods of an account, and those that the header promises before and after them. */
const checkDays = (
  { account, periods }: StatementAccount,
  header: DayRange | null,
  rules: StatementRules,
  warnings: WarningLog,
): void => {
  const [first] = periods;
  if (first === undefined) return;
  const last = periods.reduce((most, { to }) => (to > most ? to : most), first.to);
  const whole = {
    from: header !== null && header.from < first.from ? header.from : first.from,
    to: header !== null && header.to > last ? header.to : last,
  };
  for (const days of missingWorkingDays(whole, periods, rules.isWorkingDay))
    warnings.add('days.missing', null, { account, ...days });
};
