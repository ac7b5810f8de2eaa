import { dayOf } from '#shared/domain/process/local-time.ts';
import { kopecks, moneyToDecimal } from '#shared/kernel/money.ts';
import { parseIsoDate } from '#shared/kernel/date.ts';
import { ok } from '#shared/kernel/result.ts';
import type { ProcessTask } from '../../../ports/processes.ts';
import type { Handler } from '../../deps.ts';
import { splitHolder } from '../people.ts';
import { Desk } from '../views/desk.ts';
import type { ProcessDeps } from './process-deps.ts';

/** Who holds what now, what is overdue, what stands without a next action. */
export const controlBoard =
  (deps: ProcessDeps): Handler<'control.board'> =>
  (_context, { business, limit }) => {
    deps.runner.catchUp();
    const { processes } = deps.base.read;
    const desk = new Desk(deps.base.read, deps.runner);
    const page = { limit, offset: 0 };
    const overdue = processes.inbox({ business, dueBefore: desk.now }, page);
    const idle = processes.list({ business, isIdle: true }, page);
    const outside = processes.list({ business, isOutside: true, status: 'running' }, page);
    const loads = processes
      .loads(desk.now)
      .filter(({ holder }) => business === undefined || isOfBusiness(holder, business));
    return ok({
      people: loads
        .map(({ holder, ...counts }) => ({ ...desk.holder(holder), ...counts }))
        .toSorted((a, b) => b.overdue - a.overdue || b.open - a.open),
      overdue: desk.tasks(overdue.items),
      withoutAction: desk.cards(idle.items),
      outside: desk.cards(outside.items),
      counts: {
        running: processes.list({ business, status: 'running' }, { limit: 1, offset: 0 }).total,
        openTasks: processes.countInbox({ business }, desk.now).open,
        overdue: overdue.total,
        withoutAction: idle.total,
        outside: outside.total,
      },
    });
  };

/** A person works for every business; a role belongs to one. */
const isOfBusiness = (holder: string, business: string): boolean => {
  const [kind, rest] = splitHolder(holder);
  return kind !== 'role' || rest.startsWith(`${business}/`);
};

/** The shipments that are let through: their process began only after the payment or the approval (TUR-25). */
export const listShipments =
  (deps: ProcessDeps): Handler<'shipments.list'> =>
  (_context, { date, limit, offset }) => {
    deps.runner.catchUp();
    const { processes } = deps.base.read;
    const desk = new Desk(deps.base.read, deps.runner);
    const { items } = processes.inbox({ code: 'ship' }, { limit: 2_000, offset: 0 });
    const rows = items
      .flatMap((task) => rowOf(desk, task))
      .filter(({ shipDate }) => date === undefined || shipDate === date);
    return ok({ total: rows.length, items: rows.slice(offset, offset + limit) });
  };

const rowOf = (desk: Desk, task: ProcessTask) => {
  const { processes } = desk.stores;
  const instance = processes.instance(task.instanceId);
  const state = instance === null ? null : processes.state(instance.id);
  if (instance === null || state === null || instance.code !== 'operator-tasks') return [];
  const parent = instance.parentId === null ? null : processes.instance(instance.parentId);
  const shipDate = parseIsoDate(String(state.fields['shipDate'] ?? ''));
  const sum = parent?.sum ?? null;
  return [
    {
      instanceId: instance.id,
      recordId: instance.recordId,
      customer: String(state.fields['customer'] ?? instance.title),
      element: task.element,
      taskId: task.id,
      shipDate: shipDate.ok ? shipDate.value : null,
      title: task.title,
      sum: sum === null ? null : moneyToDecimal(kopecks(sum)),
      orderId: processes.record(instance.recordId)?.orderId ?? null,
      isOverdue: shipDate.ok && shipDate.value < dayOf(desk.now),
    },
  ];
};
