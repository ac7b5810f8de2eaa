import { DEFAULT_ROLE_RIGHTS, ROLES } from '#shared/domain/users/rights.ts';
import { asId } from '#shared/kernel/id.ts';
import type { CoreDeps } from '../deps.ts';

/** Who acts when a base has nobody else yet, and on the command line when no `--user` is given. */
export const ADMIN_LOGIN = 'admin';

/** A base must always have somebody who can add people: an empty one gets its administrator and the usual rights. */
export const ensureAdmin = (deps: Pick<CoreDeps, 'base' | 'random'>): void => {
  if (deps.base.read.users.list().length > 0) return;
  deps.base.write((stores) => {
    for (const role of ROLES) stores.users.setRoleRights(role, DEFAULT_ROLE_RIGHTS[role]);
    const id = asId<'user'>(deps.random.uuid());
    stores.users.save(
      {
        id,
        login: ADMIN_LOGIN,
        fullName: 'Администратор',
        position: 'Администратор',
        roles: ['administrator'],
        isActive: true,
      },
      null,
    );
  });
};
