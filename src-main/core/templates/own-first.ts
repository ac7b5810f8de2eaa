import type { Base } from '../../ports/base.ts';
import type { FileStore } from '../../ports/file-store.ts';
import type { TemplateStore } from '../../ports/template-store.ts';

/**
 * The customer's template before the form that ships: of the company, then for all. A document that is issued keeps the
 * template it was made with, whatever became of that since; its edition is the one of its date.
 */
export const ownFirst = (base: Pick<Base, 'read'>, files: FileStore, shipped: TemplateStore): TemplateStore => ({
  ...shipped,
  pick: async (kind, date, whose) => {
    const form = await shipped.pick(kind, date);
    if (whose === undefined) return form;
    const { ownTemplates } = base.read;
    const { organisationId, pinnedSha256 } = whose;
    const sha256 =
      pinnedSha256 === undefined
        ? ownTemplates.inForce(kind, organisationId)
        : ownTemplates.isVersion(pinnedSha256)
          ? pinnedSha256
          : null;
    if (sha256 === null) return form;
    const bytes = await files.read(sha256);
    return bytes === null ? null : { kind, edition: form?.edition ?? kind, bytes, sha256 };
  },
});
