import { describe, expect, test } from 'vitest';
import { matchPayments } from '#shared/domain/matching/match-payments.ts';
import type { MatchInput, MatchProposal } from '#shared/domain/matching/types.ts';
import { isFullRun } from '#test/helpers/skip.ts';
import { createDice, type Dice } from './grammar/dice.ts';
import { growOperations } from './grammar/grown-operations.ts';

const SEEDS = Array.from({ length: isFullRun ? 40 : 6 }, (_, index) => 101 + index);
const COUNT = 250;

const shuffled = <Item>(dice: Dice, items: readonly Item[]): Item[] => {
  const mixed = [...items];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = dice.below(at + 1);
    const [one, two] = [mixed[at], mixed[other]];
    if (one !== undefined && two !== undefined) [mixed[at], mixed[other]] = [two, one];
  }
  return mixed;
};

const byId = (proposals: readonly MatchProposal[]): MatchProposal[] =>
  proposals.toSorted((one, other) => (one.operationId < other.operationId ? -1 : 1));

describe.each(SEEDS)('operations of seed %i', (seed) => {
  const { input } = growOperations(seed, COUNT);
  const proposals = matchPayments(input);

  test('every operation gets one proposal, in the order asked', () => {
    expect(proposals.map(({ operationId }) => operationId)).toEqual(input.operations.map(({ id }) => id));
  });

  test('whatever order operations, papers and cards come in, the proposals are the same', () => {
    const dice = createDice(seed);
    const mixed: MatchInput = {
      ...input,
      operations: shuffled(dice, input.operations),
      openItems: shuffled(dice, input.openItems),
      parties: shuffled(dice, input.parties),
      contracts: shuffled(dice, input.contracts),
    };
    expect(byId(matchPayments(mixed))).toEqual(byId(proposals));
  });

  test('no paper gets more than it is owed, written off money included', () => {
    const got = new Map<string, bigint>();
    for (const { documentId, sum } of proposals.flatMap(({ allocations, writeOffs }) => [
      ...allocations,
      ...writeOffs,
    ])) {
      got.set(documentId, (got.get(documentId) ?? 0n) + sum);
    }
    const owed = new Map<string, bigint>(
      input.openItems.map(({ documentId, outstanding }) => [documentId, outstanding]),
    );
    const overpaid = [...got].filter(([documentId, sum]) => sum > (owed.get(documentId) ?? 0n));
    expect(overpaid.map(([documentId]) => documentId)).toEqual([]);
  });

  test('every kopeck is either on a paper or in the remainder', () => {
    const sums = new Map(input.operations.map(({ id, sum }) => [id, sum]));
    const lost = proposals.filter(
      ({ operationId, allocations, remainder }) =>
        allocations.reduce((total, { sum }) => total + sum, 0n) + remainder !== sums.get(operationId) ||
        remainder < 0n ||
        allocations.some(({ sum }) => sum <= 0n),
    );
    expect(lost).toEqual([]);
  });

  test('papers of another company or the other direction are never touched', () => {
    const itemById = new Map(input.openItems.map((item) => [item.documentId, item]));
    const strange = proposals.filter(({ allocations }, index) => {
      const operation = input.operations[index];
      return allocations.some(({ documentId }) => {
        const item = itemById.get(documentId);
        return item?.organisationId !== operation?.organisationId || item?.direction !== operation?.direction;
      });
    });
    expect(strange).toEqual([]);
  });

  test('a reason and a confidence between nothing and all stand with each', () => {
    const bare = proposals.filter(({ why, confidence }) => why.length < 5 || confidence < 0 || confidence > 1);
    expect(bare).toEqual([]);
  });
});
