/** Time of the limits, in milliseconds since 1970. Tests give a virtual one. */
export type Pace = {
  readonly now: () => number;
  /** Resolves after `ms`, or as soon as the signal is aborted. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** 0 ≤ x < 1, for the jitter of pauses. */
  readonly random: () => number;
};

/** The computer's own time. */
export const createRealPace = (): Pace => ({
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const end = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      signal.addEventListener('abort', end, { once: true });
    }),
  random: () => Math.random(),
});
