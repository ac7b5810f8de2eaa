import { ok } from '#shared/kernel/result.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import type { StandingCache } from '../packs/standing-cache.ts';
import { moveEach, moveOne } from './move-one.ts';
import { findPaper, movePaper, readyToMove } from './move-paper.ts';
import { paperView } from './paper-view.ts';

/** The way as it stands: the card of `signing.paper`. */
export const getPaper =
  (deps: CoreDeps, standings: StandingCache): Handler<'signing.paper'> =>
  (_context, { id }) => {
    const document = findPaper(deps.base.read, id);
    return document.ok ? ok(paperView(deps, standings, document.value.id)) : document;
  };

/** The accountant takes the signed paper, or sends it back to be signed anew. */
export const acceptPaper =
  (deps: CoreDeps, standings: StandingCache): Handler<'signing.accept'> =>
  (context, { id, decision, reason }) => {
    const ready = readyToMove(deps.base.read, id, decision);
    if (!ready.ok) return ready;
    const words = reason === '' ? '' : `: ${reason}`;
    return moveOne(deps, standings, context, ready.value, {
      action: decision === 'accept' ? 'document.accepted' : 'document.declined',
      right: 'documents.accept',
      sentence: decision === 'accept' ? `принят бухгалтером${words}` : `возвращён на переподписание${words}`,
      ...(decision === 'accept' ? {} : { change: { receivedOn: null } }),
      after: { reason },
    });
  };

type Done = { readonly id: string; readonly done: boolean; readonly reason: string };

const enteredOf = (items: readonly Done[]) => ({
  entered: items.filter(({ done }) => done).length,
  items: items.map(({ id, done, reason }) => ({ id, entered: done, reason })),
});

export const noteEntered =
  (deps: CoreDeps): Handler<'signing.entered'> =>
  (context, { ids }) => {
    const record = { action: 'document.entered', right: 'documents.accept', sentence: 'внесён в 1С' } as const;
    const items = moveEach(
      context,
      ids,
      (id) => readyToMove(deps.base.read, id, 'enter'),
      (stores, ready) => movePaper(deps, context, stores, ready, record),
      enteredOf,
    );
    return ok(enteredOf(items));
  };
