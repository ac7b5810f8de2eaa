import { appError } from '#shared/contract/errors.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { asId } from '#shared/kernel/id.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { recordWithOrder } from '../audit.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import { nameOf } from '../packs/issue-answer.ts';
import { OFFER_FACTS } from '../packs/read-offer.ts';
import type { StandingCache } from '../packs/standing-cache.ts';
import { documentCard } from './document-card.ts';

/**
 * The client said yes to an offer as it stands now: that version is the base of the invoice (LUX-15). The mark is taken back the same
 * way. It lives in the journal of the document, where processes and the CRM read it.
 */
export const agreeOffer =
  (deps: CoreDeps, standings: StandingCache): Handler<'documents.agreeOffer'> =>
  (context, input) => {
    const document = deps.base.read.documents.get(asId(input.id));
    if (document === null) return err(appError('document.unknown', { document: input.id }));
    if (document.state === 'annulled') return err(appError('document.annulled', { document: nameOf(document) }));
    if (document.kind !== 'offer') return err(appError('document.notOffer', { document: nameOf(document) }));
    const { id, orderId, kind, number, version } = document;
    const card = context.commit((stores) => {
      const change = {
        action: input.isAgreed ? OFFER_FACTS.agreed : OFFER_FACTS.withdrawn,
        right: 'documents.issue',
        before: null,
        after: { kind, number, version },
      } as const;
      recordWithOrder(deps, context, stores, orderId, { ...change, entity: 'document', entityId: id });
      return documentCard(deps, standings, requireDefined(stores.documents.get(id), 'the agreed offer'));
    });
    context.emit({ type: 'changed', entity: 'document', id });
    return ok(card);
  };
