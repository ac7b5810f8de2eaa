import { documents } from './0004-documents.ts';
import { journal } from './0005-journal.ts';
import { orders } from './0003-orders.ts';
import { parties } from './0002-parties.ts';
import { search } from './0006-search.ts';
import type { MigrationStep } from './step.ts';
import { users } from './0001-users.ts';

/** Every step that this program knows, by number. A new step is one new file and one line here. */
export const MIGRATION_STEPS: readonly MigrationStep[] = [users, parties, orders, documents, journal, search];
