import type { OutputOf } from '#shared/contract/index.ts';
import type { StoredPart } from '../../ports/reception.ts';
import type { CoreDeps } from '../deps.ts';
import { paperBrief } from '../signing/paper-view.ts';

/** A part of a scan as the window shows it. */
export const partView = ({ base }: Pick<CoreDeps, 'base'>, part: StoredPart): OutputOf<'reception.resolve'> => {
  const document = part.documentId === null ? null : base.read.documents.get(part.documentId);
  return {
    id: part.id,
    scanId: part.scanId,
    file: part.file,
    from: part.firstPage,
    to: part.lastPage,
    state: part.state,
    code: part.code,
    reason: part.reason,
    document: document && paperBrief(document),
  };
};
