import { expect, test } from 'vitest';
import { matchPayments } from '#shared/domain/matching/match-payments.ts';
import { MATCH_ZONES, type Allocation, type MatchProposal } from '#shared/domain/matching/types.ts';
import { isFullRun } from '#test/helpers/skip.ts';
import { growOperations } from './grammar/grown-operations.ts';
import type { Grown } from './grammar/scenarios.ts';

const SEED = Number(process.env['KOMPLEKT_SEED'] ?? 20261121);
const COUNT = isFullRun ? 5_000 : 1_000;

const text = (allocations: readonly Allocation[]): string =>
  allocations
    .map(({ documentId, sum }) => `${documentId}=${sum}`)
    .toSorted()
    .join(' ');

const isTrue = ({ truth }: Grown, { kind, allocations }: MatchProposal): boolean =>
  truth !== null && truth.kind === kind && text(truth.allocations) === text(allocations);

/**
 * Operations made by a grammar that knows nothing of the matcher. Precision of a zone: of its operations that have one
 * true answer, how many are proposed right. Recall of a zone: of all such operations, how many are right there.
 */
test('of operations grown by a foreign grammar none is posted wrongly', { timeout: 120_000 }, () => {
  const { input, grown } = growOperations(SEED, COUNT);
  const proposals = matchPayments(input);
  const pairs = grown.flatMap((each, index) => {
    const proposal = proposals[index];
    return proposal === undefined ? [] : [{ each, proposal, isRight: isTrue(each, proposal) }];
  });
  const answered = pairs.filter(({ each }) => each.truth !== null);
  for (const zone of MATCH_ZONES) {
    const here = answered.filter(({ proposal }) => proposal.zone === zone);
    const right = here.filter(({ isRight }) => isRight).length;
    const open = pairs.filter(({ each, proposal }) => each.truth === null && proposal.zone === zone).length;
    const precision = here.length === 0 ? '—' : (right / here.length).toFixed(4);
    console.log(
      `seed ${SEED}, ${zone}: ${here.length} operations, precision ${precision}, recall ${(right / answered.length).toFixed(4)}; ${open} more without one true answer`,
    );
  }
  const mayPost = pairs.filter(({ each }) => each.mayPost);
  const posted = mayPost.filter(({ proposal }) => proposal.zone === 'auto');
  console.log(`of ${mayPost.length} that may post themselves ${posted.length} do`);
  const wrong = pairs.filter(({ each, proposal, isRight }) => proposal.zone === 'auto' && !(isRight && each.mayPost));
  expect(wrong.map(({ each, proposal }) => [each.operation.purpose, proposal.why])).toEqual([]);
  expect(posted.length / mayPost.length).toBeGreaterThan(0.75);
});
