import type { AppError } from '#shared/contract/errors.ts';
import { errorParts } from '#shared/text/error-texts.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { WriteStores } from '../../ports/base.ts';
import type { CallContext, CoreDeps } from '../deps.ts';
import type { StandingCache } from '../packs/standing-cache.ts';
import { movePaper, type MoveRecord, type ReadyMove } from './move-paper.ts';
import { paperView, type PaperView } from './paper-view.ts';

/** Makes one checked move with what belongs to it, and answers with the document as it stands then. */
export const moveOne = (
  deps: CoreDeps,
  standings: StandingCache,
  context: CallContext,
  ready: ReadyMove,
  record: MoveRecord,
  also: (stores: WriteStores) => void = () => undefined,
): Result<PaperView, AppError> => {
  const { id } = ready.document;
  const view = context.commit((stores) => {
    movePaper(deps, context, stores, ready, record);
    also(stores);
    return paperView(deps, standings, id);
  });
  context.emit({ type: 'changed', entity: 'document', id });
  return ok(view);
};

type Each = { readonly id: string; readonly done: boolean; readonly reason: string };

/** The same move for many, each with its own result; those that may not make it are told why. */
export const moveEach = (
  context: CallContext,
  ids: readonly string[],
  check: (id: string) => Result<ReadyMove, AppError>,
  move: (stores: WriteStores, ready: ReadyMove) => void,
  answerOf: (items: readonly Each[]) => unknown,
): readonly Each[] => {
  const checked = [...new Set(ids)].map((id) => ({ id, ready: check(id) }));
  const items = checked.map(({ id, ready }) => ({
    id,
    done: ready.ok,
    reason: ready.ok ? '' : errorParts(ready.error).what,
  }));
  context.commit((stores) => {
    for (const { ready } of checked) if (ready.ok) move(stores, ready.value);
    return answerOf(items);
  });
  for (const { id, done } of items) if (done) context.emit({ type: 'changed', entity: 'document', id });
  return items;
};
