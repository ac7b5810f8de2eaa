import type { BankOperation } from '#shared/domain/bank/operation.ts';
import type { BankStatement, StatementRefusal } from '#shared/domain/bank/statement.ts';
import type { TableColumns, TableQuestion, WrongColumn } from '#shared/domain/bank/table-columns.ts';
import type { Result } from '#shared/kernel/result.ts';

/** A statement that was read apart. Its operations come in portions, so that a hundred thousand never stand as objects at once. */
export type StatementReading = {
  readonly head: Omit<BankStatement, 'operations'>;
  readonly count: number;
  /** May be gone through several times. */
  readonly operations: () => Iterable<BankOperation>;
};

export type ReadingRules = {
  /** Accounts that are own whatever the file says. */
  readonly ownAccounts: readonly string[];
  /** Accounts of each company of ours. */
  readonly companies: readonly (readonly string[])[];
  /** Which column of a plain table is which; null while nobody has said it. */
  readonly columns: TableColumns | null;
  /** The account of a plain table that names none. */
  readonly account: string | null;
};

/** What a plain table of a bank can be refused for beside the refusals of a statement. */
export type TableRefusal =
  | { readonly code: 'table'; readonly question: TableQuestion }
  | { readonly code: 'wrongColumn'; readonly wrong: WrongColumn };

/** `tooHeavy`: the limit of time or memory; `cancelled`: the person stopped it. */
export type ReadingFailure =
  | StatementRefusal
  | TableRefusal
  | { readonly code: 'absent' }
  | { readonly code: 'tooHeavy' }
  | { readonly code: 'cancelled' };

/** Files on their way into the base: received in portions under a token, read in a thread of its own, forgotten when done. */
export type StatementFiles = {
  /** Adds bytes to the file of the token; null begins a new one. `absent`: no such file any more. */
  readonly append: (token: string | null, bytes: Uint8Array) => Promise<Result<string, 'absent' | 'tooLarge'>>;
  readonly read: (
    token: string,
    rules: ReadingRules,
    signal: AbortSignal,
  ) => Promise<Result<StatementReading, ReadingFailure>>;
  /** SHA-256 of the file; null when it is not there. */
  readonly fingerprint: (token: string) => Promise<string | null>;
  /** The whole file, as it came. */
  readonly bytes: (token: string) => Promise<Uint8Array | null>;
  readonly forget: (token: string) => Promise<void>;
};
