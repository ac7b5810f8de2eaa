import type { DocumentFile, IssuedDocument } from '#shared/domain/document/document.ts';
import type { CoreDeps } from '../deps.ts';
import { makePdfs } from '../packs/make-pdfs.ts';

type Wanted = Pick<IssuedDocument, 'id' | 'version' | 'files'>;

/**
 * Makes the PDFs that are still missing, all in one call of the engine: a document issued while no engine was on the
 * computer, or by the demonstration base, gets its PDF from its own file when somebody first wants it.
 */
export const makeMissingPdfs = async (
  deps: CoreDeps,
  documents: readonly IssuedDocument[],
  signal: AbortSignal,
): Promise<void> => {
  const missing = documents.filter((document) => pdfOf(document) === null);
  if (missing.length > 0) await makePdfs(deps, [], missing, undefined, signal);
};

/** The PDF of the version in force as the base has it now; null when none could be made. */
export const pdfNow = (deps: Pick<CoreDeps, 'base'>, document: Wanted): DocumentFile | null =>
  pdfOf({ files: deps.base.read.documents.filesOf(document.id, document.version) });

const pdfOf = ({ files }: Pick<Wanted, 'files'>): DocumentFile | null =>
  files.find(({ format }) => format === 'pdf') ?? null;
