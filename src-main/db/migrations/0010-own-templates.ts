import type { MigrationStep } from './step.ts';

/**
 * Templates of the customer and all their versions. A removed template keeps its versions: issued documents are pinned to
 * them by `document_versions.template_sha256`.
 */
export const ownTemplates: MigrationStep = {
  id: 10,
  name: 'own-templates',
  announcedLosses: [],
  sql: `
    CREATE TABLE own_templates (
      seq INTEGER PRIMARY KEY NOT NULL,
      id TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL,
      name TEXT NOT NULL,
      organisation_id TEXT REFERENCES organisations (party_id),
      file_name TEXT NOT NULL,
      is_on INTEGER NOT NULL CHECK (is_on IN (0, 1)),
      version INTEGER NOT NULL CHECK (version >= 0),
      sha256 TEXT REFERENCES files (sha256),
      since TEXT,
      checked_sha256 TEXT NOT NULL CHECK (length(checked_sha256) = 64),
      problems TEXT NOT NULL CHECK (json_valid(problems)),
      added_at TEXT NOT NULL,
      added_by TEXT NOT NULL REFERENCES users (id),
      removed_at TEXT,
      CHECK ((version = 0) = (sha256 IS NULL) AND (version = 0) = (since IS NULL)),
      CHECK (removed_at IS NULL OR is_on = 0)
    ) STRICT;
    CREATE UNIQUE INDEX own_templates_one_on ON own_templates (kind, ifnull(organisation_id, '')) WHERE is_on = 1;
    CREATE UNIQUE INDEX own_templates_by_file ON own_templates (file_name) WHERE removed_at IS NULL;
    CREATE INDEX own_templates_by_organisation ON own_templates (organisation_id);
    CREATE INDEX own_templates_by_sha256 ON own_templates (sha256);

    CREATE TABLE own_template_versions (
      template_id TEXT NOT NULL REFERENCES own_templates (id),
      version INTEGER NOT NULL CHECK (version >= 1),
      sha256 TEXT NOT NULL REFERENCES files (sha256),
      at TEXT NOT NULL,
      by TEXT REFERENCES users (id),
      PRIMARY KEY (template_id, version)
    ) STRICT;
    CREATE INDEX own_template_versions_by_sha256 ON own_template_versions (sha256);

    CREATE TRIGGER own_template_versions_are_never_changed BEFORE UPDATE ON own_template_versions
    BEGIN SELECT RAISE(ABORT, 'a version of a template is never changed'); END;
    CREATE TRIGGER own_template_versions_are_never_deleted BEFORE DELETE ON own_template_versions
    BEGIN SELECT RAISE(ABORT, 'a version of a template is never deleted'); END;

    CREATE INDEX document_versions_by_template ON document_versions (template_sha256);
  `,
};
