import type { z } from 'zod';
import type { Problem } from '../../kernel/problem.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { checkDefinition } from './check-definition.ts';
import { definitionSchema, type ProcessDefinition } from './definition.ts';

/** More mistakes than anybody reads at once. */
const MOST_PROBLEMS = 50;

const listed = (value: unknown, key: string): readonly string[] => {
  const found: unknown =
    typeof value === 'object' && value !== null && key in value
      ? Object.entries(value).find(([name]) => name === key)?.[1]
      : undefined;
  return Array.isArray(found) ? found.map(String) : [];
};

const reasonOf = (issue: z.core.$ZodIssue): string => {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `лишнее: ${listed(issue, 'keys').join(', ')}`;
    case 'invalid_value':
      return `должно быть одно из: ${listed(issue, 'values').join(', ')}`;
    case 'invalid_type':
      return `должно быть: ${issue.expected}`;
    case 'invalid_union':
      return 'не подходит ни одна из известных форм; формы печатает «schema process»';
    case 'too_big':
      return `не больше ${String(issue.maximum)}`;
    case 'too_small':
      return `не меньше ${String(issue.minimum)}`;
    default:
      return 'записано не по форме';
  }
};

const problem = (path: string, message: string): Problem => ({
  code: 'process.shape',
  message,
  where: path === '' ? 'описание' : path,
  data: {},
});

/** Conditions inside conditions; deeper than this is no definition, and reading it would end the program. */
const DEEPEST = 60;

const isTooDeep = (json: unknown): boolean => {
  let level: readonly unknown[] = [json];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((value): unknown[] =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
  return false;
};

/** Places in a file: `rules[3].do[0].task`. */
const placeOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (place, each) =>
      typeof each === 'number' ? `${place}[${each}]` : `${place}${place === '' ? '' : '.'}${String(each)}`,
    '',
  );

/** A definition from a file or the editor, or everything that is wrong with it, each with its place. */
export const parseDefinition = (json: unknown): Result<ProcessDefinition, readonly Problem[]> => {
  if (isTooDeep(json)) return err([problem('', 'Описание вложено слишком глубоко: условия внутри условий без конца.')]);
  const parsed = definitionSchema.safeParse(json);
  if (!parsed.success) {
    const { issues } = parsed.error;
    return err(
      issues
        .slice(0, MOST_PROBLEMS)
        .map((issue) => problem(placeOf(issue.path), `${placeOf(issue.path) || 'Описание'}: ${reasonOf(issue)}.`)),
    );
  }
  const problems = checkDefinition(parsed.data);
  return problems.length > 0 ? err(problems) : ok(parsed.data);
};
