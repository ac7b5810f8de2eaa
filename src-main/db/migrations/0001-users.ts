import type { MigrationStep } from './step.ts';

/** Who works here, what their roles may do, who stands in for whom (product.md §8.3). */
export const users: MigrationStep = {
  id: 1,
  name: 'users',
  announcedLosses: [],
  sql: `
    CREATE TABLE users (
      id TEXT PRIMARY KEY NOT NULL,
      login TEXT NOT NULL CHECK (login <> ''),
      login_key TEXT NOT NULL UNIQUE,
      full_name TEXT NOT NULL,
      position TEXT NOT NULL,
      is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
      pin_hash TEXT
    ) STRICT;

    CREATE TABLE user_roles (
      user_id TEXT NOT NULL REFERENCES users (id),
      role TEXT NOT NULL,
      PRIMARY KEY (user_id, role)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE role_rights (
      role TEXT NOT NULL,
      right TEXT NOT NULL,
      PRIMARY KEY (role, right)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE substitutions (
      id TEXT PRIMARY KEY NOT NULL,
      absent_user_id TEXT NOT NULL REFERENCES users (id),
      substitute_user_id TEXT NOT NULL REFERENCES users (id),
      from_date TEXT NOT NULL CHECK (date(from_date) IS from_date),
      to_date TEXT NOT NULL CHECK (date(to_date) IS to_date AND to_date >= from_date),
      CHECK (absent_user_id <> substitute_user_id)
    ) STRICT;
    CREATE INDEX substitutions_by_substitute ON substitutions (substitute_user_id, from_date);
    CREATE INDEX substitutions_by_absent ON substitutions (absent_user_id);
  `,
};
