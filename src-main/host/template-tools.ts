import { createTemplateFolder } from '#main/adapters-node/template-folder.ts';
import { lintTemplate } from '#main/render/lint-template.ts';
import type { RenderedDocument, RenderEngine } from '#main/ports/template-renderer.ts';
import { createRenderPool } from '#main/render/render-pool.ts';
import { appError, type AppError } from '#shared/contract/errors.ts';
import { DOCUMENT_KINDS } from '#shared/domain/document/document.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { CoreOptions } from './core-host.ts';

export type LintAnswer = {
  readonly ok: boolean;
  readonly problems: readonly Problem[];
  readonly fields: readonly string[];
};

/** Fills one template without a base: the same engine, limits and refusals as for our own forms. */
export const renderOnce = async (
  options: Pick<CoreOptions, 'renderWorkerUrl'>,
  template: Uint8Array,
  data: unknown,
  delimiters: readonly [string, string],
  engine: RenderEngine,
): Promise<Result<RenderedDocument, readonly Problem[]>> => {
  const pool = createRenderPool({ workerUrl: new URL(options.renderWorkerUrl) });
  try {
    return await pool.render({ template, data, delimiters, engine });
  } finally {
    await pool.close();
  }
};

/** The linter with the fields that a kind of document has. */
export const lintForKind = async (
  options: Pick<CoreOptions, 'templatesFolder'>,
  template: Uint8Array,
  kindText: string,
): Promise<Result<LintAnswer, AppError>> => {
  const kind = DOCUMENT_KINDS.find((known) => known === kindText);
  if (kind === undefined)
    return err(appError('pack.unknownKind', { kind: kindText, known: DOCUMENT_KINDS.join(', ') }));
  const knownFields = await createTemplateFolder(options.templatesFolder).fieldsOf(kind);
  return ok(await lintTemplate({ template, knownFields, dialect: 'own' }));
};
