import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CALENDAR } from '#main/core/process/moment.ts';
import { addMinutes } from '#shared/domain/process/local-time.ts';
import { newInstance, step } from '#shared/domain/process/step.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { asId } from '#shared/kernel/id.ts';
import { openTestBase, type TestBase } from '#test/helpers/a-base.ts';
import { isFullRun } from '#test/helpers/skip.ts';
import { clockAt, countingRandom, definitionOf, PEOPLE, seedPeople, startRunner } from './a-runner.ts';

let opened: TestBase;

beforeAll(() => {
  opened = openTestBase();
  seedPeople(opened.base);
});
afterAll(() => opened.close());

const plans = fc.array(
  fc.record({
    tasks: fc.integer({ min: 1, max: 3 }),
    rings: fc.constantFrom(null, null, 45, 600),
    paid: fc.constantFrom(null, null, 100),
  }),
  { minLength: 1, maxLength: 4 },
);

/** What people, the clock, the bank and the power supply do, in any order. */
const deeds = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ deed: fc.constant('close' as const), which: fc.nat(9) }) },
    {
      weight: 3,
      arbitrary: fc.record({ deed: fc.constant('wait' as const), minutes: fc.constantFrom(10, 50, 700, 4_000) }),
    },
    { weight: 2, arbitrary: fc.record({ deed: fc.constant('pay' as const), paid: fc.constantFrom(50, 100) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        deed: fc.constant('delegate' as const),
        which: fc.nat(9),
        to: fc.constantFrom(...PEOPLE),
      }),
    },
    { weight: 1, arbitrary: fc.record({ deed: fc.constant('restart' as const) }) },
    { weight: 1, arbitrary: fc.record({ deed: fc.constant('migrate' as const) }) },
  ),
  { maxLength: 25 },
);

let runs = 0;
const random = countingRandom();

test('whatever happens and however often the program starts anew, the log replays to the state, and rows say what the state says', () => {
  fc.assert(
    fc.property(plans, deeds, (plan, list) => {
      runs += 1;
      const code = `random-${runs}`;
      const [first, second] = [1, 2].map((version) => definitionOf(code, version, plan));
      const { base } = opened;
      const clock = clockAt('2026-10-27T10:00');
      let runner = startRunner(base, clock, [requireDefined(first, 'v1')], random);
      const begun = base.write((stores) =>
        runner.work(stores).begin(requireDefined(first, 'v1'), { fields: {}, owner: 'anna' }),
      );
      const id = begun.ok ? begun.value : '';
      base.write((stores) =>
        stores.processes.saveDefinition({
          code,
          version: 2,
          state: 'draft',
          body: second,
          note: '',
          at: clock.now(),
          by: null,
        }),
      );
      for (const deed of list) {
        const open = base.read.processes.tasksOf(id).filter(({ status }) => status === 'open');
        if (deed.deed === 'restart') runner = startRunner(base, clock, [requireDefined(first, 'v1')], random);
        if (deed.deed === 'wait') {
          clock.set(addMinutes(clock.moment(), deed.minutes));
          runner.tick();
        }
        base.write((stores) => {
          const work = runner.work(stores, { userId: asId('anna'), onBehalfOf: null });
          const by = { userId: 'anna', roles: ['worker'] };
          const report = { result: null, comment: '', files: 0, isChecklistDone: true };
          if (deed.deed === 'close' && open.length > 0)
            work.tell(id, { kind: 'taskDone', taskId: open[deed.which % open.length]?.id ?? '', report, by });
          if (deed.deed === 'pay') work.tell(id, { kind: 'changed', by: null, fields: { paid: deed.paid } });
          if (deed.deed === 'delegate' && open.length > 0) {
            const task = requireDefined(open[deed.which % open.length], 'an open task');
            stores.processes.saveTask({ ...task, holders: [`user:${deed.to}`] });
          }
          if (deed.deed === 'migrate') work.tell(id, { kind: 'migrated', to: { code, version: 2 }, stages: {} });
        });
      }
      const state = requireDefined(base.read.processes.state(id), 'the state');
      expect(replayed(id, code, [requireDefined(first, 'v1'), requireDefined(second, 'v2')])).toEqual(state);
      const rows = base.read.processes.tasksOf(id);
      expect(rows.map((row) => [row.id, row.status])).toEqual(state.tasks.map((task) => [task.id, task.status]));
      // No task is lost: each open one is in the hands of somebody who is there.
      const open = rows.filter(({ status }) => status === 'open');
      const lost = open.filter(({ id: taskId, holders }) => {
        const held = base.read.processes.inbox({ holders, instanceIds: [id] }, { limit: 100, offset: 0 });
        return held.items.every((task) => task.id !== taskId);
      });
      expect(lost).toEqual([]);
      expect(new Set(state.joined).size).toBe(state.joined.length);
      const deedsDone = base.read.processes.timeline([id], { limit: 10_000, offset: 0 }).items;
      expect(new Set(deedsDone.map((each) => each.id)).size).toBe(deedsDone.length);
      expect(deedsDone.filter(({ kind }) => kind === 'task')).toHaveLength(state.tasks.length);
    }),
    { numRuns: isFullRun ? 3_000 : 40, seed: 20_261_122 },
  );
});

const replayed = (id: string, code: string, versions: readonly ReturnType<typeof definitionOf>[]) => {
  const { processes } = opened.base.read;
  const log = processes.log(id);
  const instance = requireDefined(processes.instance(id), code);
  let definition = requireDefined(versions[0], 'v1');
  let state = newInstance(definition, id, instance.recordId, requireDefined(log[0], 'an event').at);
  for (const { event, at } of log) {
    if (event.kind === 'migrated') definition = requireDefined(versions[event.to.version - 1], 'a version');
    const stepped = step(definition, state, event, at, CALENDAR);
    if (!stepped.ok) throw new Error('the log does not replay');
    ({ state } = stepped.value);
  }
  return state;
};
