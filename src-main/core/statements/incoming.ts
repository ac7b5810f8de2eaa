import { appError, type AppError } from '#shared/contract/errors.ts';
import { checkChain, checkMissingDays } from '#shared/domain/bank/check-chain.ts';
import type { BankOperation } from '#shared/domain/bank/operation.ts';
import type { StatementWarning } from '#shared/domain/bank/remarks.ts';
import { isWorkingDay } from '#shared/domain/bank/working-days.ts';
import type { Organisation } from '#shared/domain/party/party.ts';
import type { PartyId } from '#shared/kernel/id.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { ReadStores } from '../../ports/base.ts';
import type { ReadingFailure, StatementReading } from '../../ports/statement-files.ts';
import type { CallContext, CoreDeps } from '../deps.ts';

export type IncomingInput = { readonly token: string; readonly fileName: string; readonly linkTo?: string | undefined };

/** A file that was read, with what the base knows of its accounts. */
export type IncomingStatement = {
  readonly reading: StatementReading;
  /** Warnings of the file itself and of its place among the files taken before it. */
  readonly warnings: readonly StatementWarning[];
  /** Accounts of the file; when it names none, those of ours that its operations touch. */
  readonly accounts: readonly string[];
  readonly foreign: readonly string[];
  /** Whose each account is, with those that this import would link. */
  readonly ownerOf: (account: string) => PartyId | null;
  readonly organisationName: (account: string) => string | null;
};

/** Reads the file in a thread and lays it beside what the base holds. Changes nothing. */
export const readIncoming = async (
  deps: CoreDeps,
  context: CallContext,
  { token, fileName, linkTo }: IncomingInput,
): Promise<Result<IncomingStatement, AppError>> => {
  const organisations = deps.base.read.organisations.list();
  const linked = linkTo === undefined ? null : (organisations.find(({ party }) => party.inn === linkTo) ?? null);
  if (linkTo !== undefined && linked === null) return err(appError('organisation.unknown', { inn: linkTo }));
  const owners = accountOwners(deps.base.read, organisations);
  const companies = organisations.map(({ party }) => accountsOf(owners, party.id));
  context.progress(0, 1, 'Читаю выписку');
  const ownAccounts = linked === null ? [] : accountsOf(owners, linked.party.id);
  const reading = await deps.statementFiles.read(token, { ownAccounts, companies }, context.signal);
  context.progress(1, 1, 'Выписка прочитана');
  if (!reading.ok) return err(failureError(reading.error, fileName));

  const accounts = namedAccounts(reading.value, owners);
  const foreign = accounts.filter((account) => !owners.has(account));
  if (linked !== null) for (const account of foreign) owners.set(account, linked.party.id);
  const nameById = new Map(organisations.map(({ party }) => [party.id, party.shortName]));
  return ok({
    reading: reading.value,
    warnings: warningsAmongFiles(deps.base.read, reading.value),
    accounts,
    foreign,
    ownerOf: (account) => owners.get(account) ?? null,
    organisationName: (account) => nameById.get(owners.get(account) ?? ('' as PartyId)) ?? null,
  });
};

/** Accounts of our requisites and those linked by earlier imports. */
const accountOwners = (read: ReadStores, organisations: readonly Organisation[]): Map<string, PartyId> =>
  new Map([
    ...read.statements.linkedAccounts(),
    ...organisations.flatMap(({ party }) => party.bankAccounts.map(({ account }) => [account, party.id] as const)),
  ]);

const accountsOf = (owners: ReadonlyMap<string, PartyId>, id: PartyId): string[] =>
  [...owners].flatMap(([account, owner]) => (owner === id ? [account] : []));

const namedAccounts = ({ head, operations }: StatementReading, owners: ReadonlyMap<string, PartyId>): string[] => {
  if (head.accounts.length > 0) return head.accounts.map(({ account }) => account);
  const touched = new Set<string>();
  for (const { account } of operations()) if (account !== null && owners.has(account)) touched.add(account);
  return [...touched];
};

/** The file's own words about missing days and the chain give way to those that know the earlier files too. */
const warningsAmongFiles = (read: ReadStores, { head }: StatementReading): StatementWarning[] => {
  const own = head.warnings.filter(({ code }) => code !== 'days.missing' && code !== 'balance.chain');
  const among = head.accounts.flatMap(({ account, periods }) => {
    const known = read.statements.periodsOf(account);
    return [
      ...checkChain(account, periods, known),
      ...checkMissingDays(account, head.period, periods, known, isWorkingDay),
    ];
  });
  return [...own, ...among];
};

const failureError = (failure: ReadingFailure, file: string): AppError => {
  switch (failure.code) {
    case 'empty':
      return appError('statement.empty', { file });
    case 'notStatement':
      return appError('statement.notStatement', { file, looksLike: failure.looksLike });
    case 'headerOnly':
      return appError('statement.headerOnly', { file });
    case 'damaged':
      return appError('statement.damaged', { file });
    case 'tooLarge':
      return appError('statement.tooLarge', { file, limit: failure.limit });
    case 'absent':
      return appError('statement.gone', { file });
    case 'tooHeavy':
      return appError('statement.tooHeavy', { file });
    case 'cancelled':
      return appError('statement.cancelled', { file });
  }
};

/** The account of the statement that an operation belongs to; the file's first one's company when the file does not say. */
export const ownerOfOperation = (
  { account }: BankOperation,
  { accounts, ownerOf }: IncomingStatement,
): { readonly account: string; readonly organisationId: PartyId | null } => ({
  account: account ?? '',
  organisationId: ownerOf(account ?? '') ?? ownerOf(accounts[0] ?? ''),
});
