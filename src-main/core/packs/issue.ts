import type { FileFormat } from '#shared/domain/document/document.ts';
import { isoDate } from '#shared/kernel/date.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { ok } from '#shared/kernel/result.ts';
import type { Answer, CoreDeps, Handler } from '../deps.ts';
import { findOrder } from '../orders/find-order.ts';
import { issuedView, problemsOf, staleProblem } from './issue-answer.ts';
import { issueDocuments, type IssuedPack } from './issue-documents.ts';
import { makePdfs } from './make-pdfs.ts';
import { isStale } from './stale.ts';
import { writeCopies } from './write-copies.ts';

/**
 * Issues the pack of one order. Documents that the check blocks stay behind with their problems, the rest is issued
 * together: files first, then one transaction with numbers, documents and history. PDFs follow and may fail alone.
 */
export const issuePack =
  (deps: CoreDeps, queue: <T>(work: () => Promise<T>) => Promise<T>): Handler<'packs.issue'> =>
  // One pack at a time: the numbers foreseen for a pack must still be free when it is entered.
  (context, input) =>
    queue(async () => {
      const order = findOrder(deps.base.read, input.order);
      if (!order.ok) return order;
      const { kinds, overrides, medium, facsimile } = input;
      const date = input.date === undefined ? undefined : isoDate(input.date);
      const request = { order: order.value, kinds, date, overrides, medium, facsimile };
      const issued = await issueDocuments(deps, context, request);
      return issued.ok ? answerOf(deps, issued.value, input.formats, context.signal) : issued;
    });

const answerOf = async (
  deps: CoreDeps,
  { pack, kinds, prepared, already, findings, overridden }: IssuedPack,
  formats: readonly FileFormat[] | undefined,
  signal: AbortSignal,
): Promise<Answer<'packs.issue'>> => {
  const pdfs = await makePdfs(deps, prepared, already, formats, signal);
  const fresh = new Set(prepared.map(({ document }) => document.id));
  const documents = kinds.flatMap((kind) =>
    deps.base.read.documents.ofOrder(pack.order.id).filter((document) => document.kind === kind),
  );
  const stale = already.filter((document) => isStale(deps, pack, document)).map(staleProblem);
  const issued = [];
  const notCopied: Problem[] = [];
  for (const document of documents) {
    const { paths, problems } = await writeCopies(deps, pack.order, pack.buyer.shortName, document);
    issued.push(issuedView(document, !fresh.has(document.id), paths));
    notCopied.push(...problems);
  }
  return ok({ issued, problems: [...problemsOf(findings, overridden), ...stale, ...pdfs, ...notCopied] });
};
