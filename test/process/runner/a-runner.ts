import { createVirtualClock, type VirtualClock } from '#main/core/process/script/player.ts';
import { createRunner, type Runner } from '#main/core/process/runner.ts';
import { roleKey } from '#main/core/process/people.ts';
import type { Base } from '#main/ports/base.ts';
import type { Random } from '#main/ports/random.ts';
import { definitionSchema, type ProcessDefinition } from '#shared/domain/process/definition.ts';
import { localTime } from '#shared/domain/process/local-time.ts';
import { asId } from '#shared/kernel/id.ts';

export const PEOPLE = ['anna', 'boris', 'vera'] as const;

export const countingRandom = (): Random => {
  let last = 0;
  const next = (): string => `id-${String((last += 1)).padStart(6, '0')}`;
  return { uuid: next, token: next };
};

/** Three people share the one role of the definitions. */
export const seedPeople = (base: Base): void =>
  base.write((stores) => {
    for (const id of PEOPLE) {
      const user = { id: asId<'user'>(id), login: id, fullName: id, position: '', roles: [], isActive: true };
      stores.users.save(user, null);
    }
    stores.processes.setRolePeople(
      roleKey('general', 'worker'),
      PEOPLE.map((id) => asId<'user'>(id)),
    );
  });

/** A runner as a program that has just been started has it: nothing is remembered but what the base holds. */
export const startRunner = (
  base: Base,
  clock: VirtualClock,
  definitions: readonly ProcessDefinition[],
  random: Random,
): Runner =>
  createRunner({
    base,
    clock,
    random,
    logger: {
      info: () => undefined,
      error: (event, fields) => {
        throw new Error(`${event} ${JSON.stringify(fields)}`);
      },
    },
    processFiles: { shipped: () => definitions },
  });

export const clockAt = (moment: string): VirtualClock => createVirtualClock(localTime(moment));

export type StagePlan = {
  /** Tasks that are made on entry; the stage is left when all of them are closed. */
  readonly tasks: number;
  /** Minutes after which a clock tells the people, then again as often. */
  readonly rings: number | null;
  /** A value of the field `paid` that moves the record on whatever the tasks do. */
  readonly paid: number | null;
};

/** A process of any such stages, one after another. */
export const definitionOf = (code: string, version: number, plan: readonly StagePlan[]): ProcessDefinition => {
  const codes = [...plan.map((_, place) => `s${place}`), 'done'];
  const next = (place: number): string => codes[place + 1] ?? 'done';
  const each = plan.map(({ tasks, rings, paid }, place) => {
    const names = Array.from({ length: tasks }, (_, index) => `t${place}x${index}`);
    return {
      tasks: names.map((name) => ({
        code: name,
        title: `Задача ${name}`,
        assignee: { role: 'worker' },
        due: { after: { workingDays: 1 } },
      })),
      timers:
        rings === null
          ? []
          : [
              {
                code: `c${place}`,
                during: [`s${place}`],
                due: { after: { minutes: rings } },
                repeat: { minutes: rings },
              },
            ],
      rules: [
        {
          code: `enter-${place}`,
          on: { enter: `s${place}` },
          do: [...names.map((name) => ({ task: name })), { comment: `Стадия ${place}` }],
        },
        {
          code: `join-${place}`,
          on: { allClosed: names },
          when: { stage: [`s${place}`] },
          do: [{ move: next(place) }],
        },
        ...(rings === null
          ? []
          : [
              {
                code: `ring-${place}`,
                on: { timer: `c${place}` },
                do: [{ notify: [{ role: 'worker' }], text: 'Пора' }],
              },
            ]),
        ...(paid === null
          ? []
          : [
              {
                code: `paid-${place}`,
                on: { becomes: { all: [{ stage: [`s${place}`] }, { field: 'paid', compare: 'gte', with: paid }] } },
                do: [{ move: next(place) }],
              },
            ]),
      ],
    };
  });
  return definitionSchema.parse({
    code,
    version,
    title: 'Случайный процесс',
    business: 'general',
    recordType: 'deal',
    roles: [{ code: 'worker', title: 'Сотрудник' }],
    fields: [{ code: 'paid', label: 'Оплачено', type: 'money' }],
    start: {},
    stages: [
      ...plan.map((_, place) => ({
        code: `s${place}`,
        title: `Стадия ${place}`,
        kind: place === 0 ? 'initial' : 'working',
      })),
      { code: 'done', title: 'Готово', kind: 'success' },
    ],
    transitions: [{ from: 'any', to: ['done'], who: [{ role: 'worker' }] }],
    tasks: each.flatMap(({ tasks }) => tasks),
    timers: each.flatMap(({ timers }) => timers),
    rules: each.flatMap(({ rules }) => rules),
  });
};
