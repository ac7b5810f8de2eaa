import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ProcessEvent } from '#shared/domain/process/events.ts';
import { addMinutes, type LocalTime } from '#shared/domain/process/local-time.ts';
import type { ProcessState } from '#shared/domain/process/state.ts';
import { newInstance, step } from '#shared/domain/process/step.ts';
import { dueTimers } from '#shared/domain/process/timers.ts';
import { whyWaiting } from '#shared/domain/process/why-waiting.ts';
import { isFullRun } from '../helpers/skip.ts';
import { CALENDAR, LAWYER, MANAGER, orderDefinition, PRODUCTIONS, START } from './an-order-process.ts';

const definition = orderDefinition();
const stages = definition.stages.map(({ code }) => code);

/** What people, clocks, the bank and the CRM may do next, in any order; which task or stage is meant is drawn too. */
type Deed =
  | { readonly deed: 'close'; readonly which: number; readonly result: string | null }
  | { readonly deed: 'move'; readonly to: string }
  | { readonly deed: 'outside'; readonly to: string }
  | { readonly deed: 'field'; readonly code: string; readonly value: string | number | null }
  | { readonly deed: 'wait'; readonly minutes: number }
  | { readonly deed: 'restart' };

const deeds: fc.Arbitrary<Deed[]> = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        deed: fc.constant('close' as const),
        which: fc.nat(9),
        result: fc.constantFrom('ready', 'ready', 'failed', null),
      }),
    },
    { weight: 3, arbitrary: fc.record({ deed: fc.constant('move' as const), to: fc.constantFrom(...stages) }) },
    { weight: 1, arbitrary: fc.record({ deed: fc.constant('outside' as const), to: fc.constantFrom(...stages) }) },
    {
      weight: 3,
      arbitrary: fc.oneof(
        fc.record({
          deed: fc.constant('field' as const),
          code: fc.constant('paid'),
          value: fc.constantFrom(null, 10, 1000, 2000),
        }),
        fc.record({
          deed: fc.constant('field' as const),
          code: fc.constant('shipDate'),
          value: fc.constantFrom(null, '2026-10-20', '2026-11-03', '2026-11-05'),
        }),
        fc.record({
          deed: fc.constant('field' as const),
          code: fc.constant('distance'),
          value: fc.constantFrom(null, 100, 900),
        }),
      ),
    },
    {
      weight: 3,
      arbitrary: fc.record({ deed: fc.constant('wait' as const), minutes: fc.constantFrom(1, 61, 700, 1_440, 6_000) }),
    },
    { weight: 1, arbitrary: fc.record({ deed: fc.constant('restart' as const) }) },
  ),
  { maxLength: 40 },
);

const eventOf = (deed: Deed, state: ProcessState): ProcessEvent | null => {
  switch (deed.deed) {
    case 'close': {
      const open = state.tasks.filter(({ status }) => status === 'open');
      const task = open[deed.which % Math.max(open.length, 1)];
      const report = { result: deed.result, comment: 'да', files: 1, isChecklistDone: true };
      return task === undefined ? null : { kind: 'taskDone', taskId: task.id, report, by: LAWYER };
    }
    case 'move':
      return { kind: 'moveAsked', to: deed.to, by: MANAGER };
    case 'outside':
      return { kind: 'movedOutside', to: deed.to };
    case 'field':
      return { kind: 'changed', by: null, fields: { [deed.code]: deed.value } };
    case 'wait':
    case 'restart':
      return null;
  }
};

type Told = { readonly event: ProcessEvent; readonly now: LocalTime };

/** Plays the deeds; after every wait the clocks that ran out ring in due order. */
const play = (list: readonly Deed[]) => {
  let state = newInstance(definition, 'i1', 'd1', START);
  let now = START;
  const log: Told[] = [];
  const effects: { readonly id: string; readonly kind: string }[] = [];
  const tell = (event: ProcessEvent): void => {
    const result = step(definition, state, event, now, CALENDAR);
    if (!result.ok) return;
    log.push({ event, now });
    state = result.value.state;
    effects.push(...result.value.effects);
  };
  tell({ kind: 'started', by: MANAGER, owner: 'anna', fields: { sum: 1000 }, sets: PRODUCTIONS });
  for (const deed of list) {
    if (deed.deed === 'restart') state = JSON.parse(JSON.stringify(state)) as ProcessState;
    if (deed.deed === 'wait') {
      now = addMinutes(now, deed.minutes);
      for (const { code, dueAt } of dueTimers(state, now)) tell({ kind: 'timer', code, dueAt });
    }
    const event = eventOf(deed, state);
    if (event !== null) tell(event);
  }
  return { state, log, effects, now };
};

const runs = { numRuns: isFullRun ? 20_000 : 400, seed: 20_261_122 };

test('the log replays to the same state, whatever happened and however often the program was started anew', () => {
  fc.assert(
    fc.property(deeds, (list) => {
      const { state, log } = play(list);
      let replayed = newInstance(definition, 'i1', 'd1', START);
      for (const { event, now } of log) {
        const result = step(definition, replayed, event, now, CALENDAR);
        expect(result.ok).toBe(true);
        if (result.ok) replayed = result.value.state;
      }
      expect(replayed).toEqual(state);
    }),
    runs,
  );
});

test('no effect has the id of another, and each task is made once, closed or withdrawn once, or open', () => {
  fc.assert(
    fc.property(deeds, (list) => {
      const { state, effects } = play(list);
      expect(new Set(effects.map(({ id }) => id)).size).toBe(effects.length);
      const count = (kind: string): number => effects.filter((effect) => effect.kind === kind).length;
      const withStatus = (status: string): number => state.tasks.filter((task) => task.status === status).length;
      expect(count('task')).toBe(state.tasks.length);
      expect(count('taskClosed')).toBe(withStatus('closed'));
      expect(count('taskCancelled')).toBe(withStatus('cancelled'));
    }),
    runs,
  );
});

test('a join makes what follows exactly once for each round of its tasks', () => {
  fc.assert(
    fc.property(deeds, (list) => {
      const { state } = play(list);
      expect(new Set(state.joined).size).toBe(state.joined.length);
    }),
    runs,
  );
});

test('there is always a sentence why it waits, without a code in it', () => {
  fc.assert(
    fc.property(deeds, (list) => {
      const { state, now } = play(list);
      const { sentence } = whyWaiting(definition, state, now);
      expect(sentence).toMatch(/\.$/u);
      expect(sentence).not.toMatch(/[A-Za-z{}]/u);
    }),
    runs,
  );
});
