/** PINs of people at a shared computer. Slow on purpose, compared in constant time. */
export type PinHasher = {
  readonly hash: (pin: string) => Promise<string>;
  readonly matches: (pin: string, hash: string) => Promise<boolean>;
};
