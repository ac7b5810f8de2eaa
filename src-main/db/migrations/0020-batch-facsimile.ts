import type { MigrationStep } from './step.ts';

/** A batch may lay pictures of the stamp and the signature, and goes on doing so after a crash. */
export const batchFacsimile: MigrationStep = {
  id: 20,
  name: 'batch-facsimile',
  announcedLosses: [],
  sql: `ALTER TABLE batches ADD COLUMN facsimile INTEGER NOT NULL DEFAULT 0 CHECK (facsimile IN (0, 1));`,
};
