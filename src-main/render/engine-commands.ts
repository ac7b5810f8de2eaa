import type { Result } from '#shared/kernel/result.ts';
import type { TemplateProblem } from '#main/ports/template-renderer.ts';
import { compileAssignment, compileExpression, type CompiledExpression } from './expression/compile.ts';
import { evaluate } from './expression/evaluate.ts';
import { STANDARD_FUNCTIONS } from './expression/functions.ts';
import type { ExpressionProblem } from './expression/problem.ts';
import type { Scope } from './expression/run.ts';
import type { InspectedCommand } from './inspect-template.ts';
import { remembered } from './remembered.ts';
import type { CommandType } from './template-command.ts';
import { cleanText, type TemplateData } from './render-data.ts';
import { readLink, readPicture } from './render-value.ts';
import { expressionProblem, templateProblem } from './template-problem.ts';

/** What docx-templates passes to `runJs`: the variables of loops and of EXEC, and the code of the command. */
interface CommandInput {
  readonly sandbox: { __code__: string | undefined; __result__: unknown; [name: string]: unknown };
}

interface CommandOutput {
  readonly modifiedSandbox: CommandInput['sandbox'];
  readonly result: unknown;
}

/** Carries our problem through docx-templates, which collects it with the other errors of the template. */
export class CommandFailure extends Error {
  readonly problem: TemplateProblem;

  constructor(problem: TemplateProblem) {
    super(problem.code);
    this.name = 'CommandFailure';
    this.problem = problem;
  }
}

const compile = remembered(compileExpression);
const compileExec = remembered(compileAssignment);

/**
 * The `runJs` hook: evaluates a command with our evaluator. Names are looked for among variables first, then in the data, then among the
 * functions. docx-templates does not say which command asks, so EXEC, IMAGE and LINK are recognised by their code.
 */
export function createCommandRunner(
  commands: readonly InspectedCommand[],
  data: TemplateData,
): (input: CommandInput) => CommandOutput {
  const codesOf = (type: CommandType): ReadonlyMap<string, string> =>
    new Map(commands.toReversed().flatMap((command) => (command.type === type ? [[command.code, command.where]] : [])));
  const whereByCode = new Map(commands.toReversed().map(({ code, where }) => [code, where]));
  const assignments = codesOf('EXEC');
  const pictures = codesOf('IMAGE');
  const links = codesOf('LINK');

  const valueOf = (code: string, scope: Scope): unknown => {
    const where = whereByCode.get(code) ?? '';
    const value = evaluated(compiledOrThrow(compile(code), where), scope, where);
    if (value === null || value === undefined) return value;
    const pictureAt = pictures.get(code);
    if (pictureAt !== undefined) return pictureOr(value, () => failWith('template.badImage', pictureAt, code));
    const linkAt = links.get(code);
    if (linkAt !== undefined) return readLink(value) ?? failWith('template.badLink', linkAt, code);
    return printable(value);
  };

  return ({ sandbox }) => {
    const code = sandbox.__code__ ?? '';
    const scope: Scope = [sandbox, data, STANDARD_FUNCTIONS];
    const assignedAt = assignments.get(code);
    if (assignedAt === undefined) return { modifiedSandbox: sandbox, result: valueOf(code, scope) };
    const { name, value } = compiledOrThrow(compileExec(code), assignedAt);
    const assigned = printable(evaluated(value, scope, assignedAt));
    return { modifiedSandbox: { ...sandbox, [name]: assigned }, result: undefined };
  };
}

/** The same code may stand in an IF or INS too, so what has no picture data in it goes on as it is, and IMAGE itself refuses it. */
function pictureOr(value: unknown, refuse: () => never): unknown {
  const picture = readPicture(value);
  if (picture) return picture;
  const isPictureLike =
    typeof value === 'object' && value !== null && (Object.hasOwn(value, 'data') || Object.hasOwn(value, '$image'));
  return isPictureLike || typeof value === 'string' ? refuse() : printable(value);
}

function compiledOrThrow<T>(compiled: Result<T, ExpressionProblem>, where: string): T {
  if (!compiled.ok) throw new CommandFailure(expressionProblem(compiled.error, where));
  return compiled.value;
}

function evaluated(expression: CompiledExpression, scope: Scope, where: string): unknown {
  const result = evaluate(expression, scope);
  if (!result.ok) throw new CommandFailure(expressionProblem(result.error, where));
  return result.value;
}

function failWith(code: string, where: string, command: string): never {
  throw new CommandFailure(templateProblem(code, where, { command }));
}

/** Texts are cleaned once more, and lists lose what would end a loop early. */
function printable(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (!Array.isArray(value) || !value.some((item) => item === null || item === undefined)) return value;
  return value.filter((item) => item !== null && item !== undefined);
}
