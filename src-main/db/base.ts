import { InvariantError } from '#shared/kernel/assert.ts';
import type { Base, WriteStores } from '../ports/base.ts';
import { createBatchStore } from './stores/batch-store.ts';
import { createComparisonStore } from './stores/comparison-store.ts';
import { createContractStore } from './stores/contract-store.ts';
import { createDocumentStore } from './stores/document-store.ts';
import { createAuditStore, createCommandStore, createSettingStore } from './stores/journal-store.ts';
import { createNumberStore } from './stores/number-store.ts';
import { openDrizzle, type Drizzle, type Sqlite } from './open-sqlite.ts';
import { createFacsimileStore } from './stores/facsimile-store.ts';
import { createIncomingStore } from './stores/incoming-store.ts';
import { createOneCStore } from './stores/one-c-store.ts';
import { createOwnTemplateStore } from './stores/own-template-store.ts';
import { createOrderStore } from './stores/order-store.ts';
import { createOrganisationStore } from './stores/organisation-store.ts';
import { createPartyStore } from './stores/party-store.ts';
import { createPaymentStore } from './stores/payment-store.ts';
import { createProcessStore } from './stores/process-store.ts';
import { translateSqliteError } from './sqlite-error.ts';
import { createPrintStore } from './stores/print-store.ts';
import { createReceptionStore } from './stores/reception-store.ts';
import { createRegisterStore } from './stores/register-store.ts';
import { createSendingStore } from './stores/sending-store.ts';
import { createSigningStore } from './stores/signing-store.ts';
import { createStatementStore } from './stores/statement-store.ts';
import { createSyncStore } from './stores/sync-store.ts';
import { createUserStore } from './stores/user-store.ts';

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
