import type { MigrationStep } from './step.ts';

/**
 * The journal of exports to 1C: which version of which document went when. By it an accountant sees what was changed after
 * it had gone, and a repeated export tells what is new in it.
 */
export const exchange1c: MigrationStep = {
  id: 11,
  name: 'exchange-1c',
  announcedLosses: [],
  sql: `
    CREATE TABLE one_c_exports (
      seq INTEGER PRIMARY KEY NOT NULL,
      id TEXT NOT NULL UNIQUE,
      organisation_id TEXT NOT NULL REFERENCES organisations (party_id),
      date_from TEXT NOT NULL CHECK (date(date_from) IS date_from),
      date_to TEXT NOT NULL CHECK (date(date_to) IS date_to),
      format TEXT NOT NULL,
      only_changed INTEGER NOT NULL CHECK (only_changed IN (0, 1)),
      file_name TEXT NOT NULL,
      sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
      size INTEGER NOT NULL CHECK (size >= 0),
      documents INTEGER NOT NULL CHECK (documents >= 0),
      made_at TEXT NOT NULL,
      made_by TEXT NOT NULL REFERENCES users (id),
      accepted_at TEXT,
      accepted_by TEXT REFERENCES users (id),
      CHECK ((accepted_at IS NULL) = (accepted_by IS NULL))
    ) STRICT;
    CREATE INDEX one_c_exports_by_organisation ON one_c_exports (organisation_id, seq);

    CREATE TABLE one_c_exported_documents (
      seq INTEGER PRIMARY KEY NOT NULL,
      export_id TEXT NOT NULL REFERENCES one_c_exports (id),
      document_id TEXT NOT NULL REFERENCES documents (id),
      version INTEGER NOT NULL CHECK (version >= 1),
      content_hash TEXT NOT NULL,
      state TEXT NOT NULL
    ) STRICT;
    CREATE INDEX one_c_exported_documents_by_document ON one_c_exported_documents (document_id, seq);
    CREATE INDEX one_c_exported_documents_by_export ON one_c_exported_documents (export_id);
    CREATE INDEX documents_of_company_by_date ON documents (organisation_id, date, seq);
  `,
};
