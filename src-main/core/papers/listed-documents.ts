import { appError, type AppError } from '#shared/contract/errors.ts';
import type { DocumentKind } from '#shared/domain/document/document.ts';
import { needsTheirSignature } from '#shared/domain/signing/copies.ts';
import type { ListedDocument } from '#shared/domain/papers/account-source.ts';
import { platesText } from '#shared/domain/document/views/trip-texts.ts';
import type { IsoDate } from '#shared/kernel/date.ts';
import { asId, type PartyId } from '#shared/kernel/id.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { joinPresent } from '#shared/kernel/text.ts';
import type { DocumentSummary, ReadStores } from '../../ports/base.ts';
import { nameOf } from '../packs/issue-answer.ts';
import { closingDocuments } from './dealings.ts';

type Choice = {
  readonly documents?: readonly string[] | undefined;
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
};

/** Papers that one side signs travel in one copy; of the others two go out and one comes back, and so does a list (documents.md §17). */
const isOneSided = (kind: DocumentKind): boolean => kind !== 'closing-register' && !needsTheirSignature(kind);

/** «145, А123ВС777»: the order and, of a carriage, the vehicle. */
const orderTextOf = ({ orders }: ReadStores, { orderId }: DocumentSummary): string => {
  const order = orderId === null ? null : orders.get(orderId);
  if (order === null) return '';
  const vehicle = order.trip?.vehicle ?? null;
  return joinPresent([`№ ${order.number}`, vehicle === null ? '' : platesText(vehicle)]);
};

const listedOf = (stores: ReadStores, document: DocumentSummary): ListedDocument => {
  const { id, kind, number, date, sum, state, medium } = document;
  return {
    id,
    kind,
    number,
    date,
    sum,
    pages: null,
    copies: isOneSided(kind) ? 1 : 2,
    returned: isOneSided(kind) ? 0 : 1,
    orderText: orderTextOf(stores, document),
    isAnnulled: state === 'annulled',
    isElectronic: medium === 'edo',
  };
};

/** The documents that a person chose, or all closing ones of the party in the period: originals are not tracked yet. */
export const listDocumentsFor = (
  stores: ReadStores,
  organisationId: PartyId,
  partyId: PartyId,
  { documents, from, to }: Choice,
): Result<readonly ListedDocument[], AppError> => {
  if (documents === undefined) {
    const all = closingDocuments(stores, organisationId, partyId);
    const inPeriod = all.filter(({ date }) => (from === undefined || date >= from) && (to === undefined || date <= to));
    // What travels through an operator has no original to send or to wait for.
    return ok(inPeriod.filter(({ medium }) => medium !== 'edo').map((document) => listedOf(stores, document)));
  }
  const chosen: ListedDocument[] = [];
  for (const id of new Set(documents)) {
    const document = stores.documents.get(asId(id));
    if (document === null) return err(appError('document.unknown', { document: id }));
    if (document.organisationId !== organisationId || document.partyId !== partyId)
      return err(appError('papers.foreignDocument', { document: nameOf(document) }));
    chosen.push(listedOf(stores, document));
  }
  return ok(chosen);
};
