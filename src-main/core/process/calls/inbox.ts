import { appError } from '#shared/contract/errors.ts';
import { addDays } from '#shared/kernel/date.ts';
import { at, dayOf } from '#shared/domain/process/local-time.ts';
import { baseRolesOf } from '#shared/domain/process/process-roles.ts';
import type { User } from '#shared/domain/users/rights.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { asId } from '#shared/kernel/id.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { ParsedInputOf } from '#shared/contract/index.ts';
import type { AppError } from '#shared/contract/errors.ts';
import type { Page } from '../../../ports/page.ts';
import type { Holder, ProcessTask, TaskCounts, TaskFilter } from '../../../ports/processes.ts';
import type { CallContext, Handler } from '../../deps.ts';
import { holdersOf } from '../people.ts';
import { Desk } from '../views/desk.ts';
import { taskCard } from '../views/task-card.ts';
import type { ProcessDeps } from './process-deps.ts';

type Input = ParsedInputOf<'tasks.list'>;

/** Whose tasks are asked for, and under which names he has them. */
type Asked = {
  readonly holders: readonly Holder[] | undefined;
  readonly users: readonly User[];
  /** Holder → the absent person in whose place the asking one has it. */
  readonly absent: ReadonlyMap<Holder, string>;
};

const askedOf = (deps: ProcessDeps, desk: Desk, context: CallContext, input: Input): Result<Asked, AppError> => {
  const none = new Map<Holder, string>();
  if (input.role !== undefined) return ok({ holders: roleHolders(desk, input.role), users: [], absent: none });
  if (input.user !== undefined) {
    const user = deps.base.read.users.findByLogin(input.user);
    if (user === null) return err(appError('session.unknownUser', { login: input.user }));
    return ok({ holders: holdersOf(desk.people, desk.businesses, user), users: [user], absent: none });
  }
  if (input.all || input.record !== undefined || input.order !== undefined)
    return ok({ holders: undefined, users: [], absent: none });
  const { user, substitutes } = requireDefined(context.actor, 'the asking person');
  const own = holdersOf(desk.people, desk.businesses, user);
  const absent = new Map<Holder, string>();
  for (const person of substitutes)
    for (const holder of holdersOf(desk.people, desk.businesses, person))
      if (!own.includes(holder)) absent.set(holder, person.fullName);
  return ok({ holders: [...own, ...absent.keys()], users: [user], absent });
};

/** A role by the code of a process or of the office: both say the same to people. */
const roleHolders = (desk: Desk, role: string): readonly Holder[] =>
  desk.definitions.flatMap(({ business, roles }) =>
    roles
      .filter(({ code }) => code === role || baseRolesOf(business, code).some((each) => each === role))
      .map(({ code }) => `role:${business}/${code}`),
  );

const instancesOf = (deps: ProcessDeps, { record, order }: Input): readonly string[] | undefined => {
  const { processes } = deps.base.read;
  if (record === undefined && order === undefined) return undefined;
  const recordId = order === undefined ? record : processes.recordOfOrder(asId(order))?.id;
  if (recordId === undefined) return [];
  const own = processes.instance(recordId);
  return own === null ? processes.ofRecord(recordId).map(({ id }) => id) : [own.id];
};

export const listTasks =
  (deps: ProcessDeps): Handler<'tasks.list'> =>
  (context, input) => {
    deps.runner.catchUp();
    const desk = new Desk(deps.base.read, deps.runner);
    const asked = askedOf(deps, desk, context, input);
    if (!asked.ok) return asked;
    const { holders, users, absent } = asked.value;
    const filter: TaskFilter = { holders, instanceIds: instancesOf(deps, input), text: input.text };
    const { processes } = deps.base.read;
    const counts = processes.countInbox(filter, desk.now);
    const page = pageOf(deps, desk, asked.value, filter, counts, input);
    const few = { limit: 1, offset: 0 };
    const behalfOf = ({ holders: own }: ProcessTask): string | null => {
      if (holders !== undefined && own.some((each) => holders.includes(each) && !absent.has(each))) return null;
      return own.flatMap((each) => absent.get(each) ?? [])[0] ?? null;
    };
    return ok({
      total: page.total,
      items: desk.tasks(page.items, behalfOf),
      counts: {
        ...counts,
        waiting: waitingCount(deps, asked.value),
        done: processes.closed(users.length === 0 ? null : users.map(({ id }) => id), filter.instanceIds ?? null, few)
          .total,
      },
    });
  };

const waitingCount = ({ base }: ProcessDeps, { users, holders }: Asked): number => {
  const [user] = users;
  return user === undefined ? 0 : base.read.processes.countWaitedFor(user.id, holders ?? []);
};

const waitedBy = (
  deps: ProcessDeps,
  { users, holders }: Asked,
  page: { limit: number; offset: number },
): Page<ProcessTask> => {
  const [user] = users;
  if (user === undefined) return { total: 0, items: [] };
  return deps.base.read.processes.waitedFor(user.id, holders ?? [], page);
};

const pageOf = (
  deps: ProcessDeps,
  { now }: Desk,
  asked: Asked,
  filter: TaskFilter,
  counts: TaskCounts,
  { view, limit, offset }: Input,
): Page<ProcessTask> => {
  const { processes } = deps.base.read;
  const page = { limit, offset };
  switch (view) {
    case 'open':
      return { total: counts.open, items: processes.firstOpen(filter, page) };
    case 'today':
      return {
        total: counts.today,
        items: processes.firstOpen({ ...filter, dueFrom: now, dueBefore: at(addDays(dayOf(now), 1), '00:00') }, page),
      };
    case 'overdue':
      return { total: counts.overdue, items: processes.firstOpen({ ...filter, dueBefore: now }, page) };
    case 'waiting':
      return waitedBy(deps, asked, page);
    case 'done': {
      const ids = asked.users.map(({ id }) => id);
      return processes.closed(ids.length === 0 ? null : ids, filter.instanceIds ?? null, page);
    }
  }
};

export const getTask =
  (deps: ProcessDeps): Handler<'tasks.get'> =>
  (context, { id }) => {
    deps.runner.catchUp();
    const task = deps.base.read.processes.task(id);
    if (task === null) return err(appError('task.unknown', { task: id }));
    return ok(
      taskCard(new Desk(deps.base.read, deps.runner), task, requireDefined(context.actor, 'the asking person')),
    );
  };
