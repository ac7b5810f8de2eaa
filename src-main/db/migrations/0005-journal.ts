import type { MigrationStep } from './step.ts';

/** Who did what for whom, answers of finished commands (the same command twice is once), settings of the office. */
export const journal: MigrationStep = {
  id: 5,
  name: 'journal',
  announcedLosses: [],
  sql: `
    CREATE TABLE audit_entries (
      seq INTEGER PRIMARY KEY NOT NULL,
      at TEXT NOT NULL,
      user_id TEXT NOT NULL REFERENCES users (id),
      on_behalf_of TEXT REFERENCES users (id),
      action TEXT NOT NULL,
      entity TEXT NOT NULL,
      entity_id TEXT NOT NULL,
      before TEXT CHECK (before IS NULL OR json_valid(before)),
      after TEXT CHECK (after IS NULL OR json_valid(after)),
      command_id TEXT NOT NULL
    ) STRICT;
    CREATE INDEX audit_by_entity ON audit_entries (entity, entity_id, seq);

    CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit_entries
    BEGIN SELECT RAISE(ABORT, 'the audit log is only appended to'); END;

    CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit_entries
    BEGIN SELECT RAISE(ABORT, 'the audit log is only appended to'); END;

    CREATE TABLE finished_commands (
      id TEXT PRIMARY KEY NOT NULL,
      method TEXT NOT NULL,
      at TEXT NOT NULL,
      answer TEXT NOT NULL CHECK (json_valid(answer))
    ) STRICT;

    CREATE TABLE settings (
      key TEXT PRIMARY KEY NOT NULL,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
