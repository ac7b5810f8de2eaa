import { moneyToDecimal } from '#shared/kernel/money.ts';
import type { AllocationRow, StoredOperation } from '../../ports/payments.ts';
import type { WriteStores } from '../../ports/base.ts';
import { recordAudit } from '../audit.ts';
import type { CallContext, CoreDeps } from '../deps.ts';

/**
 * The one place where a payment becomes a fact of an order: `payment.applied` and `payment.undone` go into the journal inside
 * the transaction of the change. Whoever must act on payments (tasks, stages, the CRM) is called here and nowhere else.
 */
const recordFact = (
  deps: CoreDeps,
  context: CallContext,
  stores: WriteStores,
  action: 'payment.applied' | 'payment.undone',
  operation: StoredOperation,
  rows: readonly AllocationRow[],
): void => {
  const { id, number, bookedOn } = operation;
  const fact = { operationId: id, number, bookedOn, sum: moneyToDecimal(operation.sum) };
  const parts = rows.map(({ kind, documentId, partyId, sum, how, writeOff }) => ({
    kind,
    documentId,
    partyId,
    how,
    writeOff,
    sum: moneyToDecimal(sum),
  }));
  const sides = (value: unknown) =>
    action === 'payment.applied' ? { before: null, after: value } : { before: value, after: null };
  const change = { action, right: 'payments.edit' } as const;
  recordAudit(deps, context, stores, {
    ...change,
    ...sides({ ...fact, parts }),
    entity: 'payment',
    entityId: id,
  });
  for (const row of rows) {
    const document = row.documentId === null || row.writeOff !== null ? null : stores.documents.get(row.documentId);
    if (document === null || document.orderId === null) continue;
    const { id: documentId, number: paper } = document;
    const part = { ...fact, kind: row.kind, documentId, document: paper, sum: moneyToDecimal(row.sum) };
    recordAudit(deps, context, stores, { ...change, ...sides(part), entity: 'order', entityId: document.orderId });
  }
};

/** Puts an operation where the rows say, and tells so. */
export const applyPayment = (
  deps: CoreDeps,
  context: CallContext,
  stores: WriteStores,
  operation: StoredOperation,
  rows: readonly AllocationRow[],
): void => {
  stores.payments.settle(operation, rows);
  recordFact(deps, context, stores, 'payment.applied', operation, rows);
};

/** Tells that an operation is no longer where it was put; its rows are still there when this is called. */
export const recordUndone = (
  deps: CoreDeps,
  context: CallContext,
  stores: WriteStores,
  operation: StoredOperation,
): void => {
  const rows = stores.payments.ofOperations([operation.id]).get(operation.id) ?? [];
  recordFact(deps, context, stores, 'payment.undone', operation, rows);
};

/** Takes an operation back from where it was put, and tells so. */
export const undoPayment = (
  deps: CoreDeps,
  context: CallContext,
  stores: WriteStores,
  operation: StoredOperation,
): void => {
  recordUndone(deps, context, stores, operation);
  stores.payments.unsettle(operation.id);
};
