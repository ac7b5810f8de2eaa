import { createCompiledEngine } from '#main/render/compiled/compiled-engine.ts';
import { DEFAULT_DELIMITERS, type RenderedDocument } from '#main/ports/template-renderer.ts';
import { aDocx, paragraphsOf } from '#test/helpers/docx-fixture.ts';

const engine = createCompiledEngine();

/** Fills a document with this body. */
export async function rendered(body: string, data: unknown = {}): Promise<RenderedDocument> {
  const result = await engine.render({ template: aDocx(body), data, delimiters: DEFAULT_DELIMITERS });
  if (!result.ok) throw new Error(result.error.map(({ code, where }) => `${code} ${where}`).join('\n'));
  return result.value;
}

/** The paragraphs of the document filled by the compiled renderer itself. */
export async function texts(body: string, data: unknown = {}): Promise<string[]> {
  const { bytes, engine: filledBy, fallback } = await rendered(body, data);
  if (filledBy !== 'compiled') throw new Error(`handed over: ${fallback}`);
  return paragraphsOf(bytes);
}

export async function problemsOf(body: string, data: unknown = {}) {
  const result = await engine.render({ template: aDocx(body), data, delimiters: DEFAULT_DELIMITERS });
  return result.ok ? [] : result.error;
}
