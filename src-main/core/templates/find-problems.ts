import type { DocumentKind } from '#shared/domain/document/document.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { DEFAULT_DELIMITERS } from '../../ports/template-renderer.ts';
import type { CoreDeps } from '../deps.ts';

/** Problems of the file itself: there is nothing to mend in Word, so such a file is not taken at all. */
const NOT_A_TEMPLATE: ReadonlySet<string> = new Set([
  'template.damaged',
  'template.notDocx',
  'template.encrypted',
  'template.tooLarge',
  'template.entities',
  'template.hasMacro',
  'template.externalLink',
]);

export const isNoTemplate = ({ code }: Problem): boolean => NOT_A_TEMPLATE.has(code);

export const isError = ({ data }: Problem): boolean => data['severity'] !== 'warning';

/** The linter, and when it is content a fill with the sample of the kind: what only shows in print is found here. */
export const findProblems = async (
  { linter, templates, renderer }: Pick<CoreDeps, 'linter' | 'templates' | 'renderer'>,
  kind: DocumentKind,
  template: Uint8Array,
): Promise<readonly Problem[]> => {
  const linted = await linter(template, await templates.fieldsOf(kind));
  const problems = linted.problems.map(({ code, message, where, data, severity }) => ({
    code,
    message,
    where,
    data: { ...data, severity },
  }));
  const sample = linted.ok ? await templates.sampleOf(kind) : null;
  if (sample === null) return problems;
  const filled = await renderer.render({ template, data: sample, delimiters: DEFAULT_DELIMITERS });
  return filled.ok ? problems : [...problems, ...filled.error.map(asError)];
};

const asError = ({ code, message, where, data }: Problem): Problem => ({
  code,
  message,
  where,
  data: { ...data, severity: 'error' },
});
