import { appError } from '#shared/contract/errors.ts';
import { asId } from '#shared/kernel/id.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import type { StandingCache } from '../packs/standing-cache.ts';
import { documentCard, documentRow } from './document-card.ts';

/** Originals are not tracked yet: each paper document in force is taken to be waited for. */
const WITHOUT_ORIGINAL = { state: 'issued', medium: 'paper' } as const;

export const listDocuments =
  (deps: CoreDeps, standings: StandingCache): Handler<'documents.list'> =>
  (_context, input) => {
    const { text, state, kind, limit, offset, missingOriginal } = input;
    if (missingOriginal && state === 'annulled') return ok({ total: 0, items: [] });
    const orderId = input.orderId === undefined ? undefined : asId<'order'>(input.orderId);
    const filter = { text, state, kind, orderId, ...(missingOriginal ? WITHOUT_ORIGINAL : {}) };
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
