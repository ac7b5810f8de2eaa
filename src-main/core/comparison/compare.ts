import { appError, type AppError } from '#shared/contract/errors.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { compareContracts } from '#shared/domain/contract-compare/compare-contracts.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { DocumentSummary } from '../../ports/base.ts';
import type { Comparison } from '../../ports/comparison.ts';
import { recordAudit } from '../audit.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import { nameOf } from '../packs/issue-answer.ts';
import { findPaper } from '../signing/move-paper.ts';
import { paperBrief } from '../signing/paper-view.ts';
import { storeFile } from '../signing/store-file.ts';

type View = OutputOf<'comparison.get'>;
type Row = OutputOf<'comparison.list'>['items'][number];

const formatOf = (bytes: Uint8Array): 'docx' | 'pdf' | null => {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (head.includes('%PDF-')) return 'pdf';
  return head.startsWith('PK\u0003\u0004') ? 'docx' : null;
};

/** The sent text in the shape nearest to what came back: a PDF is compared with our PDF where we have an exact one. */
const sentText = async (
  deps: CoreDeps,
  document: DocumentSummary,
  format: 'docx' | 'pdf',
): Promise<Result<string, AppError>> => {
  const exact = document.files.filter(({ isDraft }) => !isDraft);
  const file = exact.find((one) => one.format === format) ?? exact.find((one) => one.format === 'docx');
  const bytes = file === undefined ? null : await deps.files.read(file.sha256);
  const missing = appError('document.noFile', { document: nameOf(document), format: 'docx' });
  if (file === undefined || bytes === null) return err(missing);
  const text = await deps.papers.contractText(bytes, file.format);
  return text.ok ? text : err(missing);
};

/** A contract that came back: what it says differently from the sent one. Signing waits for the lawyer when it does. */
export const takeReturned =
  (deps: CoreDeps): Handler<'comparison.take'> =>
  async (context, { id, name, bytes: encoded }) => {
    const found = findPaper(deps.base.read, id);
    if (!found.ok) return found;
    const document = found.value;
    if (document.state === 'annulled') return err(appError('document.annulled', { document: nameOf(document) }));
    const bytes = Buffer.from(encoded, 'base64');
    const format = formatOf(bytes);
    if (format === null) return err(appError('comparison.format', { file: name }));
    const returned = await deps.papers.contractText(bytes, format);
    if (!returned.ok)
      return err(
        returned.error === 'noText'
          ? appError('comparison.noText', { file: name })
          : appError('comparison.format', { file: name }),
      );
    const sent = await sentText(deps, document, format);
    if (!sent.ok) return sent;
    const stored = await storeFile(deps, bytes);
    if (!stored.ok) return stored;
    const differences = compareContracts(sent.value, returned.value).map((one) => ({ ...one, note: '' }));
    const comparison: Comparison = {
      id: deps.random.uuid(),
      documentId: document.id,
      version: document.version,
      fileName: name,
      fileSha256: stored.value.sha256,
      format,
      differences,
      // Nothing to judge: an untouched copy needs no lawyer.
      verdict: differences.length === 0 ? 'accepted' : 'waiting',
      at: deps.clock.now(),
      userId: requireDefined(context.actor, 'the acting person').user.id,
      judgedAt: null,
      judgedBy: null,
      comment: '',
    };
    const view = context.commit((stores) => {
      stores.comparisons.add(comparison, stored.value.size);
      recordAudit(deps, context, stores, {
        action: 'document.returnedChanged',
        right: 'documents.send',
        entity: 'document',
        entityId: document.id,
        before: null,
        after: {
          comparisonId: comparison.id,
          orderId: document.orderId,
          differences: differences.length,
          negations: differences.filter(({ sort }) => sort === 'negation').length,
        },
      });
      return comparisonView(deps, comparison);
    });
    context.emit({ type: 'changed', entity: 'document', id: document.id });
    return ok(view);
  };

const rowView = ({ base }: CoreDeps, comparison: Comparison): Row => ({
  id: comparison.id,
  document: paperBrief(requireDefined(base.read.documents.get(comparison.documentId), 'the compared document')),
  file: comparison.fileName,
  format: comparison.format,
  at: comparison.at,
  who: base.read.users.get(comparison.userId)?.fullName ?? '',
  verdict: comparison.verdict,
  count: comparison.differences.length,
});

const comparisonView = (deps: CoreDeps, comparison: Comparison): View => ({
  ...rowView(deps, comparison),
  differences: comparison.differences.map((one) => ({ ...one, pieces: [...one.pieces] })),
  comment: comparison.comment,
  judgedBy: comparison.judgedBy === null ? '' : (deps.base.read.users.get(comparison.judgedBy)?.fullName ?? ''),
  judgedAt: comparison.judgedAt,
});

export const getComparison =
  (deps: CoreDeps): Handler<'comparison.get'> =>
  (_context, { id }) => {
    const comparison = deps.base.read.comparisons.get(id);
    return comparison === null ? err(appError('comparison.unknown', { id })) : ok(comparisonView(deps, comparison));
  };

export const listComparisons =
  (deps: CoreDeps): Handler<'comparison.list'> =>
  (_context, { verdict }) => {
    const items = deps.base.read.comparisons.list(verdict).map((one) => rowView(deps, one));
    return ok({ total: items.length, items });
  };

/** The lawyer's word: said once, with notes to single places. */
export const judgeComparison =
  (deps: CoreDeps): Handler<'comparison.judge'> =>
  (context, { id, verdict, comment, notes }) => {
    const comparison = deps.base.read.comparisons.get(id);
    if (comparison === null) return err(appError('comparison.unknown', { id }));
    const document = requireDefined(deps.base.read.documents.get(comparison.documentId), 'the compared document');
    if (comparison.verdict !== 'waiting') return err(appError('comparison.judged', { document: nameOf(document) }));
    const noteByIndex = new Map(notes.map(({ index, note }) => [index, note]));
    const judged: Comparison = {
      ...comparison,
      verdict,
      comment,
      judgedAt: deps.clock.now(),
      judgedBy: requireDefined(context.actor, 'the acting person').user.id,
      differences: comparison.differences.map((one, index) => ({ ...one, note: noteByIndex.get(index) ?? one.note })),
    };
    const view = context.commit((stores) => {
      stores.comparisons.judge(judged);
      recordAudit(deps, context, stores, {
        action: 'document.judged',
        right: 'contracts.judge',
        entity: 'document',
        entityId: document.id,
        before: null,
        after: { comparisonId: id, orderId: document.orderId, verdict, comment },
      });
      return comparisonView(deps, judged);
    });
    context.emit({ type: 'changed', entity: 'document', id: document.id });
    return ok(view);
  };
