import type { IsoDate } from '../../kernel/date.ts';
import type { Kopecks } from '../../kernel/money.ts';
import type { BankOperation } from './operation.ts';
import type { Rejection, StatementWarning } from './remarks.ts';

/** How the bytes of a file were read; decided by the bytes, never by the file's own label. */
export type StatementEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251' | 'cp866' | 'koi8-r';

/** Both days included. */
export type DayRange = { readonly from: IsoDate; readonly to: IsoDate };

/** One «СекцияРасчСчет»: a day or a longer period of an account. What the bank left out or spoilt is null. */
export type StatementPeriod = DayRange & {
  readonly line: number;
  readonly opening: Kopecks | null;
  readonly closing: Kopecks | null;
  readonly incoming: Kopecks | null;
  readonly outgoing: Kopecks | null;
};

/** An account of the statement with its periods by date. */
export type StatementAccount = {
  readonly account: string;
  readonly periods: readonly StatementPeriod[];
  /** Balances at the edges of the periods, and the bank's own totals over all of them; null when the bank does not say. */
  readonly opening: Kopecks | null;
  readonly closing: Kopecks | null;
  readonly incoming: Kopecks | null;
  readonly outgoing: Kopecks | null;
};

/** A statement as it was read: plain data. Operations and rejections together are all documents of the file. */
export type BankStatement = {
  readonly encoding: StatementEncoding;
  readonly version: string;
  readonly sender: string;
  /** The interval of the header. */
  readonly period: DayRange | null;
  readonly accounts: readonly StatementAccount[];
  readonly operations: readonly BankOperation[];
  readonly rejected: readonly Rejection[];
  readonly warnings: readonly StatementWarning[];
};

/** Why a whole file is not taken; then nothing of it is stored. */
export type StatementRefusal =
  | { readonly code: 'empty' }
  /** `looksLike`: what its first bytes say it is («картинка PNG»); empty when they say nothing. */
  | { readonly code: 'notStatement'; readonly looksLike: string }
  | { readonly code: 'headerOnly' }
  | { readonly code: 'damaged' }
  | { readonly code: 'tooLarge'; readonly limit: string };
