import type { MigrationStep } from './step.ts';

/**
 * Bank statements with their operations, what each operation was put on, rules that people's corrections taught, and how sure
 * the matcher must be. An import can be taken back: its rows are the only ones here that are ever deleted.
 */
export const payments: MigrationStep = {
  id: 7,
  name: 'payments',
  announcedLosses: [],
  sql: `
    CREATE TABLE statement_imports (
      seq INTEGER PRIMARY KEY NOT NULL,
      id TEXT NOT NULL UNIQUE,
      file_sha256 TEXT NOT NULL REFERENCES files (sha256),
      file_name TEXT NOT NULL,
      encoding TEXT NOT NULL,
      version TEXT NOT NULL,
      sender TEXT NOT NULL,
      imported_at TEXT NOT NULL,
      imported_by TEXT NOT NULL REFERENCES users (id),
      operations INTEGER NOT NULL CHECK (operations >= 0),
      repeats INTEGER NOT NULL CHECK (repeats >= 0),
      rejected TEXT NOT NULL CHECK (json_valid(rejected)),
      warnings TEXT NOT NULL CHECK (json_valid(warnings))
    ) STRICT;
    CREATE INDEX statement_imports_by_file ON statement_imports (file_sha256);

    CREATE TABLE linked_accounts (
      account TEXT PRIMARY KEY NOT NULL,
      organisation_id TEXT NOT NULL REFERENCES organisations (party_id),
      import_id TEXT NOT NULL REFERENCES statement_imports (id)
    ) STRICT;
    CREATE INDEX linked_accounts_by_organisation ON linked_accounts (organisation_id);
    CREATE INDEX linked_accounts_by_import ON linked_accounts (import_id);

    CREATE TABLE statement_accounts (
      import_id TEXT NOT NULL REFERENCES statement_imports (id),
      position INTEGER NOT NULL,
      account TEXT NOT NULL,
      organisation_id TEXT NOT NULL REFERENCES organisations (party_id),
      PRIMARY KEY (import_id, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX statement_accounts_by_account ON statement_accounts (account);
    CREATE INDEX statement_accounts_by_organisation ON statement_accounts (organisation_id);

    CREATE TABLE statement_periods (
      import_id TEXT NOT NULL REFERENCES statement_imports (id),
      account TEXT NOT NULL,
      position INTEGER NOT NULL,
      from_date TEXT NOT NULL CHECK (date(from_date) IS from_date),
      to_date TEXT NOT NULL CHECK (date(to_date) IS to_date),
      opening INTEGER,
      closing INTEGER,
      incoming INTEGER,
      outgoing INTEGER,
      PRIMARY KEY (import_id, account, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX statement_periods_by_account ON statement_periods (account, from_date);

    CREATE TABLE bank_operations (
      seq INTEGER PRIMARY KEY NOT NULL,
      id TEXT NOT NULL UNIQUE,
      import_id TEXT NOT NULL REFERENCES statement_imports (id),
      line INTEGER NOT NULL,
      account TEXT NOT NULL,
      organisation_id TEXT NOT NULL REFERENCES organisations (party_id),
      direction TEXT NOT NULL,
      kind TEXT NOT NULL,
      number TEXT NOT NULL,
      date TEXT NOT NULL CHECK (date(date) IS date),
      booked_on TEXT NOT NULL CHECK (date(booked_on) IS booked_on),
      debited_on TEXT CHECK (date(debited_on) IS debited_on),
      credited_on TEXT CHECK (date(credited_on) IS credited_on),
      sum INTEGER NOT NULL CHECK (sum > 0),
      payer TEXT NOT NULL CHECK (json_valid(payer)),
      payee TEXT NOT NULL CHECK (json_valid(payee)),
      purpose TEXT NOT NULL,
      rest TEXT NOT NULL,
      key_hash TEXT NOT NULL UNIQUE,
      is_settled INTEGER NOT NULL CHECK (is_settled IN (0, 1)),
      search_text TEXT NOT NULL
    ) STRICT;
    CREATE INDEX bank_operations_by_import ON bank_operations (import_id, seq);
    CREATE INDEX bank_operations_by_day ON bank_operations (booked_on, seq);
    CREATE INDEX bank_operations_unsettled ON bank_operations (booked_on, seq) WHERE is_settled = 0;
    CREATE INDEX bank_operations_by_organisation ON bank_operations (organisation_id, booked_on);

    -- What a later file brought again and was not taken: without the first import these would be lost.
    CREATE TABLE repeated_operations (
      import_id TEXT NOT NULL REFERENCES statement_imports (id),
      line INTEGER NOT NULL,
      operation_id TEXT NOT NULL REFERENCES bank_operations (id),
      PRIMARY KEY (import_id, line)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX repeated_operations_by_operation ON repeated_operations (operation_id);

    CREATE TABLE allocations (
      seq INTEGER PRIMARY KEY NOT NULL,
      id TEXT NOT NULL UNIQUE,
      operation_id TEXT NOT NULL REFERENCES bank_operations (id),
      kind TEXT NOT NULL,
      party_id TEXT REFERENCES parties (id),
      document_id TEXT REFERENCES documents (id),
      sum INTEGER NOT NULL CHECK (sum > 0),
      -- Why a rest of the document is not waited for any more; such a row is no part of the operation's sum.
      write_off TEXT,
      how TEXT NOT NULL,
      confidence INTEGER NOT NULL CHECK (confidence BETWEEN 0 AND 100),
      why TEXT NOT NULL,
      rule_id TEXT,
      made_at TEXT NOT NULL,
      made_by TEXT NOT NULL REFERENCES users (id),
      CHECK (write_off IS NULL OR document_id IS NOT NULL)
    ) STRICT;
    CREATE INDEX allocations_by_operation ON allocations (operation_id, seq);
    CREATE INDEX allocations_by_document ON allocations (document_id) WHERE document_id IS NOT NULL;
    CREATE INDEX allocations_by_party ON allocations (party_id, kind) WHERE party_id IS NOT NULL;

    CREATE TABLE matching_rules (
      id TEXT PRIMARY KEY NOT NULL,
      organisation_id TEXT REFERENCES organisations (party_id),
      direction TEXT,
      when_is TEXT NOT NULL CHECK (json_valid(when_is)),
      then_is TEXT NOT NULL CHECK (json_valid(then_is)),
      -- The import whose operation taught it; null once a person wrote or changed it.
      taught_by TEXT REFERENCES statement_imports (id),
      made_at TEXT NOT NULL,
      made_by TEXT NOT NULL REFERENCES users (id)
    ) STRICT;
    CREATE INDEX matching_rules_by_organisation ON matching_rules (organisation_id);
    CREATE INDEX matching_rules_by_import ON matching_rules (taught_by);

    CREATE TABLE matching_settings (
      organisation_id TEXT PRIMARY KEY NOT NULL REFERENCES organisations (party_id),
      auto_percent INTEGER NOT NULL CHECK (auto_percent BETWEEN 0 AND 101),
      confirm_percent INTEGER NOT NULL CHECK (confirm_percent BETWEEN 0 AND 100),
      rounding INTEGER NOT NULL CHECK (rounding >= 0),
      commission_basis_points INTEGER NOT NULL CHECK (commission_basis_points BETWEEN 0 AND 10000)
    ) STRICT;

    CREATE TABLE table_mappings (
      heading_hash TEXT PRIMARY KEY NOT NULL,
      columns TEXT NOT NULL CHECK (json_valid(columns)),
      confirmed_at TEXT NOT NULL,
      confirmed_by TEXT NOT NULL REFERENCES users (id)
    ) STRICT;

    -- Bases made before this step know nothing of the new rights; a new base gets all its rights later.
    INSERT INTO role_rights (role, "right")
    SELECT role, "right" FROM (
      SELECT 'accountant' AS role, 'payments.read' AS "right" UNION ALL SELECT 'accountant', 'payments.edit'
      UNION ALL SELECT 'administrator', 'payments.read' UNION ALL SELECT 'administrator', 'payments.edit'
      UNION ALL SELECT 'director', 'payments.read' UNION ALL SELECT 'financeDirector', 'payments.read'
      UNION ALL SELECT 'commercialDirector', 'payments.read'
    ) WHERE EXISTS (SELECT 1 FROM role_rights);
  `,
};
