import { appError } from '#shared/contract/errors.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { asId } from '#shared/kernel/id.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { recordAudit } from '../audit.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import { incomingCard } from './incoming-row.ts';

/** The file is safe on the disk before the paper names it. */
export const attachIncoming =
  (deps: CoreDeps): Handler<'incoming.attach'> =>
  async (context, { id, name, bytes }) => {
    const paper = deps.base.read.incoming.get(asId(id));
    if (paper === null) return err(appError('incoming.unknown', { id }));
    if (paper.state === 'annulled') return err(appError('incoming.annulled', { number: paper.number }));
    const stored = await deps.files.put(Buffer.from(bytes, 'base64'));
    if (!stored.ok) {
      const { error } = stored;
      return err(
        error.code === 'disk.full' ? appError('disk.full', {}) : appError('disk.failed', { reason: error.reason }),
      );
    }
    const card = context.commit((stores) => {
      stores.incoming.attach(paper.id, { name, ...stored.value });
      recordAudit(deps, context, stores, {
        action: 'incoming.attached',
        right: 'incoming.add',
        entity: 'incoming',
        entityId: paper.id,
        before: { file: paper.file?.sha256 ?? null },
        after: { file: stored.value.sha256 },
      });
      return incomingCard(requireDefined(stores.incoming.get(paper.id), 'the paper with its file'));
    });
    context.emit({ type: 'changed', entity: 'document', id });
    return ok(card);
  };

export const incomingFile =
  (deps: CoreDeps): Handler<'incoming.file'> =>
  async (_context, { id }) => {
    const paper = deps.base.read.incoming.get(asId(id));
    if (paper === null) return err(appError('incoming.unknown', { id }));
    const bytes = paper.file === null ? null : await deps.files.read(paper.file.sha256);
    if (paper.file === null || bytes === null) return err(appError('incoming.noFile', { number: paper.number }));
    return ok({ name: paper.file.name, bytes: Buffer.from(bytes).toString('base64') });
  };
