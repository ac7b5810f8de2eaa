import type { OutputOf } from '#shared/contract/index.ts';
import type { ProcessDefinition } from '#shared/domain/process/definition.ts';
import { at, minutesBetween } from '#shared/domain/process/local-time.ts';
import { parseDefinition } from '#shared/domain/process/parse-definition.ts';
import { tryOut, type PastRecord, type Trial } from '#shared/domain/process/simulate.ts';
import { taskTitle } from '#shared/domain/process/explain.ts';
import { isFilled } from '#shared/domain/process/condition.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type { Handler } from '../../deps.ts';
import { CALENDAR } from '../moment.ts';
import { ORDER_PROCESSES, orderFields } from '../order-fields.ts';
import { Desk } from '../views/desk.ts';
import { brokenError } from './definition-commands.ts';
import type { ProcessDeps } from './process-deps.ts';

type Answer = OutputOf<'processes.simulate'>;

/** A version on past records before its release: who would get which tasks, what is never reached, which roles nobody has (D7). */
export const simulateProcess =
  (deps: ProcessDeps): Handler<'processes.simulate'> =>
  (_context, { definition: json, onPast }) => {
    deps.runner.catchUp();
    const parsed = parseDefinition(json);
    if (!parsed.ok) {
      const title = typeof json['title'] === 'string' ? json['title'] : '';
      return err(brokenError(title, parsed.error));
    }
    const definition = parsed.value;
    const desk = new Desk(deps.base.read, deps.runner);
    const past = pastOf(deps, desk, definition, onPast);
    const trials = past.map((each) => tryOut(definition, each, CALENDAR));
    return ok(summary(desk, definition, trials));
  };

/** Records of the same process; where there are none, orders of its business: a new process has no past of its own. */
const pastOf = (deps: ProcessDeps, desk: Desk, definition: ProcessDefinition, count: number): readonly PastRecord[] => {
  const { processes, orders } = deps.base.read;
  const own = processes.list({ code: definition.code }, { limit: count, offset: 0 }).items;
  const records = own.flatMap(({ id, owner }): PastRecord[] => {
    const [first] = processes.log(id);
    const state = processes.state(id);
    return first === undefined || state === null
      ? []
      : [{ fields: state.fields, sets: state.sets, owner, begunAt: first.at }];
  });
  if (records.length > 0) return records;
  const isOrderProcess = Object.values(ORDER_PROCESSES).includes(definition.code) || definition.business !== 'general';
  if (!isOrderProcess) return [];
  const { items } = orders.list({}, { limit: 5_000, offset: 0 });
  return items
    .filter(({ business }) => business === definition.business)
    .slice(0, count)
    .flatMap(({ id, date }): PastRecord[] => {
      const order = orders.get(id);
      if (order === null) return [];
      const known = orderFields(deps.base.read, order, desk.people.users.values(), deps.clock.today());
      const fields = Object.fromEntries(Object.entries(known).filter(([, value]) => isFilled(value)));
      return [
        {
          fields,
          sets: {},
          owner: typeof known['manager'] === 'string' ? known['manager'] : null,
          begunAt: at(date, '10:00'),
        },
      ];
    });
};

const mean = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : Math.round((numbers.reduce((sum, each) => sum + each, 0) / numbers.length) * 10) / 10;

const summary = (desk: Desk, definition: ProcessDefinition, trials: readonly Trial[]): Answer => {
  const reached = new Set(trials.flatMap(({ stages }) => [...stages]));
  const ends = Map.groupBy(trials, ({ state }) => state.stage);
  const titleOf = (code: string): string => definition.stages.find((stage) => stage.code === code)?.title ?? code;
  return {
    records: trials.length,
    tasks: definition.tasks.flatMap((task) => {
      const made = trials.flatMap(({ state }) => state.tasks.filter(({ code }) => code === task.code));
      if (made.length === 0) return [];
      const days = made.flatMap(({ createdAt, closedAt }) =>
        closedAt === null ? [] : [minutesBetween(createdAt, closedAt) / 1_440],
      );
      return [
        {
          code: task.code,
          title: taskTitle(definition, task.code),
          who: assigneeOf(desk, definition, task.assignee),
          count: made.length,
          meanDays: mean(days),
          records: trials.filter(({ state }) => state.tasks.some(({ code }) => code === task.code)).length,
        },
      ];
    }),
    unreachable: definition.stages
      .filter(({ code, kind }) => !reached.has(code) && kind !== 'fail')
      .map(({ code, title }) => ({ code, title })),
    rolesWithoutPeople: definition.roles
      .filter(({ code }) => desk.people.ofRole(definition.business, code).length === 0)
      .map(({ code, title }) => ({ code, title })),
    ends: [...ends].map(([stage, own]) => ({ stage: titleOf(stage), records: own.length })),
    meanDays: mean(trials.map(({ days }) => days)),
    problems: [],
  };
};

const assigneeOf = (
  desk: Desk,
  definition: ProcessDefinition,
  assignee: ProcessDefinition['tasks'][number]['assignee'],
): string => {
  if (typeof assignee === 'object' && 'role' in assignee) {
    const title = definition.roles.find(({ code }) => code === assignee.role)?.title ?? assignee.role;
    const people = desk.people.ofRole(definition.business, assignee.role).map(({ fullName }) => fullName);
    return people.length === 0 ? `${title}: в роли нет людей` : `${title}: ${people.join(', ')}`;
  }
  if (typeof assignee === 'string') return assignee === 'client' ? 'клиент' : 'ответственный за запись';
  return 'по полю записи';
};
