import { appError, type AppError } from '#shared/contract/errors.ts';
import { makeMove, MOVE_NAMES, type Move } from '#shared/domain/signing/moves.ts';
import type { Course } from '#shared/domain/signing/course.ts';
import type { Right } from '#shared/domain/users/rights.ts';
import { assert } from '#shared/kernel/assert.ts';
import { asId } from '#shared/kernel/id.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { DocumentSummary, ReadStores, WriteStores } from '../../ports/base.ts';
import { recordWithOrder } from '../audit.ts';
import type { CallContext, CoreDeps } from '../deps.ts';
import { nameOf } from '../packs/issue-answer.ts';
import { courseOf, factsOf, wayAfter, type WayChange } from './way.ts';

/** A document that may make a move, and the course it makes it to. */
export type ReadyMove = { readonly document: DocumentSummary; readonly course: Course };

export const findPaper = (stores: Pick<ReadStores, 'documents'>, id: string): Result<DocumentSummary, AppError> => {
  const document = stores.documents.get(asId(id));
  return document === null ? err(appError('document.unknown', { document: id })) : ok(document);
};

/** May this document make this move now? Refused with what stands in the way. */
export const checkMove = (
  stores: Pick<ReadStores, 'comparisons'>,
  document: DocumentSummary,
  move: Move,
): Result<ReadyMove, AppError> => {
  if (document.state === 'annulled') return err(appError('document.annulled', { document: nameOf(document) }));
  const course = makeMove(courseOf(document), move, factsOf(stores, document));
  if (course.ok) return ok({ document, course: course.value });
  return err(appError('paper.move', { document: nameOf(document), move: MOVE_NAMES[move], reason: course.error }));
};

export const readyToMove = (
  stores: Pick<ReadStores, 'comparisons' | 'documents'>,
  id: string,
  move: Move,
): Result<ReadyMove, AppError> => {
  const document = findPaper(stores, id);
  return document.ok ? checkMove(stores, document.value, move) : document;
};

export type MoveRecord = {
  /** The fact of the journal that processes and the CRM listen to: `document.signed`. */
  readonly action: `document.${string}`;
  readonly right: Right;
  /** What happened, for the order's history: «УПД № 455 подписан нами». */
  readonly sentence: string;
  readonly change?: WayChange;
  /** More values of the fact. */
  readonly after?: Readonly<Record<string, unknown>>;
};

/**
 * Moves the document on and writes the fact into the journal, of the document and of its order, inside the transaction
 * of the command. The move was checked just before, in the same turn of the one thread that writes.
 */
export const movePaper = (
  deps: CoreDeps,
  context: CallContext,
  stores: WriteStores,
  { document, course }: ReadyMove,
  { action, right, sentence, change = {}, after = {} }: MoveRecord,
): void => {
  const way = wayAfter(document, course, change);
  assert(stores.signing.move(document.id, document, way), `the way of document ${document.id} changed meanwhile`);
  const { id, orderId, partyId, organisationId, kind, number, version, medium } = document;
  const fact = {
    action,
    right,
    before: { kind, number, state: document.paperState },
    after: {
      documentId: id,
      orderId,
      partyId,
      organisationId,
      kind,
      number,
      version,
      medium,
      state: way.paperState,
      sentence: `${nameOf(document)}: ${sentence}`,
      ...after,
    },
  } as const;
  recordWithOrder(deps, context, stores, orderId, { ...fact, entity: 'document', entityId: id });
};
