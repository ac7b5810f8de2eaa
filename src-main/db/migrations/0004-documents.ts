import type { MigrationStep } from './step.ts';

/**
 * Issued documents with their frozen data, files and number series. Triggers keep the promises of documents.md D8 and D9
 * even against our own mistakes: a document never disappears, its number and its snapshot never change.
 */
export const documents: MigrationStep = {
  id: 4,
  name: 'documents',
  announcedLosses: [],
  sql: `
    CREATE TABLE documents (
      seq INTEGER PRIMARY KEY NOT NULL,
      id TEXT NOT NULL UNIQUE,
      organisation_id TEXT NOT NULL REFERENCES organisations (party_id),
      party_id TEXT NOT NULL REFERENCES parties (id),
      order_id TEXT NOT NULL REFERENCES orders (id),
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
    CREATE INDEX documents_by_date ON documents (date, seq);
    CREATE INDEX documents_by_order ON documents (order_id, seq);
    CREATE INDEX documents_by_state ON documents (state, date, seq);
    CREATE INDEX documents_by_kind ON documents (kind, date, seq);
    CREATE INDEX documents_by_party ON documents (party_id);

    CREATE TABLE document_versions (
      document_id TEXT NOT NULL REFERENCES documents (id),
      version INTEGER NOT NULL CHECK (version >= 1),
      kind TEXT NOT NULL,
      edition TEXT NOT NULL,
      template_sha256 TEXT NOT NULL,
      data TEXT NOT NULL CHECK (json_valid(data)),
      origins TEXT NOT NULL CHECK (json_valid(origins)),
      PRIMARY KEY (document_id, version)
    ) STRICT;

    CREATE TABLE files (
      sha256 TEXT PRIMARY KEY NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
      size INTEGER NOT NULL CHECK (size >= 0)
    ) STRICT;

    CREATE TABLE document_files (
      document_id TEXT NOT NULL,
      version INTEGER NOT NULL,
      format TEXT NOT NULL,
      is_draft INTEGER NOT NULL CHECK (is_draft IN (0, 1)),
      sha256 TEXT NOT NULL REFERENCES files (sha256),
      name TEXT NOT NULL,
      PRIMARY KEY (document_id, version, format, is_draft),
      FOREIGN KEY (document_id, version) REFERENCES document_versions (document_id, version)
    ) STRICT;
    CREATE INDEX document_files_by_hash ON document_files (sha256);

    CREATE TABLE number_series (
      organisation_id TEXT NOT NULL REFERENCES organisations (party_id),
      number_class TEXT NOT NULL,
      year INTEGER NOT NULL,
      next INTEGER NOT NULL CHECK (next >= 1),
      PRIMARY KEY (organisation_id, number_class, year)
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER documents_are_never_deleted BEFORE DELETE ON documents
    BEGIN SELECT RAISE(ABORT, 'an issued document is never deleted'); END;

    CREATE TRIGGER documents_keep_their_number
    BEFORE UPDATE OF id, organisation_id, order_id, kind, number_class, year, number ON documents
    WHEN (old.id, old.organisation_id, old.order_id, old.kind, old.number_class, old.year, old.number)
      IS NOT (new.id, new.organisation_id, new.order_id, new.kind, new.number_class, new.year, new.number)
    BEGIN SELECT RAISE(ABORT, 'an issued document keeps its number'); END;

    CREATE TRIGGER snapshots_are_never_changed BEFORE UPDATE ON document_versions
    BEGIN SELECT RAISE(ABORT, 'a snapshot is never changed'); END;

    CREATE TRIGGER snapshots_are_never_deleted BEFORE DELETE ON document_versions
    BEGIN SELECT RAISE(ABORT, 'a snapshot is never deleted'); END;
  `,
};
