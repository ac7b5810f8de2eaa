import { CommandExecutionError, InvalidCommandError, ObjectCommandResultError } from 'docx-templates';
import type { TemplateProblem } from '#main/ports/template-renderer.ts';
import { CommandFailure } from './engine-commands.ts';
import type { InspectedCommand } from './inspect-template.ts';
import type { CommandType } from './template-command.ts';
import { templateProblem } from './template-problem.ts';

const MOST_PROBLEMS = 100;

/**
 * Turns what docx-templates threw into problems with places. Nesting was checked before, so an error about it here only follows from another
 * one: a FOR that could not be evaluated is not opened, and then its variable and its END-FOR are unknown.
 */
export function engineProblems(thrown: unknown, commands: readonly InspectedCommand[]): TemplateProblem[] {
  const errors: unknown[] = Array.isArray(thrown) ? thrown : [thrown];
  const failedVariables = new Set(errors.flatMap((error) => variableOfFailedLoop(error, commands)));
  const problems = errors
    .flatMap((error) => problemOfError(error, commands))
    .filter(
      ({ code, data }) => code !== 'template.expression.unknownName' || !failedVariables.has(String(data['name'])),
    );
  const distinct = new Map(problems.map((problem) => [`${problem.where}\n${problem.message}`, problem]));
  if (distinct.size === 0) return [templateProblem('template.failed', '', { command: '' })];
  return [...distinct.values()].slice(0, MOST_PROBLEMS);
}

function problemOfError(error: unknown, commands: readonly InspectedCommand[]): TemplateProblem[] {
  if (error instanceof CommandExecutionError) {
    const cause: unknown = error.err;
    if (cause instanceof CommandFailure) return [cause.problem];
    // Its `ImageError` loses its own class on the way (4.15), but keeps the whole command.
    const isImage = /^IMAGE\b/i.test(error.command);
    return [
      isImage
        ? placed('template.badImage', 'IMAGE', error.command, commands)
        : placed('template.failed', undefined, error.command, commands),
    ];
  }
  if (error instanceof ObjectCommandResultError)
    return [placed('template.valueIsObject', 'INS', error.command, commands)];
  if (error instanceof InvalidCommandError && error.message.includes('can only iterate over Array')) {
    return [placed('template.notAList', 'FOR', error.command, commands)];
  }
  if (error instanceof Error && error.message.startsWith('INTERNAL ERROR: infinite loop')) {
    return [templateProblem('template.tooHeavy', '')];
  }
  // `String(list of objects)`: the objects of the data have no way to become texts.
  if (error instanceof TypeError) return [templateProblem('template.valueIsObject', '', { command: '' })];
  return [];
}

function variableOfFailedLoop(error: unknown, commands: readonly InspectedCommand[]): string[] {
  if (!(error instanceof CommandExecutionError || error instanceof InvalidCommandError)) return [];
  const failed = error.command ?? '';
  return commands.flatMap(({ type, code, variable }) =>
    type === 'FOR' && failed.endsWith(code) ? [`$${variable ?? ''}`] : [],
  );
}

/** The place of the first command of that type with that code. */
function placed(
  code: string,
  type: CommandType | undefined,
  command: string | undefined,
  commands: readonly InspectedCommand[],
): TemplateProblem {
  const found = commands.find(
    (candidate) =>
      (type === undefined || candidate.type === type) && command !== undefined && command.endsWith(candidate.code),
  );
  return templateProblem(code, found?.where ?? '', { command: command ?? '' });
}
