import { and, asc, eq, getTableColumns, gte, inArray, lte, ne, sql } from 'drizzle-orm';
import { InvariantError } from '#shared/kernel/assert.ts';
import type { DocumentId } from '#shared/kernel/id.ts';
import { isIncomingKind } from '#shared/domain/incoming/incoming.ts';
import { kopecks, sumMoney, type Kopecks } from '#shared/kernel/money.ts';
import type {
  AllocationRow,
  DealDocument,
  PaymentReader,
  PaymentWriter,
  StoredOperation,
  StoredRule,
} from '../../ports/payments.ts';
import type { Drizzle } from '../open-sqlite.ts';
import { documents } from '../schema/documents.ts';
import { incomingPapers } from '../schema/incoming.ts';
import { orders } from '../schema/orders.ts';
import { contracts } from '../schema/parties.ts';
import { allocations, bankOperations, matchingRules, matchingSettings, tableMappings } from '../schema/payments.ts';

const { seq: _seq, incomingId: _incoming, ...ownColumns } = getTableColumns(allocations);
/** Money stands on a paper of ours or on a bill of a supplier; ids of both come from one space. */
const rowColumns = {
  ...ownColumns,
  documentId: sql<DocumentId | null>`coalesce(${allocations.documentId}, ${allocations.incomingId})`,
};

const RECEIPT_COLUMNS = {
  ...rowColumns,
  organisationId: bankOperations.organisationId,
  direction: bankOperations.direction,
  bookedOn: bankOperations.bookedOn,
  number: bankOperations.number,
  date: bankOperations.date,
  purpose: bankOperations.purpose,
};

export const createPaymentStore = (db: Drizzle): PaymentReader & PaymentWriter => ({
  ofOperations: (operationIds) =>
    Map.groupBy(
      db
        .select(rowColumns)
        .from(allocations)
        .where(inArray(allocations.operationId, [...operationIds]))
        .orderBy(asc(allocations.seq))
        .all(),
      ({ operationId }) => operationId,
    ),
  ofDocuments: (documentIds) =>
    db
      .select(RECEIPT_COLUMNS)
      .from(allocations)
      .innerJoin(bankOperations, eq(bankOperations.id, allocations.operationId))
      .where(inArray(allocations.documentId, [...documentIds]))
      .orderBy(asc(bankOperations.bookedOn), asc(allocations.seq))
      .all(),
  receipts: ({ organisationId, partyId, from, to, kinds }) =>
    db
      .select(RECEIPT_COLUMNS)
      .from(allocations)
      .innerJoin(bankOperations, eq(bankOperations.id, allocations.operationId))
      .where(
        and(
          organisationId === undefined ? undefined : eq(bankOperations.organisationId, organisationId),
          partyId === undefined ? undefined : eq(allocations.partyId, partyId),
          from === undefined ? undefined : gte(bankOperations.bookedOn, from),
          to === undefined ? undefined : lte(bankOperations.bookedOn, to),
          kinds === undefined ? undefined : inArray(allocations.kind, [...kinds]),
        ),
      )
      .orderBy(asc(bankOperations.bookedOn), asc(allocations.seq))
      .all(),
  documents: (kinds) => dealDocuments(db, kinds),
  contracts: () => db.select().from(contracts).all(),
  rules: () =>
    db.select().from(matchingRules).orderBy(asc(matchingRules.madeAt), asc(matchingRules.id)).all().map(ruleOf),
  thresholds: () =>
    new Map(
      db
        .select()
        .from(matchingSettings)
        .all()
        .map(({ organisationId, autoPercent, confirmPercent, rounding, commissionBasisPoints }) => [
          organisationId,
          { auto: autoPercent / 100, confirm: confirmPercent / 100, rounding, commissionBasisPoints },
        ]),
    ),
  tableColumns: (headingHash) =>
    db.select().from(tableMappings).where(eq(tableMappings.headingHash, headingHash)).get()?.columns ?? null,
  settle: (operation, rows) => settle(db, operation, rows),
  unsettle: (operationId) => {
    db.delete(allocations).where(eq(allocations.operationId, operationId)).run();
    db.update(bankOperations).set({ isSettled: false }).where(eq(bankOperations.id, operationId)).run();
  },
  saveRule: ({ id, when: whenIs, outcome, isOn, asks, ...fields }) => {
    const marks = { ...(isOn ? {} : ({ isOff: true } as const)), ...(asks ? ({ asks } as const) : {}) };
    const row = { ...fields, whenIs, thenIs: { ...outcome, ...marks } };
    db.insert(matchingRules)
      .values({ id, ...row })
      .onConflictDoUpdate({ target: matchingRules.id, set: row })
      .run();
  },
  deleteRule: (id) => {
    db.delete(matchingRules).where(eq(matchingRules.id, id)).run();
  },
  saveThresholds: (organisationId, { auto, confirm, rounding, commissionBasisPoints }) => {
    const [autoPercent, confirmPercent] = [Math.round(auto * 100), Math.round(confirm * 100)];
    const row = { autoPercent, confirmPercent, rounding, commissionBasisPoints };
    db.insert(matchingSettings)
      .values({ organisationId, ...row })
      .onConflictDoUpdate({ target: matchingSettings.organisationId, set: row })
      .run();
  },
  saveTableColumns: (headingHash, columns, confirmedAt, confirmedBy) => {
    const row = { columns, confirmedAt, confirmedBy };
    db.insert(tableMappings)
      .values({ headingHash, ...row })
      .onConflictDoUpdate({ target: tableMappings.headingHash, set: row })
      .run();
  },
});

const ruleOf = ({ whenIs, thenIs, ...rule }: typeof matchingRules.$inferSelect): StoredRule => {
  const { isOff = false, asks = false, ...outcome } = thenIs;
  return { ...rule, when: whenIs, outcome, isOn: !isOff, asks };
};

/** Money may neither appear nor vanish between an operation and where it is put. */
const settle = (db: Drizzle, operation: StoredOperation, rows: readonly AllocationRow[]): void => {
  const total = sumMoney(rows.filter(({ writeOff }) => writeOff === null).map(({ sum }) => sum));
  if (total !== operation.sum)
    throw new InvariantError(`operation ${operation.id}: ${total} is put of ${operation.sum}`);
  const { changes } = db
    .update(bankOperations)
    .set({ isSettled: true })
    .where(and(eq(bankOperations.id, operation.id), eq(bankOperations.isSettled, false)))
    .run();
  if (changes !== 1) throw new InvariantError(`operation ${operation.id} is already put somewhere`);
  for (const row of rows) {
    const incomingId = isIncoming(db, row.documentId) ? row.documentId : null;
    const place = incomingId === null ? {} : { documentId: null, incomingId };
    db.insert(allocations)
      .values({ ...row, ...place })
      .run();
  }
};

const isIncoming = (db: Drizzle, id: DocumentId | null): boolean =>
  id !== null &&
  db.select({ id: incomingPapers.id }).from(incomingPapers).where(eq(incomingPapers.id, id)).get() !== undefined;

const OWN_DEAL = {
  id: documents.id,
  organisationId: documents.organisationId,
  partyId: documents.partyId,
  orderId: documents.orderId,
  kind: documents.kind,
  number: documents.number,
  date: documents.date,
  sum: documents.sum,
  vat: documents.vat,
  orderNumber: orders.number,
  contractId: orders.contractId,
};
const BILL_DEAL = {
  id: incomingPapers.id,
  organisationId: incomingPapers.organisationId,
  partyId: incomingPapers.partyId,
  orderId: incomingPapers.orderId,
  kind: incomingPapers.kind,
  number: incomingPapers.number,
  date: incomingPapers.date,
  sum: incomingPapers.sum,
  vat: incomingPapers.vat,
  orderNumber: orders.number,
};

const dealDocuments = (db: Drizzle, kinds: readonly string[]): readonly DealDocument[] => {
  const paidById = new Map<string, Kopecks>();
  const paid = db
    .select({ documentId: rowColumns.documentId, kind: allocations.kind, sum: allocations.sum })
    .from(allocations)
    .where(sql`coalesce(${allocations.documentId}, ${allocations.incomingId}) IS NOT NULL`)
    .all();
  for (const { documentId, kind, sum } of paid) {
    const before = paidById.get(documentId ?? '') ?? 0n;
    paidById.set(documentId ?? '', kopecks(kind === 'refund' ? before - sum : before + sum));
  }
  const own = db
    .select(OWN_DEAL)
    .from(documents)
    .leftJoin(orders, eq(orders.id, documents.orderId))
    .where(and(inArray(sql`${documents.kind}`, [...kinds]), ne(documents.state, 'annulled')))
    .orderBy(asc(documents.date), asc(documents.seq))
    .all();
  const bills = kinds.some(isIncomingKind)
    ? db
        .select(BILL_DEAL)
        .from(incomingPapers)
        .leftJoin(orders, eq(orders.id, incomingPapers.orderId))
        .where(and(inArray(sql`${incomingPapers.kind}`, [...kinds]), ne(incomingPapers.state, 'annulled')))
        .orderBy(asc(incomingPapers.date), asc(incomingPapers.seq))
        .all()
        // The contract of the order is with its buyer, not with whoever wrote the bill.
        .map((bill) => ({ ...bill, contractId: null }))
    : [];
  return [...own, ...bills].map((document) => ({
    ...document,
    orderNumber: document.orderNumber ?? '',
    paid: paidById.get(document.id) ?? kopecks(0n),
  }));
};
