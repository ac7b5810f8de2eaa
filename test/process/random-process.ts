import * as fc from 'fast-check';
import type { z } from 'zod';
import { definitionSchema, type ProcessDefinition } from '#shared/domain/process/definition.ts';

type Raw = z.input<typeof definitionSchema>;
type RawTask = Raw['tasks'][number];
type RawRule = Raw['rules'][number];
type RawTimer = NonNullable<Raw['timers']>[number];

/** How a stage is left. */
const WAYS = ['sequence', 'parallel', 'elements', 'approval', 'children', 'fact', 'byHand', 'mirror'] as const;

/** Clocks by the working calendar, by a weekday, by a field, going round evenly or by a table. */
const CLOCKS: Readonly<Record<string, Pick<RawTimer, 'due' | 'repeat'>>> = {
  workingDay: { due: { after: { workingDays: 1 } } },
  workingHours: { due: { after: { workingHours: 3, inWorkingTime: true } } },
  weekday: { due: { weekday: 4, time: '18:00' } },
  field: { due: { field: 'shipDate', shift: { workingDays: -1 } } },
  round: { due: { after: { minutes: 45 } }, repeat: { minutes: 700 } },
  table: {
    due: { asRepeat: true },
    repeat: {
      by: 'distance',
      table: [
        { upTo: 300, hours: 3 },
        { upTo: null, times: ['09:00', '17:00'] },
      ],
    },
  },
};
const CLOCK_NAMES = ['workingDay', 'workingHours', 'weekday', 'field', 'round', 'table'] as const;

const stagePlan = fc.record({
  way: fc.constantFrom(...WAYS),
  tasks: fc.integer({ min: 1, max: 3 }),
  clock: fc.option(fc.constantFrom(...CLOCK_NAMES), { nil: null, freq: 2 }),
  /** A task that is made only when the record is marked. */
  isConditional: fc.boolean(),
  /** A task that waits until the others have done theirs. */
  waitsForOthers: fc.boolean(),
  hasBackground: fc.boolean(),
  hasOffer: fc.boolean(),
  speaks: fc.boolean(),
  /** The stage is not entered without this field. */
  requires: fc.option(fc.constantFrom('note', 'shipDate'), { nil: null, freq: 3 }),
});
type StagePlan = typeof stagePlan extends fc.Arbitrary<infer Drawn> ? Drawn : never;

export const plans = fc.array(stagePlan, { minLength: 1, maxLength: 4 });
export type Plan = readonly StagePlan[];

/** Names of the stages of a version: the second one calls them otherwise and may have lost the last. */
export const stageName = (version: number, place: number): string => `${version === 1 ? 's' : 'n'}${place}`;

/** Where records of the first version go in the second, which has `left` stages. */
export const stageMap = (plan: Plan, left: number): Readonly<Record<string, string>> =>
  Object.fromEntries(plan.map((_, place) => [stageName(1, place), stageName(2, Math.min(place, left - 1))]));

const WORKER = { role: 'worker' } as const;
export const CHILD = 'random-child';
const SOURCES = { lines: 'order-lines', kids: `children:${CHILD}` } as const;

/** A process of such stages. Every join is counted by a comment of its own: «Соединение …». */
export const randomDefinition = (code: string, version: number, plan: Plan): ProcessDefinition => {
  const stageOf = (place: number): string =>
    place < 0 ? stageName(version, 0) : place < plan.length ? stageName(version, place) : 'done';
  const parts = plan.map((each, place) => partOf(each, place, stageOf));
  return definitionSchema.parse({
    code,
    version,
    title: 'Случайный процесс',
    business: 'general',
    recordType: 'deal',
    roles: [
      { code: 'worker', title: 'сотрудник' },
      { code: 'head', title: 'начальник' },
    ],
    fields: [
      { code: 'paid', label: 'Оплачено', type: 'money' },
      { code: 'isMarked', label: 'Отмечено', type: 'flag' },
      { code: 'distance', label: 'Расстояние', type: 'number' },
      { code: 'shipDate', label: 'Дата отгрузки', type: 'date' },
      { code: 'note', label: 'Примечание', type: 'text' },
      { code: 'partner', label: 'У партнёра', type: 'text' },
      { code: 'lines', label: 'Строки', type: 'lines' },
    ],
    sets: [
      { code: 'lines', title: 'Строки', source: SOURCES.lines },
      { code: 'kids', title: 'Дочерние', source: SOURCES.kids },
    ],
    start: {},
    stages: [
      ...plan.map(({ requires }, place) => ({
        code: stageOf(place),
        title: `Стадия ${place}`,
        kind: place === 0 ? ('initial' as const) : ('working' as const),
        ...(requires !== null && place > 0 && { requires: [{ field: requires }] }),
      })),
      { code: 'done', title: 'Готово', kind: 'success' },
      { code: 'refused', title: 'Отказ', kind: 'fail' },
    ],
    transitions: [
      { from: 'any', to: ['refused'], who: [WORKER] },
      { from: ['refused'], to: [stageOf(0)], who: [{ role: 'head' }] },
      ...plan.map((each, place) => ({
        from: [stageOf(place)],
        to: [stageOf(place + 1)],
        who: [WORKER],
        ...(each.way === 'byHand' ? { when: { closed: [`t${place}x0`] } } : {}),
      })),
    ],
    tasks: parts.flatMap(({ tasks }) => tasks),
    timers: parts.flatMap(({ timers }) => timers),
    rules: [
      ...parts.flatMap(({ rules }) => rules),
      {
        code: 'partner-moved',
        on: { event: 'partner-moved' },
        do: [{ set: { partner: { payload: 'stage' } } }],
      },
      { code: 'kid-done', on: { event: 'kid-done' }, do: [{ comment: 'Дочерняя запись готова' }] },
    ],
  } satisfies Raw);
};

type Part = { readonly tasks: RawTask[]; readonly timers: RawTimer[]; readonly rules: RawRule[] };

const partOf = (plan: StagePlan, place: number, stageOf: (place: number) => string): Part => {
  const here = stageOf(place);
  const names = Array.from({ length: plan.tasks }, (_, index) => `t${place}x${index}`);
  const [first = ''] = names;
  const main: RawTask[] = names.map((name, index) => ({
    code: name,
    title: `Задача ${place} ${index}`,
    assignee: index % 2 === 0 ? WORKER : 'responsible',
    due: index % 2 === 0 ? { after: { workingDays: 1 } } : { endOfDay: true },
    ...(plan.waitsForOthers && index > 0 && { closing: { when: { closed: [first] } } }),
  }));
  const way = WAY_PARTS[plan.way]({ place, here, next: stageOf(place + 1), back: stageOf(place - 1), names, main });
  const more = extrasOf(plan, place, here);
  return { tasks: [...way.tasks, ...more.tasks], timers: more.timers, rules: [...way.rules, ...more.rules] };
};

type Place = {
  readonly place: number;
  readonly here: string;
  readonly next: string;
  readonly back: string;
  readonly names: readonly string[];
  readonly main: RawTask[];
};

/** Tasks are joined: the record moves on, and a rule without any condition counts how often they were. */
const joined = ({ place, here, next }: Place, tasks: readonly string[]): RawRule[] => [
  { code: `join-${place}`, on: { allClosed: [...tasks] }, when: { stage: [here] }, do: [{ move: next }] },
  { code: `count-${place}`, on: { allClosed: [...tasks] }, do: [{ comment: `Соединение ${place}` }] },
];

const made = ({ place, here, names }: Place): RawRule => ({
  code: `enter-${place}`,
  on: { enter: here },
  do: names.map((name) => ({ task: name })),
});

type WayParts = (at: Place) => Pick<Part, 'tasks' | 'rules'>;

const WAY_PARTS: Readonly<Record<(typeof WAYS)[number], WayParts>> = {
  sequence: (at) => ({
    tasks: at.main,
    rules: [
      { code: `enter-${at.place}`, on: { enter: at.here }, do: [{ task: at.names[0] ?? '' }] },
      ...at.names.map((name, index) => ({
        code: `after-${at.place}-${index}`,
        on: { closed: name },
        when: { stage: [at.here] },
        do: [index + 1 < at.names.length ? { task: at.names[index + 1] ?? '' } : { move: at.next }],
      })),
    ],
  }),
  parallel: (at) => ({ tasks: at.main, rules: [made(at), ...joined(at, at.names)] }),
  elements: (at) => {
    const name = at.names[0] ?? '';
    return {
      tasks: [{ code: name, title: 'Сделать: {element}', assignee: WORKER, forEach: 'lines' }],
      rules: [
        { code: `enter-${at.place}`, on: { enter: at.here }, do: [{ task: name }] },
        {
          code: `empty-${at.place}`,
          on: { enter: at.here },
          when: { set: 'lines', isEmpty: true },
          do: [{ move: at.next }],
        },
        ...joined(at, [name]),
      ],
    };
  },
  approval: (at) => {
    const name = at.names[0] ?? '';
    const results = [
      { code: 'ok', title: 'Согласовано' },
      { code: 'changes', title: 'Одобрено с изменениями', needsComment: true },
      { code: 'back', title: 'На доработку', needsComment: true, returns: true },
    ];
    const again = at.back === at.here ? { task: name } : { move: at.back };
    return {
      tasks: [{ code: name, title: 'Согласовать', assignee: { role: 'head' }, results }],
      rules: [
        { code: `enter-${at.place}`, on: { enter: at.here }, do: [{ task: name }] },
        { code: `back-${at.place}`, on: { closed: name, result: 'back' }, when: { stage: [at.here] }, do: [again] },
        { code: `changes-${at.place}`, on: { closed: name, result: 'changes' }, do: [{ comment: 'С изменениями' }] },
        ...joined(at, [name]),
      ],
    };
  },
  children: (at) => ({
    tasks: [],
    rules: [
      {
        code: `enter-${at.place}`,
        on: { enter: at.here },
        do: [{ create: 'kid', process: CHILD, forEach: 'lines', with: { parentNote: { field: 'note' } } }],
      },
      {
        code: `kids-${at.place}`,
        on: {
          becomes: {
            all: [
              { stage: [at.here] },
              { set: 'kids', isEmpty: false },
              { set: 'kids', every: { field: 'stage', is: 'done' } },
            ],
          },
        },
        do: [{ move: at.next }],
      },
    ],
  }),
  fact: (at) => {
    const name = at.names[0] ?? '';
    return {
      tasks: [
        {
          code: name,
          title: 'Дождаться оплаты',
          assignee: WORKER,
          closesWhen: { field: 'paid', compare: 'gte', with: 100 * (at.place + 1) },
        },
      ],
      rules: [
        { code: `enter-${at.place}`, on: { enter: at.here }, do: [{ task: name }] },
        { code: `paid-${at.place}`, on: { closed: name }, when: { stage: [at.here] }, do: [{ move: at.next }] },
      ],
    };
  },
  byHand: (at) => ({ tasks: at.main, rules: [made(at)] }),
  mirror: (at) => ({
    tasks: [],
    rules: [
      {
        code: `mirror-${at.place}`,
        on: { becomes: { all: [{ stage: [at.here] }, { field: 'partner', is: 'ready' }] } },
        do: [{ move: at.next }, { set: { partner: null } }],
      },
    ],
  }),
};

const extrasOf = (plan: StagePlan, place: number, here: string): Part => {
  const { isConditional, hasBackground, hasOffer, speaks, clock } = plan;
  const task = (code: string, title: string): RawTask => ({ code: `${code}${place}`, title, assignee: WORKER });
  const enter = (code: string, action: RawRule['do'][number], when?: RawRule['when']): RawRule => ({
    code: `${code}-${place}`,
    on: { enter: here },
    do: [action],
    ...(when !== undefined && { when }),
  });
  const parts: Part[] = [];
  const add = (part: Partial<Part>): void => void parts.push({ tasks: [], timers: [], rules: [], ...part });
  if (isConditional)
    add({
      tasks: [task('cond', 'Проверить отмеченное')],
      rules: [enter('cond', { task: `cond${place}` }, { field: 'isMarked', is: true })],
    });
  if (hasBackground)
    add({
      tasks: [{ ...task('back', 'Позвонить'), isBackground: true }],
      rules: [enter('call', { task: `back${place}` })],
    });
  if (hasOffer)
    add({ tasks: [task('offer', 'Съездить')], rules: [enter('offer', { offer: `offer${place}`, to: [WORKER] })] });
  if (speaks)
    add({
      rules: [enter('say', { message: 'client', text: 'Стадия сменилась.' }), enter('print', { document: 'act' })],
    });
  if (clock !== null)
    add({
      timers: [{ code: `c${place}`, during: [here], ...CLOCKS[clock] } as RawTimer],
      rules: [{ code: `ring-${place}`, on: { timer: `c${place}` }, do: [{ notify: [WORKER], text: 'Пора' }] }],
    });
  return {
    tasks: parts.flatMap(({ tasks }) => tasks),
    timers: parts.flatMap(({ timers }) => timers),
    rules: parts.flatMap(({ rules }) => rules),
  };
};

/** What a record of the set is made of: one task, then it tells its parent. */
export const childDefinition = (): ProcessDefinition =>
  definitionSchema.parse({
    code: CHILD,
    version: 1,
    title: 'Дочерний процесс',
    business: 'general',
    recordType: 'kid',
    roles: [{ code: 'worker', title: 'сотрудник' }],
    fields: [
      { code: 'product', label: 'Товар', type: 'text' },
      { code: 'parentNote', label: 'Примечание', type: 'text' },
    ],
    start: {},
    stages: [
      { code: 'new', title: 'Новая', kind: 'initial' },
      { code: 'done', title: 'Готова', kind: 'success' },
    ],
    transitions: [],
    tasks: [{ code: 'make', title: 'Изготовить', assignee: WORKER, due: { after: { workingDays: 2 } } }],
    rules: [
      { code: 'begin', on: { enter: 'new' }, do: [{ task: 'make' }] },
      { code: 'made', on: { closed: 'make' }, do: [{ move: 'done' }, { send: 'kid-done', to: 'parent' }] },
    ],
  } satisfies Raw);

/** Rules that join tasks and are counted by their comment, with the words of it. */
export const countedJoins = ({ rules }: ProcessDefinition): readonly { tasks: readonly string[]; text: string }[] =>
  rules.flatMap(({ code, on, do: [action] }) =>
    code.startsWith('count-') && 'allClosed' in on && action !== undefined && 'comment' in action
      ? [{ tasks: on.allClosed, text: action.comment }]
      : [],
  );
