import { appError, type AppError } from '#shared/contract/errors.ts';
import type { IssuedDocument } from '#shared/domain/document/document.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { errorText } from '#shared/text/error-texts.ts';
import type { Batch, BatchItem } from '../../ports/batches.ts';
import { StorageError } from '../../ports/storage-error.ts';
import type { CallContext, CoreDeps } from '../deps.ts';
import { problemsOf, staleProblem } from '../packs/issue-answer.ts';
import { issueDocuments, type IssuedPack } from '../packs/issue-documents.ts';
import type { PreparedDocument } from '../packs/prepare-documents.ts';
import { isStale } from '../packs/stale.ts';
import type { SerialQueue } from '../serial-queue.ts';
import { isSerious, mergeProblems } from './item-problems.ts';

/** One order as the batch left it: entered, refused, or untouched because the work was stopped. */
export type Attempt =
  | { readonly outcome: 'issued'; readonly item: BatchItem; readonly issued: IssuedPack }
  | { readonly outcome: 'refused' }
  | { readonly outcome: 'stopped'; readonly code: string };

/** Refusals that are not the order's fault: all orders after it would meet them too. */
const STOPPING: readonly AppError['code'][] = ['disk.full', 'disk.failed', 'pack.cancelled'];

/**
 * Issues one order of a batch in the queue of all issues, so that a single pack asked for meanwhile waits for one order
 * and not for the batch. What became of it is written in the transaction that takes the numbers.
 */
export const issueItem = async (
  deps: CoreDeps,
  queue: SerialQueue,
  context: CallContext,
  batch: Batch,
  item: BatchItem,
): Promise<Attempt> => {
  try {
    return await queue(() => attempt(deps, context, batch, item));
  } catch (error) {
    if (error instanceof StorageError) return { outcome: 'stopped', code: error.code };
    deps.logger.error('batch.itemFailed', {
      batch: batch.id,
      position: item.position,
      trace: error instanceof Error ? (error.stack ?? error.message) : 'unknown',
    });
    return refuse(deps, item, [problemOf(appError('internal', {}), item)]);
  }
};

const attempt = async (deps: CoreDeps, context: CallContext, batch: Batch, item: BatchItem): Promise<Attempt> => {
  const order = item.orderId === null ? null : deps.base.read.orders.get(item.orderId);
  if (order === null) return refuse(deps, item, [problemOf(appError('order.unknown', { order: item.asked }), item)]);
  const { kinds, date, facsimile } = batch;
  const terms = { kinds: kinds ?? undefined, date: date ?? undefined, facsimile, mayLackFacsimile: true };
  const request = { ...terms, order, overrides: [] };
  let entered: BatchItem = item;
  const issued = await issueDocuments(deps, context, request, (stores, pack) => {
    entered = { ...item, state: 'issued', problems: found(deps, item, pack) };
    stores.batches.saveItem(entered);
  });
  if (issued.ok) return { outcome: 'issued', item: entered, issued: issued.value };
  const { error } = issued;
  if (STOPPING.includes(error.code)) return { outcome: 'stopped', code: error.code };
  return refuse(deps, item, error.code === 'pack.blocked' ? error.data.findings : [problemOf(error, item)]);
};

/** An order met again after a crash has its documents: what was found when they were made is what counts. */
const found = (deps: CoreDeps, item: BatchItem, pack: IssuedPack): readonly Problem[] => {
  if (item.state === 'issued' && pack.prepared.length === 0) return item.problems;
  const stale = pack.already.filter((document) => isStale(deps, pack.pack, document)).map(staleProblem);
  return mergeProblems([...problemsOf(pack.findings, pack.overridden), ...stale], item.asked);
};

const refuse = (deps: CoreDeps, item: BatchItem, problems: readonly Problem[]): Attempt => {
  deps.base.write((stores) =>
    stores.batches.saveItem({ ...item, state: 'failed', problems: mergeProblems(problems, item.asked) }),
  );
  return { outcome: 'refused' };
};

const problemOf = (error: AppError, item: BatchItem): Problem => ({
  code: error.code,
  message: errorText(error),
  where: '',
  data: { order: item.asked },
});

/** Where an item ends once its PDFs were made: a serious problem leaves it among the failed, to be tried again. */
export const endOf = (item: BatchItem, more: readonly Problem[]): BatchItem => {
  const problems = mergeProblems([...item.problems, ...more], item.asked);
  return { ...item, problems, state: problems.some(isSerious) ? 'failed' : 'done' };
};

/** The documents in force that an attempt left behind, freshly read. */
export const documentsOf = (deps: CoreDeps, { prepared, already }: IssuedPack): IssuedDocument[] =>
  [...prepared.map(({ document }: PreparedDocument) => document), ...already].map(({ id }) =>
    requireDefined(deps.base.read.documents.get(id), 'a document of the batch'),
  );
