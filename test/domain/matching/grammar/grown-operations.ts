import type { MatchInput, OpenItem } from '#shared/domain/matching/types.ts';
import { createDice } from './dice.ts';
import type { Field } from './operation-parts.ts';
import { SCENARIOS, type Grown } from './scenarios.ts';
import { growWorld } from './world.ts';

export type GrownSet = { readonly input: MatchInput; readonly grown: readonly Grown[] };

const TOTAL_WEIGHT = SCENARIOS.reduce((total, [weight]) => total + weight, 0);

/** So many operations over a world just large enough for them; the same for the same seed. */
export const growOperations = (seed: number, count: number): GrownSet => {
  const dice = createDice(seed);
  const world = growWorld(dice, Math.ceil(count / 250));
  const groups = [
    ...Map.groupBy(
      world.openItems.filter(({ outstanding }) => outstanding > 0n),
      ({ organisationId, partyId, direction }) => `${organisationId} ${partyId} ${direction}`,
    ).values(),
  ];
  let ids = 0;
  const field: Field = {
    dice,
    world,
    take: (size, fits = () => true) => takeFrom(groups, dice.below(groups.length), size, fits),
    paid: world.openItems.filter(({ outstanding }) => outstanding === 0n),
    id: () => `grown-${String((ids += 1)).padStart(6, '0')}`,
  };
  const grown: Grown[] = [];
  while (grown.length < count) {
    let roll = dice.below(TOTAL_WEIGHT);
    const scenario = SCENARIOS.find(([weight]) => (roll -= weight) < 0)?.[1];
    grown.push(...(scenario?.(field) ?? []));
  }
  const operations = grown.map(({ operation }) => operation);
  return { grown, input: { ...world, operations, rules: [], thresholdsByOrganisation: new Map() } };
};

/** From the first group, round from a place by chance, that has enough; the longest groups give most. */
const takeFrom = (
  groups: readonly OpenItem[][],
  start: number,
  size: number,
  fits: (item: OpenItem) => boolean,
): readonly OpenItem[] | null => {
  for (let step = 0; step < groups.length; step += 1) {
    const group = groups[(start + step) % groups.length] ?? [];
    const taken = group.filter(fits).slice(0, size);
    if (taken.length < size) continue;
    for (const item of taken) group.splice(group.indexOf(item), 1);
    return taken;
  }
  return null;
};
