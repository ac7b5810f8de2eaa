import type { MigrationStep } from './step.ts';

/**
 * Pictures of stamps and signatures of our companies, and what of them was laid on each version of a document. The bytes
 * stay in the file store for good: a reprint needs them after the picture itself was replaced.
 */
export const facsimiles: MigrationStep = {
  id: 18,
  name: 'facsimiles',
  announcedLosses: [],
  sql: `
    CREATE TABLE facsimiles (
      organisation_id TEXT NOT NULL REFERENCES organisations (party_id),
      part TEXT NOT NULL CHECK (part IN ('stamp', 'signature')),
      -- Empty for a stamp.
      signatory_id TEXT NOT NULL CHECK ((part = 'stamp') = (signatory_id = '')),
      sha256 TEXT NOT NULL REFERENCES files (sha256),
      width_mm INTEGER NOT NULL CHECK (width_mm BETWEEN 5 AND 80),
      height_mm INTEGER NOT NULL CHECK (height_mm BETWEEN 1 AND 80),
      added_at TEXT NOT NULL,
      added_by TEXT NOT NULL REFERENCES users (id),
      PRIMARY KEY (organisation_id, part, signatory_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX facsimiles_by_file ON facsimiles (sha256);

    ALTER TABLE document_versions ADD COLUMN facsimile TEXT CHECK (facsimile IS NULL OR json_valid(facsimile));

    -- Bases in use know nothing of the new right; a new base gets all its rights later.
    INSERT INTO role_rights (role, "right")
    SELECT role, 'documents.stamp' FROM (
      SELECT 'director' AS role UNION ALL SELECT 'administrator'
    ) WHERE EXISTS (SELECT 1 FROM role_rights);
  `,
};
