import type { MigrationStep } from './step.ts';

/** What papers of a carriage ask for: requirements of the vehicle, conditions of the trip, the cargo's code for the border. */
export const freight: MigrationStep = {
  id: 14,
  name: 'freight',
  announcedLosses: [],
  sql: `
    ALTER TABLE trips ADD COLUMN requirements TEXT NOT NULL DEFAULT '';
    ALTER TABLE trips ADD COLUMN special_conditions TEXT NOT NULL DEFAULT '';
    ALTER TABLE cargo ADD COLUMN hs_code TEXT NOT NULL DEFAULT '';
  `,
};
