import { titleOf } from '#shared/domain/document/titles.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Batch, BatchItem } from '../../ports/batches.ts';
import type { CoreDeps } from '../deps.ts';
import { makePdfs } from '../packs/make-pdfs.ts';
import { writeCopies } from '../packs/write-copies.ts';
import { documentsOf, endOf, type Attempt } from './issue-item.ts';

type Issued = Extract<Attempt, { outcome: 'issued' }>;

/**
 * PDFs of many orders in one start of the engine, then the readable copies, then the end of each order. Stopped in the
 * middle it ends none of them: the next run makes only the PDFs that are still missing.
 */
export const finishItems = async (
  deps: CoreDeps,
  batch: Batch,
  attempts: readonly Issued[],
  signal: AbortSignal,
): Promise<void> => {
  const prepared = attempts.flatMap(({ issued }) => issued.prepared);
  const already = attempts.flatMap(({ issued }) => issued.already);
  const engineProblems = await makePdfs(deps, prepared, already, batch.formats ?? undefined, signal);
  if (signal.aborted) return;
  const ends: BatchItem[] = [];
  for (const { item, issued } of attempts) {
    const documents = documentsOf(deps, issued);
    const problems: Problem[] = [];
    for (const document of documents) {
      const hasPdf = document.files.some(({ format }) => format === 'pdf');
      if (engineProblems.length > 0 && !hasPdf) problems.push(withoutPdf(engineProblems, document));
      const copies = await writeCopies(deps, issued.pack.order, issued.pack.buyer.shortName, document);
      problems.push(...copies.problems);
    }
    ends.push(endOf(item, problems));
  }
  deps.base.write((stores) => {
    for (const item of ends) stores.batches.saveItem(item);
  });
};

type Named = ReturnType<typeof documentsOf>[number];

/** A machine without an engine has done what it can; an engine that failed on this paper may do it next time. */
const withoutPdf = (engineProblems: readonly Problem[], { kind, number }: Named): Problem => {
  const noEngine = engineProblems.find(({ code }) => code === 'pdf.noEngine');
  if (noEngine) return noEngine;
  const name = `${titleOf(kind)} № ${number}`;
  return {
    code: 'pdf.failed',
    message: `PDF не сделан: ${name}. Документ выпущен, файл docx сохранён. Повторите ошибки пакета`,
    where: name,
    data: { kind, number },
  };
};
