import { appError } from '#shared/contract/errors.ts';
import { parseTrack } from '#shared/domain/post/track-number.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import type { IsoDate } from '#shared/kernel/date.ts';
import { err, ok } from '#shared/kernel/result.ts';
import type { WriteStores } from '../../ports/base.ts';
import type { Envelope, EnvelopeState } from '../../ports/sending.ts';
import { recordAudit } from '../audit.ts';
import type { CallContext, CoreDeps, Handler } from '../deps.ts';
import { checkMove, movePaper } from '../signing/move-paper.ts';
import { companyOf } from '../signing/queue.ts';
import { deliveryRecord, sentRecord } from '../signing/send-receive.ts';
import { envelopeView, findEnvelope } from './envelope-view.ts';
import { signedBundles } from './plan.ts';

/** One envelope per company and counterparty with all that is signed for it and not in another envelope yet. */
export const packEnvelopes =
  (deps: CoreDeps): Handler<'sending.pack'> =>
  (context, { organisation, parties, way }) => {
    const company = companyOf(deps.base.read, organisation);
    if (!company.ok) return company;
    const wanted = parties === undefined ? null : new Set<string>(parties);
    const bundles = signedBundles(deps, 'paper', company.value).filter(
      ({ partyId }) => wanted === null || wanted.has(partyId),
    );
    if (bundles.length === 0) return err(appError('sending.nothing', {}));
    const { user } = requireDefined(context.actor, 'the acting person');
    const envelopes = bundles.map(({ organisationId, partyId, documents }): Envelope => {
      const held = documents.map(({ id, version }) => ({ documentId: id, version }));
      const made = { madeAt: deps.clock.now(), madeBy: user.id, stateOn: deps.clock.today() };
      const id = deps.random.uuid();
      return {
        id,
        organisationId,
        partyId,
        way,
        track: '',
        state: 'prepared',
        registerId: null,
        ...made,
        documents: held,
      };
    });
    const answer = context.commit((stores) => {
      for (const envelope of envelopes) {
        stores.sending.addEnvelope(envelope);
        noteEnvelope(deps, context, stores, envelope, 'envelope.made');
      }
      return { items: envelopes.map((one) => envelopeView(stores, one)), problems: [] };
    });
    return ok(answer);
  };

const noteEnvelope = (
  deps: CoreDeps,
  context: CallContext,
  stores: WriteStores,
  { id, partyId, track, state, documents }: Envelope,
  action: string,
): void =>
  recordAudit(deps, context, stores, {
    action,
    right: 'documents.send',
    entity: 'envelope',
    entityId: id,
    before: null,
    after: { partyId, track, state, documents: documents.map(({ documentId }) => documentId) },
  });

export const listEnvelopes =
  (deps: CoreDeps): Handler<'sending.list'> =>
  (_context, { organisation, state, limit, offset }) => {
    const { read } = deps.base;
    const company = companyOf(read, organisation);
    if (!company.ok) return company;
    const page = read.sending.envelopes({ organisationId: company.value, state }, { limit, offset });
    return ok({ total: page.total, items: page.items.map((one) => envelopeView(read, one)) });
  };

/** The number of a postal item, checked; one number serves one envelope. Documents that are on their way learn it too. */
export const saveTrack = (
  deps: CoreDeps,
  context: CallContext,
  stores: WriteStores,
  envelope: Envelope,
  track: string,
): Envelope => {
  const numbered = { ...envelope, track };
  stores.sending.saveEnvelope(numbered);
  for (const { documentId } of envelope.documents) {
    const document = stores.documents.get(documentId);
    if (document !== null && document.sentOn !== null)
      stores.signing.move(document.id, document, { ...document, track });
  }
  noteEnvelope(deps, context, stores, numbered, 'envelope.numbered');
  return numbered;
};

export const setTrack =
  (deps: CoreDeps): Handler<'sending.setTrack'> =>
  (context, { id, track: typed }) => {
    const { read } = deps.base;
    const envelope = findEnvelope(read, id);
    if (!envelope.ok) return envelope;
    const parsed = envelope.value.way === 'post' ? parseTrack(typed) : ok(typed);
    if (!parsed.ok) return err(appError('post.track', { track: typed, reason: parsed.error }));
    const taken = read.sending.envelopeByTrack(parsed.value);
    if (taken !== null && taken.id !== id) {
      const party = read.parties.get(taken.partyId)?.shortName ?? '';
      return err(appError('post.trackTaken', { track: parsed.value, party }));
    }
    return ok(
      context.commit((stores) => envelopeView(stores, saveTrack(deps, context, stores, envelope.value, parsed.value))),
    );
  };

const STEPS: Readonly<Record<Exclude<EnvelopeState, 'prepared'>, readonly EnvelopeState[]>> = {
  sent: ['prepared', 'cameBack'],
  delivered: ['sent'],
  cameBack: ['sent'],
};

const REFUSED: Readonly<Record<EnvelopeState, string>> = {
  prepared: 'конверт ещё не отправлен',
  sent: 'конверт уже отправлен',
  delivered: 'конверт уже вручён',
  cameBack: 'конверт вернулся',
};

/** Why an envelope cannot come into this state; empty when it can. */
export const stateFault = ({ state }: Envelope, next: Exclude<EnvelopeState, 'prepared'>): string =>
  STEPS[next].includes(state) ? '' : REFUSED[state];

/** Moves an envelope and every document in it that may go along; what somebody has marked by hand stays as it is. */
export const moveEnvelope = (
  deps: CoreDeps,
  context: CallContext,
  stores: WriteStores,
  envelope: Envelope,
  state: Exclude<EnvelopeState, 'prepared'>,
  on: IsoDate,
): void => {
  const moved = { ...envelope, state, stateOn: on };
  stores.sending.saveEnvelope(moved);
  for (const { documentId, version } of envelope.documents) {
    const document = stores.documents.get(documentId);
    if (document === null || document.version !== version || document.state === 'annulled') continue;
    const ready = checkMove(
      stores,
      document,
      state === 'sent' ? 'send' : state === 'delivered' ? 'deliver' : 'comeBack',
    );
    if (!ready.ok) continue;
    const record = state === 'sent' ? sentRecord(envelope.way, envelope.track, on) : deliveryRecord(state, on);
    movePaper(deps, context, stores, ready.value, record);
  }
  noteEnvelope(deps, context, stores, moved, `envelope.${state}`);
};

export const markEnvelopes =
  (deps: CoreDeps): Handler<'sending.mark'> =>
  (context, { ids, state, on }) => {
    const { read } = deps.base;
    const day = on ?? deps.clock.today();
    const checked = [...new Set(ids)].map((id) => {
      const envelope = read.sending.envelope(id);
      return { id, envelope, reason: envelope === null ? 'такого конверта нет' : stateFault(envelope, state) };
    });
    const answer = context.commit((stores) => {
      for (const { envelope, reason } of checked)
        if (envelope !== null && reason === '') moveEnvelope(deps, context, stores, envelope, state, day);
      return { items: checked.map(({ id, reason }) => ({ id, done: reason === '', reason })) };
    });
    for (const { envelope, reason } of checked)
      if (reason === '')
        for (const { documentId } of envelope?.documents ?? [])
          context.emit({ type: 'changed', entity: 'document', id: documentId });
    return ok(answer);
  };
