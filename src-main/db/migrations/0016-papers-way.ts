import type { MigrationStep } from './step.ts';

/**
 * The way of papers (issue 6): where each document and each of its copies stands, who signed and agreed, envelopes and
 * letters, scans and their parts, returned contracts, the print queue, the closing gate, ЭПД. Triggers keep what no use
 * case may forget: an annulled document waits for nothing, a new version begins its way anew.
 */
export const papersWay: MigrationStep = {
  id: 16,
  name: 'papers-way',
  announcedLosses: [],
  sql: `
    ALTER TABLE documents ADD COLUMN route TEXT NOT NULL DEFAULT 'issued';
    ALTER TABLE documents ADD COLUMN our_copy TEXT NOT NULL DEFAULT 'here';
    ALTER TABLE documents ADD COLUMN their_copy TEXT NOT NULL DEFAULT 'here';
    ALTER TABLE documents ADD COLUMN paper_state TEXT NOT NULL DEFAULT 'issued';
    ALTER TABLE documents ADD COLUMN is_awaited INTEGER NOT NULL DEFAULT 0 CHECK (is_awaited IN (0, 1));
    ALTER TABLE documents ADD COLUMN way TEXT;
    ALTER TABLE documents ADD COLUMN track TEXT NOT NULL DEFAULT '';
    ALTER TABLE documents ADD COLUMN sent_on TEXT CHECK (sent_on IS NULL OR date(sent_on) IS sent_on);
    ALTER TABLE documents ADD COLUMN received_on TEXT CHECK (received_on IS NULL OR date(received_on) IS received_on);
    UPDATE documents SET paper_state = 'annulled' WHERE state = 'annulled';

    -- Each sort of the register reads one index, with what the filters look at beside the key: 100 000 documents in 50 ms.
    ALTER TABLE documents ADD COLUMN party_name TEXT NOT NULL DEFAULT '';
    UPDATE documents SET party_name = (SELECT short_name FROM parties WHERE id = documents.party_id);
    CREATE INDEX documents_sorted_date ON documents (date, seq, paper_state, is_awaited, medium, kind, organisation_id, sum, vat);
    CREATE INDEX documents_sorted_sum ON documents (sum, seq, paper_state, is_awaited, medium, kind, organisation_id, date);
    CREATE INDEX documents_sorted_party ON documents (party_name, seq, paper_state, is_awaited, medium, kind, organisation_id, date);
    CREATE INDEX documents_sorted_number ON documents (number, seq, paper_state, is_awaited, medium, kind, organisation_id, date);
    CREATE INDEX documents_sorted_sent ON documents (sent_on, seq, paper_state, is_awaited, medium, kind, organisation_id, date);
    CREATE INDEX documents_sorted_state ON documents (paper_state, date, seq, is_awaited, medium, kind, organisation_id);
    CREATE INDEX documents_awaited ON documents (party_id, sent_on) WHERE is_awaited = 1;
    CREATE TRIGGER documents_party_name_insert AFTER INSERT ON documents
    BEGIN
      UPDATE documents SET party_name = (SELECT short_name FROM parties WHERE id = new.party_id) WHERE seq = new.seq;
    END;
    CREATE TRIGGER documents_party_name_update AFTER UPDATE OF party_id ON documents
    WHEN new.party_id <> old.party_id
    BEGIN
      UPDATE documents SET party_name = (SELECT short_name FROM parties WHERE id = new.party_id) WHERE seq = new.seq;
    END;
    CREATE TRIGGER documents_party_name_renamed AFTER UPDATE OF short_name ON parties
    WHEN new.short_name <> old.short_name
    BEGIN
      UPDATE documents SET party_name = new.short_name WHERE party_id = new.id;
    END;

    -- Counts and sums of the register, kept with every row: a question of the whole reads a few hundred rows.
    CREATE TABLE register_totals (
      organisation_id TEXT NOT NULL,
      kind TEXT NOT NULL,
      medium TEXT NOT NULL,
      paper_state TEXT NOT NULL,
      is_awaited INTEGER NOT NULL,
      documents INTEGER NOT NULL,
      sum INTEGER NOT NULL,
      vat INTEGER NOT NULL,
      PRIMARY KEY (organisation_id, kind, medium, paper_state, is_awaited)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO register_totals
      SELECT organisation_id, kind, medium, paper_state, is_awaited, count(*), sum(sum), sum(vat)
      FROM documents GROUP BY organisation_id, kind, medium, paper_state, is_awaited;
    CREATE TRIGGER register_totals_insert AFTER INSERT ON documents
    BEGIN
      INSERT INTO register_totals VALUES
        (new.organisation_id, new.kind, new.medium, new.paper_state, new.is_awaited, 1, new.sum, new.vat)
      ON CONFLICT DO UPDATE SET documents = documents + 1, sum = sum + excluded.sum, vat = vat + excluded.vat;
    END;
    CREATE TRIGGER register_totals_update AFTER UPDATE OF paper_state, is_awaited, medium, sum, vat ON documents
    BEGIN
      UPDATE register_totals SET documents = documents - 1, sum = sum - old.sum, vat = vat - old.vat
        WHERE organisation_id = old.organisation_id AND kind = old.kind AND medium = old.medium
          AND paper_state = old.paper_state AND is_awaited = old.is_awaited;
      INSERT INTO register_totals VALUES
        (new.organisation_id, new.kind, new.medium, new.paper_state, new.is_awaited, 1, new.sum, new.vat)
      ON CONFLICT DO UPDATE SET documents = documents + 1, sum = sum + excluded.sum, vat = vat + excluded.vat;
    END;

    CREATE TRIGGER documents_annulled_wait_for_nothing AFTER UPDATE OF state ON documents
    WHEN new.state = 'annulled' AND old.state <> 'annulled'
    BEGIN
      UPDATE documents SET paper_state = 'annulled', is_awaited = 0 WHERE seq = new.seq;
      UPDATE approvals SET state = 'withdrawn' WHERE document_id = new.id AND state IN ('waiting', 'later');
    END;

    CREATE TRIGGER documents_new_version_begins_anew AFTER UPDATE OF version ON documents
    WHEN new.version <> old.version
    BEGIN
      UPDATE documents SET route = 'issued', our_copy = 'here', their_copy = 'here', paper_state = 'issued', is_awaited = 0,
        way = NULL, track = '', sent_on = NULL, received_on = NULL WHERE seq = new.seq;
      UPDATE approvals SET state = 'withdrawn' WHERE document_id = new.id AND state IN ('waiting', 'later');
    END;

    CREATE TABLE approvals (
      seq INTEGER PRIMARY KEY NOT NULL,
      id TEXT NOT NULL UNIQUE,
      document_id TEXT NOT NULL REFERENCES documents (id),
      version INTEGER NOT NULL,
      turn INTEGER NOT NULL CHECK (turn >= 1),
      role TEXT,
      user_id TEXT REFERENCES users (id),
      state TEXT NOT NULL,
      asked_at TEXT NOT NULL,
      asked_by TEXT NOT NULL REFERENCES users (id),
      decided_at TEXT,
      decided_by TEXT REFERENCES users (id),
      comment TEXT NOT NULL,
      CHECK ((role IS NULL) <> (user_id IS NULL))
    ) STRICT;
    CREATE INDEX approvals_by_document ON approvals (document_id, seq);
    CREATE INDEX approvals_waiting ON approvals (seq) WHERE state = 'waiting';

    CREATE TABLE signatures (
      seq INTEGER PRIMARY KEY NOT NULL,
      document_id TEXT NOT NULL REFERENCES documents (id),
      version INTEGER NOT NULL,
      side TEXT NOT NULL CHECK (side IN ('us', 'them')),
      signatory TEXT NOT NULL,
      authority TEXT NOT NULL,
      signed_on TEXT NOT NULL CHECK (date(signed_on) IS signed_on),
      at TEXT NOT NULL,
      user_id TEXT NOT NULL REFERENCES users (id)
    ) STRICT;
    CREATE INDEX signatures_by_document ON signatures (document_id, seq);
    CREATE INDEX signatures_by_day ON signatures (signed_on);
    CREATE TRIGGER signatures_stay BEFORE DELETE ON signatures
      BEGIN SELECT RAISE(ABORT, 'a registered signature stays'); END;

    CREATE TABLE document_scans (
      seq INTEGER PRIMARY KEY NOT NULL,
      id TEXT NOT NULL UNIQUE,
      document_id TEXT NOT NULL REFERENCES documents (id),
      version INTEGER NOT NULL,
      name TEXT NOT NULL,
      sha256 TEXT NOT NULL REFERENCES files (sha256),
      pages INTEGER,
      at TEXT NOT NULL,
      user_id TEXT NOT NULL REFERENCES users (id),
      UNIQUE (document_id, sha256)
    ) STRICT;
    CREATE INDEX document_scans_by_hash ON document_scans (sha256);

    CREATE TABLE envelopes (
      seq INTEGER PRIMARY KEY NOT NULL,
      id TEXT NOT NULL UNIQUE,
      organisation_id TEXT NOT NULL REFERENCES organisations (party_id),
      party_id TEXT NOT NULL REFERENCES parties (id),
      way TEXT NOT NULL,
      track TEXT NOT NULL,
      state TEXT NOT NULL,
      state_on TEXT NOT NULL CHECK (date(state_on) IS state_on),
      made_at TEXT NOT NULL,
      made_by TEXT NOT NULL REFERENCES users (id),
      register_id TEXT REFERENCES documents (id)
    ) STRICT;
    CREATE UNIQUE INDEX envelopes_by_track ON envelopes (track) WHERE track <> '';
    CREATE INDEX envelopes_by_register ON envelopes (register_id) WHERE register_id IS NOT NULL;
    CREATE INDEX envelopes_by_party ON envelopes (party_id);
    CREATE INDEX envelopes_by_company ON envelopes (organisation_id, seq);
    CREATE INDEX envelopes_by_state ON envelopes (state, seq);
    CREATE TABLE envelope_documents (
      envelope_id TEXT NOT NULL REFERENCES envelopes (id),
      document_id TEXT NOT NULL REFERENCES documents (id),
      version INTEGER NOT NULL,
      PRIMARY KEY (envelope_id, document_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX envelope_documents_by_document ON envelope_documents (document_id);

    CREATE TABLE letters (
      seq INTEGER PRIMARY KEY NOT NULL,
      id TEXT NOT NULL UNIQUE,
      about TEXT NOT NULL,
      organisation_id TEXT NOT NULL REFERENCES organisations (party_id),
      party_id TEXT NOT NULL REFERENCES parties (id),
      recipient TEXT NOT NULL,
      subject TEXT NOT NULL,
      body TEXT NOT NULL,
      attachments TEXT NOT NULL CHECK (json_valid(attachments)),
      documents TEXT NOT NULL CHECK (json_valid(documents)),
      once_key TEXT NOT NULL,
      state TEXT NOT NULL,
      made_at TEXT NOT NULL,
      made_by TEXT NOT NULL REFERENCES users (id),
      sent_at TEXT,
      paper_id TEXT REFERENCES documents (id)
    ) STRICT;
    -- The same papers to the same party are one letter; a dropped one makes room for another.
    CREATE UNIQUE INDEX letters_once ON letters (once_key) WHERE state <> 'dropped';
    CREATE INDEX letters_by_paper ON letters (paper_id) WHERE paper_id IS NOT NULL;
    CREATE INDEX letters_by_party ON letters (party_id);
    CREATE INDEX letters_by_company ON letters (organisation_id);
    CREATE INDEX letters_by_state ON letters (state, seq);

    CREATE TABLE reminders (
      document_id TEXT NOT NULL REFERENCES documents (id),
      version INTEGER NOT NULL,
      step INTEGER NOT NULL,
      reminded_on TEXT NOT NULL CHECK (date(reminded_on) IS reminded_on),
      letter_id TEXT NOT NULL REFERENCES letters (id),
      PRIMARY KEY (document_id, version, step, letter_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE scans (
      seq INTEGER PRIMARY KEY NOT NULL,
      id TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      sha256 TEXT NOT NULL UNIQUE REFERENCES files (sha256),
      pages INTEGER NOT NULL,
      taken_as TEXT NOT NULL,
      at TEXT NOT NULL,
      user_id TEXT NOT NULL REFERENCES users (id)
    ) STRICT;
    CREATE TABLE scan_parts (
      seq INTEGER PRIMARY KEY NOT NULL,
      id TEXT NOT NULL UNIQUE,
      scan_id TEXT NOT NULL REFERENCES scans (id),
      first_page INTEGER NOT NULL CHECK (first_page >= 1),
      last_page INTEGER NOT NULL CHECK (last_page >= first_page),
      code TEXT NOT NULL,
      state TEXT NOT NULL,
      reason TEXT NOT NULL,
      document_id TEXT REFERENCES documents (id)
    ) STRICT;
    CREATE INDEX scan_parts_by_scan ON scan_parts (scan_id, first_page);
    CREATE INDEX scan_parts_by_document ON scan_parts (document_id) WHERE document_id IS NOT NULL;
    CREATE INDEX scan_parts_by_state ON scan_parts (state, seq);

    CREATE TABLE comparisons (
      seq INTEGER PRIMARY KEY NOT NULL,
      id TEXT NOT NULL UNIQUE,
      document_id TEXT NOT NULL REFERENCES documents (id),
      version INTEGER NOT NULL,
      file_name TEXT NOT NULL,
      file_sha256 TEXT NOT NULL REFERENCES files (sha256),
      format TEXT NOT NULL,
      differences TEXT NOT NULL CHECK (json_valid(differences)),
      verdict TEXT NOT NULL,
      at TEXT NOT NULL,
      user_id TEXT NOT NULL REFERENCES users (id),
      judged_at TEXT,
      judged_by TEXT REFERENCES users (id),
      comment TEXT NOT NULL
    ) STRICT;
    CREATE INDEX comparisons_by_document ON comparisons (document_id, seq);
    CREATE INDEX comparisons_by_hash ON comparisons (file_sha256);

    CREATE TABLE print_jobs (
      seq INTEGER PRIMARY KEY NOT NULL,
      id TEXT NOT NULL UNIQUE,
      state TEXT NOT NULL,
      printer TEXT NOT NULL,
      duplex INTEGER NOT NULL CHECK (duplex IN (0, 1)),
      sheets INTEGER NOT NULL,
      printed INTEGER NOT NULL CHECK (printed BETWEEN 0 AND sheets),
      problem TEXT NOT NULL,
      made_at TEXT NOT NULL,
      made_by TEXT NOT NULL REFERENCES users (id)
    ) STRICT;
    CREATE TABLE print_items (
      job_id TEXT NOT NULL REFERENCES print_jobs (id),
      position INTEGER NOT NULL,
      document_id TEXT NOT NULL REFERENCES documents (id),
      sha256 TEXT NOT NULL REFERENCES files (sha256),
      envelope TEXT NOT NULL,
      copies INTEGER NOT NULL CHECK (copies >= 1),
      pages INTEGER NOT NULL CHECK (pages >= 1),
      first_sheet INTEGER NOT NULL,
      last_sheet INTEGER NOT NULL CHECK (last_sheet >= first_sheet),
      PRIMARY KEY (job_id, position)
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX print_items_by_document ON print_items (document_id);
    CREATE INDEX print_items_by_hash ON print_items (sha256);

    CREATE TABLE gate_overrides (
      seq INTEGER PRIMARY KEY NOT NULL,
      order_id TEXT NOT NULL REFERENCES orders (id),
      user_id TEXT NOT NULL REFERENCES users (id),
      role TEXT NOT NULL,
      reason TEXT NOT NULL,
      at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX gate_overrides_by_order ON gate_overrides (order_id, seq);

    CREATE TABLE epd_states (
      order_id TEXT PRIMARY KEY NOT NULL REFERENCES orders (id),
      operator TEXT NOT NULL,
      etrn_status TEXT NOT NULL,
      order_status TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- Bases in use know nothing of the new rights; a new base gets all its rights later.
    INSERT INTO role_rights (role, "right")
    SELECT role, granted FROM (
      SELECT 'manager' AS role, 'documents.send' AS granted UNION ALL
      SELECT 'logistician', 'documents.send' UNION ALL
      SELECT 'officeManager', 'documents.send' UNION ALL
      SELECT 'accountant', 'documents.send' UNION ALL
      SELECT 'accountant', 'documents.accept' UNION ALL
      SELECT 'lawyer', 'contracts.judge' UNION ALL
      SELECT 'administrator', 'documents.send' UNION ALL
      SELECT 'administrator', 'documents.accept' UNION ALL
      SELECT 'administrator', 'contracts.judge'
    ) WHERE EXISTS (SELECT 1 FROM role_rights);
  `,
};
