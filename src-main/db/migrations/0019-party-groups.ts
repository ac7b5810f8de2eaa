import type { MigrationStep } from './step.ts';

/** A client's group of companies: one of its members may pay for another. */
export const partyGroups: MigrationStep = {
  id: 19,
  name: 'party-groups',
  announcedLosses: [],
  sql: `ALTER TABLE parties ADD COLUMN group_name TEXT NOT NULL DEFAULT '';`,
};
