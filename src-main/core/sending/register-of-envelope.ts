import { requireDefined } from '#shared/kernel/assert.ts';
import { asId } from '#shared/kernel/id.ts';
import { ok } from '#shared/kernel/result.ts';
import type { CallContext, CoreDeps, Handler } from '../deps.ts';
import { issuePaper } from '../papers/issue.ts';
import type { SerialQueue } from '../serial-queue.ts';
import { envelopeView, findEnvelope } from './envelope-view.ts';

/** The context of a paper that is issued inside of another command: it is remembered by that command alone. */
export const insideOf = (deps: CoreDeps, context: CallContext): CallContext => ({
  ...context,
  commandId: null,
  commit: (action) => deps.base.write(action),
});

/** Issues the опись of an envelope under its own number; an envelope has one. */
export const issueRegister =
  (deps: CoreDeps, queue: SerialQueue): Handler<'sending.register'> =>
  async (context, { id, returnUntil }) => {
    const { read } = deps.base;
    const found = findEnvelope(read, id);
    if (!found.ok) return found;
    const envelope = found.value;
    if (envelope.registerId !== null) {
      const document = requireDefined(read.documents.get(envelope.registerId), 'the register of an envelope');
      const view = envelopeView(read, envelope);
      return ok({ envelope: view, documentId: document.id, number: document.number, problems: [] });
    }
    const issued = await issuePaper(deps, queue)(insideOf(deps, context), {
      commandId: deps.random.uuid(),
      paper: {
        kind: 'closing-register',
        organisation: envelope.organisationId,
        party: envelope.partyId,
        documents: envelope.documents.map(({ documentId }) => documentId),
        via: envelope.way,
        trackNumber: envelope.track,
        ...(returnUntil === undefined ? {} : { returnUntil }),
      },
      overrides: [],
    });
    if (!issued.ok) return issued;
    const paper = requireDefined(issued.value.issued[0], 'the issued register');
    const answer = context.commit((stores) => {
      const linked = { ...envelope, registerId: asId<'document'>(paper.id) };
      stores.sending.saveEnvelope(linked);
      const view = envelopeView(stores, linked);
      return { envelope: view, documentId: paper.id, number: paper.number, problems: issued.value.problems };
    });
    return ok(answer);
  };
