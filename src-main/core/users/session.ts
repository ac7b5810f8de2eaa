import { appError } from '#shared/contract/errors.ts';
import type { User } from '#shared/domain/users/rights.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type { CoreDeps, Handler, SessionState } from '../deps.ts';
import { actorOf } from './actor.ts';

const person = ({ id, login, fullName, position, roles, hasPin }: User) => ({
  id,
  login,
  fullName,
  position,
  roles: [...roles],
  hasPin,
});

const meOf = (deps: CoreDeps, session: SessionState) => {
  const actor = session.userId === null ? null : actorOf(deps, session.userId);
  if (actor === null) return { user: null, rights: [], substitutes: [] };
  return { user: person(actor.user), rights: [...actor.rights], substitutes: actor.substitutes.map(person) };
};

export const listPeople =
  (deps: CoreDeps): Handler<'session.people'> =>
  () =>
    ok({
      items: deps.base.read.users
        .list()
        .filter((user) => user.isActive)
        .map(person),
    });

export const whoAmI =
  (deps: CoreDeps): Handler<'session.me'> =>
  (context) =>
    ok(meOf(deps, context.session));

/** «Кто работает»: from now on the calls of this connection are this person's. */
export const enterSession =
  (deps: CoreDeps): Handler<'session.enter'> =>
  async (context, input) => {
    const user = deps.base.read.users.findByLogin(input.login);
    if (!user?.isActive) return err(appError('session.unknownUser', { login: input.login }));
    const pinHash = deps.base.read.users.pinHashOf(user.id);
    if (pinHash !== null && !(await deps.pins.matches(input.pin ?? '', pinHash)))
      return err(appError('session.wrongPin', {}));
    context.session.userId = user.id;
    return ok(meOf(deps, context.session));
  };

export const leaveSession =
  (deps: CoreDeps): Handler<'session.leave'> =>
  (context) => {
    context.session.userId = null;
    return ok(meOf(deps, context.session));
  };
