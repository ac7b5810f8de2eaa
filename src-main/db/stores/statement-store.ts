import { and, asc, count, desc, eq, getTableColumns, inArray, ne, sql } from 'drizzle-orm';
import type { StatementReader, StatementWriter, StoredOperation } from '../../ports/payments.ts';
import { searchWords } from './fold-text.ts';
import type { Drizzle } from '../open-sqlite.ts';
import { documentFiles, files } from '../schema/documents.ts';
import { incomingPapers } from '../schema/incoming.ts';
import {
  allocations,
  bankOperations,
  linkedAccounts,
  matchingRules,
  repeatedOperations,
  statementAccounts,
  statementImports,
  statementPeriods,
} from '../schema/payments.ts';
import { searchTextOf, sumForSearch } from './text-search.ts';

const { seq: _seq, ...importColumns } = getTableColumns(statementImports);
const { seq: _order, keyHash: _key, searchText: _text, ...operationColumns } = getTableColumns(bankOperations);

/** Bound values of one question; SQLite allows more, but a list of this length is quick enough. */
const KEYS_AT_ONCE = 500;

export const createStatementStore = (db: Drizzle): StatementReader & StatementWriter => {
  const insertOperation = db
    .insert(bankOperations)
    .values(
      Object.fromEntries(
        Object.keys(getTableColumns(bankOperations))
          .filter((column) => column !== 'seq')
          .map((column) => [column, sql.placeholder(column)]),
        // The names are those of the table's own columns; only building them from a list makes the compiler forget it.
      ) as unknown as typeof bankOperations.$inferInsert,
    )
    .prepare();

  return {
    get: (importId) =>
      db.select(importColumns).from(statementImports).where(eq(statementImports.id, importId)).get() ?? null,
    withFile: (sha256) =>
      db.select(importColumns).from(statementImports).where(eq(statementImports.fileSha256, sha256)).get() ?? null,
    list: ({ limit, offset }) => ({
      total: db.select({ rows: count() }).from(statementImports).get()?.rows ?? 0,
      items: db
        .select(importColumns)
        .from(statementImports)
        .orderBy(desc(statementImports.seq))
        .limit(limit)
        .offset(offset)
        .all(),
    }),
    accountsOf: (importId) => accountsOf(db, importId),
    periodsOf: (account) =>
      db
        .select(periodColumns)
        .from(statementPeriods)
        .where(eq(statementPeriods.account, account))
        .orderBy(asc(statementPeriods.fromDate), asc(statementPeriods.toDate))
        .all(),
    linkedAccounts: () =>
      new Map(
        db
          .select()
          .from(linkedAccounts)
          .all()
          .map(({ account, organisationId }) => [account, organisationId]),
      ),
    operation: (id) => db.select(operationColumns).from(bankOperations).where(eq(bankOperations.id, id)).get() ?? null,
    operations: ({ importId, isSettled, text }, { limit, offset }) => {
      const where = and(
        importId === undefined ? undefined : eq(bankOperations.importId, importId),
        // A literal keeps the index of unsettled operations usable.
        isSettled === undefined ? undefined : sql`${bankOperations.isSettled} = ${sql.raw(isSettled ? '1' : '0')}`,
        ...searchWords(text ?? '').map((word) => sql`instr(${bankOperations.searchText}, ${word}) > 0`),
      );
      return {
        total: db.select({ rows: count() }).from(bankOperations).where(where).get()?.rows ?? 0,
        items: db
          .select(operationColumns)
          .from(bankOperations)
          .where(where)
          .orderBy(asc(bankOperations.bookedOn), asc(bankOperations.seq))
          .limit(limit)
          .offset(offset)
          .all(),
      };
    },
    withKeys: (keyHashes) => withKeys(db, keyHashes),
    dependentOf: (importId) => dependentOf(db, importId),
    insert: (statement, accounts, file) => {
      db.insert(files).values({ sha256: statement.fileSha256, size: file.size }).onConflictDoNothing().run();
      db.insert(statementImports).values(statement).run();
      accounts.forEach(({ account, organisationId, periods }, position) => {
        db.insert(statementAccounts).values({ importId: statement.id, position, account, organisationId }).run();
        periods.forEach(({ from, to, opening, closing, incoming, outgoing }, place) => {
          const sums = { opening, closing, incoming, outgoing };
          const row = { importId: statement.id, account, position: place, fromDate: from, toDate: to, ...sums };
          db.insert(statementPeriods).values(row).run();
        });
      });
    },
    linkAccount: (account, organisationId, importId) => {
      db.insert(linkedAccounts).values({ account, organisationId, importId }).run();
    },
    insertOperation: (operation, keyHash) => {
      insertOperation.run({ ...operation, keyHash, searchText: searchTextFor(operation) });
    },
    insertRepeat: (importId, line, operationId) => {
      db.insert(repeatedOperations).values({ importId, line, operationId }).run();
    },
    setTotals: (importId, totals) => {
      db.update(statementImports).set(totals).where(eq(statementImports.id, importId)).run();
    },
    remove: (importId) => removeImport(db, importId),
  };
};

const periodColumns = {
  from: statementPeriods.fromDate,
  to: statementPeriods.toDate,
  opening: statementPeriods.opening,
  closing: statementPeriods.closing,
  incoming: statementPeriods.incoming,
  outgoing: statementPeriods.outgoing,
};

const accountsOf: (db: Drizzle, importId: string) => ReturnType<StatementReader['accountsOf']> = (db, importId) => {
  const periods = Map.groupBy(
    db
      .select({ account: statementPeriods.account, ...periodColumns })
      .from(statementPeriods)
      .where(eq(statementPeriods.importId, importId))
      .orderBy(asc(statementPeriods.position))
      .all(),
    ({ account }) => account,
  );
  return db
    .select()
    .from(statementAccounts)
    .where(eq(statementAccounts.importId, importId))
    .orderBy(asc(statementAccounts.position))
    .all()
    .map(({ account, organisationId }) => ({
      account,
      organisationId,
      periods: (periods.get(account) ?? []).map(({ account: _of, ...period }) => period),
    }));
};

const withKeys = (db: Drizzle, keyHashes: readonly string[]): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (let from = 0; from < keyHashes.length; from += KEYS_AT_ONCE) {
    const some = keyHashes.slice(from, from + KEYS_AT_ONCE);
    const rows = db
      .select({ id: bankOperations.id, keyHash: bankOperations.keyHash })
      .from(bankOperations)
      .where(inArray(bankOperations.keyHash, some))
      .all();
    for (const { id, keyHash } of rows) found.set(keyHash, id);
  }
  return found;
};

const dependentOf: (db: Drizzle, importId: string) => ReturnType<StatementReader['dependentOf']> = (db, importId) => {
  const repeated = db
    .select({ importId: repeatedOperations.importId, repeats: count() })
    .from(repeatedOperations)
    .innerJoin(bankOperations, eq(bankOperations.id, repeatedOperations.operationId))
    .where(and(eq(bankOperations.importId, importId), ne(repeatedOperations.importId, importId)))
    .groupBy(repeatedOperations.importId)
    .get();
  if (repeated) return repeated;
  const user = db
    .select({ importId: statementAccounts.importId })
    .from(linkedAccounts)
    .innerJoin(statementAccounts, eq(statementAccounts.account, linkedAccounts.account))
    .where(and(eq(linkedAccounts.importId, importId), ne(statementAccounts.importId, importId)))
    .get();
  return user ? { importId: user.importId, repeats: 0 } : null;
};

const removeImport = (db: Drizzle, importId: string): void => {
  const own = db.select({ id: bankOperations.id }).from(bankOperations).where(eq(bankOperations.importId, importId));
  const file = db
    .select({ sha256: statementImports.fileSha256 })
    .from(statementImports)
    .where(eq(statementImports.id, importId))
    .get();
  db.delete(allocations).where(inArray(allocations.operationId, own)).run();
  db.delete(repeatedOperations).where(eq(repeatedOperations.importId, importId)).run();
  db.delete(bankOperations).where(eq(bankOperations.importId, importId)).run();
  db.delete(matchingRules).where(eq(matchingRules.taughtBy, importId)).run();
  for (const table of [statementPeriods, statementAccounts, linkedAccounts])
    db.delete(table).where(eq(table.importId, importId)).run();
  db.delete(statementImports).where(eq(statementImports.id, importId)).run();
  if (file !== undefined) forgetFile(db, file.sha256);
};

/** The same bytes may stand behind another import. */
const forgetFile = (db: Drizzle, sha256: string): void => {
  const statement = db
    .select({ id: statementImports.id })
    .from(statementImports)
    .where(eq(statementImports.fileSha256, sha256));
  const document = db
    .select({ id: documentFiles.documentId })
    .from(documentFiles)
    .where(eq(documentFiles.sha256, sha256));
  const incoming = db
    .select({ id: incomingPapers.id })
    .from(incomingPapers)
    .where(eq(incomingPapers.fileSha256, sha256));
  if ([statement, document, incoming].some((asked) => asked.get() !== undefined)) return;
  db.delete(files).where(eq(files.sha256, sha256)).run();
};

const searchTextFor = ({ payer, payee, number, sum, purpose }: StoredOperation): string =>
  searchTextOf([
    ...[payer, payee].flatMap(({ name, inn, account }) => [name, inn ?? '', account]),
    number,
    sumForSearch(sum),
    purpose,
  ]);
