import { DEFAULT_DELIMITERS, type RenderRequest, type TemplateProblem } from '#main/ports/template-renderer.ts';
import { openDocxPackage } from './docx-package.ts';
import { STANDARD_FUNCTIONS } from './expression/functions.ts';
import { inspectTemplate, type UsedField } from './inspect-template.ts';
import { plain } from './problem-text.ts';
import { suggestName } from './suggest.ts';
import type { Dialect } from './template-command.ts';
import { templateProblem } from './template-problem.ts';

export interface LintProblem extends TemplateProblem {
  /** What to do; also the end of `message`. */
  readonly hint: string;
  readonly severity: 'error' | 'warning';
}

export interface LintReport {
  /** No errors; warnings may be there. */
  readonly ok: boolean;
  readonly problems: readonly LintProblem[];
  /** The fields that the template reads, sorted, each once. */
  readonly fields: readonly string[];
}

export interface LintInput {
  readonly template: Uint8Array;
  /**
   * The fields of this kind of document: `number`, `seller.name`, `lines[].name`; `extra.*` allows anything below. Without the list
   * fields are not checked.
   */
  readonly knownFields?: readonly string[];
  readonly delimiters?: RenderRequest['delimiters'];
  /** `reference` unless told otherwise: what docx-templates itself can fill. The program's own renderer fills `own`. */
  readonly dialect?: Dialect;
}

/** Checks a template before anybody prints with it. Every problem has a place, a text and a hint. */
export async function lintTemplate({
  template,
  knownFields,
  delimiters = DEFAULT_DELIMITERS,
  dialect = 'reference',
}: LintInput): Promise<LintReport> {
  const docx = await openDocxPackage(template);
  if (!docx.ok) return { ok: false, problems: docx.error.map((problem) => lintProblem(problem, 'error')), fields: [] };
  const inspection = inspectTemplate(docx.value, delimiters, dialect);
  const used = inspection.fields.filter(({ path }) => !Object.hasOwn(STANDARD_FUNCTIONS, rootOf(path)));
  const problems = [
    ...inspection.problems.map(({ problem, severity }) => lintProblem(problem, severity)),
    ...(knownFields ? unknownFields(used, knownFields) : []),
  ];
  return {
    ok: problems.every(({ severity }) => severity !== 'error'),
    problems,
    fields: [...new Set(used.map(({ path }) => path))].toSorted(),
  };
}

const rootOf = (path: string): string => /^[^.[]*/.exec(path)?.[0] ?? '';

function lintProblem(problem: TemplateProblem, severity: LintProblem['severity']): LintProblem {
  return { ...problem, hint: plain(problem.data['hint']), severity };
}

function unknownFields(used: readonly UsedField[], knownFields: readonly string[]): LintProblem[] {
  const known = withPrefixes(knownFields);
  const open = knownFields.filter((field) => field.endsWith('.*')).map((field) => field.slice(0, -1));
  const isKnown = (path: string): boolean =>
    known.has(path) ||
    known.has(path.replace(/\.length$/, '')) ||
    open.some((prefix) => path.startsWith(prefix) || `${path}.` === prefix);
  return used
    .filter(({ path }) => !isKnown(path))
    .map(({ path, where }) => {
      const suggestion = suggestName(path, known);
      return lintProblem(templateProblem('template.unknownField', where, { field: path, suggestion }), 'error');
    });
}

/** `lines[].vat.rate` makes `lines`, `lines[]` and `lines[].vat` known too. */
function withPrefixes(fields: readonly string[]): ReadonlySet<string> {
  const known = new Set<string>();
  for (const field of fields) {
    for (const { index } of field.matchAll(/\.|\[\]|$/g)) {
      known.add(field.slice(0, index));
      if (field.startsWith('[]', index)) known.add(field.slice(0, index + 2));
    }
  }
  return known;
}
