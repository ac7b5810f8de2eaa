import type { MigrationStep } from './step.ts';

/**
 * Papers that belong to no order (акт сверки, прайс-лист, опись): `documents.order_id` may be empty. SQLite cannot drop a
 * NOT NULL, so the table is built anew with its rows, indexes and triggers as steps 4 and 6 left them.
 */
export const papers: MigrationStep = {
  id: 8,
  name: 'papers',
  announcedLosses: [],
  sql: `
    CREATE TABLE new_documents (
      seq INTEGER PRIMARY KEY NOT NULL,
      id TEXT NOT NULL UNIQUE,
      organisation_id TEXT NOT NULL REFERENCES organisations (party_id),
      party_id TEXT NOT NULL REFERENCES parties (id),
      order_id TEXT REFERENCES orders (id),
      kind TEXT NOT NULL,
      number_class TEXT NOT NULL,
      year INTEGER NOT NULL CHECK (year = CAST(substr(date, 1, 4) AS INTEGER)),
      number TEXT NOT NULL CHECK (number <> ''),
      date TEXT NOT NULL CHECK (date(date) IS date),
      version INTEGER NOT NULL CHECK (version >= 1),
      sum INTEGER NOT NULL,
      vat INTEGER NOT NULL,
      state TEXT NOT NULL,
      medium TEXT NOT NULL,
      issued_at TEXT NOT NULL,
      issued_by TEXT NOT NULL REFERENCES users (id),
      content_hash TEXT NOT NULL,
      annulled_at TEXT,
      annulled_by TEXT REFERENCES users (id),
      annul_reason TEXT,
      search_text TEXT NOT NULL,
      UNIQUE (organisation_id, number_class, year, number),
      CHECK ((state = 'annulled') = (annulled_at IS NOT NULL)),
      CHECK ((annulled_at IS NULL) = (annulled_by IS NULL) AND (annulled_at IS NULL) = (annul_reason IS NULL))
    ) STRICT;

    INSERT INTO new_documents (
      seq, id, organisation_id, party_id, order_id, kind, number_class, year, number, date, version, sum, vat, state,
      medium, issued_at, issued_by, content_hash, annulled_at, annulled_by, annul_reason, search_text
    ) SELECT
      seq, id, organisation_id, party_id, order_id, kind, number_class, year, number, date, version, sum, vat, state,
      medium, issued_at, issued_by, content_hash, annulled_at, annulled_by, annul_reason, search_text
    FROM documents;

    DROP TABLE documents;
    ALTER TABLE new_documents RENAME TO documents;

    CREATE INDEX documents_by_date ON documents (date, seq);
    CREATE INDEX documents_by_order ON documents (order_id, seq);
    CREATE INDEX documents_by_state ON documents (state, date, seq);
    CREATE INDEX documents_by_kind ON documents (kind, date, seq);
    CREATE INDEX documents_by_party ON documents (party_id);

    CREATE TRIGGER documents_are_never_deleted BEFORE DELETE ON documents
    BEGIN SELECT RAISE(ABORT, 'an issued document is never deleted'); END;

    CREATE TRIGGER documents_keep_their_number
    BEFORE UPDATE OF id, organisation_id, order_id, kind, number_class, year, number ON documents
    WHEN (old.id, old.organisation_id, old.order_id, old.kind, old.number_class, old.year, old.number)
      IS NOT (new.id, new.organisation_id, new.order_id, new.kind, new.number_class, new.year, new.number)
    BEGIN SELECT RAISE(ABORT, 'an issued document keeps its number'); END;

    CREATE TRIGGER documents_search_insert AFTER INSERT ON documents
    BEGIN
      INSERT INTO documents_search (rowid, search_text) VALUES (new.seq, new.search_text);
    END;

    CREATE TRIGGER documents_search_update AFTER UPDATE OF search_text ON documents
    WHEN old.search_text IS NOT new.search_text
    BEGIN
      INSERT INTO documents_search (documents_search, rowid, search_text) VALUES ('delete', old.seq, old.search_text);
      INSERT INTO documents_search (rowid, search_text) VALUES (new.seq, new.search_text);
    END;

    CREATE TRIGGER documents_search_delete AFTER DELETE ON documents
    BEGIN
      INSERT INTO documents_search (documents_search, rowid, search_text) VALUES ('delete', old.seq, old.search_text);
    END;
  `,
};
