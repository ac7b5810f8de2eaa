import { appError, type AppError } from '#shared/contract/errors.ts';
import { markOrigins } from '#shared/domain/document/mark-origins.ts';
import { titleOf } from '#shared/domain/document/titles.ts';
import { paperView } from '#shared/domain/papers/paper-view.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { DEFAULT_DELIMITERS } from '../../ports/template-renderer.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import { planPaper } from './plan-paper.ts';

/** A paper of no order on the screen, with all that the check says of it. */
export const previewPaper =
  (deps: CoreDeps): Handler<'papers.preview'> =>
  async (context, input) => {
    const planned = planPaper(deps, input.paper);
    if (!planned.ok) return planned;
    const { source, findings } = planned.value;
    const { kind, date, number } = source;
    const template = await deps.templates.pick(kind, date, { organisationId: source.organisation.party.id });
    if (template === null) return err(appError('template.missing', { kind: titleOf(kind), date }));
    const view = paperView(source);
    const { data, paths } = markOrigins(view);
    const docx = await render(deps, kind, template.bytes, data, context.signal);
    if (!docx.ok) return docx;
    return ok({
      docx: Buffer.from(docx.value).toString('base64'),
      values: paths.flatMap((path) => (view.origins[path] ? [{ path, origin: view.origins[path] }] : [])),
      edition: template.edition,
      number,
      kind,
      findings: [...findings],
    });
  };

/** Fills the form of a paper. */
export const render = async (
  { renderer }: Pick<CoreDeps, 'renderer'>,
  kind: Parameters<typeof titleOf>[0],
  template: Uint8Array,
  data: unknown,
  signal: AbortSignal,
  code?: string,
): Promise<Result<Uint8Array, AppError>> => {
  const rendered = await renderer.render(
    { template, data, delimiters: DEFAULT_DELIMITERS, ...(code !== undefined && { code }) },
    signal,
  );
  if (rendered.ok) return ok(rendered.value.bytes);
  return err(appError('render.failed', { document: titleOf(kind), reason: rendered.error[0]?.message ?? '' }));
};
