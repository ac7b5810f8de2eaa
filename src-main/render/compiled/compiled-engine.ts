import { createHash } from 'node:crypto';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { RenderRequest, TemplateProblem, TemplateRenderer } from '#main/ports/template-renderer.ts';
import { createDiskCache, type DiskCache } from './disk-cache.ts';
import type { CompiledTemplate } from './load-template.ts';
import { renderCompiled } from './render-compiled.ts';

export interface CompiledEngineOptions {
  /** A folder for compiled templates, so that a new process needs not compile again. It is made when it is not there. */
  readonly cache?: string | undefined;
}

/** What became of a template: ready, for the reference engine (and why), or refused. */
type Prepared =
  | { readonly kind: 'compiled'; readonly template: CompiledTemplate }
  | { readonly kind: 'reference'; readonly why: string }
  | { readonly kind: 'refused'; readonly problems: readonly TemplateProblem[] };

const TEMPLATES_KEPT = 64;

/**
 * The production renderer: compiled templates, kept in memory and on disk. What the compiler does not know goes to the reference engine, and
 * the answer says so. Parser, compiler and reference engine are loaded only when they are needed: a process that finds its template on disk
 * starts several times quicker.
 */
export function createCompiledEngine({ cache }: CompiledEngineOptions = {}): TemplateRenderer {
  const known = new Map<string, Prepared>();
  const disk = cache === undefined ? undefined : createDiskCache(cache);
  let reference: TemplateRenderer | undefined;

  async function prepared(request: RenderRequest): Promise<Prepared> {
    const key = templateKey(request);
    const found = known.get(key) ?? (await prepare(key, request, disk));
    // The least recently used one is forgotten first.
    known.delete(key);
    known.set(key, found);
    const oldest = known.size > TEMPLATES_KEPT ? known.keys().next().value : undefined;
    if (oldest !== undefined) known.delete(oldest);
    return found;
  }

  async function filledByReference(
    request: RenderRequest,
    signal: AbortSignal | undefined,
    fallback: string | undefined,
  ) {
    const { createDocxTemplatesEngine } = await import('../docx-templates-engine.ts');
    reference ??= createDocxTemplatesEngine();
    const filled = await reference.render(request, signal);
    return filled.ok ? ok({ ...filled.value, engine: 'reference' as const, fallback }) : filled;
  }

  return {
    async render(request, signal) {
      if (request.engine === 'reference') return filledByReference(request, signal, undefined);
      const template = await prepared(request);
      if (template.kind === 'refused') return err(template.problems);
      if (template.kind === 'compiled') return answer(renderCompiled(template.template, request.data));
      return filledByReference(request, signal, template.why);
    },
  };
}

function answer(rendered: Result<Uint8Array, TemplateProblem[]>): Awaited<ReturnType<TemplateRenderer['render']>> {
  return rendered.ok ? ok({ bytes: rendered.value, engine: 'compiled' }) : rendered;
}

function templateKey({ template, delimiters }: RenderRequest): string {
  return createHash('sha256').update(JSON.stringify(delimiters)).update(template).digest('hex');
}

async function prepare(key: string, request: RenderRequest, disk: DiskCache | undefined): Promise<Prepared> {
  const stored = await disk?.read(key);
  if (stored) return { kind: 'compiled', template: stored };
  const { compileTemplate } = await import('./compile-template.ts');
  const compiled = await compileTemplate(request.template, request.delimiters);
  if (compiled.ok) {
    await disk?.write(key, compiled.value.code);
    return { kind: 'compiled', template: compiled.value };
  }
  const { error } = compiled;
  return 'unsupported' in error ? { kind: 'reference', why: error.unsupported } : { kind: 'refused', problems: error };
}
