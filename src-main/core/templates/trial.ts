import { appError, type AppError } from '#shared/contract/errors.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import type { DocumentSource } from '#shared/domain/document/document-source.ts';
import { isAccountKind } from '#shared/domain/document/document.ts';
import { shipmentDateOf } from '#shared/domain/document/usual-date.ts';
import { viewOf } from '#shared/domain/document/views/view-of.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { OwnTemplate } from '../../ports/own-templates.ts';
import { DEFAULT_DELIMITERS } from '../../ports/template-renderer.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import { plannedSource } from '../packs/preview.ts';
import { composeCase, readCase, sourceOfIssued } from '../packs/read-case.ts';
import { findTemplate } from './template-row.ts';

type TrialItem = OutputOf<'templates.trial'>['items'][number];
type Filled = TrialItem & { readonly docx: Uint8Array | null };
type Candidate = { readonly orderId: string; readonly order: string; readonly source: DocumentSource };

/** Rare kinds stand in few orders; further back nobody looks. */
const MOST_LOOKED_AT = 400;

/** Fills the working copy from the latest orders of its company; nothing is issued and no number is taken. */
export const tryTemplate =
  (deps: CoreDeps): Handler<'templates.trial'> =>
  async (context, input) => {
    const found = findTemplate(deps.base.read, input.id);
    if (!found.ok) return found;
    const template = await bytesOf(deps, found.value);
    if (!template.ok) return template;
    const filled: Filled[] = [];
    for (const candidate of candidatesOf(deps, found.value, input.orders)) {
      if (context.signal.aborted) return err(appError('template.cancelled', {}));
      filled.push(await fill(deps, template.value, candidate, context.signal));
      context.progress(filled.length, input.orders, candidate.order);
    }
    const engine = await deps.pdf.engine();
    const pages = engine === null ? new Map<Filled, number>() : await countPages(deps, filled, context.signal);
    if (context.signal.aborted) return err(appError('template.cancelled', {}));
    return ok({
      engine,
      items: filled.map((item) => {
        const { docx: _docx, ...row } = item;
        return { ...row, pages: pages.get(item) ?? null };
      }),
    });
  };

const bytesOf = async (deps: CoreDeps, { fileName, sha256 }: OwnTemplate): Promise<Result<Uint8Array, AppError>> => {
  const copy = await deps.workplace.read(fileName);
  if (copy.ok) return ok(copy.value.bytes);
  const bytes = sha256 === null ? null : await deps.files.read(sha256);
  return bytes === null ? err(appError('template.held', { file: fileName })) : ok(bytes);
};

const candidatesOf = (deps: CoreDeps, { kind, organisationId }: OwnTemplate, wanted: number): readonly Candidate[] => {
  if (isAccountKind(kind)) return [];
  const { read } = deps.base;
  const filter = organisationId === null ? {} : { organisationId };
  const found: Candidate[] = [];
  for (const { id } of read.orders.list(filter, { limit: MOST_LOOKED_AT, offset: 0 }).items) {
    if (found.length === wanted) break;
    const order = requireDefined(read.orders.get(id), 'a listed order');
    const pack = readCase(read, order);
    const issued = pack.issuedByKind.get(kind);
    const shipped = shipmentDateOf(order, deps.clock.today());
    if (!issued && composeCase(pack, shipped).every((item) => item.kind !== kind)) continue;
    const source = issued ? sourceOfIssued(pack, issued) : plannedSource(deps, pack, kind);
    found.push({ orderId: id, order: order.number, source });
  }
  return found;
};

const fill = async (
  { renderer }: CoreDeps,
  template: Uint8Array,
  { orderId, order, source }: Candidate,
  signal: AbortSignal,
): Promise<Filled> => {
  const rendered = await renderer.render(
    { template, data: viewOf(source).data, delimiters: DEFAULT_DELIMITERS },
    signal,
  );
  const row = { orderId, order, counterparty: source.buyer.shortName, pages: null };
  return rendered.ok
    ? { ...row, problems: [], docx: rendered.value.bytes }
    : { ...row, problems: [...rendered.error], docx: null };
};

const countPages = async (
  deps: CoreDeps,
  filled: readonly Filled[],
  signal: AbortSignal,
): Promise<ReadonlyMap<Filled, number>> => {
  const made = filled.flatMap((item) => (item.docx === null ? [] : [{ item, docx: item.docx }]));
  const pdfs = await deps.pdf.convert(
    made.map(({ docx }) => docx),
    signal,
  );
  return new Map(
    made.flatMap(({ item }, index) => {
      const pdf = pdfs[index];
      return pdf?.ok ? [[item, pdf.value.pages] as const] : [];
    }),
  );
};
