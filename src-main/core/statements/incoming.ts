import { appError, type AppError } from '#shared/contract/errors.ts';
import { checkChain, checkMissingDays } from '#shared/domain/bank/check-chain.ts';
import type { BankOperation } from '#shared/domain/bank/operation.ts';
import type { StatementWarning } from '#shared/domain/bank/remarks.ts';
import { isWorkingDay } from '#shared/domain/bank/working-days.ts';
import type { Organisation } from '#shared/domain/party/party.ts';
import type { PartyId } from '#shared/kernel/id.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { ReadStores } from '../../ports/base.ts';
import type { ReadingFailure, ReadingRules, StatementReading } from '../../ports/statement-files.ts';
import type { CallContext, CoreDeps } from '../deps.ts';
import {
  askedColumns,
  columnsQuestion,
  confirmedTable,
  rememberedColumns,
  wrongColumn,
  type AskedColumns,
  type ConfirmedTable,
} from './table-columns.ts';

export type IncomingInput = {
  readonly token: string;
  readonly fileName: string;
  readonly linkTo?: string | undefined;
  /** Columns of a plain table, where the base does not remember them or a person names them anew. */
  readonly columns?: AskedColumns | undefined;
  /** The account of a plain table that names none. */
  readonly account?: string | undefined;
};

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
  /** Columns that a person has just confirmed. */
  readonly confirmed: ConfirmedTable | null;
};

/** Reads the file in a thread and lays it beside what the base holds. Changes nothing. */
export const readIncoming = async (
  deps: CoreDeps,
  context: CallContext,
  input: IncomingInput,
): Promise<Result<IncomingStatement, AppError>> => {
  const { linkTo } = input;
  const organisations = deps.base.read.organisations.list();
  const linked = linkTo === undefined ? null : (organisations.find(({ party }) => party.inn === linkTo) ?? null);
  if (linkTo !== undefined && linked === null) return err(appError('organisation.unknown', { inn: linkTo }));
  const owners = accountOwners(deps.base.read, organisations);
  const companies = organisations.map(({ party }) => accountsOf(owners, party.id));
  context.progress(0, 1, 'Читаю выписку');
  const ownAccounts = linked === null ? [] : accountsOf(owners, linked.party.id);
  const read = await readFile(deps, context, input, {
    ownAccounts,
    companies,
    columns: null,
    account: input.account ?? null,
  });
  context.progress(1, 1, 'Выписка прочитана');
  if (!read.ok) return read;
  const { reading, confirmed } = read.value;

  const accounts = namedAccounts(reading, owners);
  const foreign = accounts.filter((account) => !owners.has(account));
  if (linked !== null) for (const account of foreign) owners.set(account, linked.party.id);
  const nameById = new Map(organisations.map(({ party }) => [party.id, party.shortName]));
  return ok({
    reading,
    confirmed,
    warnings: warningsAmongFiles(deps.base.read, reading),
    accounts,
    foreign,
    ownerOf: (account) => owners.get(account) ?? null,
    organisationName: (account) => nameById.get(owners.get(account) ?? ('' as PartyId)) ?? null,
  });
};

type ReadFile = Pick<IncomingStatement, 'reading' | 'confirmed'>;

/** A plain table is read twice: its titles say first which columns are remembered for it. */
const readFile = async (
  deps: CoreDeps,
  context: CallContext,
  { token, fileName, columns: asked }: IncomingInput,
  rules: ReadingRules,
): Promise<Result<ReadFile, AppError>> => {
  const first = await deps.statementFiles.read(token, rules, context.signal);
  if (first.ok) return ok({ reading: first.value, confirmed: null });
  if (first.error.code !== 'table') return err(failureError(first.error, fileName));
  const { question } = first.error;
  const named = asked === undefined ? null : askedColumns(question, asked, fileName);
  if (named?.ok === false) return named;
  const columns = named?.value ?? rememberedColumns(deps, question);
  if (columns === null) return err(columnsQuestion(question, {}, fileName));
  const second = await deps.statementFiles.read(token, { ...rules, columns }, context.signal);
  if (!second.ok)
    return err(
      second.error.code === 'table'
        ? columnsQuestion(question, columns, fileName)
        : failureError(second.error, fileName),
    );
  if (second.value.count > 0 && second.value.head.accounts.length === 0)
    return err(columnsQuestion(question, columns, fileName, ['account']));
  return ok({ reading: second.value, confirmed: named === null ? null : confirmedTable(deps, question, columns) });
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
    case 'table':
      return columnsQuestion(failure.question, {}, file);
    case 'wrongColumn':
      return wrongColumn(failure.wrong, file);
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
