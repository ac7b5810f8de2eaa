import { appError, type AppError } from '#shared/contract/errors.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { postalAddressOf } from '#shared/domain/papers/closing-register-view.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { moneyToDecimal, sumMoney } from '#shared/kernel/money.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { ReadStores } from '../../ports/base.ts';
import type { Envelope } from '../../ports/sending.ts';
import { paperBrief } from '../signing/paper-view.ts';

export type EnvelopeView = OutputOf<'sending.setTrack'>;

export const findEnvelope = ({ sending }: Pick<ReadStores, 'sending'>, id: string): Result<Envelope, AppError> => {
  const envelope = sending.envelope(id);
  return envelope === null ? err(appError('envelope.unknown', { id })) : ok(envelope);
};

export const envelopeView = (
  { parties, documents }: Pick<ReadStores, 'parties' | 'documents'>,
  envelope: Envelope,
): EnvelopeView => {
  const party = requireDefined(parties.get(envelope.partyId), 'the addressee of an envelope');
  const ours = requireDefined(parties.get(envelope.organisationId), 'the sender of an envelope');
  const held = envelope.documents.flatMap(({ documentId }) => documents.get(documentId) ?? []);
  return {
    id: envelope.id,
    organisation: ours.shortName || ours.fullName,
    organisationId: envelope.organisationId,
    partyId: envelope.partyId,
    counterparty: party.shortName || party.fullName,
    address: postalAddressOf(party),
    way: envelope.way,
    track: envelope.track,
    state: envelope.state,
    madeAt: envelope.madeAt,
    stateOn: envelope.stateOn,
    registerId: envelope.registerId,
    sum: moneyToDecimal(sumMoney(held.map(({ sum }) => sum))),
    documents: held.map(paperBrief),
  };
};
