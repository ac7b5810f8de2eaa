import type { CompiledExpression } from '../expression/compile-tree.ts';
import { evaluateFast } from '../expression/evaluate.ts';
import { STANDARD_FUNCTIONS } from '../expression/functions.ts';
import { ExpressionFailure, problemOf } from '../expression/problem.ts';
import type { Run } from '../expression/run.ts';
import { cleanText, type TemplateData } from '../render-data.ts';
import { readLink, readPicture, type EnginePicture } from '../render-value.ts';
import { expressionProblem, templateProblem } from '../template-problem.ts';
import { PartTooLarge, type PartWriter } from './part-writer.ts';
import { PICTURE_CHUNKS, pictureValues } from './picture-xml.ts';
import { OP, type PartProgram, type ProgramCommand, type Step } from './program.ts';
import type { RunProblems } from './run-problems.ts';
import { WaitingOutput } from './waiting-output.ts';
import { escapeAttribute, escapeText } from './xml-escapes.ts';

/** A program with its expressions ready to be evaluated; both lists go by the index of the command. */
export interface LoadedProgram {
  readonly program: PartProgram;
  readonly expressions: readonly CompiledExpression[];
}

/** What a document needs besides the text of its part. */
export interface PartExtras {
  readonly pictures: { readonly relation: string; readonly picture: EnginePicture }[];
  readonly links: { readonly relation: string; readonly url: string }[];
}

/** What the parts of a document share. */
export interface DocumentState {
  readonly data: TemplateData;
  readonly problems: RunProblems;
  /** The highest id of a shape so far. */
  lastShapeId: number;
  /** Steps that the document may still take: loops within loops over long lists must end. */
  stepsLeft: number;
}

/** The document takes more steps, or becomes longer, than any honest one; `where` is the loop. */
export class TooManySteps extends Error {
  readonly where: string;

  constructor(where: string) {
    super('Too many steps');
    this.where = where;
  }
}

/** Runs the program of one part. What goes wrong is collected, and the rest goes on, so that all problems are told at once. */
export class ProgramRun implements PartExtras {
  readonly pictures: PartExtras['pictures'] = [];
  readonly links: PartExtras['links'] = [];
  private readonly expressions: readonly CompiledExpression[];
  private readonly commands: readonly ProgramCommand[];
  private readonly pictureChunk: number;
  private readonly state: DocumentState;
  private readonly out: WaitingOutput;
  /** Variables of loops and of EXEC, and `$idx`. */
  private readonly variables: Record<string, unknown> = { __proto__: null };
  private readonly evaluation: Run;
  private readonly registers: boolean[] = [];
  private loopDepth = 0;

  constructor({ program, expressions }: LoadedProgram, writer: PartWriter, state: DocumentState) {
    this.expressions = expressions;
    this.commands = program.commands;
    this.pictureChunk = program.pictureChunk;
    this.state = state;
    this.out = new WaitingOutput(writer);
    this.evaluation = { scope: [this.variables, state.data, STANDARD_FUNCTIONS], locals: [], steps: 0 };
  }

  run(steps: readonly Step[]): void {
    const { out } = this;
    // An index, not an iterator: this is where large documents spend their time.
    for (let index = 0; index < steps.length; index += 1) {
      const step = steps[index];
      if (step === undefined) return;
      const { op, a } = step;
      if (op === OP.text) out.chunk(a);
      else if (op === OP.value) this.value(a, step.b === 0);
      else this.other(step);
    }
  }

  private other(step: Step): void {
    const { op, a, b, c, steps } = step;
    const { out } = this;
    switch (op) {
      case OP.assign:
        return this.assign(a);
      case OP.loop:
        return this.loop(a, steps);
      case OP.condition:
        this.registers[b] = this.condition(a, steps);
        return;
      case OP.otherwise:
        if (this.registers[b] !== true) this.runInCondition(steps);
        return;
      case OP.picture:
        return this.picture(a, b, c === 0);
      case OP.link:
        return this.link(a, b, c);
      case OP.shapeId:
        this.state.lastShapeId += 1;
        if (b === 0) out.raw(String(this.state.lastShapeId));
        return;
      case OP.open:
        return out.open(a);
      case OP.close:
        return out.close(b === 1, c === 1);
      case OP.keep:
        return out.keep(c === 1);
      case OP.drop:
        return out.drop();
      case OP.holdsText:
        return out.holdsText();
      case OP.holdsCommand:
        return out.holdsCommand();
      case OP.forgetCommands:
        return out.forgetCommands(a);
      case OP.cellOpen:
        return out.cellOpen();
      case OP.cellParagraph:
        return out.cellParagraph();
      case OP.cellClose:
        return out.cellClose(a);
      default:
        return out.cellKeep();
    }
  }

  private value(command: number, isPrinted: boolean): void {
    const value = this.evaluate(command);
    if (value === null || value === undefined || value === FAILED) return;
    const text = typeof value === 'string' ? value : this.textOf(value, command);
    if (isPrinted && text !== '') this.out.value(text, command);
  }

  /** Numbers and booleans as JavaScript prints them, lists with commas; objects have no text. */
  private textOf(value: unknown, command: number): string {
    if (typeof value !== 'object' || value === null) return String(value);
    if (Array.isArray(value) && isListOfSimple(value)) return String(withoutEmpty(value));
    this.report('template.valueIsObject', command);
    return '';
  }

  private assign(command: number): void {
    const value = this.evaluate(command);
    if (value === FAILED) return;
    const name = this.commands[command]?.name ?? '';
    if (typeof value === 'string') this.variables[name] = cleanText(value);
    else this.variables[name] = Array.isArray(value) ? withoutEmpty(value) : value;
  }

  private loop(command: number, steps: readonly Step[]): void {
    const list = this.evaluate(command);
    const { name = '', where = '' } = this.commands[command] ?? {};
    if (!Array.isArray(list)) {
      if (list !== FAILED) this.report('template.notAList', command);
      this.state.problems.failLoop(name);
      this.run(steps);
      return;
    }
    const { state, variables } = this;
    const outerIndex = variables['$idx'];
    this.loopDepth += 1;
    let index = 0;
    for (let at = 0; at < list.length; at += 1) {
      const item: unknown = list[at];
      if (item === null || item === undefined) continue;
      state.stepsLeft -= steps.length + 1;
      if (state.stepsLeft < 0) throw new TooManySteps(where);
      variables[name] = item;
      variables['$idx'] = index;
      index += 1;
      this.round(steps, where);
    }
    this.loopDepth -= 1;
    if (this.loopDepth > 0) variables['$idx'] = outerIndex;
  }

  private round(steps: readonly Step[], where: string): void {
    try {
      this.run(steps);
    } catch (thrown) {
      throw thrown instanceof PartTooLarge ? new TooManySteps(where) : thrown;
    }
  }

  private condition(command: number, steps: readonly Step[]): boolean {
    const value = this.evaluate(command);
    // When the condition could not be evaluated, its content still tells what is wrong in it.
    const holds = value === FAILED || Boolean(typeof value === 'string' ? cleanText(value) : value);
    if (holds) this.runInCondition(steps);
    return holds;
  }

  /** docx-templates takes a condition for a loop of one round: `$idx` is 0 in it. */
  private runInCondition(steps: readonly Step[]): void {
    const outerIndex = this.variables['$idx'];
    this.variables['$idx'] = 0;
    this.loopDepth += 1;
    this.run(steps);
    this.loopDepth -= 1;
    if (this.loopDepth > 0) this.variables['$idx'] = outerIndex;
  }

  private picture(command: number, empty: number, isPrinted: boolean): void {
    const value = this.evaluate(command);
    const picture = value === null || value === undefined || value === FAILED ? undefined : readPicture(value);
    if (!picture) {
      if (value !== null && value !== undefined && value !== FAILED) this.report('template.badImage', command);
      if (isPrinted) this.out.chunk(empty);
      return;
    }
    const { state, out } = this;
    state.lastShapeId += 1;
    const id = state.lastShapeId;
    const relation = `img${id}`;
    this.pictures.push({ relation, picture });
    if (!isPrinted) return;
    const { width: widthCm, height: heightCm, alt = '' } = picture;
    const values = pictureValues({ widthCm, heightCm, id, relation, alt: escapeAttribute(alt) });
    for (const [index] of PICTURE_CHUNKS.entries()) {
      out.chunk(this.pictureChunk + index);
      const text = values[index];
      if (text !== undefined) out.raw(text);
    }
    out.holdsText();
  }

  private link(command: number, empty: number, own: number): void {
    const value = this.evaluate(command);
    const link = value === null || value === undefined || value === FAILED ? undefined : readLink(value);
    const { out } = this;
    if (!link) {
      if (value !== null && value !== undefined && value !== FAILED) this.report('template.badLink', command);
      out.chunk(empty);
      return;
    }
    const relation = `link${this.links.length + 1}`;
    this.links.push({ relation, url: link.url });
    out.chunk(own);
    out.raw(relation);
    out.chunk(own + 1);
    out.raw(escapeText(link.label));
    out.chunk(own + 2);
    out.holdsText();
  }

  private evaluate(command: number): unknown {
    const expression = this.expressions[command];
    if (!expression) return FAILED;
    try {
      return evaluateFast(expression, this.evaluation);
    } catch (thrown) {
      const { code = '', where = '' } = this.commands[command] ?? {};
      if (!(thrown instanceof ExpressionFailure || thrown instanceof Error)) throw thrown;
      this.state.problems.add(expressionProblem(problemOf(thrown, code), where));
      return FAILED;
    }
  }

  private report(code: string, command: number): void {
    const { code: source = '', where = '' } = this.commands[command] ?? {};
    this.state.problems.add(templateProblem(code, where, { command: source }));
  }
}

/** The value of an expression that could not be evaluated; the problem is noted already. */
const FAILED = Symbol('failed');

function isListOfSimple(list: readonly unknown[]): boolean {
  return list.every(
    (item) => typeof item !== 'object' || item === null || (Array.isArray(item) && isListOfSimple(item)),
  );
}

function withoutEmpty(list: readonly unknown[]): unknown[] {
  return list.filter((item) => item !== null && item !== undefined);
}
