import { appError, type AppError } from '#shared/contract/errors.ts';
import type { ParsedInputOf } from '#shared/contract/index.ts';
import { fileNameOf } from '#shared/domain/document/file-name.ts';
import type { DocumentFile, IssuedDocument, Snapshot } from '#shared/domain/document/document.ts';
import { titleOf } from '#shared/domain/document/titles.ts';
import { paperView } from '#shared/domain/papers/paper-view.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { asId } from '#shared/kernel/id.ts';
import { ZERO } from '#shared/kernel/money.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { recordAudit } from '../audit.ts';
import type { Answer, CallContext, CoreDeps, Handler } from '../deps.ts';
import { fingerprintOf } from '../packs/fingerprint.ts';
import { issuedView, packBlocked, problemsOf } from '../packs/issue-answer.ts';
import { makePdfs } from '../packs/make-pdfs.ts';
import { judgeFindings, type Overridden } from '../packs/override.ts';
import { assertCode, foreseenCode } from '../packs/paper-codes.ts';
import { writeCopies, type Copies } from '../packs/write-copies.ts';
import { planPaper, type PlannedPaper } from './plan-paper.ts';
import { render } from './preview.ts';

type Input = ParsedInputOf<'papers.issue'>;

/** Where readable copies of papers lie that belong to no order: «2026/Без заказа ООО Ромашка». */
const NO_ORDER = { number: 'Без заказа' };

/**
 * Issues a paper of no order under the promises of a pack: its file is safe on disk first, then one transaction takes
 * the number, enters the paper with its frozen data and remembers the answer; the PDF follows and may fail alone.
 */
export const issuePaper =
  (deps: CoreDeps, queue: <T>(work: () => Promise<T>) => Promise<T>): Handler<'papers.issue'> =>
  // One at a time with the packs: the number foreseen must still be free when the paper is entered.
  (context, input) =>
    queue(() => issue(deps, context, input));

/** Readable copies of a paper of no order, in the folder of its counterparty. */
export const copyPaper = (deps: CoreDeps, paper: IssuedDocument): Promise<Copies> =>
  writeCopies(deps, NO_ORDER, deps.base.read.parties.get(paper.partyId)?.shortName ?? '', paper);

const issue = async (deps: CoreDeps, context: CallContext, input: Input): Promise<Answer<'papers.issue'>> => {
  const planned = planPaper(deps, input.paper);
  if (!planned.ok) return planned;
  const { source, findings } = planned.value;
  const judged = judgeFindings(context, findings, input.overrides);
  if (!judged.ok) return judged;
  const { blocking, overridden } = judged.value;
  if (blocking.length > 0) return err(packBlocked([source.kind], blocking));

  const prepared = await prepare(deps, context, planned.value);
  if (!prepared.ok) return prepared;
  const { document, docx } = prepared.value;
  const problems = problemsOf(findings, overridden);
  enter(deps, context, planned.value, prepared.value, overridden, {
    issued: [issuedView(document, false, new Map())],
    problems: [...problems],
  });
  context.emit({ type: 'changed', entity: 'document', id: document.id });

  const pdfs = await makePdfs(deps, [{ document, docx }], [], input.formats, context.signal);
  const whole = requireDefined(deps.base.read.documents.get(document.id), 'the paper just issued');
  const copies = await copyPaper(deps, whole);
  return ok({ issued: [issuedView(whole, false, copies.paths)], problems: [...problems, ...pdfs, ...copies.problems] });
};

type PreparedPaper = {
  readonly document: IssuedDocument;
  readonly snapshot: Snapshot;
  readonly docx: Uint8Array;
  readonly code: string;
};

const cancelled = () => err(appError('pack.cancelled', { done: 0, total: 1 }));

/** Fills the form and puts the file on disk before the base hears of the paper. */
const prepare = async (
  deps: CoreDeps,
  { actor, signal }: CallContext,
  { source, series }: PlannedPaper,
): Promise<Result<PreparedPaper, AppError>> => {
  const { kind, number, date, party } = source;
  const template = await deps.templates.pick(kind, date, { organisationId: source.organisation.party.id });
  if (template === null) return err(appError('template.missing', { kind: titleOf(kind), date }));
  const view = paperView(source);
  const id = asId<'document'>(deps.random.uuid());
  const code = foreseenCode(deps.base.read, id, 0);
  const docx = await render(deps, kind, template.bytes, view.data, signal, code);
  if (!docx.ok) return signal.aborted ? cancelled() : docx;
  const stored = await deps.files.put(docx.value);
  if (!stored.ok) {
    return err(
      stored.error.code === 'disk.full'
        ? appError('disk.full', {})
        : appError('disk.failed', { reason: stored.error.reason }),
    );
  }
  // The last moment to stop: what is entered next stays.
  if (signal.aborted) return cancelled();
  const name = fileNameOf({ kind, number, date, version: 1 }, party.shortName, 'docx');
  const file: DocumentFile = { format: 'docx', ...stored.value, isDraft: false, name };
  return ok({
    docx: docx.value,
    code,
    snapshot: {
      kind,
      edition: template.edition,
      templateSha256: template.sha256,
      data: view.data,
      origins: view.origins,
    },
    document: {
      id,
      organisationId: series.organisationId,
      partyId: party.id,
      orderId: null,
      kind,
      numberClass: series.numberClass,
      number,
      date,
      version: 1,
      sum: ZERO,
      vat: ZERO,
      state: 'issued',
      medium: party.medium,
      issuedAt: deps.clock.now(),
      issuedBy: requireDefined(actor, 'the acting person').user.id,
      contentHash: fingerprintOf(deps.hash, view),
      files: [file],
    },
  });
};

/** Number, paper, history and the answer to this command become facts together. */
const enter = (
  deps: CoreDeps,
  context: CallContext,
  { series, taken }: PlannedPaper,
  { document, snapshot, code }: PreparedPaper,
  overridden: readonly Overridden[],
  answer: unknown,
): void => {
  const { id, kind, number, date, version, partyId } = document;
  context.commit((stores) => {
    stores.numbers.take(series, taken);
    stores.documents.insert(document, snapshot);
    assertCode(stores, id, code);
    recordAudit(deps, context, stores, {
      action: 'document.issued',
      entity: 'document',
      entityId: id,
      before: null,
      right: overridden.length > 0 ? 'documents.override' : 'documents.issue',
      after: { partyId, kind, number, date, version, overridden },
    });
    return answer;
  });
};
