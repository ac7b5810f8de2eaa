import { appError, type AppError } from '#shared/contract/errors.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { titleOf } from '#shared/domain/document/titles.ts';
import { copiesOf } from '#shared/domain/signing/copies.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { asId } from '#shared/kernel/id.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { DocumentSummary } from '../../ports/base.ts';
import type { PrintItem, PrintJob } from '../../ports/print-queue.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import { makeMissingPdfs, pdfNow } from '../documents/pdf-on-demand.ts';
import { nameOf } from '../packs/issue-answer.ts';
import { findPaper } from '../signing/move-paper.ts';

type JobView = OutputOf<'print.get'>;

/** A document with the envelope it goes into; empty for one on its own. */
type Wanted = { readonly document: DocumentSummary; readonly envelope: string };

/** Puts documents into the queue in the order in which they are folded: envelope by envelope, inside it by order and kind. */
export const addPrintJob =
  (deps: CoreDeps): Handler<'print.add'> =>
  async (context, { documents, envelopes, copies, duplex, printer }) => {
    const wanted = wantedOf(deps, documents, envelopes);
    if (!wanted.ok) return wanted;
    if (wanted.value.length === 0) return err(appError('print.nothing', {}));
    await makeMissingPdfs(
      deps,
      wanted.value.map(({ document }) => document),
      context.signal,
    );
    const items: PrintItem[] = [];
    let lastSheet = 0;
    for (const { document, envelope } of wanted.value) {
      const counted = await pagesOf(deps, document);
      if (!counted.ok) return counted;
      const { sha256, pages } = counted.value;
      const times = copies ?? copiesOf(document.kind);
      const sheets = times * (duplex ? Math.ceil(pages / 2) : pages);
      const place = { position: items.length + 1, firstSheet: lastSheet + 1, lastSheet: lastSheet + sheets };
      items.push({ ...place, documentId: document.id, sha256, envelope, copies: times, pages });
      lastSheet += sheets;
    }
    const job: PrintJob = {
      id: deps.random.uuid(),
      state: 'waiting',
      printer,
      duplex,
      sheets: lastSheet,
      printed: 0,
      problem: '',
      madeAt: deps.clock.now(),
      madeBy: requireDefined(context.actor, 'the acting person').user.id,
      items,
    };
    const view = context.commit((stores) => {
      stores.printQueue.add(job);
      return jobView(deps, job);
    });
    return ok(view);
  };

const wantedOf = (
  { base }: CoreDeps,
  documents: readonly string[],
  envelopes: readonly string[],
): Result<Wanted[], AppError> => {
  const wanted: Wanted[] = [];
  const held = [];
  for (const id of new Set(envelopes)) {
    const envelope = base.read.sending.envelope(id);
    if (envelope === null) return err(appError('envelope.unknown', { id }));
    const name = base.read.parties.get(envelope.partyId)?.shortName ?? '';
    held.push({ envelope, name });
  }
  const sorted = held.toSorted((a, b) => a.name.localeCompare(b.name, 'ru'));
  for (const [index, { envelope, name }] of sorted.entries()) {
    const label = `Конверт ${index + 1} из ${sorted.length} · ${name}`;
    const register = envelope.registerId === null ? [] : [{ documentId: envelope.registerId }];
    const inside = [...register, ...envelope.documents].flatMap(
      ({ documentId }) => base.read.documents.get(documentId) ?? [],
    );
    for (const document of [...inside.slice(0, register.length), ...inOrder(inside.slice(register.length))])
      wanted.push({ document, envelope: label });
  }
  const single: DocumentSummary[] = [];
  for (const id of new Set(documents)) {
    const document = findPaper(base.read, asId(id));
    if (!document.ok) return document;
    single.push(document.value);
  }
  const alone = inOrder(single).toSorted((a, b) => a.partyName.localeCompare(b.partyName, 'ru'));
  return ok([...wanted, ...alone.map((document) => ({ document, envelope: '' }))]);
};

const inOrder = (documents: readonly DocumentSummary[]): DocumentSummary[] =>
  documents.toSorted(
    (a, b) => a.orderNumber.localeCompare(b.orderNumber, 'ru', { numeric: true }) || a.date.localeCompare(b.date),
  );

/** The exact PDF of the version in force: the queue prints what was issued, not what a program would break anew. */
const pagesOf = async (
  deps: CoreDeps,
  document: DocumentSummary,
): Promise<Result<{ sha256: string; pages: number }, AppError>> => {
  const missing = appError('print.noPdf', { document: nameOf(document) });
  const file = pdfNow(deps, document);
  const bytes = file === null ? null : await deps.files.read(file.sha256);
  const pages = bytes === null ? null : await deps.papers.countPages(bytes);
  if (file === null || pages === null || !pages.ok || pages.value === 0) return err(missing);
  return ok({ sha256: file.sha256, pages: pages.value });
};

export const jobView = ({ base }: Pick<CoreDeps, 'base'>, job: PrintJob): JobView => ({
  id: job.id,
  state: job.state,
  printer: job.printer,
  duplex: job.duplex,
  madeAt: job.madeAt,
  who: base.read.users.get(job.madeBy)?.fullName ?? '',
  sheets: job.sheets,
  printed: job.printed,
  documents: job.items.length,
  problem: job.problem,
  items: job.items.map(({ position, documentId, envelope, copies, firstSheet, lastSheet }) => {
    const document = requireDefined(base.read.documents.get(documentId), 'a document of the queue');
    return {
      position,
      documentId,
      envelope,
      copies,
      firstSheet,
      lastSheet,
      kind: document.kind,
      title: titleOf(document.kind),
      number: document.number,
      counterparty: document.partyName,
    };
  }),
});
