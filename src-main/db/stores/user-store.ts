import { and, asc, eq, gte, inArray, lte } from 'drizzle-orm';
import { DEFAULT_ROLE_RIGHTS, ROLES, type User } from '#shared/domain/users/rights.ts';
import type { UserReader, UserWriter, WriteStores } from '../../ports/base.ts';
import { foldText } from './fold-text.ts';
import type { Drizzle } from '../open-sqlite.ts';
import { roleRights, substitutions, userRoles, users } from '../schema/users.ts';

/** Gives every role the rights that a new base starts with; what an administrator changed before is overwritten. */
export const seedRights = (stores: Pick<WriteStores, 'users'>): void => {
  for (const role of ROLES) stores.users.setRoleRights(role, DEFAULT_ROLE_RIGHTS[role]);
};

export const createUserStore = (db: Drizzle): UserReader & UserWriter => {
  const toUsers = (rows: readonly (typeof users.$inferSelect)[]): readonly User[] => {
    const roles = db
      .select()
      .from(userRoles)
      .where(
        inArray(
          userRoles.userId,
          rows.map((row) => row.id),
        ),
      )
      .all();
    const rolesById = Map.groupBy(roles, ({ userId }) => userId);
    return rows.map(({ id, login, fullName, position, isActive, pinHash }) => ({
      id,
      login,
      fullName,
      position,
      isActive,
      roles: (rolesById.get(id) ?? []).map(({ role }) => role),
      hasPin: pinHash !== null,
    }));
  };

  return {
    get: (id) => first(toUsers(db.select().from(users).where(eq(users.id, id)).all())),
    findByLogin: (login) =>
      first(
        toUsers(
          db
            .select()
            .from(users)
            .where(eq(users.loginKey, foldText(login)))
            .all(),
        ),
      ),
    list: () => toUsers(db.select().from(users).orderBy(asc(users.fullName), asc(users.id)).all()),
    rightsOf: (roles) =>
      new Set(
        db
          .select({ right: roleRights.right })
          .from(roleRights)
          .where(inArray(roleRights.role, [...roles]))
          .all()
          .map(({ right }) => right),
      ),
    pinHashOf: (id) => db.select({ pinHash: users.pinHash }).from(users).where(eq(users.id, id)).get()?.pinHash ?? null,
    substitutedBy: (id, date) => {
      const absent = db
        .select({ id: substitutions.absentUserId })
        .from(substitutions)
        .where(
          and(
            eq(substitutions.substituteUserId, id),
            lte(substitutions.fromDate, date),
            gte(substitutions.toDate, date),
          ),
        );
      return toUsers(db.select().from(users).where(inArray(users.id, absent)).orderBy(asc(users.fullName)).all());
    },
    substitutesOf: (id, date) => {
      const acting = db
        .select({ id: substitutions.substituteUserId })
        .from(substitutions)
        .where(
          and(eq(substitutions.absentUserId, id), lte(substitutions.fromDate, date), gte(substitutions.toDate, date)),
        );
      return toUsers(db.select().from(users).where(inArray(users.id, acting)).orderBy(asc(users.fullName)).all());
    },
    substitutions: (from) =>
      db
        .select()
        .from(substitutions)
        .where(gte(substitutions.toDate, from))
        .orderBy(asc(substitutions.fromDate), asc(substitutions.id))
        .all()
        .map(({ fromDate, toDate, ...rest }) => ({ ...rest, from: fromDate, to: toDate })),
    save: ({ id, login, fullName, position, isActive, roles }, pinHash) => {
      const row = { login, loginKey: foldText(login), fullName, position, isActive, pinHash };
      db.insert(users)
        .values({ id, ...row })
        .onConflictDoUpdate({ target: users.id, set: row })
        .run();
      db.delete(userRoles).where(eq(userRoles.userId, id)).run();
      if (roles.length > 0)
        db.insert(userRoles)
          .values([...new Set(roles)].map((role) => ({ userId: id, role })))
          .run();
    },
    setRoleRights: (role, rights) => {
      db.delete(roleRights).where(eq(roleRights.role, role)).run();
      if (rights.length > 0)
        db.insert(roleRights)
          .values([...new Set(rights)].map((right) => ({ role, right })))
          .run();
    },
    removeSubstitution: (id) => {
      db.delete(substitutions).where(eq(substitutions.id, id)).run();
    },
    saveSubstitution: ({ id, absentUserId, substituteUserId, from, to }) => {
      const row = { absentUserId, substituteUserId, fromDate: from, toDate: to };
      db.insert(substitutions)
        .values({ id, ...row })
        .onConflictDoUpdate({ target: substitutions.id, set: row })
        .run();
    },
  };
};

const first = (found: readonly User[]): User | null => found[0] ?? null;
