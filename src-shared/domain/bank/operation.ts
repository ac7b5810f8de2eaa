import type { IsoDate } from '../../kernel/date.ts';
import type { Kopecks } from '../../kernel/money.ts';

/**
 * One side of an operation as the bank's file names it. Only what passes its check stands in `inn` and `kpp`: what does
 * not is treated as absent, and its text stays in the operation's `rest` (formats §1.6 rule 10).
 */
export type OperationSide = {
  readonly account: string;
  readonly name: string;
  readonly inn: string | null;
  readonly kpp: string | null;
  readonly bic: string;
  readonly corrAccount: string;
  readonly bank: string;
};

/** `own`: between two accounts of ours. `unclear`: neither the accounts nor the dates say it, a person is asked. */
export type OperationDirection = 'incoming' | 'outgoing' | 'own' | 'unclear';

/** What the file itself says of an operation, before it is known which accounts are ours. */
export type StatedOperation = {
  /** Line of the file on which its section begins, from 1. */
  readonly line: number;
  /** «Платежное поручение», «Банковский ордер» …: any text. */
  readonly kind: string;
  /** May hold letters; empty when the bank gave none. */
  readonly number: string;
  readonly date: IsoDate;
  /** Always above zero. */
  readonly sum: Kopecks;
  /** «ДатаСписано» and «ДатаПоступило». */
  readonly debitedOn: IsoDate | null;
  readonly creditedOn: IsoDate | null;
  readonly payer: OperationSide;
  readonly payee: OperationSide;
  readonly purpose: string;
  /** What the fields above do not carry, «Ключ=значение» a line: nothing of the bank's data is lost (formats §1.4). */
  readonly rest: string;
};

/** An operation of a bank statement. */
export type BankOperation = StatedOperation & {
  readonly direction: OperationDirection;
  /** The account of ours it belongs to; the debited one of a transfer between own accounts; null when it is not known. */
  readonly account: string | null;
  /** The day that goes into the register (formats §1.6 rule 9). */
  readonly bookedOn: IsoDate;
  /** Line of the operation in the same file that it repeats; null for the first of its kind. */
  readonly duplicateOf: number | null;
};

/** Direction by the accounts; the dates are asked only when no account is ours (formats §1.6 rule 8). */
export const directionOf = (operation: StatedOperation, ownAccounts: ReadonlySet<string>): OperationDirection => {
  const isPayerOurs = ownAccounts.has(operation.payer.account);
  const isPayeeOurs = ownAccounts.has(operation.payee.account);
  if (isPayerOurs) return isPayeeOurs ? 'own' : 'outgoing';
  if (isPayeeOurs) return 'incoming';
  if (operation.debitedOn !== null) return 'outgoing';
  return operation.creditedOn === null ? 'unclear' : 'incoming';
};

/** The day of booking. Some banks fill «ДатаСписано» on incoming documents, so it is their second choice (formats §1.6 rule 9). */
export const bookedOn = (operation: StatedOperation, direction: OperationDirection): IsoDate => {
  if (direction === 'incoming') return operation.creditedOn ?? operation.debitedOn ?? operation.date;
  return operation.debitedOn ?? (direction === 'outgoing' ? null : operation.creditedOn) ?? operation.date;
};

/** The side that is not this account of ours; of a transfer between own accounts the payee. */
export const otherSideOf = ({
  direction,
  payer,
  payee,
}: Pick<BankOperation, 'direction' | 'payer' | 'payee'>): OperationSide => (direction === 'incoming' ? payer : payee);

const normalized = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[^a-zа-я\d]+/gu, ' ')
    .trim();

/**
 * Equal keys are one and the same operation, in one file or in two that overlap (formats §1.6 rule 12). The line breaks
 * between the parts cannot stand inside any of them.
 */
export const operationKey = (operation: BankOperation): string => {
  const { direction, kind, number, date, sum, payer, payee, purpose } = operation;
  const other = direction === 'incoming' ? payer : payee;
  return [
    operation.account ?? '',
    direction,
    kind,
    number,
    date,
    sum,
    other.account,
    other.inn ?? '',
    normalized(purpose),
  ].join('\n');
};
