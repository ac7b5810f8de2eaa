import { appError, type AppError } from '#shared/contract/errors.ts';
import { otherSideOf } from '#shared/domain/bank/operation.ts';
import type { MatchProposal } from '#shared/domain/matching/types.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { asId, type PartyId } from '#shared/kernel/id.ts';
import { formatMoney, kopecks, parseMoney } from '#shared/kernel/money.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { WriteStores } from '../../ports/base.ts';
import type { AllocationRow, StoredOperation } from '../../ports/payments.ts';
import type { CallContext, CoreDeps, Handler } from '../deps.ts';
import { chosenRows, proposedRows, type RowMark } from './allocation-rows.ts';
import { applyPayment, undoPayment } from './payment-facts.ts';
import { createRowMaker, outstandingOf, payableKinds, type PaymentRow } from './payment-row.ts';
import type { ProposalCache } from './proposals.ts';
import { learnRule } from './rules.ts';

type Change = {
  readonly operation: StoredOperation;
  readonly rows: readonly Omit<AllocationRow, 'id'>[];
  /** What else belongs to the same decision, such as a rule learned from it. */
  readonly also?: (stores: WriteStores) => void;
};

/** Marks of a row that a person made. */
const markOf = (deps: CoreDeps, context: CallContext, how: AllocationRow['how']): RowMark => ({
  how,
  madeAt: deps.clock.now(),
  madeBy: requireDefined(context.actor, 'the acting person').user.id,
});

/** Puts the operation there in one transaction, taking it back first from where it was. */
const commitChange = (deps: CoreDeps, context: CallContext, { operation, rows, also }: Change): PaymentRow => {
  const row = context.commit((stores) => {
    if (operation.isSettled) undoPayment(deps, context, stores, operation);
    const made = rows.map((each) => ({ ...each, id: deps.random.uuid() }));
    applyPayment(deps, context, stores, { ...operation, isSettled: false }, made);
    also?.(stores);
    return createRowMaker(stores).row({ ...operation, isSettled: true }, made, undefined);
  });
  context.emit({ type: 'changed', entity: 'payment', id: operation.id });
  return row;
};

const findUnsettled = (deps: CoreDeps, id: string): Result<StoredOperation, AppError> => {
  const operation = deps.base.read.statements.operation(id);
  if (operation === null) return err(appError('payment.unknown', { id }));
  return operation.isSettled ? err(appError('payment.settled', { number: operation.number })) : ok(operation);
};

/** Who the money is from or for: what is proposed, else the card with the ИНН of the other side. */
const partyOf = (deps: CoreDeps, operation: StoredOperation, proposal: MatchProposal | undefined): PartyId | null => {
  const { inn } = otherSideOf(operation);
  return proposal?.partyId ?? (inn === null ? null : (deps.base.read.parties.findByTaxId(inn)?.id ?? null));
};

export const acceptPayment =
  (deps: CoreDeps, proposals: ProposalCache): Handler<'payments.accept'> =>
  (context, input) => {
    const operation = findUnsettled(deps, input.operationId);
    if (!operation.ok) return operation;
    const { number } = operation.value;
    const proposal = proposals.all().get(input.operationId);
    if (proposal === undefined || proposal.kind === 'unknown')
      return err(appError('payment.nothingProposed', { number }));
    const rows = proposedRows(deps.base.read, operation.value, proposal, markOf(deps, context, 'confirmed'));
    if (rows === null) return err(appError('payment.noParty', { payer: otherSideOf(operation.value).name }));
    return ok(commitChange(deps, context, { operation: operation.value, rows }));
  };

export const reassignPayment =
  (deps: CoreDeps): Handler<'payments.reassign'> =>
  (context, input) => {
    const operation = deps.base.read.statements.operation(input.operationId);
    if (operation === null) return err(appError('payment.unknown', { id: input.operationId }));
    const own = operation.isSettled
      ? (deps.base.read.payments.ofOperations([operation.id]).get(operation.id) ?? [])
      : [];
    const documentsById = new Map<string, ReturnType<typeof deps.base.read.payments.documents>[number]>(
      deps.base.read.payments.documents(payableKinds(operation)).map((document) => [document.id, document]),
    );
    let left: bigint = operation.sum;
    const parts: { documentId: string; partyId: PartyId; sum: bigint }[] = [];
    for (const { documentId, sum: asked } of input.documents) {
      const document = documentsById.get(documentId);
      if (document === undefined) return err(appError('document.unknown', { document: documentId }));
      const { number, partyId, organisationId } = document;
      if (organisationId !== operation.organisationId)
        return err(appError('payment.otherCompany', { document: number }));
      // What this very operation gave the document comes back before it is put anew.
      const given = own.filter((row) => row.documentId === documentId).reduce((total, row) => total + row.sum, 0n);
      const most = outstandingOf(document) + given;
      const parsed = asked === undefined ? null : parseMoney(asked);
      const sum: bigint = parsed === null ? (most < left ? most : left) : parsed.ok ? parsed.value : 0n;
      if (sum > most || sum > left || sum <= 0n)
        return err(appError('payment.tooMuch', { number, sum: formatMoney(kopecks(most < left ? most : left)) }));
      parts.push({ documentId, partyId, sum });
      left -= sum;
    }
    const rows = chosenRows(operation, parts, kopecks(left), markOf(deps, context, 'manual'));
    const [first] = parts;
    const also = (stores: WriteStores): void => {
      if (input.learn && first !== undefined && !isOwnDocument(deps, operation, first.partyId))
        learnRule(deps, context, stores, operation, { kind: 'payment', partyId: first.partyId });
    };
    return ok(commitChange(deps, context, { operation, rows, also }));
  };

/** The payer pays for itself: nothing to remember. */
const isOwnDocument = (deps: CoreDeps, operation: StoredOperation, partyId: PartyId): boolean => {
  const { inn } = otherSideOf(operation);
  return inn !== null && deps.base.read.parties.get(partyId)?.inn === inn;
};

export const markAdvance =
  (deps: CoreDeps, proposals: ProposalCache): Handler<'payments.markAdvance'> =>
  (context, input) => {
    const operation = findUnsettled(deps, input.operationId);
    if (!operation.ok) return operation;
    const asked = input.partyId === undefined ? null : (deps.base.read.parties.get(asId(input.partyId))?.id ?? null);
    const partyId = asked ?? partyOf(deps, operation.value, proposals.all().get(input.operationId));
    if (partyId === null) return err(appError('payment.noParty', { payer: otherSideOf(operation.value).name }));
    const mark = markOf(deps, context, 'manual');
    const row = wholeRow(operation.value, 'advance', partyId, 'Отмечено человеком как аванс', mark);
    return ok(commitChange(deps, context, { operation: operation.value, rows: [row] }));
  };

export const markNotOurs =
  (deps: CoreDeps, proposals: ProposalCache): Handler<'payments.notOurs'> =>
  (context, { operationId, kind, learn }) => {
    const operation = findUnsettled(deps, operationId);
    if (!operation.ok) return operation;
    const partyId = partyOf(deps, operation.value, proposals.all().get(operationId));
    const mark = markOf(deps, context, 'manual');
    const row = wholeRow(operation.value, kind, partyId, 'Отмечено человеком', mark);
    const also = (stores: WriteStores): void => {
      // A known payer pays for other things too: one foreign payment says nothing of the next.
      if (learn && partyId === null) learnRule(deps, context, stores, operation.value, { kind, partyId });
    };
    return ok(commitChange(deps, context, { operation: operation.value, rows: [row], also }));
  };

const wholeRow = (
  { id, sum }: StoredOperation,
  kind: AllocationRow['kind'],
  partyId: PartyId | null,
  why: string,
  mark: RowMark,
): Omit<AllocationRow, 'id'> => ({
  operationId: id,
  kind,
  partyId,
  documentId: null,
  sum,
  writeOff: null,
  confidence: 100,
  why,
  ruleId: null,
  ...mark,
});

export const undoOnePayment =
  (deps: CoreDeps): Handler<'payments.undo'> =>
  (context, { operationId }) => {
    const operation = deps.base.read.statements.operation(operationId);
    if (operation === null) return err(appError('payment.unknown', { id: operationId }));
    if (!operation.isSettled) return err(appError('payment.notSettled', { number: operation.number }));
    const row = context.commit((stores) => {
      undoPayment(deps, context, stores, operation);
      return createRowMaker(stores).row({ ...operation, isSettled: false }, [], undefined);
    });
    context.emit({ type: 'changed', entity: 'payment', id: operationId });
    return ok(row);
  };
