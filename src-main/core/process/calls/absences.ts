import { appError } from '#shared/contract/errors.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { recordAudit } from '../../audit.ts';
import type { CallContext, CoreDeps, Handler } from '../../deps.ts';

type Name = { readonly login: string; readonly fullName: string };

/** Who is away today and later, and who acts for him. */
export const listAbsences =
  (deps: CoreDeps): Handler<'absences.list'> =>
  () => {
    const { users } = deps.base.read;
    const people = new Map<string, Name>(users.list().map((user) => [user.id, user]));
    const nameOf = (id: string): Name => people.get(id) ?? { login: '', fullName: '' };
    return ok({
      items: users.substitutions(deps.clock.today()).map(({ id, absentUserId, substituteUserId, from, to }) => ({
        id,
        absent: nameOf(absentUserId).login,
        absentName: nameOf(absentUserId).fullName,
        substitute: nameOf(substituteUserId).login,
        substituteName: nameOf(substituteUserId).fullName,
        from,
        to,
      })),
    });
  };

/** A person names his own substitute; another's wants the right to manage people. */
const lacks = (context: CallContext, absentId: string) => {
  const { user, rights } = requireDefined(context.actor, 'the acting person');
  const isAllowed = user.id === absentId || rights.has('users.edit');
  return isAllowed ? null : appError('right.missing', { right: 'users.edit', who: user.fullName });
};

/** Tasks stay where they are: the substitute sees them beside his own from the first day to the last, and none is lost after it. */
export const setAbsence =
  (deps: CoreDeps): Handler<'absences.set'> =>
  (context, input) => {
    const { users } = deps.base.read;
    const absent = users.findByLogin(input.absent);
    if (absent === null) return err(appError('session.unknownUser', { login: input.absent }));
    const substitute = users.findByLogin(input.substitute);
    if (substitute === null || !substitute.isActive)
      return err(appError('session.unknownUser', { login: input.substitute }));
    const lack = lacks(context, absent.id);
    if (lack !== null) return err(lack);
    if (absent.id === substitute.id)
      return err(appError('absence.invalid', { reason: 'человек не замещает сам себя' }));
    if (input.to < input.from) return err(appError('absence.invalid', { reason: 'конец раньше начала' }));
    const after = {
      id: deps.random.uuid(),
      absentUserId: absent.id,
      substituteUserId: substitute.id,
      from: isoDate(input.from),
      to: isoDate(input.to),
    };
    const change = {
      action: 'user.substituted',
      entity: 'user',
      entityId: absent.id,
      before: null,
      right: 'users.edit',
    } as const;
    const saved = context.commit((stores) => {
      stores.users.saveSubstitution(after);
      recordAudit(deps, context, stores, { ...change, after });
      return { id: after.id };
    });
    context.emit({ type: 'changed', entity: 'user', id: absent.id });
    return ok(saved);
  };

export const removeAbsence =
  (deps: CoreDeps): Handler<'absences.remove'> =>
  (context, { id }) => {
    const known = deps.base.read.users.substitutions(deps.clock.today()).find((each) => each.id === id);
    if (known === undefined) return err(appError('absence.unknown', { id }));
    const lack = lacks(context, known.absentUserId);
    if (lack !== null) return err(lack);
    const change = {
      action: 'user.substitutionRemoved',
      entity: 'user',
      entityId: known.absentUserId,
      after: null,
      right: 'users.edit',
    } as const;
    const removed = context.commit((stores) => {
      stores.users.removeSubstitution(id);
      recordAudit(deps, context, stores, { ...change, before: known });
      return { id };
    });
    context.emit({ type: 'changed', entity: 'user', id: known.absentUserId });
    return ok(removed);
  };
