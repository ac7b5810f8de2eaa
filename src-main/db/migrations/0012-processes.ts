import type { MigrationStep } from './step.ts';

/**
 * Processes at work: definitions that the office made or runs by, records, running processes with their logs, tasks, what is to be
 * done outside, notifications, report snapshots. An event is one transaction over these tables; the log alone replays to the state.
 */
export const processes: MigrationStep = {
  id: 12,
  name: 'processes',
  announcedLosses: [],
  sql: `
    CREATE TABLE process_definitions (
      code TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      state TEXT NOT NULL,
      body TEXT NOT NULL CHECK (json_valid(body)),
      note TEXT NOT NULL,
      at TEXT NOT NULL,
      by TEXT REFERENCES users (id),
      PRIMARY KEY (code, version)
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX process_definitions_one_draft ON process_definitions (code) WHERE state = 'draft';

    CREATE TABLE process_switches (
      code TEXT PRIMARY KEY NOT NULL,
      is_active INTEGER NOT NULL CHECK (is_active IN (0, 1))
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE process_role_people (
      role TEXT NOT NULL,
      user_id TEXT NOT NULL REFERENCES users (id),
      PRIMARY KEY (role, user_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE process_records (
      seq INTEGER PRIMARY KEY NOT NULL,
      id TEXT NOT NULL UNIQUE,
      record_type TEXT NOT NULL,
      title TEXT NOT NULL,
      order_id TEXT REFERENCES orders (id),
      fields TEXT NOT NULL CHECK (json_valid(fields)),
      created_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX process_records_by_type ON process_records (record_type, seq);
    CREATE UNIQUE INDEX process_records_by_order ON process_records (order_id) WHERE order_id IS NOT NULL;

    CREATE TABLE process_instances (
      seq INTEGER PRIMARY KEY NOT NULL,
      id TEXT NOT NULL UNIQUE,
      code TEXT NOT NULL,
      version INTEGER NOT NULL,
      business TEXT NOT NULL,
      record_id TEXT NOT NULL REFERENCES process_records (id),
      parent_id TEXT REFERENCES process_instances (id),
      week_key TEXT,
      title TEXT NOT NULL,
      stage TEXT NOT NULL,
      stage_since TEXT NOT NULL,
      status TEXT NOT NULL,
      is_outside INTEGER NOT NULL CHECK (is_outside IN (0, 1)),
      is_idle INTEGER NOT NULL CHECK (is_idle IN (0, 1)),
      owner TEXT,
      sum INTEGER,
      next_wake TEXT,
      open_tasks INTEGER NOT NULL CHECK (open_tasks >= 0),
      earliest_due TEXT,
      search_text TEXT NOT NULL,
      FOREIGN KEY (code, version) REFERENCES process_definitions (code, version)
    ) STRICT;
    CREATE INDEX process_instances_by_stage ON process_instances (code, status, stage, seq);
    CREATE INDEX process_instances_by_status ON process_instances (status, seq);
    CREATE INDEX process_instances_by_version ON process_instances (code, version);
    CREATE INDEX process_instances_by_record ON process_instances (record_id);
    CREATE INDEX process_instances_by_parent ON process_instances (parent_id) WHERE parent_id IS NOT NULL;
    CREATE INDEX process_instances_by_owner ON process_instances (owner, status) WHERE owner IS NOT NULL;
    CREATE INDEX process_instances_by_wake ON process_instances (next_wake, seq) WHERE next_wake IS NOT NULL;
    CREATE INDEX process_instances_idle ON process_instances (is_idle, seq) WHERE is_idle = 1;
    CREATE INDEX process_instances_outside ON process_instances (is_outside, seq) WHERE is_outside = 1;
    -- One week runs once: two people who begin it at the same moment get one.
    CREATE UNIQUE INDEX process_instances_of_week ON process_instances (code, week_key) WHERE week_key IS NOT NULL AND status = 'running';

    CREATE TABLE process_states (
      instance_id TEXT PRIMARY KEY NOT NULL REFERENCES process_instances (id),
      state TEXT NOT NULL CHECK (json_valid(state))
    ) STRICT;

    CREATE TABLE process_log (
      seq INTEGER PRIMARY KEY NOT NULL,
      instance_id TEXT NOT NULL REFERENCES process_instances (id),
      sequence INTEGER NOT NULL,
      at TEXT NOT NULL,
      event TEXT NOT NULL CHECK (json_valid(event)),
      user_id TEXT REFERENCES users (id),
      on_behalf_of TEXT REFERENCES users (id),
      UNIQUE (instance_id, sequence)
    ) STRICT;
    CREATE TRIGGER process_log_is_never_changed BEFORE UPDATE ON process_log
    BEGIN SELECT RAISE(ABORT, 'the log of a process is only appended to'); END;
    CREATE TRIGGER process_log_is_never_deleted BEFORE DELETE ON process_log
    BEGIN SELECT RAISE(ABORT, 'the log of a process is only appended to'); END;

    CREATE TABLE process_tasks (
      seq INTEGER PRIMARY KEY NOT NULL,
      id TEXT NOT NULL UNIQUE,
      instance_id TEXT NOT NULL REFERENCES process_instances (id),
      code TEXT NOT NULL,
      title TEXT NOT NULL,
      element TEXT NOT NULL,
      element_id TEXT,
      creator TEXT NOT NULL,
      holders TEXT NOT NULL CHECK (json_valid(holders)),
      status TEXT NOT NULL,
      created_at TEXT NOT NULL,
      -- '9999' for a task without a due date: lists by date need no NULLs.
      due_key TEXT NOT NULL,
      is_late INTEGER NOT NULL CHECK (is_late IN (0, 1)),
      is_background INTEGER NOT NULL CHECK (is_background IN (0, 1)),
      result TEXT,
      closed_at TEXT,
      closed_by TEXT REFERENCES users (id),
      comment TEXT NOT NULL,
      search_text TEXT NOT NULL
    ) STRICT;
    CREATE INDEX process_tasks_by_instance ON process_tasks (instance_id, status);
    CREATE INDEX process_tasks_by_due ON process_tasks (status, due_key);
    CREATE INDEX process_tasks_by_closer ON process_tasks (closed_by, closed_at) WHERE closed_by IS NOT NULL;

    -- Open tasks by who has them; a closed one has no rows here.
    CREATE TABLE process_task_holders (
      holder TEXT NOT NULL,
      due_key TEXT NOT NULL,
      task_seq INTEGER NOT NULL REFERENCES process_tasks (seq),
      PRIMARY KEY (holder, due_key, task_seq)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX process_task_holders_by_task ON process_task_holders (task_seq);

    CREATE TABLE process_deeds (
      seq INTEGER PRIMARY KEY NOT NULL,
      id TEXT NOT NULL UNIQUE,
      instance_id TEXT NOT NULL REFERENCES process_instances (id),
      at TEXT NOT NULL,
      kind TEXT NOT NULL,
      text TEXT NOT NULL,
      body TEXT NOT NULL CHECK (json_valid(body)),
      state TEXT NOT NULL,
      user_id TEXT REFERENCES users (id),
      on_behalf_of TEXT REFERENCES users (id),
      is_late INTEGER NOT NULL CHECK (is_late IN (0, 1))
    ) STRICT;
    CREATE INDEX process_deeds_by_instance ON process_deeds (instance_id, seq);
    CREATE INDEX process_deeds_waiting ON process_deeds (state, seq) WHERE state IN ('waiting', 'draft');

    CREATE TABLE process_notifications (
      seq INTEGER PRIMARY KEY NOT NULL,
      id TEXT NOT NULL,
      user_id TEXT NOT NULL REFERENCES users (id),
      at TEXT NOT NULL,
      text TEXT NOT NULL,
      instance_id TEXT REFERENCES process_instances (id),
      offer TEXT,
      is_late INTEGER NOT NULL CHECK (is_late IN (0, 1)),
      is_read INTEGER NOT NULL CHECK (is_read IN (0, 1)),
      UNIQUE (id, user_id)
    ) STRICT;
    CREATE INDEX process_notifications_by_user ON process_notifications (user_id, is_read, seq);

    CREATE TABLE process_reports (
      seq INTEGER PRIMARY KEY NOT NULL,
      id TEXT NOT NULL UNIQUE,
      code TEXT NOT NULL,
      title TEXT NOT NULL,
      at TEXT NOT NULL,
      instance_id TEXT REFERENCES process_instances (id),
      body TEXT NOT NULL CHECK (json_valid(body))
    ) STRICT;
    CREATE INDEX process_reports_by_instance ON process_reports (instance_id, seq);
    CREATE INDEX process_reports_by_code ON process_reports (code, seq);

    CREATE TABLE process_files (
      seq INTEGER PRIMARY KEY NOT NULL,
      id TEXT NOT NULL UNIQUE,
      instance_id TEXT NOT NULL REFERENCES process_instances (id),
      task_id TEXT,
      name TEXT NOT NULL,
      sha256 TEXT NOT NULL REFERENCES files (sha256),
      size INTEGER NOT NULL,
      at TEXT NOT NULL,
      user_id TEXT NOT NULL REFERENCES users (id)
    ) STRICT;
    CREATE INDEX process_files_by_instance ON process_files (instance_id, seq);
    CREATE INDEX process_files_by_hash ON process_files (sha256);

    CREATE TABLE process_workdays (
      user_id TEXT PRIMARY KEY NOT NULL REFERENCES users (id),
      state TEXT NOT NULL,
      since TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- What the journal says so far was lived without processes: they begin with what comes next.
    INSERT INTO settings (key, value)
    SELECT 'process.cursor', CAST(max(seq) AS TEXT) FROM audit_entries HAVING max(seq) IS NOT NULL;

    -- Bases in use know nothing of the new right; a new base gets all its rights later.
    INSERT INTO role_rights (role, "right")
    SELECT 'administrator', 'processes.edit' WHERE EXISTS (SELECT 1 FROM role_rights);
  `,
};
