import { requireDefined } from '#shared/kernel/assert.ts';
import type { DocumentSummary, WriteStores } from '../../ports/base.ts';
import type { Scan } from '../../ports/reception.ts';
import type { CallContext, CoreDeps } from '../deps.ts';
import { recordAudit } from '../audit.ts';
import { checkMove, movePaper } from '../signing/move-paper.ts';
import { noteTheirSignature, receivedRecord } from '../signing/send-receive.ts';

/** Pages of a scan as a file of their own. */
export type AttachedFile = {
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  readonly pages: number;
};

/**
 * Puts pages beside their document and moves it on when it was waited for. A document that was not waited for keeps its
 * place: its scan is still worth having.
 */
export const attachPart = (
  deps: CoreDeps,
  context: CallContext,
  stores: WriteStores,
  { id }: Pick<DocumentSummary, 'id'>,
  scan: Pick<Scan, 'takenAs'>,
  { name, sha256, size, pages }: AttachedFile,
): void => {
  const document = requireDefined(stores.documents.get(id), 'the document of a scan');
  const { user } = requireDefined(context.actor, 'the acting person');
  const at = deps.clock.now();
  const row = { id: deps.random.uuid(), documentId: id, version: document.version, name, sha256, pages, at };
  stores.signing.addScan({ ...row, userId: user.id }, size);
  const ready = checkMove(stores, document, scan.takenAs);
  if (ready.ok) {
    movePaper(deps, context, stores, ready.value, receivedRecord(scan.takenAs, deps.clock.today()));
    noteTheirSignature(deps, context, stores, document, deps.clock.today());
    return;
  }
  recordAudit(deps, context, stores, {
    action: 'document.scanAttached',
    right: 'documents.send',
    entity: 'document',
    entityId: id,
    before: null,
    after: { pages, state: document.paperState },
  });
};
