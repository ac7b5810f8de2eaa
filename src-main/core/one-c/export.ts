import { appError, type AppError } from '#shared/contract/errors.ts';
import { createPaperMapper } from '#shared/domain/exchange-1c/map-papers.ts';
import type { EdVersion } from '#shared/domain/exchange-1c/versions.ts';
import type { Organisation } from '#shared/domain/party/party.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { formatDate } from '#shared/kernel/date.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { FileStoreError } from '../../ports/file-store.ts';
import type { ChangedPaper, ExportedDocument, OneCExport, OneCPeriod } from '../../ports/one-c.ts';
import type { OneCMessage } from '../../ports/one-c-files.ts';
import { recordAudit } from '../audit.ts';
import type { CallContext, CoreDeps, Handler } from '../deps.ts';
import { changedRow, MOST_CHANGED } from './changed-row.ts';
import { choosePapers } from './choose-papers.ts';
import { manifestJson, manifestSheets, type ManifestFacts } from './manifest.ts';
import { periodOf } from './period.ts';
import { createSummaryCounter, type Summary } from './summary.ts';

/** Names inside the folder of exchange hang on the id alone; people get `fileName`. */
export const keptNames = (id: string) => ({
  message: `${id}.xml`,
  manifest: `${id}.manifest.json`,
  workbook: `${id}.manifest.xlsx`,
});

const diskError = (error: FileStoreError): AppError =>
  error.code === 'disk.full' ? appError('disk.full', {}) : appError('disk.failed', { reason: error.reason });

/** How often a person sees where an export is, and how often it looks whether it was stopped. */
const PAPERS_A_STEP = 50;

/**
 * Writes the papers of a period into one EnterpriseData message with a manifest beside it and enters it into the journal.
 * The file is complete on the disk before the journal knows of it; a kill in between leaves a file that nobody names.
 */
export const exportPapers =
  (deps: CoreDeps): Handler<'exchange.export'> =>
  async (context, input) => {
    const asked = periodOf(deps.base.read, input);
    if (!asked.ok) return asked;
    const { organisation, period } = asked.value;
    const message = await deps.oneC.begin(input.format, deps.clock.now());
    if (!message.ok) return err(diskError(message.error));
    const written = await writePapers(deps, context, message.value, period, input);
    if (!written.ok) {
      await message.value.abandon();
      return written;
    }
    const id = deps.random.uuid();
    const names = keptNames(id);
    const file = await message.value.finish(names.message);
    if (!file.ok) return err(diskError(file.error));
    const { summary, totals, carried } = written.value;
    const actor = requireDefined(context.actor, 'the acting person');
    const made: OneCExport = {
      id,
      organisationId: period.organisationId,
      dateFrom: period.from,
      dateTo: period.to,
      format: input.format,
      onlyChanged: input.onlyChanged,
      fileName: fileNameOf(organisation, period),
      ...file.value,
      documents: summary.goes,
      madeAt: deps.clock.now(),
      madeBy: actor.user.id,
      acceptedAt: null,
      acceptedBy: null,
    };
    const annulled = deps.base.read.oneC
      .changed(period.organisationId, MOST_CHANGED)
      .filter(({ reason }) => reason === 'annulled');
    const told = annulled.map((row) => changedRow(row));
    const facts = { made, organisation: organisation.party, summary, counts: totals.objects, annulled: told };
    const kept = await putManifest(deps, names, facts);
    if (!kept.ok) return err(diskError(kept.error));
    const answer = context.commit((stores) => {
      stores.oneC.record(made, [...carried, ...annulled.map(annulledEntry)]);
      recordAudit(deps, context, stores, {
        action: 'oneC.exported',
        right: 'documents.issue',
        entity: 'export',
        entityId: id,
        before: null,
        after: { from: period.from, to: period.to, documents: summary.goes, sha256: made.sha256 },
      });
      return {
        ...summary,
        exportId: id,
        fileName: made.fileName,
        sha256: made.sha256,
        size: made.size,
        counts: totals.objects,
        annulled: told,
      };
    });
    context.emit({ type: 'changed', entity: 'base', id: '' });
    return ok(answer);
  };

/** Told to the accountant once, in the manifest of this export. */
const annulledEntry = ({ documentId, isIncoming, version, contentHash }: ChangedPaper): ExportedDocument => ({
  documentId,
  isIncoming,
  version,
  contentHash,
  isAnnulled: true,
});

type Written = {
  readonly summary: Summary;
  readonly totals: ReturnType<ReturnType<typeof createSummaryCounter>['finish']>['totals'];
  readonly carried: readonly ExportedDocument[];
};

const writePapers = async (
  deps: CoreDeps,
  context: CallContext,
  message: OneCMessage,
  period: OneCPeriod,
  { format, onlyChanged }: { readonly format: EdVersion; readonly onlyChanged: boolean },
): Promise<Result<Written, AppError>> => {
  const { read } = deps.base;
  const register = read.oneC.registerTotals(period);
  const incoming = read.incoming.totals(period);
  const total = [...register, ...incoming].reduce((sum, { count }) => sum + count, 0);
  const objectsOf = createPaperMapper(format);
  const counter = createSummaryCounter();
  const carried: ExportedDocument[] = [];
  let seen = 0;
  for (const chosen of choosePapers(read, period, onlyChanged)) {
    if (context.signal.aborted) return err(appError('oneC.cancelled', {}));
    const objects = chosen.fate === 'goes' ? objectsOf(chosen.paper) : [];
    for (const object of objects) await message.add(object);
    counter.add(chosen, objects);
    if (chosen.fate === 'goes') {
      const { id, isIncoming, version, contentHash } = chosen.source;
      carried.push({ documentId: id, isIncoming, version, contentHash, isAnnulled: false });
    }
    seen += 1;
    if (seen % PAPERS_A_STEP === 0) context.progress(seen, total, 'Выгрузка в 1С');
  }
  return ok({ ...counter.finish(register, incoming), carried });
};

const putManifest = async (
  deps: CoreDeps,
  names: ReturnType<typeof keptNames>,
  facts: ManifestFacts,
): Promise<Result<null, FileStoreError>> => {
  const json = await deps.oneC.put(names.manifest, new TextEncoder().encode(manifestJson(facts)));
  if (!json.ok) return json;
  return deps.oneC.put(names.workbook, await deps.oneC.workbook(manifestSheets(facts)));
};

// Characters that Windows takes in no file name.
const FORBIDDEN = /[\\/:*?"<>|«»]/gu;

const fileNameOf = ({ party }: Organisation, { from, to }: OneCPeriod): string =>
  `1С ${(party.shortName || party.fullName).replaceAll(FORBIDDEN, '')} ${formatDate(from)}-${formatDate(to)}.xml`;
