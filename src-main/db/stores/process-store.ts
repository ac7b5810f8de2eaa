import type { ProcessReader, ProcessWriter } from '../../ports/processes.ts';
import type { Drizzle } from '../open-sqlite.ts';
import { createDefinitionStore } from './process-definition-store.ts';
import { createDeedStore } from './process-deed-store.ts';
import { createInstanceStore } from './process-instance-store.ts';
import { createTaskStore } from './process-task-store.ts';

/** Processes at work: four stores over the tables of step 0012. */
export const createProcessStore = (db: Drizzle): ProcessReader & ProcessWriter => ({
  ...createDefinitionStore(db),
  ...createInstanceStore(db),
  ...createTaskStore(db),
  ...createDeedStore(db),
});
