import type { MigrationStep } from './step.ts';

/**
 * Исправления: which one is in force stands at the document, whose version it was and why it was made at the version
 * (documents.md D9). With them come the facts that checks R-F7, R-F8 and R-F10 read: dangerous and oversize cargo, СПОТ.
 */
export const corrections: MigrationStep = {
  id: 13,
  name: 'corrections',
  announcedLosses: [],
  sql: `
    ALTER TABLE documents ADD COLUMN revision TEXT CHECK (revision IS NULL OR json_valid(revision));
    ALTER TABLE document_versions ADD COLUMN revision TEXT CHECK (revision IS NULL OR json_valid(revision));
    ALTER TABLE document_versions ADD COLUMN reason TEXT NOT NULL DEFAULT '';
    ALTER TABLE cargo ADD COLUMN dangerous TEXT CHECK (dangerous IS NULL OR json_valid(dangerous));
    ALTER TABLE cargo ADD COLUMN is_oversize INTEGER CHECK (is_oversize IN (0, 1));
    ALTER TABLE trips ADD COLUMN spot_qr_number TEXT;
  `,
};
