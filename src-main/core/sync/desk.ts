import type { DocumentFile } from '#shared/domain/document/document.ts';
import { asId } from '#shared/kernel/id.ts';
import type { SyncDesk } from '../../ports/sync-engine.ts';
import type { CoreDeps } from '../deps.ts';
import { outgoingFile } from '../documents/outgoing-file.ts';
import { drainJournal } from './drain.ts';
import { takeWorkdays } from './workdays.ts';
import { enterRecords } from './enter.ts';

/** The core's side of the exchange: what the engine asks of orders, parties, documents and the journal. */
export const createSyncDesk = (deps: CoreDeps, changed: () => void): SyncDesk => ({
  drain: drainJournal(deps),
  entering: enterRecords(deps),
  told: takeWorkdays(deps),
  fileOf: async ({ payload }) => {
    const { documentId, sha256 } = payload;
    const document = typeof documentId === 'string' ? deps.base.read.documents.get(asId(documentId)) : null;
    if (document === null) return null;
    const file = chosenFile(document.files, typeof sha256 === 'string' ? sha256 : null);
    const bytes = file === null ? null : await deps.files.read(file.sha256);
    return file === null || bytes === null ? null : { name: file.name, sha256: file.sha256, bytes };
  },
  changed,
});

/** What people open: PDF where there is one. A file that was tried once stays the chosen one. */
const chosenFile = (files: readonly DocumentFile[], sha256: string | null): DocumentFile | null =>
  sha256 === null ? outgoingFile(files) : (files.find((file) => file.sha256 === sha256) ?? null);
