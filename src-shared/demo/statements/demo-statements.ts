import type { IsoDate } from '../../kernel/date.ts';
import { kopecks, moneyToDecimal } from '../../kernel/money.ts';
import type { DemoData } from '../demo-data.ts';
import type { DemoOperation } from '../payments/demo-operation.ts';
import { demoPayments } from '../payments/demo-payments.ts';
import { statementText, type StatementPart } from './statement-text.ts';

/** A file of the demo as a bank would give it; `encoding` is that of its bytes. */
export type DemoStatementFile = {
  readonly name: string;
  readonly encoding: 'windows-1251' | 'cp866' | 'utf-8';
  readonly text: string;
};

const OPENING = kopecks(300_000_000n);
const BREAK = kopecks(4_500_000n);
/** Passes the key of no bank and belongs to nobody here. */
const FOREIGN_ACCOUNT = '40702810100000007731';

/**
 * The three statements of product.md §8.5 with 420 operations, and a fourth of somebody else's account: encodings 1251, 866
 * and UTF-8 with a mark; twelve operations of the first stand in the second again; one working day is missing, one balance
 * does not go on from the day before.
 */
export const demoStatements = (data: DemoData, today: IsoDate): readonly DemoStatementFile[] => {
  const { ground, operations, repeated } = demoPayments(data, today);
  const { organisations } = ground;
  const days = [...new Set(operations.map(({ operation }) => operation.date))].toSorted();
  const ofAccount = (account: string): readonly DemoOperation[] =>
    operations
      .filter((each) => each.account === account)
      .toSorted((a, b) => (a.operation.date < b.operation.date ? -1 : 1));
  const again = new Set(repeated);
  const accounts = organisations.map((own) => own.accounts[0] ?? '');
  const part = (account: string): StatementPart => ({
    account,
    opening: OPENING,
    operations: ofAccount(account),
    hasBalances: true,
    missingDay: null,
    brokenOn: null,
  });
  const [meat = '', souvenirs = '', catalogue = '', freight = '', furniture = ''] = accounts;
  const repeats = Map.groupBy(
    operations.filter(({ operation }) => again.has(operation.id)),
    ({ account }) => account,
  );
  const first = [meat, souvenirs, catalogue].map(part);
  const second = [part(freight), ...[...repeats].filter(([account]) => account !== freight).map(repeatedPart)];
  const third = [part(furniture)];
  const facts = { days, organisations } as const;
  return [
    file('Выписка 1 (Windows).txt', 'windows-1251', {
      ...facts,
      encoding: 'Windows',
      sender: 'СберБизнес',
      parts: first.map((each, index) => (index === 0 ? broken(each, days) : each)),
    }),
    file('Выписка 2 (DOS, с повторами).txt', 'cp866', {
      ...facts,
      encoding: 'DOS',
      sender: 'Альфа-Бизнес',
      parts: second,
    }),
    file('Выписка 3 (UTF-8).txt', 'utf-8', {
      ...facts,
      encoding: 'UTF-8',
      sender: 'Модульбанк',
      parts: third.map((each) => withoutDay(each, days)),
    }),
    file('Выписка чужого счёта.txt', 'windows-1251', {
      ...facts,
      encoding: 'Windows',
      sender: 'Банк Пример',
      organisations: [],
      parts: [
        { ...part(furniture), account: FOREIGN_ACCOUNT, operations: ofAccount(furniture).slice(0, 3).map(elsewhere) },
      ],
    }),
  ];
};

const file = (
  name: string,
  encoding: DemoStatementFile['encoding'],
  facts: Parameters<typeof statementText>[0],
): DemoStatementFile => ({ name, encoding, text: statementText(facts) });

const repeatedPart = ([account, operations]: readonly [string, readonly DemoOperation[]]): StatementPart => ({
  account,
  operations,
  opening: OPENING,
  hasBalances: false,
  missingDay: null,
  brokenOn: null,
});

const broken = (part: StatementPart, days: readonly IsoDate[]): StatementPart => {
  const day = days[Math.floor(days.length / 2)];
  return day === undefined ? part : { ...part, brokenOn: { day, by: BREAK } };
};

/** A day without operations, so that the bank's file lacks nothing but its balances. */
const withoutDay = (part: StatementPart, days: readonly IsoDate[]): StatementPart => {
  const busy = new Set(part.operations.map(({ operation }) => operation.date));
  return { ...part, missingDay: days.slice(1, -1).find((day) => !busy.has(day)) ?? null };
};

const elsewhere = (operation: DemoOperation): DemoOperation => ({ ...operation, account: FOREIGN_ACCOUNT });

/** One operation with the answer to it, in numbers that people know. */
export type DemoAnswer = {
  readonly number: string;
  readonly date: IsoDate;
  readonly account: string;
  readonly sum: string;
  readonly kind: string;
  readonly partyInn: string | null;
  readonly invoices: readonly { readonly number: string; readonly sum: string }[];
  readonly advance: string;
  /** False where a person must look. */
  readonly mayPost: boolean;
};

/** The golden answer to the demo's statements, operation by operation. */
export const demoAnswers = (data: DemoData, today: IsoDate): readonly DemoAnswer[] => {
  const { ground, operations } = demoPayments(data, today);
  const numbers = new Map(ground.openItems.map(({ documentId, number }) => [documentId, number]));
  const inns = new Map(ground.parties.map(({ id, inn }) => [id, inn]));
  return operations.map(({ number, account, operation, golden }) => ({
    number,
    account,
    date: operation.date,
    sum: moneyToDecimal(operation.sum),
    kind: golden.kind,
    partyInn: golden.partyId === null ? null : (inns.get(golden.partyId) ?? null),
    invoices: golden.allocations.map(({ documentId, sum }) => ({
      number: numbers.get(documentId) ?? '',
      sum: moneyToDecimal(sum),
    })),
    advance: moneyToDecimal(golden.remainder),
    mayPost: golden.mayPost,
  }));
};
