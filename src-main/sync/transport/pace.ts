/** Time of the limits, in milliseconds since 1970. Tests give a virtual one. */
export type Pace = {
  readonly now: () => number;
  /** Resolves after `ms`, or as soon as the signal is aborted. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** 0 ≤ x < 1, for the jitter of pauses. */
  readonly random: () => number;
};
