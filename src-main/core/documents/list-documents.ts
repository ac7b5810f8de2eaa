import { appError } from '#shared/contract/errors.ts';
import { asId } from '#shared/kernel/id.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import type { StandingCache } from '../packs/standing-cache.ts';
import { documentCard, documentRow } from './document-card.ts';

export const listDocuments =
  (deps: CoreDeps, standings: StandingCache): Handler<'documents.list'> =>
  (_context, input) => {
    const { text, state, kind, limit, offset, missingOriginal } = input;
    const orderId = input.orderId === undefined ? undefined : asId<'order'>(input.orderId);
    const filter = { text, paperState: state, kind, orderId, ...(missingOriginal === true ? { isAwaited: true } : {}) };
    const page = deps.base.read.documents.list(filter, { limit, offset });
    return ok({ total: page.total, items: page.items.map((document) => documentRow(deps, standings, document)) });
  };

export const getDocument =
  (deps: CoreDeps, standings: StandingCache): Handler<'documents.get'> =>
  (_context, input) => {
    const document = deps.base.read.documents.get(asId(input.id));
    if (document === null) return err(appError('document.unknown', { document: input.id }));
    return ok(documentCard(deps, standings, document));
  };
