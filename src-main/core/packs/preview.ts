import { appError, type AppError } from '#shared/contract/errors.ts';
import type { ParsedInputOf } from '#shared/contract/index.ts';
import type { DocumentSource, DocumentView } from '#shared/domain/document/document-source.ts';
import { isAccountKind, ORDER_KINDS, type DocumentKind } from '#shared/domain/document/document.ts';
import { markOrigins } from '#shared/domain/document/mark-origins.ts';
import { titleOf } from '#shared/domain/document/titles.ts';
import { datesOf, shipmentDateOf } from '#shared/domain/document/usual-date.ts';
import { viewOf } from '#shared/domain/document/views/view-of.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { isoDate, type IsoDate } from '#shared/kernel/date.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { DEFAULT_DELIMITERS } from '../../ports/template-renderer.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import { findOrder } from '../orders/find-order.ts';
import { planPack } from './plan-pack.ts';
import { composeCase, readCase, sourceOfIssued, type PackCase } from './read-case.ts';

type Request = Pick<ParsedInputOf<'packs.preview'>, 'orderId' | 'kind' | 'date'>;

type Draft = {
  readonly view: DocumentView;
  readonly number: string;
  readonly edition: string;
  readonly template: Uint8Array;
  readonly title: string;
};

/** Reads what a document would print now; an issued one keeps its own number and date. */
const readDraft = async (deps: CoreDeps, { orderId, kind, ...request }: Request): Promise<Result<Draft, AppError>> => {
  if (isAccountKind(kind)) return err(appError('pack.unknownKind', { kind, known: ORDER_KINDS.join(', ') }));
  const order = findOrder(deps.base.read, orderId);
  if (!order.ok) return order;
  const pack = readCase(deps.base.read, order.value);
  const issued = pack.issuedByKind.get(kind);
  const named = request.date === undefined ? undefined : isoDate(request.date);
  const source = issued ? sourceOfIssued(pack, issued) : plannedSource(deps, pack, kind, named);
  const { number, date } = source;
  const template = await deps.templates.pick(kind, date, {
    organisationId: pack.organisation.party.id,
    pinnedSha256: issued && deps.base.read.documents.snapshotOf(issued.id, issued.version)?.templateSha256,
  });
  if (template === null) return err(appError('template.missing', { kind: titleOf(kind), date }));
  const view = viewOf(source);
  return ok({ view, number, edition: template.edition, template: template.bytes, title: titleOf(kind) });
};

/**
 * As the document would come out of the pack of now: beside the contract that the pack may bring to life. One beyond the composition
 * is issued alone, and so it is shown.
 */
export const plannedSource = (deps: CoreDeps, pack: PackCase, kind: DocumentKind, named?: IsoDate): DocumentSource => {
  const today = deps.clock.today();
  const missing = composeCase(pack, named ?? shipmentDateOf(pack.order, today))
    .map((item) => item.kind)
    .filter((one) => !pack.issuedByKind.has(one));
  const kinds = missing.includes(kind) ? missing : [kind];
  return requireDefined(
    planPack(deps.base.read, pack, kinds, datesOf(pack.order, today, named)).documents.find((one) => one.kind === kind),
    'the planned document',
  ).source;
};

const render = async (
  deps: CoreDeps,
  draft: Draft,
  data: unknown,
  signal: AbortSignal,
): Promise<Result<Uint8Array, AppError>> => {
  const rendered = await deps.renderer.render(
    { template: draft.template, data, delimiters: DEFAULT_DELIMITERS },
    signal,
  );
  if (rendered.ok) return ok(rendered.value.bytes);
  return err(appError('render.failed', { document: draft.title, reason: rendered.error[0]?.message ?? '' }));
};

export const previewDocument =
  (deps: CoreDeps): Handler<'packs.preview'> =>
  async (context, input) => {
    const draft = await readDraft(deps, input);
    if (!draft.ok) return draft;
    const { data, paths } = markOrigins(draft.value.view);
    const docx = await render(deps, draft.value, data, context.signal);
    if (!docx.ok) return docx;
    const { origins } = draft.value.view;
    const values = paths.flatMap((path) => (origins[path] ? [{ path, origin: origins[path] }] : []));
    return ok({
      docx: Buffer.from(docx.value).toString('base64'),
      values,
      edition: draft.value.edition,
      number: draft.value.number,
    });
  };

export const previewPages =
  (deps: CoreDeps): Handler<'packs.pages'> =>
  async (context, input) => {
    const draft = await readDraft(deps, input);
    if (!draft.ok) return draft;
    const docx = await render(deps, draft.value, draft.value.view.data, context.signal);
    if (!docx.ok) return docx;
    const [page] = await deps.pdf.convert([docx.value], context.signal);
    if (!page?.ok) {
      return err(
        page?.error.code === 'pdf.noEngine'
          ? appError('pdf.noEngine', {})
          : appError('pdf.failed', { count: 1, total: 1 }),
      );
    }
    return ok({
      pdf: Buffer.from(page.value.pdf).toString('base64'),
      pages: page.value.pages,
      isDraft: page.value.isDraft,
    });
  };
