import type { RenderRequest } from '#main/ports/template-renderer.ts';
import { parseAlias, parseCommand, parseLoop, type CommandType } from '../template-command.ts';
import { describePlace, type ScannedCommand } from '../template-scan.ts';
import { isRunText } from './join-commands.ts';
import { unsupported } from './unsupported.ts';
import type { XmlElement, XmlNode } from './xml-tree.ts';

/** A command of a part. */
export interface PartCommand {
  readonly type: CommandType;
  /** The expression, or what else follows the name. */
  readonly code: string;
  /** The variable of a FOR. */
  readonly variable: string;
  readonly where: string;
}

/** The part, flattened: elements begin and end, texts stand between. Positions are indexes into this list. */
export type PartEvent =
  | { readonly kind: 'open'; readonly element: XmlElement; close: number }
  | { readonly kind: 'close'; readonly element: XmlElement; readonly open: number }
  | {
      readonly kind: 'text';
      /** Text inside `w:t` without its command; other texts whole. */
      readonly text: string;
      readonly isRunText: boolean;
      readonly command: PartCommand | undefined;
    };

/** A FOR or an IF with its end. An ELSE ends one block and begins the next. */
export interface PartBlock {
  readonly kind: 'FOR' | 'IF' | 'ELSE';
  /** The texts that hold the commands. */
  readonly start: number;
  readonly end: number;
  /**
   * The branches: the innermost element around both commands has one child that holds the first and one that holds the second. An iteration
   * goes on, inside the second, with the content of the first.
   */
  readonly startBranch: number;
  readonly endBranch: number;
}

export interface PartOutline {
  readonly events: readonly PartEvent[];
  /** By the position of the beginning. */
  readonly blocks: ReadonlyMap<number, PartBlock>;
}

export function outlinePart(
  root: XmlElement,
  delimiters: RenderRequest['delimiters'],
  scanned: readonly ScannedCommand[],
): PartOutline {
  const events: PartEvent[] = [];
  const reader = new CommandReader(delimiters, scanned);
  const add = (node: XmlNode): void => {
    if (node.kind === 'text') {
      events.push(
        isRunText(node)
          ? { kind: 'text', isRunText: true, ...reader.read(node.text) }
          : { kind: 'text', isRunText: false, text: node.text, command: undefined },
      );
      return;
    }
    const open: PartEvent = { kind: 'open', element: node, close: 0 };
    const at = events.push(open) - 1;
    node.children.forEach(add);
    open.close = events.push({ kind: 'close', element: node, open: at }) - 1;
  };
  add(root);
  reader.finish();
  return { events, blocks: pairBlocks(events) };
}

/** Reads the commands in their order; the scanner, which saw the same commands, knows their places. */
class CommandReader {
  private readonly delimiters: RenderRequest['delimiters'];
  private readonly scanned: readonly ScannedCommand[];
  private readonly aliases = new Map<string, string>();
  private count = 0;

  constructor(delimiters: RenderRequest['delimiters'], scanned: readonly ScannedCommand[]) {
    this.delimiters = delimiters;
    this.scanned = scanned;
  }

  read(text: string): { text: string; command: PartCommand | undefined } {
    const [open, close] = this.delimiters;
    const start = text.indexOf(open);
    if (start < 0) return { text, command: undefined };
    const end = text.indexOf(close, start + open.length);
    if (end < 0) return unsupported('command in pieces', this.place());
    const plain = text.slice(0, start) + text.slice(end + close.length);
    if (plain !== '') unsupported('a command and other text in one text', this.place());
    return { text: plain, command: this.command(text.slice(start + open.length, end)) };
  }

  /** Each command of the scanner must have been met. */
  finish(): void {
    if (this.count !== this.scanned.length) unsupported('commands in an unusual place');
  }

  private place(): string {
    const scanned = this.scanned[this.count];
    return scanned ? describePlace(scanned) : '';
  }

  private command(raw: string): PartCommand {
    if (raw === 'CMD_NODE') return { type: 'CMD_NODE', code: '', variable: '', where: '' };
    const where = this.place();
    if (this.scanned[this.count]?.raw !== raw) unsupported('command in an unusual place', where);
    this.count += 1;
    const parsed = parseCommand(raw, this.aliases, 'own');
    if (!parsed.ok) return unsupported('unknown command', where);
    const { type, rest } = parsed.value;
    if (type === 'HTML') return unsupported('HTML', where);
    if (type === 'ALIAS') {
      const alias = parseAlias(rest);
      if (alias) this.aliases.set(alias.name, alias.command);
    }
    const loop = type === 'FOR' ? parseLoop(rest) : undefined;
    return { type, code: loop?.list ?? rest, variable: loop?.name ?? '', where };
  }
}

function pairBlocks(events: readonly PartEvent[]): Map<number, PartBlock> {
  const blocks = new Map<number, PartBlock>();
  const open: { kind: PartBlock['kind']; at: number; path: readonly number[] }[] = [];
  const path: number[] = [];
  const finish = (end: number): void => {
    const block = open.pop();
    if (!block) return unsupported('end without a beginning');
    const [startBranch, endBranch] = branches(block.path, path);
    blocks.set(block.at, { kind: block.kind, start: block.at, end, startBranch, endBranch });
  };
  for (const [at, event] of events.entries()) {
    if (event.kind === 'open') path.push(at);
    else if (event.kind === 'close') path.pop();
    else {
      const type = event.command?.type;
      if (type === 'END-FOR' || type === 'END-IF' || type === 'ELSE') finish(at);
      if (type === 'FOR' || type === 'IF' || type === 'ELSE') open.push({ kind: type, at, path: [...path] });
    }
  }
  if (open.length > 0) unsupported('beginning without an end');
  return blocks;
}

/** Where two paths from the root part. */
function branches(start: readonly number[], end: readonly number[]): [number, number] {
  const depth = start.findIndex((at, index) => end[index] !== at);
  const [startBranch, endBranch] = [start[depth], end[depth]];
  return startBranch === undefined || endBranch === undefined
    ? unsupported('beginning and end in one text')
    : [startBranch, endBranch];
}
