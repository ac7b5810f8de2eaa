import { err, type Result } from '#shared/kernel/result.ts';
import type { RenderRequest, TemplateProblem } from '#main/ports/template-renderer.ts';

/** A template read once; `renderCompiled` fills it any number of times. */
export interface CompiledTemplate {
  readonly delimiters: RenderRequest['delimiters'];
}

/** A construct that the compiler does not know: the reference engine fills this template. */
export interface Unsupported {
  /** What it is, and where: part, paragraph, command. */
  readonly unsupported: string;
}

/** Reads a template from anybody. Asynchronous, because the guarded unzip is. */
export async function compileTemplate(
  _bytes: Uint8Array,
  _delimiters: RenderRequest['delimiters'],
): Promise<Result<CompiledTemplate, TemplateProblem[] | Unsupported>> {
  return err({ unsupported: 'not yet' });
}

/** Fills a template. Synchronous; equal data give equal bytes. */
export function renderCompiled(_template: CompiledTemplate, _data: unknown): Result<Uint8Array, TemplateProblem[]> {
  return err([]);
}
