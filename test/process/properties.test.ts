import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ProcessDefinition } from '#shared/domain/process/definition.ts';
import type { Effect } from '#shared/domain/process/effects.ts';
import type { ProcessEvent } from '#shared/domain/process/events.ts';
import { addMinutes, localTime, type LocalTime } from '#shared/domain/process/local-time.ts';
import type { Element, ProcessState, TaskState } from '#shared/domain/process/state.ts';
import { newInstance, step } from '#shared/domain/process/step.ts';
import { dueTimers } from '#shared/domain/process/timers.ts';
import { whyWaiting } from '#shared/domain/process/why-waiting.ts';
import { isFullRun } from '../helpers/skip.ts';
import { deeds, type Deed } from './random-deeds.ts';
import { countedJoins, plans, randomDefinition, stageMap, stageName, type Plan } from './random-process.ts';
import { CALENDAR } from './story.ts';

const START = localTime('2026-10-27T10:00');
const EVERYBODY = { userId: 'anna', roles: ['worker', 'head'] };

type Told = { readonly event: ProcessEvent; readonly now: LocalTime; readonly definition: ProcessDefinition };

/** A process that is told random things; what must hold after each of them is looked at as it goes. */
class Telling {
  readonly versions: readonly [ProcessDefinition, ProcessDefinition];
  readonly plan: Plan;
  readonly left: number;
  definition: ProcessDefinition;
  state: ProcessState;
  now = START;
  readonly log: Told[] = [];
  readonly effects: Effect[] = [];
  /** Joins that must have been made, by the words of their comment; and the batches that were ever seen complete. */
  readonly joins = new Map<string, number>();
  /** Promises that did not hold on the way. */
  readonly broken: string[] = [];
  private readonly seen = new Set<string>();
  private kids: readonly Element[] = [];

  constructor(plan: Plan, left: number) {
    this.plan = plan;
    this.left = left;
    this.versions = [randomDefinition('random', 1, plan), randomDefinition('random', 2, plan.slice(0, left))];
    [this.definition] = this.versions;
    this.state = newInstance(this.definition, 'i1', 'd1', START);
  }

  tell(event: ProcessEvent): void {
    const definition = event.kind === 'migrated' ? this.versions[1] : this.definition;
    const before = this.state;
    const result = step(definition, before, event, this.now, CALENDAR);
    if (!result.ok) return;
    const { state, effects } = result.value;
    if (state === before) return;
    this.log.push({ event, now: this.now, definition });
    Object.assign(this, { definition, state });
    this.effects.push(...effects);
    const isSilent = event.kind === 'migrated' || state.stage === 'refused';
    this.countJoins(isSilent);
    this.watch(event, before, effects);
    const made = effects.flatMap((effect): Element[] =>
      effect.kind === 'create' ? [{ id: effect.id, title: 'Дочерняя', fields: { stage: 'new' } }] : [],
    );
    this.kids = [...this.kids, ...made];
    if (made.length > 0) this.tell({ kind: 'changed', by: null, sets: { kids: this.kids } });
  }

  do(deed: Deed): void {
    if (deed.deed === 'restart') this.state = JSON.parse(JSON.stringify(this.state)) as ProcessState;
    if (deed.deed === 'wait') {
      this.now = addMinutes(this.now, deed.minutes);
      for (const { code, dueAt } of dueTimers(this.state, this.now)) this.tell({ kind: 'timer', code, dueAt });
    }
    const event = this.eventOf(deed);
    if (event !== null) this.tell(event);
  }

  private eventOf(deed: Deed): ProcessEvent | null {
    const { state, plan, definition } = this;
    const { version } = state.definition;
    const open = state.tasks.filter(({ status }) => status === 'open');
    const by = EVERYBODY;
    switch (deed.deed) {
      case 'close': {
        const task = open[deed.which % Math.max(open.length, 1)];
        const { results } = definition.tasks.find(({ code }) => code === task?.code) ?? {};
        const report = {
          result: results === undefined ? null : deed.result,
          comment: 'да',
          files: 1,
          isChecklistDone: true,
        };
        return task === undefined ? null : { kind: 'taskDone', taskId: task.id, report, by };
      }
      case 'forward': {
        const at = definition.stages.findIndex(({ code }) => code === state.stage);
        return { kind: 'moveAsked', to: definition.stages[at + 1]?.code ?? 'done', by };
      }
      case 'refuse':
        return { kind: 'moveAsked', to: 'refused', by };
      case 'reopen':
        return { kind: 'moveAsked', to: stageName(version, 0), by };
      case 'outside':
        return { kind: 'movedOutside', to: deed.place < plan.length ? stageName(version, deed.place) : 'Чужая' };
      case 'field':
        return { kind: 'changed', by: null, fields: { [deed.field.code]: deed.field.value } };
      case 'lines':
        return { kind: 'changed', by: null, sets: { lines: linesOf(deed.count) } };
      case 'partner':
        return { kind: 'signal', name: 'partner-moved', payload: { stage: deed.stage } };
      case 'kid': {
        if (this.kids.length === 0) return null;
        const done = this.kids[deed.which % this.kids.length];
        this.kids = this.kids.map((kid) => (kid === done ? { ...kid, fields: { stage: 'done' } } : kid));
        return { kind: 'signal', name: 'kid-done', payload: {}, sets: { kids: this.kids } };
      }
      case 'offer':
        return { kind: 'taskPut', code: `offer${deed.place}`, by };
      case 'withdraw': {
        const task = open[deed.which % Math.max(open.length, 1)];
        return task === undefined ? null : { kind: 'taskCancelled', taskId: task.id, by };
      }
      case 'byHand':
        return { kind: 'byHand', code: 'paper:act', title: 'Сделайте акт' };
      case 'migrate': {
        const stages = stageMap(plan, this.left);
        return version === 2 ? null : { kind: 'migrated', to: { code: 'random', version: 2 }, stages };
      }
      default:
        return null;
    }
  }

  /** A migration leaves every open task open; a person's move goes where he asked, and a refusal stays one. */
  private watch(event: ProcessEvent, before: ProcessState, effects: readonly Effect[]): void {
    if (event.kind === 'migrated' && !isDeepStrictEqual(openOf(this.state), openOf(before)))
      this.broken.push('a migration lost a task');
    if (event.kind !== 'moveAsked') return;
    const moved = effects.find((effect) => effect.kind === 'moved');
    if (moved?.to !== event.to) this.broken.push(`asked for ${event.to}, moved to ${moved?.to ?? 'nothing'}`);
    if (event.to === 'refused' && this.state.stage !== 'refused') this.broken.push('a refused record went on');
  }

  /** Reads off the tasks alone which joins must have been made by now. */
  private countJoins(isSilent: boolean): void {
    for (const { tasks, text } of countedJoins(this.definition)) {
      const batches = tasks.map((code) => completeBatch(this.state.tasks, code));
      const key = `${text} ${batches.join(',')}`;
      if (batches.includes(null) || this.seen.has(key)) continue;
      this.seen.add(key);
      if (!isSilent) this.joins.set(text, (this.joins.get(text) ?? 0) + 1);
    }
  }
}

const linesOf = (count: number): readonly Element[] =>
  Array.from({ length: count }, (_, place) => ({ id: `line-${place + 1}`, title: `Строка ${place + 1}`, fields: {} }));

const openOf = ({ tasks }: ProcessState): readonly TaskState[] => tasks.filter(({ status }) => status === 'open');

/** The number of the last batch of the task, when all of it is done and none was given back. */
const completeBatch = (tasks: readonly TaskState[], code: string): number | null => {
  const own = tasks.filter((task) => task.code === code);
  const last = Math.max(0, ...own.map(({ batch }) => batch));
  const batch = own.filter((task) => task.batch === last && task.status !== 'cancelled');
  const isDone = batch.length > 0 && batch.every(({ status, result }) => status === 'closed' && result !== 'back');
  return isDone ? last : null;
};

const replayed = ({ log, versions: [first] }: Telling): ProcessState => {
  let state = newInstance(first, 'i1', 'd1', START);
  for (const { event, now, definition } of log) {
    const result = step(definition, state, event, now, CALENDAR);
    if (!result.ok) throw new Error('the log does not replay');
    ({ state } = result.value);
  }
  return state;
};

const runs = { numRuns: isFullRun ? 20_000 : 400, seed: 20_261_122 };

test('whatever a process is and whatever happens to it, its log replays to its state, nothing is done twice and nothing is lost', () => {
  fc.assert(
    fc.property(plans, fc.integer({ min: 1, max: 4 }), deeds, (plan, left, list) => {
      const told = new Telling(plan, Math.min(left, plan.length));
      told.tell({ kind: 'started', by: EVERYBODY, owner: 'anna', fields: { paid: 0 }, sets: { lines: linesOf(2) } });
      for (const deed of list) told.do(deed);
      const { state, effects, definition, now } = told;
      expect(told.broken).toEqual([]);
      expect(replayed(told)).toEqual(state);
      expect(new Set(effects.map(({ id }) => id)).size).toBe(effects.length);
      const count = (kind: Effect['kind']): number => effects.filter((effect) => effect.kind === kind).length;
      const withStatus = (status: TaskState['status']): number =>
        state.tasks.filter((task) => task.status === status).length;
      expect(count('task')).toBe(state.tasks.length);
      expect(count('taskClosed')).toBe(withStatus('closed'));
      expect(count('taskCancelled')).toBe(withStatus('cancelled'));
      const comments = effects.flatMap((effect) => (effect.kind === 'comment' ? [effect.text] : []));
      for (const { text } of countedJoins(told.versions[0]))
        expect([text, comments.filter((comment) => comment === text).length]).toEqual([
          text,
          told.joins.get(text) ?? 0,
        ]);
      const { sentence } = whyWaiting(definition, state, now);
      expect(sentence).toMatch(/\.$/u);
      expect(sentence).not.toMatch(/[A-Za-z{}]/u);
    }),
    runs,
  );
});
