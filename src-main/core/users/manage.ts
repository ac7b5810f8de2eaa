import { appError } from '#shared/contract/errors.ts';
import { isoDate } from '#shared/kernel/date.ts';
import { asId } from '#shared/kernel/id.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { recordAudit } from '../audit.ts';
import type { CoreDeps, Handler } from '../deps.ts';

export const saveUser =
  (deps: CoreDeps): Handler<'users.save'> =>
  async (context, input) => {
    const before = deps.base.read.users.findByLogin(input.login);
    const kept = before === null ? null : deps.base.read.users.pinHashOf(before.id);
    const pinHash = input.pin === undefined ? kept : input.pin === null ? null : await deps.pins.hash(input.pin);
    const id = before?.id ?? asId<'user'>(deps.random.uuid());
    const { login, fullName, position, roles, isActive } = input;
    const after = { id, login, fullName, position, roles, isActive };
    const saved = context.commit((stores) => {
      stores.users.save(after, pinHash);
      recordAudit(deps, context, stores, {
        action: 'user.saved',
        entity: 'user',
        entityId: id,
        before,
        after,
        right: 'users.edit',
      });
      return { id };
    });
    context.emit({ type: 'changed', entity: 'user', id });
    return ok(saved);
  };

/** From the first to the last day the substitute has the absent person's rights too; the log keeps whose was used. */
export const substituteUser =
  (deps: CoreDeps): Handler<'users.substitute'> =>
  (context, input) => {
    const absent = deps.base.read.users.findByLogin(input.absent);
    if (absent === null) return err(appError('session.unknownUser', { login: input.absent }));
    const substitute = deps.base.read.users.findByLogin(input.substitute);
    if (substitute === null) return err(appError('session.unknownUser', { login: input.substitute }));
    const id = deps.random.uuid();
    const after = {
      id,
      absentUserId: absent.id,
      substituteUserId: substitute.id,
      from: isoDate(input.from),
      to: isoDate(input.to),
    };
    return ok(
      context.commit((stores) => {
        stores.users.saveSubstitution(after);
        recordAudit(deps, context, stores, {
          action: 'user.substituted',
          entity: 'user',
          entityId: absent.id,
          before: null,
          after,
          right: 'users.edit',
        });
        return { id };
      }),
    );
  };

export const setRoleRights =
  (deps: CoreDeps): Handler<'users.setRoleRights'> =>
  (context, input) => {
    const before = [...deps.base.read.users.rightsOf([input.role])];
    return ok(
      context.commit((stores) => {
        stores.users.setRoleRights(input.role, input.rights);
        recordAudit(deps, context, stores, {
          action: 'role.changed',
          entity: 'user',
          entityId: input.role,
          before,
          after: input.rights,
          right: 'users.edit',
        });
        return { role: input.role };
      }),
    );
  };
