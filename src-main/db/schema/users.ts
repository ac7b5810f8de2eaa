import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { IsoDate } from '#shared/kernel/date.ts';
import type { UserId } from '#shared/kernel/id.ts';
import type { Right, Role } from '#shared/domain/users/rights.ts';
import { flag } from './columns.ts';

export const users = sqliteTable('users', {
  id: text().$type<UserId>().primaryKey(),
  login: text().notNull(),
  /** The login folded, so that «Анна» and «анна» are one person. */
  loginKey: text().notNull().unique(),
  fullName: text().notNull(),
  position: text().notNull(),
  isActive: flag().notNull(),
  pinHash: text(),
});

export const userRoles = sqliteTable(
  'user_roles',
  {
    userId: text()
      .$type<UserId>()
      .notNull()
      .references(() => users.id),
    role: text().$type<Role>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.role] })],
);

export const roleRights = sqliteTable(
  'role_rights',
  { role: text().$type<Role>().notNull(), right: text().$type<Right>().notNull() },
  (table) => [primaryKey({ columns: [table.role, table.right] })],
);

export const substitutions = sqliteTable('substitutions', {
  id: text().primaryKey(),
  absentUserId: text()
    .$type<UserId>()
    .notNull()
    .references(() => users.id),
  substituteUserId: text()
    .$type<UserId>()
    .notNull()
    .references(() => users.id),
  fromDate: text().$type<IsoDate>().notNull(),
  toDate: text().$type<IsoDate>().notNull(),
});
