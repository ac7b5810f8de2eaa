import type { ProcessScript, ScriptStep } from '#shared/contract/process-script.ts';
import { addMinutes, localTime, type LocalTime } from '#shared/domain/process/local-time.ts';
import type { ProcessDefinition } from '#shared/domain/process/definition.ts';
import type { Refusal } from '#shared/domain/process/events.ts';
import type { IsoInstant } from '#shared/kernel/date.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { asId, type UserId } from '#shared/kernel/id.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Base } from '../../../ports/base.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { Random } from '../../../ports/random.ts';
import { attempt } from '../attempt.ts';
import { roleKey } from '../people.ts';
import { createRunner, type Runner } from '../runner.ts';
import type { Work } from '../work.ts';
import { playStep } from './play-step.ts';
import { storyOf, type PlayedStory } from './story-of.ts';

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

/** Plays a story over its own base and answers with what came of it. */
export const playScript = (stage: Stage, script: ProcessScript, business: string): PlayedStory => {
  const player = new Player(stage, business);
  settle(player, script);
  for (const [index, step] of script.steps.entries()) {
    const moment = momentOf(step);
    if (moment !== null) player.waitUntil(moment);
    const problem = playStep(player, step);
    if (problem !== null) player.problems.push(`Шаг ${index + 1} (${step.do}): ${problem}`);
  }
  return storyOf(player, script);
};

const momentOf = (step: ScriptStep): LocalTime | null =>
  'at' in step && step.at !== undefined ? localTime(step.at) : null;

/** People of the story and who stands behind each role. */
const settle = ({ stage, business }: Player, { people }: ProcessScript): void => {
  stage.base.write((stores) => {
    const byRole = new Map<string, UserId[]>();
    for (const { id, name = id, roles, workday } of people) {
      const userId = asId<'user'>(id);
      const user = { id: userId, login: id, fullName: name, position: '', roles: [], isActive: true };
      stores.users.save(user, null);
      for (const role of roles) byRole.set(role, [...(byRole.get(role) ?? []), userId]);
      if (workday !== undefined) stores.processes.setWorkday({ userId, state: workday, since: stage.clock.moment() });
    }
    for (const [role, own] of byRole) stores.processes.setRolePeople(roleKey(business, role), own);
  });
};
