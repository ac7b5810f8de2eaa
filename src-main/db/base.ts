import { InvariantError } from '#shared/kernel/assert.ts';
import type { Base, WriteStores } from '../ports/base.ts';
import { createBatchStore } from './batch-store.ts';
import { createComparisonStore } from './comparison-store.ts';
import { createContractStore } from './contract-store.ts';
import { createDocumentStore } from './document-store.ts';
import { createAuditStore, createCommandStore, createSettingStore } from './journal-store.ts';
import { createNumberStore } from './number-store.ts';
import { openDrizzle, type Drizzle, type Sqlite } from './open-sqlite.ts';
import { createFacsimileStore } from './facsimile-store.ts';
import { createIncomingStore } from './incoming-store.ts';
import { createOneCStore } from './one-c-store.ts';
import { createOwnTemplateStore } from './own-template-store.ts';
import { createOrderStore } from './order-store.ts';
import { createOrganisationStore } from './organisation-store.ts';
import { createPartyStore } from './party-store.ts';
import { createPaymentStore } from './payment-store.ts';
import { createProcessStore } from './process-store.ts';
import { translateSqliteError } from './sqlite-error.ts';
import { createPrintStore } from './print-store.ts';
import { createReceptionStore } from './reception-store.ts';
import { createRegisterStore } from './register-store.ts';
import { createSendingStore } from './sending-store.ts';
import { createSigningStore } from './signing-store.ts';
import { createStatementStore } from './statement-store.ts';
import { createSyncStore } from './sync-store.ts';
import { createUserStore } from './user-store.ts';

/** The base over an open and migrated connection. `write` throws `StorageError` when the disk refuses; nothing changed then. */
export const createBase = (sqlite: Sqlite): Base => {
  const stores = createStores(openDrizzle(sqlite));

  const write = <T>(action: (stores: WriteStores) => T): T => {
    if (sqlite.inTransaction) throw new InvariantError('base.write inside base.write');
    try {
      // IMMEDIATE takes the right to write before the first read, so that what was read cannot be outdated at the commit.
      sqlite.exec('BEGIN IMMEDIATE');
      const result = action(stores);
      if (result instanceof Promise)
        throw new InvariantError('base.write takes a plain function: a transaction never waits');
      sqlite.exec('COMMIT');
      return result;
    } catch (error) {
      // SQLite itself rolls back on a full disk; then there is nothing left to do.
      if (sqlite.inTransaction) sqlite.exec('ROLLBACK');
      throw translateSqliteError(error);
    }
  };

  return { read: stores, write };
};

const createStores = (db: Drizzle): WriteStores => {
  const parties = createPartyStore(db);
  const documents = createDocumentStore(db);
  return {
    parties,
    organisations: createOrganisationStore(db, parties),
    contracts: createContractStore(db),
    orders: createOrderStore(db),
    documents,
    numbers: createNumberStore(db),
    users: createUserStore(db),
    audit: createAuditStore(db),
    commands: createCommandStore(db),
    settings: createSettingStore(db),
    batches: createBatchStore(db),
    incoming: createIncomingStore(db),
    oneC: createOneCStore(db),
    ownTemplates: createOwnTemplateStore(db),
    facsimiles: createFacsimileStore(db),
    statements: createStatementStore(db),
    payments: createPaymentStore(db),
    signing: createSigningStore(db),
    register: createRegisterStore(db),
    sending: createSendingStore(db),
    reception: createReceptionStore(db, documents),
    comparisons: createComparisonStore(db),
    printQueue: createPrintStore(db),
    processes: createProcessStore(db),
    sync: createSyncStore(db),
  };
};
