import { requireDefined } from '#shared/kernel/assert.ts';
import { ok } from '#shared/kernel/result.ts';
import type { CallContext, Handler } from '../../deps.ts';
import { standingOffers } from '#shared/domain/process/offer.ts';
import type { ProcessNotification } from '../../../ports/processes.ts';
import { Desk } from '../views/desk.ts';
import type { ProcessDeps } from './process-deps.ts';

const userOf = (context: CallContext) => requireDefined(context.actor, 'the asking person').user;

export const listNotifications =
  (deps: ProcessDeps): Handler<'notifications.list'> =>
  (context, { unreadOnly, limit, offset }) => {
    deps.runner.catchUp();
    const { processes } = deps.base.read;
    const { id: userId } = userOf(context);
    const desk = new Desk(deps.base.read, deps.runner);
    const { total, items } = processes.notifications(userId, unreadOnly, { limit, offset });
    return ok({
      total,
      unread: processes.unread(userId),
      items: items.map((each) => {
        const instance = each.instanceId === null ? null : processes.instance(each.instanceId);
        return {
          id: each.id,
          at: each.at,
          text: each.text,
          isRead: each.isRead,
          isLate: each.isLate,
          instanceId: each.instanceId,
          recordId: instance?.recordId ?? null,
          record: instance?.title ?? '',
          offer: offerOf(desk, each),
        };
      }),
    });
  };

/** The button stands as long as the offer does. */
const offerOf = (desk: Desk, { instanceId, offer }: ProcessNotification) => {
  const instance = instanceId === null ? null : desk.stores.processes.instance(instanceId);
  const state = instance === null ? null : desk.stores.processes.state(instance.id);
  const definition = instance === null ? null : desk.definitionOf(instance);
  if (offer === null || state === null || definition === null) return null;
  if (!standingOffers(definition, state).some((each) => each.offer === offer)) return null;
  return { task: offer, title: definition.tasks.find(({ code }) => code === offer)?.title ?? offer };
};

export const readNotifications =
  (): Handler<'notifications.read'> =>
  (context, { ids }) => {
    const { id: userId } = userOf(context);
    const answer = context.commit((stores) => {
      stores.processes.markRead(userId, ids ?? null);
      return { unread: stores.processes.unread(userId) };
    });
    context.emit({ type: 'changed', entity: 'user', id: userId });
    return ok(answer);
  };

const MOST_LOOKED = 200;

/** One message however many have come: the list is in the window. */
export const announceNotifications =
  (deps: ProcessDeps): Handler<'notifications.announce'> =>
  async (context, { ids }) => {
    const { processes } = deps.base.read;
    const wanted = new Set(ids);
    const { items } = processes.notifications(userOf(context).id, true, { limit: MOST_LOOKED, offset: 0 });
    const own = items.filter(({ id }) => wanted.has(id));
    const [first] = own;
    if (first === undefined) return ok({ announced: 0 });
    const record = first.instanceId === null ? '' : (processes.instance(first.instanceId)?.title ?? '');
    const title = own.length === 1 ? record || 'Комплект' : `Новых уведомлений: ${own.length}`;
    await deps.notifier.notify(title, first.text);
    return ok({ announced: own.length });
  };

/** A day that was not ended yesterday has ended by itself (MOG-107). */
export const getWorkday =
  (deps: ProcessDeps): Handler<'workday.get'> =>
  (context) => {
    const { id } = userOf(context);
    const known = deps.base.read.processes.workdays().find(({ userId }) => userId === id);
    const isToday = known !== undefined && known.since.slice(0, 10) === deps.clock.today();
    return ok(isToday ? { state: known.state, since: known.since } : { state: 'off', since: null });
  };

export const setWorkday =
  (deps: ProcessDeps): Handler<'workday.set'> =>
  (context, { state }) => {
    const since = deps.runner.now();
    const { id: userId } = userOf(context);
    const day = context.commit((stores) => {
      stores.processes.setWorkday({ userId, state, since });
      return { state, since };
    });
    context.emit({ type: 'changed', entity: 'user', id: userId });
    return ok(day);
  };
