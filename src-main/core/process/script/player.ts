import type { ProcessDefinition } from '#shared/domain/process/definition.ts';
import type { Refusal } from '#shared/domain/process/events.ts';
import { addMinutes, type LocalTime } from '#shared/domain/process/local-time.ts';
import { isoDate, type IsoInstant } from '#shared/kernel/date.ts';
import { asId } from '#shared/kernel/id.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Base } from '../../../ports/base.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { Random } from '../../../ports/random.ts';
import { attempt } from '../attempt.ts';
import { createRunner, type Runner } from '../runner.ts';
import type { Work } from '../work.ts';

const MOSCOW_MINUTES = 180;

/** A clock that a story winds. */
export type VirtualClock = Clock & { readonly set: (moment: LocalTime) => void; readonly moment: () => LocalTime };

export const createVirtualClock = (start: LocalTime): VirtualClock => {
  let moment = start;
  return {
    set: (next) => {
      moment = next;
    },
    moment: () => moment,
    now: () => `${addMinutes(moment, -MOSCOW_MINUTES)}:00.000Z` as IsoInstant,
    today: () => isoDate(moment.slice(0, 10)),
  };
};

/** What a story is played on: an empty base of its own. */
export type Stage = {
  readonly base: Base;
  readonly clock: VirtualClock;
  readonly random: Random;
  readonly definitions: readonly ProcessDefinition[];
};

export class Player {
  readonly stage: Stage;
  readonly runner: Runner;
  readonly business: string;
  readonly named = new Map<string, string>();
  readonly problems: string[] = [];

  constructor(stage: Stage, business: string) {
    this.stage = stage;
    this.business = business;
    const logger = { info: () => undefined, error: (event: string) => void this.problems.push(event) };
    this.runner = createRunner({ ...stage, logger, processFiles: { shipped: () => stage.definitions } });
  }

  /** The record that a step means; null when there is none yet. */
  idOf(record: string): string | null {
    const known = this.named.get(record);
    if (known !== undefined) return known;
    const [code = '', place] = record.split('#');
    const own = this.stage.base.read.processes.list({ code }, { limit: 5_000, offset: 0 }).items.toReversed();
    return (place === undefined ? own.at(-1) : own[Number(place) - 1])?.id ?? null;
  }

  /** One transaction in the name of a person; a refusal takes it back. */
  act<T>(by: string | undefined, action: (work: Work) => Result<T, readonly Refusal[]>): Result<T, readonly Refusal[]> {
    const who = by === undefined ? undefined : { userId: asId<'user'>(by), onBehalfOf: null };
    return attempt(this.stage.base.write, (stores) => action(this.runner.work(stores, who)));
  }

  /** The clock goes on; what should ring meanwhile rings at its own moment. */
  waitUntil(end: LocalTime): void {
    const { clock } = this.stage;
    for (let next = this.runner.nextWake(); next !== null && next <= end; next = this.runner.nextWake()) {
      if (next > clock.moment()) clock.set(next);
      this.runner.tick();
    }
    clock.set(end);
    this.runner.tick();
  }
}
