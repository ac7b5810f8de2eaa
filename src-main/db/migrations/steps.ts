import { exchange1c } from './0011-exchange-1c.ts';
import { documents } from './0004-documents.ts';
import { journal } from './0005-journal.ts';
import { orders } from './0003-orders.ts';
import { parties } from './0002-parties.ts';
import { payments } from './0007-payments.ts';
import { search } from './0006-search.ts';
import { papers } from './0008-papers.ts';
import { batches } from './0009-batches.ts';
import { ownTemplates } from './0010-own-templates.ts';
import { processes } from './0012-processes.ts';
import { corrections } from './0013-corrections.ts';
import { freight } from './0014-freight.ts';
import { incoming } from './0015-incoming.ts';
import { papersWay } from './0016-papers-way.ts';
import { sync } from './0017-sync.ts';
import { facsimiles } from './0018-facsimiles.ts';
import { partyGroups } from './0019-party-groups.ts';
import { batchFacsimile } from './0020-batch-facsimile.ts';
import { registerMonths } from './0021-register-months.ts';
import type { MigrationStep } from './step.ts';
import { users } from './0001-users.ts';

/** Every step that this program knows, by number. A new step is one new file and one line here. */
export const MIGRATION_STEPS: readonly MigrationStep[] = [
  users,
  parties,
  orders,
  documents,
  journal,
  search,
  payments,
  papers,
  batches,
  ownTemplates,
  exchange1c,
  processes,
  corrections,
  freight,
  incoming,
  papersWay,
  sync,
  facsimiles,
  partyGroups,
  batchFacsimile,
  registerMonths,
];
