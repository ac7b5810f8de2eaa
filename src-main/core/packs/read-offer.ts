import { z } from 'zod';
import type { DealTerms } from '#shared/domain/document/deal-terms.ts';
import type { OfferBeside } from '#shared/domain/document/document-source.ts';
import type { IssuedDocument } from '#shared/domain/document/document.ts';
import { validUntilOf } from '#shared/domain/document/views/offer-view.ts';
import type { DocumentId } from '#shared/kernel/id.ts';
import type { AuditEntry, ReadStores } from '../../ports/base.ts';

/** More facts than one document has. */
const MOST_FACTS = 1000;

/** Facts of the journal that say what the client thinks of an offer. */
export const OFFER_FACTS = { agreed: 'offer.agreed', withdrawn: 'offer.withdrawn' } as const;

const agreed = z.object({ version: z.number() });

const isWord = ({ action }: AuditEntry): boolean => action === OFFER_FACTS.agreed || action === OFFER_FACTS.withdrawn;

/** The version of an offer to which the client said yes; null: to none, or the mark was taken back. The journal is newest first. */
export const agreedVersionOf = ({ audit }: Pick<ReadStores, 'audit'>, id: DocumentId): number | null => {
  const last = audit.ofEntity('document', id, MOST_FACTS).find(isWord);
  if (last?.action !== OFFER_FACTS.agreed) return null;
  const parsed = agreed.safeParse(last.after);
  return parsed.success ? parsed.data.version : null;
};

/** The offer of an order that is in force, and what the client said to it; null: none was made. */
export const readOffer = (
  stores: Pick<ReadStores, 'audit'>,
  issued: readonly IssuedDocument[],
  terms: DealTerms,
): OfferBeside | null => {
  const offer = issued.find(({ kind }) => kind === 'offer');
  if (offer === undefined) return null;
  const { id, number, date, version, sum } = offer;
  const validUntil = validUntilOf({ date, terms });
  return { number, date, version, sum, validUntil, agreedVersion: agreedVersionOf(stores, id) };
};
