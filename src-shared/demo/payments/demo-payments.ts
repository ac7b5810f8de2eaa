import { requireDefined } from '../../kernel/assert.ts';
import { addDays, weekdayOf, type IsoDate } from '../../kernel/date.ts';
import type { DemoData } from '../demo-data.ts';
import type { DemoOperation, Draft } from './demo-operation.ts';
import { demoGround, type DemoGround } from './ground.ts';
import { exactPayments, misspeltPayments, partPayments, paymentsForSeveral } from './paid-exactly.ts';
import { refunds, strangersPayments, withoutDocuments } from './paid-for-nothing.ts';
import {
  budgetPayments,
  groupPayments,
  oldRatePayments,
  overpayments,
  roundedPayments,
  thirdPartyPayments,
  twinNamePayments,
  twinOperations,
} from './paid-oddly.ts';
import { createPool } from './pool.ts';

/** The demo's money: what it is matched against, 408 different operations, and the twelve that a second file repeats. */
export type DemoPayments = {
  readonly ground: DemoGround;
  readonly operations: readonly DemoOperation[];
  /** Ids of the operations that stand in the overlapping file once more. */
  readonly repeated: readonly string[];
};

const EXACT = 260;
const REPEATED = 12;
/** So many companies have their accounts in the first file; the second one repeats operations of theirs. */
const FIRST_FILE = 3;
/** A working day on which the company of the last file pays and gets nothing: its bank leaves that day out. */
const QUIET_DAY = 4;
/** Statements of so many days up to the day before `today`. */
const DAYS = 21;

/**
 * The 420 operations of product.md §8.5, the same for the same day and orders. The answer to each is written down when
 * it is made, and not found by the matcher.
 */
export const demoPayments = (data: DemoData, today: IsoDate): DemoPayments => {
  const ground = demoGround(data, today);
  const pool = createPool(ground.openItems);
  // Those that need certain papers take theirs before the many that take any.
  const special = [
    paymentsForSeveral,
    twinNamePayments,
    groupPayments,
    thirdPartyPayments,
    budgetPayments,
    twinOperations,
    misspeltPayments,
    oldRatePayments,
    partPayments,
    overpayments,
    roundedPayments,
  ].flatMap((make) => make(ground, pool));
  const drafts = [
    ...exactPayments(ground, spread(pool.rest(), EXACT)),
    ...special,
    ...strangersPayments(ground),
    ...refunds(ground),
    ...withoutDocuments(ground),
  ];
  const operations = drafts.map((draft, index) => finish(ground, draft, index, workingDaysBefore(today)));
  const inFirstFile = new Set(ground.organisations.slice(0, FIRST_FILE).map(({ id }) => id));
  const repeated = operations.filter(({ operation }) => inFirstFile.has(operation.organisationId)).slice(0, REPEATED);
  return { ground, operations, repeated: repeated.map(({ operation }) => operation.id) };
};

/** So many of them, taken evenly from beginning to end. */
const spread = <Item>(items: readonly Item[], count: number): Item[] =>
  Array.from({ length: count }, (_, index) =>
    requireDefined(items[Math.floor((index * items.length) / count)], `${count} demo papers left`),
  );

const workingDaysBefore = (today: IsoDate): IsoDate[] =>
  Array.from({ length: DAYS }, (_, index) => addDays(today, index - DAYS)).filter((day) => weekdayOf(day) < 6);

const finish = (ground: DemoGround, draft: Draft, index: number, workingDays: readonly IsoDate[]): DemoOperation => {
  const { group, organisationId, direction, counterparty, sum, purpose, golden } = draft;
  const own = requireDefined(
    ground.organisations.find(({ id }) => id === organisationId),
    'the company of a demo operation',
  );
  const isOfLastFile = own === ground.organisations.at(-1);
  const days = workingDays.filter((_, place) => !isOfLastFile || place !== QUIET_DAY);
  const at = draft.day === undefined ? index * 7 : hash(draft.day.replace(/ \d$/u, '')) + (draft.step ?? 0) * 3;
  const third = Math.floor(days.length / 3);
  // Parts of one invoice come one after another: each step has a third of the days.
  const day = draft.step === undefined ? at % days.length : draft.step * third + (at % third);
  return {
    group,
    number: String(500 + index),
    account: own.accounts[0] ?? '',
    golden,
    operation: {
      id: `demo-payment-${String(index + 1).padStart(3, '0')}`,
      organisationId,
      direction,
      date: requireDefined(days[day], 'a working day'),
      sum,
      counterparty,
      kind: draft.kind ?? 'Платежное поручение',
      purpose,
      budget: draft.budget ?? null,
    },
  };
};

const hash = (text: string): number => [...text].reduce((code, letter) => (code * 31 + letter.charCodeAt(0)) % 9973, 7);
