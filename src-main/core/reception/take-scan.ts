import { appError, type AppError } from '#shared/contract/errors.ts';
import { splitScan, type ScanPart as Cut } from '#shared/domain/reception/split-scan.ts';
import { readCode } from '#shared/domain/reception/paper-code.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { DocumentSummary } from '../../ports/base.ts';
import type { PaperFileFault } from '../../ports/paper-files.ts';
import type { Scan, ScanPart, StoredPart } from '../../ports/reception.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import { nameOf } from '../packs/issue-answer.ts';
import { recordAudit } from '../audit.ts';
import { storeFile } from '../signing/store-file.ts';
import { attachPart, type AttachedFile } from './attach-part.ts';
import { partView } from './part-view.ts';
import { findByCode } from './take-code.ts';

const MOST_PAGES = 500;

const scanFault = (fault: PaperFileFault, file: string): AppError => {
  if (fault === 'notPdf') return appError('scan.notPdf', { file });
  if (fault === 'tooLong') return appError('scan.tooLong', { file, pages: MOST_PAGES + 1, limit: MOST_PAGES });
  return appError('scan.unreadable', { file });
};

/** A part of the scan with the document it belongs to; its pages are already safe on the disk as a file of their own. */
type Sorted = {
  readonly part: ScanPart;
  readonly document: DocumentSummary | null;
  readonly file: AttachedFile | null;
};

/**
 * A scanned PDF: split by codes, attached; what was not read waits in «Разобрать». The same file twice is once. All that
 * was read goes in together: a kill leaves the scan taken whole or not at all.
 */
export const takeScan =
  (deps: CoreDeps): Handler<'reception.scan'> =>
  async (context, { name, bytes: encoded, as }) => {
    const bytes = Buffer.from(encoded, 'base64');
    const pages = await deps.papers.scanCodes(bytes);
    if (!pages.ok) return err(scanFault(pages.error, name));
    const stored = await storeFile(deps, bytes);
    if (!stored.ok) return stored;
    const known = deps.base.read.reception.scanByHash(stored.value.sha256);
    if (known !== null) return ok(scanView(deps, known, true));
    const { user } = requireDefined(context.actor, 'the acting person');
    const scan: Scan = {
      id: deps.random.uuid(),
      name,
      sha256: stored.value.sha256,
      pages: pages.value.length,
      takenAs: as,
      at: deps.clock.now(),
      userId: user.id,
    };
    // Of whatever else is printed on a page only our own codes cut it; a stranger's alone makes the page foreign.
    const own = pages.value.map((codes) => ({ codes: ownCodes(codes) }));
    const sorted: Sorted[] = [];
    for (const [index, cut] of splitScan(own).entries()) {
      context.progress(index, own.length, name);
      const placed = await place(deps, scan, bytes, cut, pages.value[cut.from - 1] ?? []);
      if (!placed.ok) return placed;
      sorted.push(placed.value);
    }
    const answer = context.commit((stores) => {
      stores.reception.addScan(
        scan,
        stored.value.size,
        sorted.map(({ part }) => part),
      );
      for (const { part, document, file } of sorted)
        if (document !== null && file !== null && part.state === 'attached')
          attachPart(deps, context, stores, document, scan, file);
      recordAudit(deps, context, stores, {
        action: 'scan.taken',
        right: 'documents.send',
        entity: 'scan',
        entityId: scan.id,
        before: null,
        after: { pages: scan.pages, parts: sorted.length },
      });
      return scanView(deps, scan, false);
    });
    for (const { document } of sorted)
      if (document) context.emit({ type: 'changed', entity: 'document', id: document.id });
    return ok(answer);
  };

const ownCodes = (codes: readonly string[]): string[] =>
  codes.flatMap((text) => {
    const read = readCode(text);
    return read.ok ? [read.value.code] : [];
  });

/** Where the pages belong: to a document that may take them, or into «Разобрать» with the reason. */
const place = async (
  deps: CoreDeps,
  scan: Scan,
  bytes: Uint8Array,
  { from, to, code }: Cut,
  printed: readonly string[],
): Promise<Result<Sorted, AppError>> => {
  const waiting = (state: ScanPart['state'], reason: string): Result<Sorted, AppError> =>
    ok({ part: partOf(deps, scan, from, to, code ?? '', state, reason), document: null, file: null });
  if (code === null)
    return ownCodes(printed).length > 1
      ? waiting('unread', 'на странице два разных кода')
      : waiting(printed.length > 0 ? 'foreign' : 'unread', printed.length > 0 ? 'код не наш' : 'кода не видно');
  const found = findByCode(deps.base.read, code);
  if (!found.ok) return waiting('foreign', 'код не нашего документа');
  const document = found.value;
  if (document.state === 'annulled') return waiting('settled', `${nameOf(document)} аннулирован`);
  const file = await cutOut(deps, bytes, from, to, `${nameOf(document)} (${scan.name})`);
  if (!file.ok) return err(scanFault('unreadable', scan.name));
  if (file.value === null) return err(appError('disk.failed', { reason: '' }));
  const part = { ...partOf(deps, scan, from, to, code, 'attached', ''), documentId: document.id };
  return ok({ part, document, file: file.value });
};

const partOf = (
  { random }: CoreDeps,
  scan: Scan,
  firstPage: number,
  lastPage: number,
  code: string,
  state: ScanPart['state'],
  reason: string,
): ScanPart => ({ id: random.uuid(), scanId: scan.id, firstPage, lastPage, code, state, reason, documentId: null });

/** The pages as a file of their own, safe on the disk; `null`: the disk refused. */
export const cutOut = async (
  deps: CoreDeps,
  bytes: Uint8Array,
  from: number,
  to: number,
  title: string,
): Promise<Result<AttachedFile | null, PaperFileFault>> => {
  const cut = await deps.papers.cutPages(bytes, from, to);
  if (!cut.ok) return cut;
  const stored = await storeFile(deps, cut.value);
  const name = title.endsWith('.pdf') ? title : `${title.replace(/\.pdf\)$/iu, ')')}.pdf`;
  return ok(stored.ok ? { ...stored.value, name, pages: to - from + 1 } : null);
};

const scanView = (deps: CoreDeps, scan: Scan, already: boolean) => {
  const parts: readonly StoredPart[] = deps.base.read.reception.partsOf(scan.id);
  return {
    scanId: scan.id,
    pages: scan.pages,
    attached: parts.filter(({ state }) => state === 'attached').length,
    unread: parts.filter(({ state }) => state !== 'attached' && state !== 'dropped').length,
    already,
    parts: parts.map((part) => partView(deps, part)),
  };
};
