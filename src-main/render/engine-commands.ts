import type { Result } from '#shared/kernel/result.ts';
import type { TemplateProblem } from '#main/ports/template-renderer.ts';
import { compileAssignment, compileExpression, type CompiledExpression } from './expression/compile.ts';
import { evaluate } from './expression/evaluate.ts';
import { STANDARD_FUNCTIONS } from './expression/functions.ts';
import type { ExpressionProblem } from './expression/problem.ts';
import type { Scope } from './expression/run.ts';
import type { InspectedCommand } from './inspect-template.ts';
import { remembered } from './remembered.ts';
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
export function createCommandRunner(commands: readonly InspectedCommand[], data: TemplateData): (input: CommandInput) => CommandOutput {
  const whereByCode = new Map(commands.toReversed().map(({ code, where }) => [code, where]));
  const codesOf = (type: string): ReadonlySet<string> =>
    new Set(commands.filter((command) => command.type === type).map(({ code }) => code));
  const assignments = codesOf('EXEC');
  const pictures = codesOf('IMAGE');
  const links = codesOf('LINK');

  const valueOf = (code: string, scope: Scope): unknown => {
    const where = whereByCode.get(code) ?? '';
    const value = evaluated(compiledOrThrow(compile(code), where), scope, where);
    if (value === null || value === undefined) return value;
    if (pictures.has(code)) return readPicture(value) ?? failWith('template.badImage', where, code);
    if (links.has(code)) return readLink(value) ?? failWith('template.badLink', where, code);
    return printable(value);
  };

  return ({ sandbox }) => {
    const code = sandbox.__code__ ?? '';
    const scope: Scope = [sandbox, data, STANDARD_FUNCTIONS];
    if (!assignments.has(code)) return { modifiedSandbox: sandbox, result: valueOf(code, scope) };
    const where = whereByCode.get(code) ?? '';
    const { name, value } = compiledOrThrow(compileExec(code), where);
    const assigned = printable(evaluated(value, scope, where));
    return { modifiedSandbox: { ...sandbox, [name]: assigned }, result: undefined };
  };
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
