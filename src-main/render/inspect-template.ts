import type { RenderRequest, TemplateProblem } from '#main/ports/template-renderer.ts';
import type { DocxPackage } from './docx-package.ts';
import { compileAssignment, compileExpression, type CompiledExpression } from './expression/compile.ts';
import { isForbiddenName } from './expression/member.ts';
import type { ExpressionProblem } from './expression/problem.ts';
import { itemsOf } from './expression/references.ts';
import { BlockStack } from './template-blocks.ts';
import {
  parseAlias,
  parseCommand,
  parseLoop,
  type CommandType,
  type Dialect,
  type TemplateCommand,
} from './template-command.ts';
import { expressionProblem, templateProblem } from './template-problem.ts';
import { describePlace, scanTemplate, type ScannedCommand } from './template-scan.ts';

/** A problem that stops the template is an error; a warning only tells that the result may surprise. */
export interface InspectionProblem {
  readonly problem: TemplateProblem;
  readonly severity: 'error' | 'warning';
}

/** A command with an expression: what docx-templates hands to the evaluator, and where it stands. */
export interface InspectedCommand {
  readonly type: CommandType;
  readonly code: string;
  /** The variable of a FOR. */
  readonly variable: string | undefined;
  readonly where: string;
}

/** A field of the data that some command reads. */
export interface UsedField {
  /** As `seller.name` or `lines[].name`; loop variables are resolved. */
  readonly path: string;
  readonly where: string;
}

export interface Inspection {
  readonly problems: readonly InspectionProblem[];
  readonly commands: readonly InspectedCommand[];
  readonly fields: readonly UsedField[];
}

/** Checks all that can be checked without data: commands, their nesting, their expressions; and lists the fields they read. */
export function inspectTemplate(
  docx: DocxPackage,
  delimiters: RenderRequest['delimiters'],
  dialect: Dialect = 'reference',
): Inspection {
  if (delimiters.some((delimiter) => !/^[\x21-\x7E\u00A1-\uD7FF]{1,8}$/.test(delimiter))) {
    return {
      problems: [{ problem: templateProblem('template.badDelimiters', ''), severity: 'error' }],
      commands: [],
      fields: [],
    };
  }
  const inspector = new Inspector(dialect);
  let part: string | undefined;
  for (const command of scanTemplate(docx, delimiters)) {
    if (command.part !== part) inspector.startPart(command.part === docx.mainPart);
    part = command.part;
    inspector.inspect(command);
  }
  inspector.endPart();
  return inspector;
}

class Inspector implements Inspection {
  readonly problems: InspectionProblem[] = [];
  readonly commands: InspectedCommand[] = [];
  readonly fields: UsedField[] = [];
  private readonly aliases = new Map<string, string>();
  /** Loop variables (`$line`) and names that EXEC made, with the path of their value if it is known. */
  private readonly variables = new Map<string, string | undefined>();
  private readonly dialect: Dialect;
  private blocks: BlockStack;
  private isMainPart = true;

  constructor(dialect: Dialect) {
    this.dialect = dialect;
    this.blocks = new BlockStack(dialect);
  }

  /** docx-templates forgets aliases and variables between the parts. */
  startPart(isMainPart: boolean): void {
    this.endPart();
    this.aliases.clear();
    this.variables.clear();
    this.isMainPart = isMainPart;
  }

  endPart(): void {
    for (const { command, problem } of this.blocks.unclosed()) this.report(problem.code, command, problem.data);
    this.blocks = new BlockStack(this.dialect);
  }

  inspect(command: ScannedCommand): void {
    if (command.fault) {
      const code = command.fault === 'unclosed' ? 'template.unclosedCommand' : 'template.strayDelimiter';
      return this.report(code, command, { command: command.raw });
    }
    const parsed = parseCommand(command.raw, this.aliases, this.dialect);
    if (!parsed.ok) {
      const { code, ...data } = parsed.error;
      return this.report(code, command, data);
    }
    return this.inspectParsed(command, parsed.value);
  }

  private inspectParsed(command: ScannedCommand, { type, rest }: TemplateCommand): void {
    switch (type) {
      case 'QUERY':
      case 'CMD_NODE':
        return;
      case 'HTML':
        return this.report('template.commandNotAllowed', command, { name: type });
      case 'ALIAS':
        return this.defineAlias(command, rest);
      case 'FOR':
        return this.startLoop(command, rest);
      case 'IF':
        this.expression(command, type, rest);
        return this.reportBlock(command, this.blocks.openCondition(command));
      case 'ELSE':
        return this.reportBlock(command, this.blocks.turn());
      case 'END-FOR':
      case 'END-IF':
        return this.endBlock(command, type, rest);
      case 'EXEC':
        return this.assign(command, rest);
      case 'IMAGE':
        if (!this.isMainPart) this.report('template.pictureInHeader', command, {}, 'warning');
        this.expression(command, type, rest);
        return;
      default:
        this.expression(command, type, rest);
    }
  }

  private defineAlias(command: ScannedCommand, rest: string): void {
    const alias = parseAlias(rest);
    if (!alias || isForbiddenName(alias.name))
      return this.report('template.unknownCommand', command, { command: command.raw });
    this.aliases.set(alias.name, alias.command);
  }

  private startLoop(command: ScannedCommand, rest: string): void {
    const loop = parseLoop(rest);
    if (!loop || isForbiddenName(loop.name)) {
      this.report('template.badLoop', command, { command: command.raw });
      // The block is opened all the same, or its END-FOR would be reported too.
      this.blocks.openLoop(command, loop?.name ?? /^\S*/.exec(rest)?.[0] ?? '');
      return;
    }
    const compiled = this.expression(command, 'FOR', loop.list, loop.name);
    this.variables.set(`$${loop.name}`, itemsOf(this.resolve(compiled?.path)));
    this.reportBlock(command, this.blocks.openLoop(command, loop.name));
  }

  private endBlock(command: ScannedCommand, type: 'END-FOR' | 'END-IF', rest: string): void {
    const closed = this.blocks.close(command, type, rest);
    this.reportBlock(command, closed.findings);
    if (closed.loop !== undefined) this.variables.delete(`$${closed.loop}`);
  }

  private reportBlock(command: ScannedCommand, findings: ReturnType<BlockStack['openCondition']>): void {
    for (const { code, data, severity } of findings) this.report(code, command, data, severity);
  }

  private assign(command: ScannedCommand, rest: string): void {
    const assignment = compileAssignment(rest);
    if (!assignment.ok) return this.reportExpression(command, assignment.error);
    const { name, value } = assignment.value;
    this.collect(command, 'EXEC', rest, value);
    this.variables.set(name, this.resolve(value.path));
  }

  private expression(
    command: ScannedCommand,
    type: CommandType,
    code: string,
    variable?: string,
  ): CompiledExpression | undefined {
    const compiled = compileExpression(code);
    if (compiled.ok) {
      this.collect(command, type, code, compiled.value, variable);
      return compiled.value;
    }
    this.reportExpression(command, compiled.error);
    return undefined;
  }

  private collect(
    command: ScannedCommand,
    type: CommandType,
    code: string,
    compiled: CompiledExpression,
    variable?: string,
  ): void {
    const where = describePlace(command);
    this.commands.push({ type, code, variable, where });
    for (const reference of compiled.references) {
      if (reference.path === '$idx' && this.blocks.isIndexLost)
        this.report('template.lostIndex', command, {}, 'warning');
      const path = this.resolve(reference.path);
      if (path !== undefined) this.fields.push({ path, where });
    }
  }

  /** Puts the path of the list's items in place of a loop variable; undefined when nobody can say where the value lies. */
  private resolve(path: string | undefined): string | undefined {
    const root = path === undefined ? undefined : /^[^.[]+/.exec(path)?.[0];
    if (path === undefined || root === undefined || root === '$idx') return undefined;
    if (!this.variables.has(root)) return path;
    const base = this.variables.get(root);
    return base === undefined ? undefined : base + path.slice(root.length);
  }

  private report(
    code: string,
    command: ScannedCommand,
    data: Readonly<Record<string, unknown>>,
    severity: 'error' | 'warning' = 'error',
  ): void {
    this.problems.push({ problem: templateProblem(code, describePlace(command), data), severity });
  }

  private reportExpression(command: ScannedCommand, problem: ExpressionProblem): void {
    this.problems.push({ problem: expressionProblem(problem, describePlace(command)), severity: 'error' });
  }
}
