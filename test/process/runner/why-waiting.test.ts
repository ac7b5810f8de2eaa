import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CALENDAR } from '#main/core/process/moment.ts';
import { playScript } from '#main/core/process/script/play-script.ts';
import { createVirtualClock } from '#main/core/process/script/player.ts';
import { processScript } from '#shared/contract/process-script.ts';
import { definitionSchema, type FieldDefinition, type ProcessDefinition } from '#shared/domain/process/definition.ts';
import type { ProcessEvent } from '#shared/domain/process/events.ts';
import { localTime, type LocalTime } from '#shared/domain/process/local-time.ts';
import { reachableByHand } from '#shared/domain/process/move.ts';
import type { Actor, Fields, ProcessState, Sets } from '#shared/domain/process/state.ts';
import { newInstance, step } from '#shared/domain/process/step.ts';
import { dueTimers, nextWake } from '#shared/domain/process/timers.ts';
import { whyWaiting, type Waiting } from '#shared/domain/process/why-waiting.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { openTestBase, type TestBase } from '#test/helpers/a-base.ts';
import { isFullRun } from '#test/helpers/skip.ts';
import { definitionsOf, shippedFiles } from '../shipped-definitions.ts';
import { countingRandom } from './a-runner.ts';

const BUSINESSES = ['meat', 'souvenirs', 'catalogue', 'freight', 'furniture'] as const;

/** A record as it stood between two events of its story. */
type Standing = { readonly definition: ProcessDefinition; readonly state: ProcessState; readonly now: LocalTime };

/** Every record of the story of a business at every step of its life, told anew from its log. */
const standingsOf = (business: (typeof BUSINESSES)[number], { base }: TestBase): readonly Standing[] => {
  const file = new URL(`../../../templates/processes/stories/${business}.json`, import.meta.url);
  const script = processScript.parse(JSON.parse(readFileSync(file, 'utf8')));
  const definitions = definitionsOf(business);
  const clock = createVirtualClock(localTime(script.start ?? '2026-11-02T09:00'));
  playScript({ base, clock, random: countingRandom(), definitions: [...definitions.values()] }, script, business);
  return base.read.processes.list({}, { limit: 10_000, offset: 0 }).items.flatMap(({ id, code, recordId }) => {
    const definition = requireDefined(definitions.get(code), code);
    const log = base.read.processes.log(id);
    let state = newInstance(definition, id, recordId, requireDefined(log[0], 'an event').at);
    return log.flatMap(({ event, at }): Standing[] => {
      const stepped = step(definition, state, event, at, CALENDAR);
      if (!stepped.ok) throw new Error(`the log of ${code} does not replay`);
      ({ state } = stepped.value);
      return state.status === 'running' ? [{ definition, state, now: at }] : [];
    });
  });
};

/** Everybody whom the record knows, with every role: whoever it is that may, one of them may. */
const everybody = ({ roles }: ProcessDefinition, state: ProcessState): readonly Actor[] => {
  const named = Object.values(state.fields).filter((value): value is string => typeof value === 'string');
  const people = new Set(
    [state.owner, state.creator, state.previousOwner, 'anybody', ...named].filter((each) => each !== null),
  );
  return [...people].map((userId) => ({ userId, roles: roles.map(({ code }) => code) }));
};

const someValue = (field: FieldDefinition | undefined): Fields[string] => {
  switch (field?.type) {
    case 'number':
    case 'money':
      return 1;
    case 'flag':
      return true;
    case 'date':
      return '2026-12-01';
    case 'dateTime':
      return '2026-12-01T10:00';
    case 'user':
      return 'anybody';
    case 'choice':
      return field.options?.[0]?.code ?? 'да';
    default:
      return 'да';
  }
};

const filled = ({ fields }: ProcessDefinition, codes: readonly string[]): Fields =>
  Object.fromEntries(codes.map((code) => [code, someValue(fields.find((field) => field.code === code))]));

/** Why the button beside the sentence would lead nowhere; empty when it works. */
const faultOf = ({ definition, state, now }: Standing, { sentence, action }: Waiting): string => {
  if (action.kind === 'none') return /^(?:Ждём|Переход на «)/u.test(sentence) ? '' : 'ни кнопки, ни того, чего ждать';
  if (action.kind === 'move') {
    const answers = everybody(definition, state).map((by) => {
      const ask = (codes: readonly string[]) => {
        const event = { kind: 'moveAsked', to: action.to, by, fields: filled(definition, codes) } as const;
        return step(definition, state, event, now, CALENDAR);
      };
      const first = ask(action.fields);
      // An answer may ask for one more: a delivery wants an address. The refusal names it, and it is filled in.
      return first.ok ? first : ask([...action.fields, ...first.error.flatMap(({ fields }) => fields)]);
    });
    return answers.some(({ ok }) => ok) ? '' : JSON.stringify(answers[0]);
  }
  const open = state.tasks.find(({ id, status }) => id === action.taskId && status === 'open');
  const task = definition.tasks.find(({ code }) => code === open?.code);
  if (open === undefined || task === undefined) return 'задачи нет';
  const report = { result: task.results?.[0]?.code ?? null, comment: 'да', files: 50, isChecklistDone: true };
  const fields = filled(definition, task.closing?.fields ?? []);
  const [by = { userId: 'anybody', roles: [] }] = everybody(definition, state);
  const told = step(definition, state, { kind: 'taskDone', taskId: open.id, report, by, fields }, now, CALENDAR);
  // What else a task waits for is said in the sentence itself.
  return told.ok || sentence.includes('закроется, когда') ? '' : JSON.stringify(told.error);
};

const faultsOf = (standing: Standing): readonly string[] => {
  const waiting = whyWaiting(standing.definition, standing.state, standing.now);
  const fault = faultOf(standing, waiting);
  const isSaid = /^[А-ЯЁ].*\.$/u.test(waiting.sentence) && !/undefined|[{}]/u.test(waiting.sentence);
  return fault === '' && isSaid
    ? []
    : [`${standing.definition.code}, ${standing.state.stage}: ${waiting.sentence} ${fault}`];
};

const WALK = ['close', 'close', 'close', 'move', 'ring', 'news', 'field'] as const;
type Walk = readonly { readonly deed: (typeof WALK)[number]; readonly which: number }[];

const pick = <Item>(list: readonly Item[], which: number): Item | undefined => list[which % Math.max(list.length, 1)];

/** A record that goes wherever its definition lets it: the states in which it stands on the way. */
const walkThrough = (definition: ProcessDefinition, walk: Walk): readonly Standing[] => {
  let now = localTime('2026-11-02T10:00');
  let state = newInstance(definition, 'walk', 'walk', now);
  const standings: Standing[] = [];
  const tell = (event: ProcessEvent): void => {
    const told = step(definition, state, event, now, CALENDAR);
    if (!told.ok) return;
    ({ state } = told.value);
    if (state.status === 'running') standings.push({ definition, state, now });
  };
  // A record that another one made knows its kind and its people from the beginning.
  const known = definition.fields.filter(
    ({ type, computed }) => ['choice', 'user', 'number'].includes(type) && !computed,
  );
  const fields = filled(
    definition,
    known.map(({ code }) => code),
  );
  tell({ kind: 'started', by: null, owner: 'anybody', fields, sets: twoOfEach(definition) });
  for (const { deed, which } of walk) {
    const [by = { userId: 'anybody', roles: [] }] = everybody(definition, state);
    if (deed === 'close') {
      const task = pick(
        state.tasks.filter(({ status }) => status === 'open'),
        which,
      );
      const { results, closing } = definition.tasks.find(({ code }) => code === task?.code) ?? {};
      const result = pick(results ?? [], which)?.code ?? null;
      const report = { result, comment: 'да', files: 50, isChecklistDone: true };
      const fields = filled(definition, closing?.fields ?? []);
      if (task !== undefined) tell({ kind: 'taskDone', taskId: task.id, report, by, fields });
    } else if (deed === 'move') {
      const to = pick(reachableByHand(definition, state.stage), which);
      const { requires = [] } = definition.stages.find(({ code }) => code === to) ?? {};
      const fields = filled(
        definition,
        requires.map(({ field }) => field),
      );
      if (to !== undefined) tell({ kind: 'moveAsked', to, by, fields });
    } else if (deed === 'ring') {
      const wake = nextWake(state);
      if (wake !== null && wake > now) now = wake;
      const [timer] = dueTimers(state, now);
      if (timer !== undefined) tell({ kind: 'timer', code: timer.code, dueAt: timer.dueAt });
    } else if (deed === 'news') {
      const events = definition.rules.flatMap(({ on }) => ('event' in on ? [on.event] : []));
      const name = pick(events, which);
      if (name !== undefined) tell({ kind: 'signal', name, payload: {} });
    } else {
      const field = pick(
        definition.fields.filter(({ computed }) => computed === undefined),
        which,
      );
      if (field !== undefined) tell({ kind: 'changed', by: null, fields: { [field.code]: someValue(field) } });
    }
  }
  return standings;
};

const twoOfEach = ({ sets = [] }: ProcessDefinition): Sets =>
  Object.fromEntries(
    sets.map(({ code, title, fields = [] }) => [
      code,
      [1, 2].map((place) => ({
        id: `${code}-${place}`,
        title: `${title} ${place}`,
        fields: Object.fromEntries(
          fields.flatMap((field) => (field.type === 'user' ? [[field.code, 'anybody'] as const] : [])),
        ),
      })),
    ]),
  );

const definitions: ReadonlyMap<string, ProcessDefinition> = new Map(
  shippedFiles().map(({ json }) => {
    const definition = definitionSchema.parse(json);
    return [definition.code, definition];
  }),
);

describe('«Почему стоит»', () => {
  const bases = new Map<string, TestBase>();
  const standings = new Map<string, readonly Standing[]>();

  beforeAll(() => {
    for (const business of BUSINESSES) {
      const opened = openTestBase();
      bases.set(business, opened);
      standings.set(business, standingsOf(business, opened));
    }
  }, 120_000);
  afterAll(() => {
    for (const { close } of bases.values()) close();
  });

  test.each(BUSINESSES)('%s: at every step every record has one sentence and a button that works', (business) => {
    const all = standings.get(business) ?? [];
    expect(all.length).toBeGreaterThan(15);
    expect([...new Set(all.flatMap(faultsOf))]).toEqual([]);
  });

  test.each([...definitions.values()].map((definition) => [definition.code, definition] as const))(
    '%s: wherever people, clocks and news may bring a record, the sentence is true and the button works',
    (_code, definition) => {
      fc.assert(
        fc.property(
          fc.array(fc.record({ deed: fc.constantFrom(...WALK), which: fc.nat(20) }), { maxLength: 25 }),
          (walk) => {
            expect(walkThrough(definition, walk).flatMap(faultsOf)).toEqual([]);
          },
        ),
        { numRuns: isFullRun ? 600 : 12, seed: 20_261_122 },
      );
    },
  );
});
