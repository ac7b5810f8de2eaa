import type { MigrationStep } from './step.ts';

/**
 * Papers of suppliers and carriers: bills, acts, счета-фактуры, УПД. Money that went out may be put on a bill, and an export
 * to 1C remembers what it told of a paper. A paper is annulled, never deleted.
 */
export const incoming: MigrationStep = {
  id: 15,
  name: 'incoming',
  announcedLosses: [],
  sql: `
    CREATE TABLE incoming_papers (
      seq INTEGER PRIMARY KEY NOT NULL,
      id TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL,
      organisation_id TEXT NOT NULL REFERENCES organisations (party_id),
      party_id TEXT NOT NULL REFERENCES parties (id),
      order_id TEXT REFERENCES orders (id),
      number TEXT NOT NULL,
      date TEXT NOT NULL CHECK (date(date) IS date),
      received_on TEXT NOT NULL CHECK (date(received_on) IS received_on),
      due_on TEXT CHECK (date(due_on) IS due_on),
      lines TEXT NOT NULL CHECK (json_valid(lines)),
      sum INTEGER NOT NULL CHECK (sum > 0),
      vat INTEGER NOT NULL CHECK (vat >= 0),
      comment TEXT NOT NULL,
      state TEXT NOT NULL,
      entered_at TEXT NOT NULL,
      entered_by TEXT NOT NULL REFERENCES users (id),
      file_name TEXT,
      file_sha256 TEXT REFERENCES files (sha256),
      annulled_at TEXT,
      annulled_by TEXT REFERENCES users (id),
      annul_reason TEXT,
      search_text TEXT NOT NULL,
      CHECK ((file_name IS NULL) = (file_sha256 IS NULL)),
      CHECK ((annulled_at IS NULL) = (annulled_by IS NULL))
    ) STRICT;
    CREATE INDEX incoming_papers_by_company ON incoming_papers (organisation_id, date, seq);
    CREATE INDEX incoming_papers_by_party ON incoming_papers (party_id, number);
    CREATE INDEX incoming_papers_by_order ON incoming_papers (order_id) WHERE order_id IS NOT NULL;
    CREATE INDEX incoming_papers_by_file ON incoming_papers (file_sha256) WHERE file_sha256 IS NOT NULL;
    CREATE INDEX incoming_papers_by_day ON incoming_papers (date, seq);
    -- One writer gives a number once a year; an annulled entry frees it for the right one.
    CREATE UNIQUE INDEX incoming_papers_once ON incoming_papers (organisation_id, party_id, kind, substr(date, 1, 4), number)
      WHERE state = 'entered';
    CREATE TRIGGER incoming_papers_stay BEFORE DELETE ON incoming_papers
      BEGIN SELECT RAISE(ABORT, 'an incoming paper is never deleted'); END;

    ALTER TABLE allocations ADD COLUMN incoming_id TEXT REFERENCES incoming_papers (id);
    CREATE INDEX allocations_by_incoming ON allocations (incoming_id) WHERE incoming_id IS NOT NULL;

    CREATE TABLE one_c_exported_incoming (
      seq INTEGER PRIMARY KEY NOT NULL,
      export_id TEXT NOT NULL REFERENCES one_c_exports (id),
      incoming_id TEXT NOT NULL REFERENCES incoming_papers (id),
      state TEXT NOT NULL
    ) STRICT;
    CREATE INDEX one_c_exported_incoming_by_paper ON one_c_exported_incoming (incoming_id, seq);
    CREATE INDEX one_c_exported_incoming_by_export ON one_c_exported_incoming (export_id);

    -- Bases in use know nothing of the new right; a new base gets all its rights later.
    INSERT INTO role_rights (role, "right")
    SELECT role, 'incoming.add' FROM (
      SELECT 'accountant' AS role UNION ALL SELECT 'officeManager' UNION ALL SELECT 'logistician' UNION ALL SELECT 'administrator'
    ) WHERE EXISTS (SELECT 1 FROM role_rights);
  `,
};
