import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { holdersOf, readPeople, roleKey } from '#main/core/process/people.ts';
import { CALENDAR } from '#main/core/process/moment.ts';
import type { Runner } from '#main/core/process/runner.ts';
import type { ProcessTask } from '#main/ports/processes.ts';
import type { ProcessDefinition } from '#shared/domain/process/definition.ts';
import type { Effect } from '#shared/domain/process/effects.ts';
import type { ProcessEvent } from '#shared/domain/process/events.ts';
import { addMinutes, dayOf } from '#shared/domain/process/local-time.ts';
import type { ProcessState } from '#shared/domain/process/state.ts';
import { newInstance, step } from '#shared/domain/process/step.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { addDays } from '#shared/kernel/date.ts';
import { asId } from '#shared/kernel/id.ts';
import { openTestBase, type TestBase } from '#test/helpers/a-base.ts';
import { isFullRun } from '#test/helpers/skip.ts';
import { deeds, type Deed } from '../random-deeds.ts';
import { CHILD, childDefinition, plans, randomDefinition, stageMap, stageName, type Plan } from '../random-process.ts';
import { clockAt, countingRandom, PEOPLE, seedPeople, startRunner } from './a-runner.ts';

let opened: TestBase;

const newBase = (): void => {
  opened = openTestBase();
  seedPeople(opened.base);
  opened.base.write((stores) => stores.processes.setRolePeople(roleKey('general', 'head'), [asId('boris')]));
};
beforeEach(newBase);
afterEach(() => opened.close());

const START = '2026-10-27T10:00';
const EVERYBODY = { userId: 'anna', roles: ['worker', 'head'] };
const random = countingRandom();
const child = childDefinition();
let runs = 0;

/** An office where a random process goes on, told what people, the clock, the bank and the power supply do. */
class Office {
  readonly clock = clockAt(START);
  readonly versions: readonly [ProcessDefinition, ProcessDefinition];
  readonly plan: Plan;
  readonly left: number;
  readonly id: string;
  private runner: Runner;

  constructor(plan: Plan, left: number) {
    const code = `random-${(runs += 1)}`;
    this.plan = plan;
    this.left = left;
    this.versions = [randomDefinition(code, 1, plan), randomDefinition(code, 2, plan.slice(0, left))];
    const [first, second] = this.versions;
    this.runner = this.start();
    opened.base.write((stores) => {
      const version = {
        code,
        version: 2,
        state: 'draft',
        body: second,
        note: '',
        at: this.clock.now(),
        by: null,
      } as const;
      stores.processes.saveDefinition(version);
    });
    const fields = { paid: 0, lines: ['Стол', 'Стул'] };
    const begun = opened.base.write((stores) => this.runner.work(stores).begin(first, { fields, owner: 'anna' }));
    this.id = begun.ok ? begun.value : '';
  }

  get state(): ProcessState {
    return requireDefined(opened.base.read.processes.state(this.id), 'the state');
  }

  get instances(): readonly string[] {
    return [this.id, ...opened.base.read.processes.children(this.id).map(({ id }) => id)];
  }

  do(deed: Deed): void {
    const { base } = opened;
    if (deed.deed === 'restart') this.runner = this.start();
    if (deed.deed === 'wait') {
      this.clock.set(addMinutes(this.clock.moment(), deed.minutes));
      this.runner.tick();
    }
    base.write((stores) => {
      const work = this.runner.work(stores, { userId: asId('anna'), onBehalfOf: null });
      if (deed.deed === 'kid') {
        const [kid] = stores.processes.openTasksOf(this.instances.slice(1));
        if (kid !== undefined) work.tell(kid.instanceId, closing(kid, null));
      }
      if (deed.deed === 'away') {
        const absentUserId = asId<'user'>(PEOPLE[deed.who] ?? 'anna');
        const substituteUserId = asId<'user'>(PEOPLE[(deed.who + 1) % PEOPLE.length] ?? 'boris');
        const from = this.clock.today();
        const to = addDays(from, deed.days);
        stores.users.removeSubstitution('away');
        stores.users.saveSubstitution({ id: 'away', absentUserId, substituteUserId, from, to });
      }
      const open = stores.processes.openTasksOf([this.id]);
      if (deed.deed === 'delegate' && open.length > 0) {
        const task = requireDefined(open[deed.which % open.length], 'an open task');
        stores.processes.saveTask({ ...task, holders: [`user:${PEOPLE[deed.who] ?? 'anna'}`] });
      }
      const event = this.eventOf(deed, open);
      if (event !== null) work.tell(this.id, event);
    });
  }

  /** Its clocks stop: the next office has its own moments. */
  leave(): void {
    opened.base.write((stores) => {
      const work = this.runner.work(stores);
      for (const id of this.instances) work.stopClocks(id);
      stores.users.removeSubstitution('away');
    });
  }

  private start(): Runner {
    return startRunner(opened.base, this.clock, [this.versions[0], child], random);
  }

  private eventOf(deed: Deed, open: readonly ProcessTask[]): ProcessEvent | null {
    const { version } = this.state.definition;
    const by = EVERYBODY;
    const task = 'which' in deed ? open[deed.which % Math.max(open.length, 1)] : undefined;
    switch (deed.deed) {
      case 'close':
        return task === undefined ? null : closing(task, this.hasResults(task.code) ? deed.result : null);
      case 'withdraw':
        return task === undefined ? null : { kind: 'taskCancelled', taskId: task.id, by };
      case 'forward': {
        const { stages } = this.versions[version - 1] ?? this.versions[0];
        const at = stages.findIndex(({ code }) => code === this.state.stage);
        return { kind: 'moveAsked', to: stages[at + 1]?.code ?? 'done', by };
      }
      case 'refuse':
        return { kind: 'moveAsked', to: 'refused', by };
      case 'reopen':
        return { kind: 'moveAsked', to: stageName(version, 0), by };
      case 'outside':
        return { kind: 'movedOutside', to: deed.place < this.left ? stageName(version, deed.place) : 'Чужая' };
      case 'field':
        return { kind: 'changed', by: null, fields: { [deed.field.code]: deed.field.value } };
      case 'lines':
        return { kind: 'changed', by: null, fields: { lines: ['Стол', 'Стул', 'Шкаф'].slice(0, deed.count) } };
      case 'partner':
        return { kind: 'signal', name: 'partner-moved', payload: { stage: deed.stage } };
      case 'offer':
        return { kind: 'taskPut', code: `offer${deed.place}`, by };
      case 'byHand':
        return { kind: 'byHand', code: 'paper:act', title: 'Сделайте акт' };
      case 'migrate': {
        const stages = stageMap(this.plan, this.left);
        return version === 2 ? null : { kind: 'migrated', to: { code: this.versions[0].code, version: 2 }, stages };
      }
      default:
        return null;
    }
  }

  private hasResults(code: string): boolean {
    return this.versions[0].tasks.some((task) => task.code === code && task.results !== undefined);
  }
}

const closing = ({ id }: ProcessTask, result: string | null): ProcessEvent => {
  const report = { result, comment: 'да', files: 1, isChecklistDone: true };
  return { kind: 'taskDone', taskId: id, report, by: EVERYBODY };
};

/** The log told anew: the state that it leads to, and what was asked for on the way. */
const toldAnew = (
  office: Office,
  id: string,
): { readonly state: ProcessState; readonly effects: readonly Effect[] } => {
  const { processes } = opened.base.read;
  const log = processes.log(id);
  const instance = requireDefined(processes.instance(id), 'the process');
  let definition = instance.code === CHILD ? child : office.versions[0];
  const effects: Effect[] = [];
  let state = newInstance(definition, id, instance.recordId, requireDefined(log[0], 'an event').at);
  for (const { event, at } of log) {
    if (event.kind === 'migrated') definition = office.versions[event.to.version - 1] ?? definition;
    const stepped = step(definition, state, event, at, CALENDAR);
    if (!stepped.ok) throw new Error('the log does not replay');
    ({ state } = stepped.value);
    effects.push(...stepped.value.effects);
  }
  return { state, effects };
};

/** Open tasks that nobody at work finds in his inbox, neither as his own nor as those of somebody whom he stands in for. */
const lostTasks = (office: Office): readonly string[] => {
  const { processes, users } = opened.base.read;
  const today = dayOf(office.clock.moment());
  const people = readPeople(opened.base.read, [...office.versions, child]);
  const atWork = users.list().filter(({ id }) => users.substitutesOf(id, today).length === 0);
  const holders = atWork
    .flatMap((user) => [user, ...users.substitutedBy(user.id, today)])
    .flatMap((user) => holdersOf(people, new Set(['general']), user));
  const page = { limit: 500, offset: 0 };
  const seen = new Set(processes.inbox({ holders, instanceIds: office.instances }, page).items.map(({ id }) => id));
  return processes.openTasksOf(office.instances).flatMap(({ id }) => (seen.has(id) ? [] : [id]));
};

const IS_SAID = new Set(['task', 'moved', 'comment', 'message', 'document', 'taskClosed', 'taskCancelled']);

test('whatever happens and however often the program starts anew, the base says what the logs say, once, and no task is lost', () => {
  fc.assert(
    fc.property(plans, fc.integer({ min: 1, max: 4 }), deeds, (plan, left, list) => {
      // A base that fills up would make each run dearer than the one before.
      if (runs % 200 === 199) {
        opened.close();
        newBase();
      }
      const office = new Office(plan, Math.min(left, plan.length));
      for (const deed of list) office.do(deed);
      const { processes } = opened.base.read;
      expect(lostTasks(office)).toEqual([]);
      for (const id of office.instances) {
        const state = requireDefined(processes.state(id), 'a state');
        const again = toldAnew(office, id);
        expect(again.state).toEqual(state);
        const rows = processes.tasksOf(id).map((row) => [row.id, row.status]);
        expect(rows).toEqual(state.tasks.map((task) => [task.id, task.status]));
        expect(new Set(state.joined).size).toBe(state.joined.length);
        const done = processes.timeline([id], { limit: 10_000, offset: 0 }).items;
        expect(new Set(done.map((deed) => deed.id)).size).toBe(done.length);
        const said = done.filter(({ kind }) => IS_SAID.has(kind)).map((deed) => deed.id);
        const asked = again.effects.filter(({ kind }) => IS_SAID.has(kind)).map((effect) => effect.id);
        expect(said.toSorted()).toEqual(asked.toSorted());
      }
      office.leave();
    }),
    { numRuns: isFullRun ? 20_000 : 60, seed: 20_261_122 },
  );
});
