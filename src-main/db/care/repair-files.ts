import type { Base } from '../../ports/base.ts';
import type { FileStore } from '../../ports/file-store.ts';

export type MissingFile = {
  readonly sha256: string;
  readonly documentId: string;
  readonly documentNumber: string;
  readonly name: string;
};

export type RepairReport = {
  /** Files that no document names: an issue was cut between its files and its transaction. Moved into `set-aside/`. */
  readonly setAside: readonly string[];
  /** Files that a document names but that are not there; the document can be printed again from its snapshot. */
  readonly missing: readonly MissingFile[];
};

const PAGE = 500;

/**
 * Brings rows and files together after a crash. A pack's files are written first, and one transaction names them; so what a
 * kill leaves behind is a file without a row, never the other way round. Call it before the first command.
 */
export const repairFiles = async (base: Base, files: FileStore): Promise<RepairReport> => {
  const named = new Set(base.read.documents.fileHashes());
  const present = new Set(await files.list());
  const setAside = [...present].filter((sha256) => !named.has(sha256));
  for (const sha256 of setAside) await files.setAside(sha256);
  const lost = new Set([...named].filter((sha256) => !present.has(sha256)));
  return { setAside, missing: lost.size > 0 ? findDocuments(base, lost) : [] };
};

const findDocuments = (base: Base, lost: ReadonlySet<string>): readonly MissingFile[] => {
  const missing: MissingFile[] = [];
  for (let offset = 0; ; offset += PAGE) {
    const { items } = base.read.documents.list({}, { limit: PAGE, offset });
    if (items.length === 0) return missing;
    for (const document of items)
      for (const { sha256, name } of document.files)
        if (lost.has(sha256)) missing.push({ sha256, documentId: document.id, documentNumber: document.number, name });
  }
};
