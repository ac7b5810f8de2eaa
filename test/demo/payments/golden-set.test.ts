import { describe, expect, test } from 'vitest';
import { matchPayments } from '#shared/domain/matching/match-payments.ts';
import { GROUP_SIZES, type DemoGroup } from '#shared/demo/payments/demo-operation.ts';
import { demoPayments } from '#shared/demo/payments/demo-payments.ts';
import { demoData } from '#shared/demo/demo-data.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { goldenInput, goldenSet, isRight, isWrongAuto } from './golden-set.ts';

const proposals = matchPayments(goldenInput);

const pairs = goldenSet.operations.flatMap((operation, index) => {
  const proposal = proposals[index];
  return proposal === undefined ? [] : [{ ...operation, proposal }];
});

describe('the 420 operations of the demo', () => {
  test('are 408 different ones and twelve that a second file repeats, of each kind as many as promised', () => {
    const sizes = Object.fromEntries(
      [...Map.groupBy(goldenSet.operations, ({ group }) => group)].map(([group, members]) => [group, members.length]),
    );
    expect(sizes).toEqual(GROUP_SIZES);
    expect(goldenSet.operations.length + goldenSet.repeated.length).toBe(420);
    expect(new Set(goldenSet.operations.map(({ operation }) => operation.id)).size).toBe(408);
  });

  test('at least 99 % are proposed right', () => {
    const wrong = pairs.filter(({ proposal, golden }) => !isRight(proposal, golden));
    console.log(`golden set: ${pairs.length - wrong.length} of ${pairs.length} right`);
    expect(wrong.map(({ operation, proposal }) => [operation.purpose, proposal.why])).toHaveLength(0);
    expect((pairs.length - wrong.length) / pairs.length).toBeGreaterThanOrEqual(0.99);
  });

  test('none is posted wrongly', () => {
    const wrong = pairs.filter(({ proposal, golden }) => isWrongAuto(proposal, golden));
    expect(wrong.map(({ operation }) => operation.purpose)).toEqual([]);
  });

  test('most of what may post itself does', () => {
    const may = pairs.filter(({ golden }) => golden.mayPost);
    const posted = may.filter(({ proposal }) => proposal.zone === 'auto').length;
    console.log(`golden set: ${posted} of ${may.length} that may post themselves do`);
    expect(posted / may.length).toBeGreaterThan(0.95);
  });

  test.each<[DemoGroup, string]>([
    ['oldVatRate', 'vat.rate'],
    ['thirdParty', 'payer.other'],
    ['over', 'sum.over'],
    ['twinOperations', 'operation.twin'],
  ])('every operation of the kind %s carries the warning %s', (group, code) => {
    const silent = pairs.filter(
      (pair) => pair.group === group && !pair.proposal.warnings.some((warning) => warning.code === code),
    );
    expect(silent).toEqual([]);
  });

  test.each(['2026-03-02', '2026-07-31', '2026-12-30'])('hold on any other day: %s', (day) => {
    const today = isoDate(day);
    const { ground, operations } = demoPayments(demoData(today), today);
    const answers = matchPayments({
      ...goldenInput,
      ...ground,
      operations: operations.map(({ operation }) => operation),
    });
    const bad = operations.filter(({ golden }, index) => {
      const proposal = answers[index];
      return proposal === undefined || !isRight(proposal, golden) || isWrongAuto(proposal, golden);
    });
    expect(bad.map(({ operation }) => operation.purpose)).toEqual([]);
  });
});
