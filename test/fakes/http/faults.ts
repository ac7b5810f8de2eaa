import { createDice } from './dice.ts';

/**
 * What can go wrong on the way. `lostBefore` and `lostAfter`: the connection is dropped, the request had no effect or
 * had it. `hangBefore` and `hangAfter`: 75 seconds of silence, then dropped. `gateway…`: the proxy's page with 504.
 * `html`: a page with status 200 and no effect. `truncated`: half of the JSON, honestly counted, after the effect.
 * `short`: `content-length` promises more than comes, after the effect. `throttled`: the limit's answer, no effect.
 * `broken`: the server's own 500, no effect. `slow`: 20 seconds more, then all is well.
 */
export const FAULT_KINDS = [
  'lostBefore',
  'lostAfter',
  'hangBefore',
  'hangAfter',
  'gatewayBefore',
  'gatewayAfter',
  'html',
  'truncated',
  'short',
  'throttled',
  'broken',
  'slow',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export const isFaultKind = (value: unknown): value is FaultKind => FAULT_KINDS.some((kind) => kind === value);

export type FaultSettings = {
  /** Share of requests that meet a fault, 0…1. */
  readonly rate: number;
  readonly kinds?: readonly FaultKind[];
  readonly seed: number;
};

export type ScriptedFault = {
  /** Method of Битрикс24 (`crm.item.add`, `batch`) or verb and path of МойСклад (`POST entity/customerorder`). */
  readonly label: string;
  readonly kind: FaultKind;
  /** Requests with this label that pass first. */
  readonly skip?: number;
  /** How many times; once by default. */
  readonly times?: number;
};

export type FaultPlan = {
  readonly script: (fault: ScriptedFault) => void;
  /** Random faults from now on; null switches them off. */
  readonly random: (settings: FaultSettings | null) => void;
  readonly clear: () => void;
  /** Asked once per request. */
  readonly next: (label: string) => FaultKind | null;
  /** How often each kind was played. */
  readonly played: ReadonlyMap<FaultKind, number>;
};

/** Kinds after which the request did what it asked for. */
export const happensAfterEffect = (kind: FaultKind | null): boolean =>
  kind === 'lostAfter' ||
  kind === 'hangAfter' ||
  kind === 'gatewayAfter' ||
  kind === 'truncated' ||
  kind === 'short' ||
  kind === 'slow' ||
  kind === null;

type Waiting = { readonly label: string; readonly kind: FaultKind; skip: number; times: number };

export const createFaultPlan = (settings?: FaultSettings): FaultPlan => {
  const played = new Map<FaultKind, number>();
  let scripted: Waiting[] = [];
  let draw = drawerOf(settings ?? null);

  const scriptedFor = (label: string): FaultKind | null => {
    const fault = scripted.find((one) => one.label === label);
    if (fault === undefined) return null;
    if (fault.skip > 0) {
      fault.skip -= 1;
      return null;
    }
    fault.times -= 1;
    if (fault.times <= 0) scripted = scripted.filter((one) => one !== fault);
    return fault.kind;
  };

  return {
    script: ({ label, kind, skip = 0, times = 1 }) => {
      scripted = [...scripted, { label, kind, skip, times }];
    },
    random: (next) => {
      draw = drawerOf(next);
    },
    clear: () => {
      scripted = [];
      draw = drawerOf(null);
    },
    next: (label) => {
      const kind = scriptedFor(label) ?? draw();
      if (kind !== null) played.set(kind, (played.get(kind) ?? 0) + 1);
      return kind;
    },
    played,
  };
};

const drawerOf = (settings: FaultSettings | null): (() => FaultKind | null) => {
  if (settings === null || settings.rate <= 0) return () => null;
  const dice = createDice(settings.seed);
  const kinds = settings.kinds ?? FAULT_KINDS;
  return () => (dice.share() < settings.rate ? dice.pick(kinds) : null);
};
