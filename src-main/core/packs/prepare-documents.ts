import { appError, type AppError } from '#shared/contract/errors.ts';
import { documentSum } from '#shared/domain/document/document-lines.ts';
import type { DocumentFile, DocumentKind, IssuedDocument, Snapshot } from '#shared/domain/document/document.ts';
import { fileNameOf } from '#shared/domain/document/file-name.ts';
import { titleOf } from '#shared/domain/document/titles.ts';
import { viewOf } from '#shared/domain/document/views/view-of.ts';
import { formatDate, type IsoDate } from '#shared/kernel/date.ts';
import { asId, type UserId } from '#shared/kernel/id.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { NumberSeriesKey } from '../../ports/base.ts';
import { DEFAULT_DELIMITERS } from '../../ports/template-renderer.ts';
import type { CoreDeps } from '../deps.ts';
import { fingerprintOf } from './fingerprint.ts';
import { createNumberPlan, sourceOf, type PackCase } from './read-case.ts';

/** A document that is ready to be entered into the base: its file is already safe on disk. */
export type PreparedDocument = {
  readonly document: IssuedDocument;
  readonly snapshot: Snapshot;
  readonly series: NumberSeriesKey;
  readonly taken: number;
  readonly docx: Uint8Array;
};

type Progress = (done: number, total: number, label: string) => void;

/**
 * Renders a pack and puts its files on disk before the base hears of it. The numbers are only foreseen here; the
 * transaction that enters the documents takes them. A kill in between leaves files that nobody names, which the next
 * opening sets aside, and never a document without its file.
 */
export const prepareDocuments = async (
  deps: CoreDeps,
  request: { pack: PackCase; kinds: readonly DocumentKind[]; date: IsoDate; userId: UserId; signal: AbortSignal; progress: Progress },
): Promise<Result<PreparedDocument[], AppError>> => {
  const nextNumber = createNumberPlan(deps.base.read, request.pack, request.date);
  const prepared: PreparedDocument[] = [];
  for (const kind of request.kinds) {
    if (request.signal.aborted) return err(appError('pack.cancelled', { done: 0, total: request.kinds.length }));
    const { key, taken, number } = nextNumber(kind);
    const made = await makeSnapshot(deps, request.pack, kind, number, request.date);
    if (!made.ok) return made;
    const rendered = await renderSnapshot(deps, made.value.snapshot, made.value.template, request.signal);
    if (!rendered.ok) return rendered;
    const stored = await deps.files.put(rendered.value);
    if (!stored.ok) return err(stored.error.code === 'disk.full' ? appError('disk.full', {}) : appError('disk.failed', { reason: stored.error.reason }));
    const file: DocumentFile = {
      format: 'docx', ...stored.value, isDraft: false,
      name: fileNameOf(kind, number, request.date, request.pack.buyer.shortName, 'docx'),
    };
    prepared.push({
      document: documentOf(deps, request, kind, number, key, made.value.contentHash, file),
      snapshot: made.value.snapshot, series: key, taken, docx: rendered.value,
    });
    request.progress(prepared.length, request.kinds.length, `${titleOf(kind)} № ${number}`);
  }
  return ok(prepared);
};

const makeSnapshot = async (deps: CoreDeps, pack: PackCase, kind: DocumentKind, number: string, date: IsoDate) => {
  const template = await deps.templates.pick(kind, date);
  if (template === null) return err(appError('template.missing', { kind: titleOf(kind), date: formatDate(date) }));
  const view = viewOf(sourceOf(pack, kind, number, date));
  const snapshot: Snapshot = { kind, edition: template.edition, templateSha256: template.sha256, data: view.data, origins: view.origins };
  return ok({ snapshot, template: template.bytes, contentHash: fingerprintOf(deps.hash, view) });
};

const renderSnapshot = async (deps: CoreDeps, snapshot: Snapshot, template: Uint8Array, signal: AbortSignal) => {
  const rendered = await deps.renderer.render({ template, data: snapshot.data, delimiters: DEFAULT_DELIMITERS }, signal);
  if (rendered.ok) return ok(rendered.value.bytes);
  return err(appError('render.failed', { document: titleOf(snapshot.kind), reason: rendered.error[0]?.message ?? '' }));
};

const documentOf = (
  deps: CoreDeps,
  { pack, date, userId }: { pack: PackCase; date: IsoDate; userId: UserId },
  kind: DocumentKind, number: string, series: NumberSeriesKey, contentHash: string, file: DocumentFile,
): IssuedDocument => {
  const { gross, vat } = documentSum(kind, pack.order, pack.organisation, date);
  return {
    id: asId<'document'>(deps.random.uuid()),
    organisationId: pack.organisation.party.id,
    partyId: pack.buyer.id,
    orderId: pack.order.id,
    kind, number, date, contentHash,
    numberClass: series.numberClass,
    version: 1,
    sum: gross, vat,
    state: 'issued',
    medium: pack.buyer.medium,
    issuedAt: deps.clock.now(),
    issuedBy: userId,
    files: [file],
  };
};
