import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { RenderRequest, TemplateProblem } from '#main/ports/template-renderer.ts';
import { openDocxPackage, type DocxPackage } from '../docx-package.ts';
import { inspectTemplate } from '../inspect-template.ts';
import { scanTemplate } from '../template-scan.ts';
import { templateProblem } from '../template-problem.ts';
import { compileParts } from './compile-parts.ts';
import { loadTemplate, type CompiledTemplate } from './load-template.ts';
import { UnsupportedConstruct } from './unsupported.ts';

export type { CompiledTemplate } from './load-template.ts';

/** A construct that the compiler does not know: the reference engine fills this template. */
export interface Unsupported {
  /** What it is, and where: part, paragraph, command. */
  readonly unsupported: string;
}

/** Reads a template from anybody. Asynchronous, because the guarded unzip is. */
export async function compileTemplate(
  bytes: Uint8Array,
  delimiters: RenderRequest['delimiters'],
): Promise<Result<CompiledTemplate, TemplateProblem[] | Unsupported>> {
  const docx = await openDocxPackage(bytes);
  if (!docx.ok) return docx;
  const errors = errorsIn(inspectTemplate(docx.value, delimiters, 'own'));
  if (errors.length > 0) return err(errors);
  try {
    return ok(loadTemplate(compileParts(docx.value, delimiters)));
  } catch (thrown) {
    if (!(thrown instanceof UnsupportedConstruct)) throw thrown;
    // What docx-templates cannot read either is ours, and must not be handed to it.
    const isOwn = usesElse(docx.value, delimiters) || errorsIn(inspectTemplate(docx.value, delimiters)).length > 0;
    return isOwn
      ? err([templateProblem('template.ownCommandNotUnderstood', '', { what: thrown.message })])
      : err({ unsupported: thrown.message });
  }
}

/** docx-templates would take ELSE for a field. */
const usesElse = (docx: DocxPackage, delimiters: RenderRequest['delimiters']): boolean =>
  scanTemplate(docx, delimiters).some(({ raw }) => raw.trim().toUpperCase() === 'ELSE');

const errorsIn = ({ problems }: ReturnType<typeof inspectTemplate>): TemplateProblem[] =>
  problems.filter(({ severity }) => severity === 'error').map(({ problem }) => problem);
