/** Numbers that look random and are the same for the same seed. */
export type Dice = {
  /** From 0 up to 1. */
  readonly share: () => number;
  /** A whole number from 0 up to `bound`. */
  readonly below: (bound: number) => number;
  readonly pick: <T>(from: readonly [T, ...T[]] | readonly T[]) => T;
};

/** A well mixed 32-bit number of a seed and a place: the n-th row can be made without making those before it. */
export const mixed = (seed: number, place: number): number => {
  let value = (Math.imul(seed ^ 0x9e37_79b9, 0x85eb_ca6b) + Math.imul(place + 1, 0xc2b2_ae35)) | 0;
  value = Math.imul(value ^ (value >>> 15), 0x2c1b_3c6d);
  value = Math.imul(value ^ (value >>> 12), 0x297a_2d39);
  return (value ^ (value >>> 15)) >>> 0;
};

export const createDice = (seed: number): Dice => {
  let place = 0;
  const share = (): number => {
    place += 1;
    return mixed(seed, place) / 2 ** 32;
  };
  const below = (bound: number): number => Math.floor(share() * bound);
  return {
    share,
    below,
    pick: (from) => {
      const chosen = from[below(from.length)];
      if (chosen === undefined) throw new RangeError('nothing to pick from');
      return chosen;
    },
  };
};
