import { appError } from '#shared/contract/errors.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { recordAudit } from '../audit.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import { nameOf } from '../packs/issue-answer.ts';
import { findPaper } from '../signing/move-paper.ts';
import { attachPart } from './attach-part.ts';
import { partView } from './part-view.ts';
import { cutOut } from './take-scan.ts';

/** «Разобрать»: pages that found no document, oldest first. */
export const receptionTray =
  (deps: CoreDeps): Handler<'reception.tray'> =>
  (_context, { limit }) => {
    const { total, items } = deps.base.read.reception.tray({ limit, offset: 0 });
    return ok({ total, items: items.map((part) => partView(deps, part)) });
  };

/** Pages of a part as a PDF, for the eyes of who sorts them. */
export const pagesOfPart =
  (deps: CoreDeps): Handler<'reception.pages'> =>
  async (_context, { id }) => {
    const { reception } = deps.base.read;
    const part = reception.part(id);
    const scan = part === null ? null : reception.scan(part.scanId);
    if (part === null || scan === null) return err(appError('scan.unknown', { id }));
    const bytes = await deps.files.read(scan.sha256);
    const cut = bytes === null ? null : await deps.papers.cutPages(bytes, part.firstPage, part.lastPage);
    if (cut === null || !cut.ok) return err(appError('scan.unreadable', { file: scan.name }));
    const name = `${scan.name.replace(/\.pdf$/iu, '')}, стр. ${part.firstPage}–${part.lastPage}.pdf`;
    return ok({ name, bytes: Buffer.from(cut.value).toString('base64') });
  };

/** A person says whose pages these are, or that they are nothing. */
export const resolvePart =
  (deps: CoreDeps): Handler<'reception.resolve'> =>
  async (context, { id, documentId, reason }) => {
    const { read } = deps.base;
    const part = read.reception.part(id);
    const scan = part === null ? null : read.reception.scan(part.scanId);
    if (part === null || scan === null) return err(appError('scan.unknown', { id }));
    if (part.state === 'attached' || part.state === 'dropped')
      return err(appError('scan.settled', { file: part.file }));
    const found = documentId === null ? ok(null) : findPaper(read, documentId);
    if (!found.ok) return found;
    const document = found.value;
    if (document?.state === 'annulled') return err(appError('document.annulled', { document: nameOf(document) }));
    const bytes = document === null ? null : await deps.files.read(scan.sha256);
    if (document !== null && bytes === null) return err(appError('scan.unreadable', { file: scan.name }));
    const file =
      document === null || bytes === null
        ? ok(null)
        : await cutOut(deps, bytes, part.firstPage, part.lastPage, `${nameOf(document)} (${scan.name})`);
    if (!file.ok) return err(appError('scan.unreadable', { file: scan.name }));
    if (document !== null && file.value === null) return err(appError('disk.failed', { reason: '' }));
    const view = context.commit((stores) => {
      const state = document === null ? 'dropped' : 'attached';
      stores.reception.savePart({ id, state, reason, documentId: document?.id ?? null });
      if (document !== null && file.value !== null) attachPart(deps, context, stores, document, scan, file.value);
      recordAudit(deps, context, stores, {
        action: 'scan.sorted',
        right: 'documents.send',
        entity: 'scan',
        entityId: part.scanId,
        before: { part: id, state: part.state },
        after: { part: id, state, documentId: document?.id ?? null, reason },
      });
      return partView(deps, requireDefined(stores.reception.part(id), 'the sorted part'));
    });
    if (document !== null) context.emit({ type: 'changed', entity: 'document', id: document.id });
    return ok(view);
  };
