import { appError, type AppError } from '#shared/contract/errors.ts';
import type { DocumentSource } from '#shared/domain/document/document-source.ts';
import type { DocumentFile, IssuedDocument, Snapshot } from '#shared/domain/document/document.ts';
import type { Medium } from '#shared/domain/party/party.ts';
import { fileNameOf } from '#shared/domain/document/file-name.ts';
import { counterpartyOf, isInternalPaper, registerSum } from '#shared/domain/document/sides/document-side.ts';
import { titleOf } from '#shared/domain/document/titles.ts';
import { viewOf } from '#shared/domain/document/views/view-of.ts';
import { asId, type DocumentId, type UserId } from '#shared/kernel/id.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { DEFAULT_DELIMITERS } from '../../ports/template-renderer.ts';
import type { CoreDeps } from '../deps.ts';
import { loadPictures, picturesFor } from '../facsimiles/lay-pictures.ts';
import { fingerprintOf } from './fingerprint.ts';
import { codeOf, foreseenCode } from './paper-codes.ts';
import type { PlannedDocument } from './plan-pack.ts';
import type { PackCase } from './read-case.ts';

/** A document that is ready to be entered into the base: its file is already safe on disk. */
export type PreparedDocument = {
  readonly document: IssuedDocument;
  readonly snapshot: Snapshot;
  readonly plan: PlannedDocument;
  readonly docx: Uint8Array;
  /** What its paper carries as a bar code. */
  readonly code: string;
};

export type PrepareRequest = {
  readonly pack: PackCase;
  readonly documents: readonly PlannedDocument[];
  readonly userId: UserId;
  /** How the originals travel this time; absent: as the counterparty's card says. */
  readonly medium?: Medium | undefined;
  /** Why a next version is made; new documents have no reason. */
  readonly reason?: string;
  /** A next version keeps the template of the one before it unless this is asked for. */
  readonly newTemplate?: boolean;
  /** Pictures of the stamp and the signature are laid where the company allows them. */
  readonly facsimile?: boolean;
  readonly signal: AbortSignal;
  readonly progress: (done: number, total: number, label: string) => void;
};

/**
 * Renders a pack and puts its files on disk before the base hears of it. The numbers are only foreseen here; the
 * transaction that enters the documents takes them. A kill in between leaves files that nobody names, which the next
 * opening sets aside, and never a document without its file.
 */
export const prepareDocuments = async (
  deps: CoreDeps,
  request: PrepareRequest,
): Promise<Result<PreparedDocument[], AppError>> => {
  const total = request.documents.length;
  const prepared: PreparedDocument[] = [];
  const cancelled = () => err(appError('pack.cancelled', { done: 0, total }));
  for (const plan of request.documents) {
    if (request.signal.aborted) return cancelled();
    const made = await makeSnapshot(deps, plan, request);
    if (!made.ok) return made;
    const { snapshot, template, contentHash } = made.value;
    const id = plan.earlier?.id ?? asId<'document'>(deps.random.uuid());
    const code = plan.earlier === null ? foreseenCode(deps.base.read, id, prepared.length) : codeOf(deps.base.read, id);
    const rendered = await renderSnapshot(deps, snapshot, template, code, request.signal);
    // A renderer that was stopped fails in its own words; people stopped the issue, not the template.
    if (!rendered.ok) return request.signal.aborted ? cancelled() : rendered;
    const stored = await deps.files.put(rendered.value);
    if (!stored.ok) {
      return err(
        stored.error.code === 'disk.full'
          ? appError('disk.full', {})
          : appError('disk.failed', { reason: stored.error.reason }),
      );
    }
    const named = { ...plan, version: versionOf(plan), revision: plan.source.revision ?? null };
    // Named after whom it goes to: a carrier must not read the client's name on his file.
    const name = fileNameOf(named, counterpartyOf(plan.source).shortName, 'docx');
    const file: DocumentFile = { format: 'docx', ...stored.value, isDraft: false, name };
    prepared.push({
      plan,
      snapshot,
      docx: rendered.value,
      code,
      document: documentOf(deps, request, plan, id, contentHash, file),
    });
    request.progress(prepared.length, total, `${titleOf(plan.kind)} № ${plan.number}`);
  }
  // The last moment to stop: what is entered next stays.
  return request.signal.aborted ? cancelled() : ok(prepared);
};

/** As asked, else as the counterparty's card says; what only our own people read lies on paper. */
const mediumOf = (source: DocumentSource, wanted: Medium | undefined): Medium =>
  isInternalPaper(source.kind) ? 'paper' : (wanted ?? counterpartyOf(source).medium);

const makeSnapshot = async (
  deps: CoreDeps,
  { kind, date, source, earlier }: PlannedDocument,
  { pack, medium, facsimile = false, reason = '', newTemplate = false }: PrepareRequest,
) => {
  const paper = { kind, date, medium: mediumOf(source, medium) };
  const template = await deps.templates.pick(kind, date, {
    organisationId: pack.organisation.party.id,
    pinnedSha256:
      earlier === null || newTemplate
        ? undefined
        : deps.base.read.documents.snapshotOf(earlier.id, earlier.version)?.templateSha256,
  });
  if (template === null) return err(appError('template.missing', { kind: titleOf(kind), date }));
  const view = viewOf(source);
  const snapshot: Snapshot = {
    kind,
    edition: template.edition,
    templateSha256: template.sha256,
    data: view.data,
    origins: view.origins,
    revision: source.revision ?? null,
    reason,
    facsimile: facsimile ? picturesFor(deps.base.read, pack.organisation, paper) : null,
  };
  return ok({ snapshot, template: template.bytes, contentHash: fingerprintOf(deps.hash, view) });
};

const renderSnapshot = async (
  deps: CoreDeps,
  snapshot: Snapshot,
  template: Uint8Array,
  code: string,
  signal: AbortSignal,
) => {
  const pictures = await loadPictures(deps.files, snapshot.facsimile ?? []);
  const rendered = await deps.renderer.render(
    { template, data: snapshot.data, delimiters: DEFAULT_DELIMITERS, pictures, code },
    signal,
  );
  if (rendered.ok) return ok(rendered.value.bytes);
  return err(appError('render.failed', { document: titleOf(snapshot.kind), reason: rendered.error[0]?.message ?? '' }));
};

const versionOf = ({ earlier }: PlannedDocument): number => (earlier?.version ?? 0) + 1;

const documentOf = (
  deps: CoreDeps,
  { pack, userId, medium }: PrepareRequest,
  plan: PlannedDocument,
  id: DocumentId,
  contentHash: string,
  file: DocumentFile,
): IssuedDocument => {
  const { kind, number, date, series } = plan;
  const counterparty = counterpartyOf(plan.source);
  const { gross, vat } = registerSum(plan.source);
  return {
    id,
    organisationId: pack.organisation.party.id,
    partyId: counterparty.id,
    orderId: pack.order.id,
    kind,
    number,
    date,
    contentHash,
    numberClass: series.numberClass,
    version: versionOf(plan),
    sum: gross,
    vat,
    state: 'issued',
    medium: mediumOf(plan.source, medium),
    issuedAt: deps.clock.now(),
    issuedBy: userId,
    files: [file],
    revision: plan.source.revision ?? null,
  };
};
