import type { Expression } from 'acorn';
import { parseAssignment, parseSource } from '../expression/parse.ts';
import type { PartCommand } from './part-outline.ts';
import { OP, type ProgramCommand, type Step } from './program.ts';
import { unsupported } from './unsupported.ts';

const NO_STEPS: readonly Step[] = [];

/** Collects the steps, chunks and commands of a program. Neighbouring texts become one chunk, equal texts share a chunk. */
export class ProgramPieces {
  readonly chunks: string[] = [];
  readonly commands: ProgramCommand[] = [];
  private readonly chunkByText = new Map<string, number>();
  private readonly commandByPlace = new Map<PartCommand, number>();
  private current: Step[] = [];
  private text = '';

  print(text: string): void {
    this.text += text;
  }

  /** Adds a step behind what was printed so far. */
  step(op: number, a = 0, b = 0, c = 0, steps: readonly Step[] = NO_STEPS): void {
    this.flush();
    this.current.push({ op, a, b, c, steps });
  }

  /** The steps that `build` makes. */
  nested(build: () => void): readonly Step[] {
    this.flush();
    const outer = this.current;
    this.current = [];
    build();
    this.flush();
    const steps = this.current;
    this.current = outer;
    return steps;
  }

  chunk(text: string): number {
    const known = this.chunkByText.get(text);
    if (known !== undefined) return known;
    const index = this.chunks.push(text) - 1;
    this.chunkByText.set(text, index);
    return index;
  }

  /** Chunks that must lie one behind the other, whatever else has the same text. */
  chunkRow(texts: readonly string[]): number {
    const first = this.chunks.length;
    this.chunks.push(...texts);
    return first;
  }

  command(command: PartCommand): number {
    const known = this.commandByPlace.get(command);
    if (known !== undefined) return known;
    const { type, code, where } = command;
    const { tree, name } = type === 'EXEC' ? assignmentOf(code, where) : valueOf(command);
    const index = this.commands.push({ code, tree, name, where }) - 1;
    this.commandByPlace.set(command, index);
    return index;
  }

  private flush(): void {
    if (this.text === '') return;
    const { text } = this;
    this.text = '';
    this.current.push({ op: OP.text, a: this.chunk(text), b: 0, c: 0, steps: NO_STEPS });
  }
}

function valueOf({ code, variable, where }: PartCommand): { tree: Expression; name: string } {
  const tree = parseSource(code);
  return tree.ok ? { tree: tree.value, name: variable === '' ? '' : `$${variable}` } : unsupported('expression', where);
}

function assignmentOf(code: string, where: string): { tree: Expression; name: string } {
  const assignment = parseAssignment(code);
  return assignment.ok ? assignment.value : unsupported('EXEC', where);
}
