import type { MigrationStep } from './step.ts';

/**
 * Agreement with a CRM: what it last said (shadow), which record of ours is which of its, what goes to it and with what
 * outcome, what a person must decide. Nothing here is a document: an account that is taken away takes its rows along.
 */
export const sync: MigrationStep = {
  id: 17,
  name: 'sync',
  announcedLosses: [],
  sql: `
    CREATE TABLE crm_accounts (
      id TEXT PRIMARY KEY NOT NULL,
      system TEXT NOT NULL,
      address TEXT NOT NULL,
      title TEXT NOT NULL,
      employee TEXT NOT NULL,
      state TEXT NOT NULL,
      stop TEXT CHECK (stop IS NULL OR json_valid(stop)),
      calibration TEXT CHECK (calibration IS NULL OR json_valid(calibration)),
      mapping TEXT NOT NULL CHECK (json_valid(mapping)),
      policies TEXT NOT NULL CHECK (json_valid(policies)),
      driven_by_crm TEXT NOT NULL CHECK (json_valid(driven_by_crm)),
      connected_by TEXT NOT NULL REFERENCES users (id),
      connected_at TEXT NOT NULL,
      journal_seq INTEGER NOT NULL,
      first_load TEXT CHECK (first_load IS NULL OR json_valid(first_load)),
      UNIQUE (system, address)
    ) STRICT;

    CREATE TABLE crm_rows (
      seq INTEGER PRIMARY KEY NOT NULL,
      account_id TEXT NOT NULL REFERENCES crm_accounts (id),
      entity TEXT NOT NULL,
      remote_id TEXT NOT NULL,
      "row" TEXT NOT NULL CHECK (json_valid("row")),
      hash TEXT NOT NULL,
      modified_at TEXT,
      pulled_at TEXT NOT NULL,
      gone_at TEXT,
      entering TEXT NOT NULL,
      problem TEXT,
      entered TEXT CHECK (entered IS NULL OR json_valid(entered)),
      UNIQUE (account_id, entity, remote_id)
    ) STRICT;
    CREATE INDEX crm_rows_due ON crm_rows (account_id, entity, seq) WHERE entering = 'due';
    CREATE INDEX crm_rows_refused ON crm_rows (account_id, seq) WHERE entering = 'refused';

    CREATE TABLE crm_links (
      account_id TEXT NOT NULL REFERENCES crm_accounts (id),
      object TEXT NOT NULL,
      entity TEXT NOT NULL,
      remote_id TEXT NOT NULL,
      PRIMARY KEY (account_id, entity, remote_id)
    ) STRICT;
    -- Two cards of a CRM may be one party here.
    CREATE INDEX crm_links_by_object ON crm_links (account_id, object);

    CREATE TABLE crm_outbox (
      seq INTEGER PRIMARY KEY NOT NULL,
      id TEXT NOT NULL UNIQUE,
      account_id TEXT NOT NULL REFERENCES crm_accounts (id),
      object TEXT NOT NULL,
      entity TEXT NOT NULL,
      kind TEXT NOT NULL,
      patch TEXT NOT NULL CHECK (json_valid(patch)),
      base TEXT NOT NULL CHECK (json_valid(base)),
      payload TEXT NOT NULL CHECK (json_valid(payload)),
      "key" TEXT NOT NULL,
      state TEXT NOT NULL,
      failures INTEGER NOT NULL CHECK (failures >= 0),
      next_at TEXT,
      error TEXT CHECK (error IS NULL OR json_valid(error)),
      created_at TEXT NOT NULL,
      created_by TEXT NOT NULL REFERENCES users (id),
      depends_on TEXT,
      order_id TEXT REFERENCES orders (id)
    ) STRICT;
    CREATE INDEX crm_outbox_unfinished ON crm_outbox (account_id, object, seq) WHERE state NOT IN ('done', 'dropped');
    CREATE INDEX crm_outbox_by_state ON crm_outbox (account_id, state, seq);
    CREATE INDEX crm_outbox_by_parent ON crm_outbox (depends_on) WHERE depends_on IS NOT NULL;
    CREATE INDEX crm_outbox_by_order ON crm_outbox (order_id) WHERE order_id IS NOT NULL;

    -- Written before the first byte goes out: what has a beginning and no end may have arrived.
    CREATE TABLE crm_attempts (
      seq INTEGER PRIMARY KEY NOT NULL,
      entry_id TEXT NOT NULL REFERENCES crm_outbox (id),
      started_at TEXT NOT NULL,
      finished_at TEXT,
      outcome TEXT
    ) STRICT;
    CREATE INDEX crm_attempts_by_entry ON crm_attempts (entry_id, seq);

    CREATE TABLE crm_cursors (
      account_id TEXT NOT NULL REFERENCES crm_accounts (id),
      scope TEXT NOT NULL,
      value TEXT NOT NULL CHECK (json_valid(value)),
      PRIMARY KEY (account_id, scope)
    ) STRICT;

    CREATE TABLE crm_conflicts (
      seq INTEGER PRIMARY KEY NOT NULL,
      id TEXT NOT NULL UNIQUE,
      account_id TEXT NOT NULL REFERENCES crm_accounts (id),
      entity TEXT NOT NULL,
      remote_id TEXT NOT NULL,
      object TEXT NOT NULL,
      order_id TEXT REFERENCES orders (id),
      field TEXT NOT NULL,
      base TEXT,
      ours TEXT,
      theirs TEXT,
      theirs_by TEXT NOT NULL,
      theirs_at TEXT,
      found_at TEXT NOT NULL,
      choice TEXT,
      settled_at TEXT,
      CHECK ((choice IS NULL) = (settled_at IS NULL))
    ) STRICT;
    CREATE UNIQUE INDEX crm_conflicts_open ON crm_conflicts (account_id, object, field) WHERE choice IS NULL;
    CREATE INDEX crm_conflicts_by_order ON crm_conflicts (order_id) WHERE order_id IS NOT NULL;
    CREATE INDEX crm_conflicts_settled ON crm_conflicts (account_id, seq);

    -- Content that is already in a record of the CRM is not sent to it again.
    CREATE TABLE crm_sent_files (
      account_id TEXT NOT NULL REFERENCES crm_accounts (id),
      object TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      remote TEXT NOT NULL CHECK (json_valid(remote)),
      PRIMARY KEY (account_id, object, sha256)
    ) STRICT;

    -- Bases in use know nothing of the new right; a new base gets all its rights later.
    INSERT INTO role_rights (role, "right")
    SELECT 'administrator', 'crm.connect' WHERE EXISTS (SELECT 1 FROM role_rights);
  `,
};
