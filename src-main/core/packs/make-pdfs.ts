import type { FileFormat, IssuedDocument } from '#shared/domain/document/document.ts';
import { fileNameOf } from '#shared/domain/document/file-name.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { CoreDeps } from '../deps.ts';
import type { PreparedDocument } from './prepare-documents.ts';

type Wanted = { readonly document: IssuedDocument; readonly docx: Uint8Array };

/**
 * PDFs of issued documents, all in one call of the engine. They come after the documents themselves: a PDF that fails
 * is a problem in the answer, and the document with its .docx stays.
 */
export const makePdfs = async (
  deps: CoreDeps,
  prepared: readonly Pick<PreparedDocument, 'document' | 'docx'>[],
  already: readonly IssuedDocument[],
  formats: readonly FileFormat[] | undefined,
  signal: AbortSignal,
): Promise<Problem[]> => {
  if (formats !== undefined && !formats.includes('pdf')) return [];
  const engine = await deps.pdf.engine();
  if (engine === null) return formats === undefined ? [] : [noEngine()];
  const wanted: Wanted[] = [
    ...prepared.map(({ document, docx }) => ({ document, docx })),
    ...(await readMissing(deps, already)),
  ];
  if (wanted.length === 0) return [];
  const results = await deps.pdf.convert(
    wanted.map(({ docx }) => docx),
    signal,
  );
  let failed = 0;
  for (const [index, { document }] of wanted.entries()) {
    const result = results[index];
    const stored = result?.ok ? await deps.files.put(result.value.pdf) : null;
    if (!result?.ok || !stored?.ok) {
      failed += 1;
      continue;
    }
    const party = deps.base.read.parties.get(document.partyId)?.shortName ?? '';
    const file = {
      format: 'pdf' as const,
      ...stored.value,
      isDraft: result.value.isDraft,
      name: fileNameOf(document, party, 'pdf'),
    };
    deps.base.write((stores) => {
      // A batch makes its PDFs beside single packs: one of them may have made this very file meanwhile.
      const known = stores.documents.filesOf(document.id, document.version);
      if (known.every(({ format }) => format !== 'pdf')) stores.documents.addFile(document.id, document.version, file);
    });
  }
  return failed === 0 ? [] : [failedSome(failed, wanted.length)];
};

const readMissing = async (deps: CoreDeps, documents: readonly IssuedDocument[]): Promise<Wanted[]> => {
  const wanted: Wanted[] = [];
  for (const document of documents) {
    if (document.files.some(({ format }) => format === 'pdf')) continue;
    const source = document.files.find(({ format }) => format === 'docx');
    const docx = source ? await deps.files.read(source.sha256) : null;
    if (docx) wanted.push({ document, docx });
  }
  return wanted;
};

const noEngine = (): Problem => ({
  code: 'pdf.noEngine',
  message:
    'PDF не сделан: на компьютере нет ни Word, ни LibreOffice. Документы выпущены, файлы docx на месте. Установите LibreOffice и повторите.',
  where: 'PDF',
  data: { severity: 'warn' },
});

const failedSome = (count: number, total: number): Problem => ({
  code: 'pdf.failed',
  message: `PDF не сделан для ${count} из ${total}. Файлы docx сохранены. Повторите выпуск: готовые документы не изменятся.`,
  where: 'PDF',
  data: { count, total, severity: 'warn' },
});
