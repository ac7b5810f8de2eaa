/** One line of the request log: what was asked, what came of it. Secrets never enter it. */
export type LoggedRequest = {
  readonly atMs: number;
  /** As in `ScriptedFault.label`; a command inside a batch has a line of its own with `inBatch`. */
  readonly label: string;
  readonly inBatch: boolean;
  readonly status: number;
  /** The CRM's error code, empty when there was none. */
  readonly code: string;
  readonly fault: string;
};

export type Counters = {
  /** HTTP requests, whatever came of them. */
  readonly requests: number;
  /** By label; commands inside a batch count under their own. */
  readonly byLabel: ReadonlyMap<string, number>;
  /** Writes that changed the server's data, by label. */
  readonly effects: ReadonlyMap<string, number>;
  /** Requests refused by a limit. */
  readonly throttled: number;
  /** The fullest the server's bucket has been, requests (Битрикс24) or units of the window (МойСклад). */
  readonly fullest: number;
  /** The newest ten thousand lines. */
  readonly log: readonly LoggedRequest[];
  readonly effectsOf: (label: string) => number;
  readonly requestsOf: (label: string) => number;
};

export type CounterBook = Counters & {
  readonly noteRequest: () => void;
  readonly noteCall: (line: LoggedRequest) => void;
  readonly noteEffect: (label: string) => void;
  readonly noteThrottled: () => void;
  readonly noteFill: (fill: number) => void;
};

const KEPT_LINES = 10_000;

const raise = (map: Map<string, number>, key: string): void => {
  map.set(key, (map.get(key) ?? 0) + 1);
};

export const createCounters = (): CounterBook => {
  const byLabel = new Map<string, number>();
  const effects = new Map<string, number>();
  let log: LoggedRequest[] = [];
  let requests = 0;
  let throttled = 0;
  let fullest = 0;
  return {
    get requests() {
      return requests;
    },
    get throttled() {
      return throttled;
    },
    get fullest() {
      return fullest;
    },
    get log() {
      return log;
    },
    byLabel,
    effects,
    effectsOf: (label) => effects.get(label) ?? 0,
    requestsOf: (label) => byLabel.get(label) ?? 0,
    noteRequest: () => {
      requests += 1;
    },
    noteCall: (line) => {
      raise(byLabel, line.label);
      log.push(line);
      if (log.length > KEPT_LINES * 2) log = log.slice(-KEPT_LINES);
    },
    noteEffect: (label) => {
      raise(effects, label);
    },
    noteThrottled: () => {
      throttled += 1;
    },
    noteFill: (fill) => {
      fullest = Math.max(fullest, fill);
    },
  };
};
