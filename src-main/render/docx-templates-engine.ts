import { createHash } from 'node:crypto';
import { createReport } from 'docx-templates';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type {
  RenderedDocument,
  RenderRequest,
  TemplateProblem,
  TemplateRenderer,
} from '#main/ports/template-renderer.ts';
import { openDocxPackage } from './docx-package.ts';
import { createCommandRunner } from './engine-commands.ts';
import { engineProblems } from './engine-problems.ts';
import { inspectTemplate, type InspectedCommand } from './inspect-template.ts';
import { readZip } from './package/zip-reader.ts';
import { writeZip } from './package/zip-writer.ts';
import { prepareData } from './render-data.ts';
import { templateProblem } from './template-problem.ts';

/** A template that passed all checks. */
interface CheckedTemplate {
  /** The package, written anew: docx-templates' own zip reader never sees a stranger's bytes. */
  readonly bytes: Uint8Array;
  readonly commands: readonly InspectedCommand[];
}

/** docx-templates reads text between two of these as XML. They are control characters: no template and no data can hold them. */
const LITERAL_XML_MARK = '\u0001\u0002\u0001';

/** Moves of docx-templates' walker, about 500 a table row. The time limit of the worker is what really ends an endless walk. */
const MAXIMUM_MOVES = 20_000_000;

const OUTPUT_LIMITS = { entries: 10_000, inflatedBytes: 512 * 1024 * 1024 } as const;
const DEFLATE_LEVEL = 6;
const TEMPLATES_KEPT = 16;

/**
 * Fills templates with docx-templates. Its own evaluators are never used: every command goes to ours. Bytes of the answer depend on the
 * request only. It runs in the calling thread; `createRenderPool` gives it a thread and a time limit.
 * @param maximumMoves after how many moves its walker gives up
 */
export function createDocxTemplatesEngine(maximumMoves: number = MAXIMUM_MOVES): TemplateRenderer {
  const checked = new Map<string, Result<CheckedTemplate, TemplateProblem[]>>();

  async function check({ template, delimiters }: RenderRequest): Promise<Result<CheckedTemplate, TemplateProblem[]>> {
    const key = `${createHash('sha256').update(template).digest('hex')} ${delimiters.join(' ')}`;
    const known = checked.get(key);
    if (known) return known;
    const result = await checkTemplate(template, delimiters);
    const oldest = checked.size >= TEMPLATES_KEPT ? checked.keys().next().value : undefined;
    if (oldest !== undefined) checked.delete(oldest);
    checked.set(key, result);
    return result;
  }

  return {
    async render(request) {
      const template = await check(request);
      if (!template.ok) return template;
      const data = prepareData(request.data);
      if (!data.ok) return err([data.error]);
      return fill(template.value, data.value, request.delimiters, maximumMoves);
    },
  };
}

async function checkTemplate(
  template: Uint8Array,
  delimiters: RenderRequest['delimiters'],
): Promise<Result<CheckedTemplate, TemplateProblem[]>> {
  const docx = await openDocxPackage(template);
  if (!docx.ok) return docx;
  const { problems, commands } = inspectTemplate(docx.value, delimiters);
  const errors = problems.filter(({ severity }) => severity === 'error').map(({ problem }) => problem);
  return errors.length > 0 ? err(errors) : ok({ bytes: writeZip(docx.value.entries, 0), commands });
}

async function fill(
  { bytes, commands }: CheckedTemplate,
  data: Readonly<Record<string, unknown>>,
  delimiters: RenderRequest['delimiters'],
  maximumMoves: number,
): Promise<Result<RenderedDocument, TemplateProblem[]>> {
  try {
    const filled = await createReport({
      template: bytes,
      // The data stays with the command runner: docx-templates would copy it for every command.
      data: {},
      cmdDelimiter: [delimiters[0], delimiters[1]],
      runJs: createCommandRunner(commands, data),
      literalXmlDelimiter: LITERAL_XML_MARK,
      processLineBreaksAsNewText: true,
      // Our evaluator straightens quotes itself: it knows « » and leaves the inside of texts alone.
      fixSmartQuotes: false,
      failFast: false,
      maximumWalkingDepth: maximumMoves,
      indentXml: false,
      compressionLevel: 0,
    });
    return await repack(filled);
  } catch (thrown) {
    return err(engineProblems(thrown, commands));
  }
}

/** JSZip stamps the time of day on what it writes; equal documents must have equal bytes. */
async function repack(bytes: Uint8Array): Promise<Result<RenderedDocument, TemplateProblem[]>> {
  const entries = await readZip(bytes, OUTPUT_LIMITS);
  if (!entries.ok) return err([templateProblem('template.tooHeavy', '')]);
  return ok({ bytes: writeZip(entries.value, DEFLATE_LEVEL) });
}
