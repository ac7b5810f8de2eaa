import type { PartBlock, PartCommand, PartEvent, PartOutline } from './part-outline.ts';
import { PICTURE_CHUNKS } from './picture-xml.ts';
import { OP, REMOVABLE, type PartProgram } from './program.ts';
import { ProgramPieces } from './program-pieces.ts';
import { isExempt, Removal, type Fate } from './removal.ts';
import { unsupported } from './unsupported.ts';
import { escapeText } from './xml-escapes.ts';
import { isElement, serialise, startOfTag, XML_DECLARATION, type XmlElement } from './xml-tree.ts';

/** An element that is open in the document being written. */
interface OpenElement {
  readonly name: string;
  readonly fate: Fate;
  readonly isSelfClosed: boolean;
  /** A cell that may end up without a paragraph, which Word would not open. */
  readonly isWatchedCell: boolean;
}

/** `explore`: docx-templates' first pass over a block, in which texts and commands print nothing, but elements other than paragraphs and tables stay. */
type Mode = 'run' | 'explore';

const DEFAULT_LINK_LOOK = '<w:rPr><w:u w:val="single"/></w:rPr>';

/** Turns the outline of a part into a program that prints what docx-templates would print. README.md tells how blocks work. */
export function buildProgram(root: XmlElement, outline: PartOutline): PartProgram {
  const builder = new ProgramBuilder(outline);
  return builder.build(root);
}

class ProgramBuilder {
  private readonly events: readonly PartEvent[];
  private readonly outline: PartOutline;
  private readonly removal: Removal;
  private readonly pieces = new ProgramPieces();
  private readonly open: OpenElement[] = [];
  /** Blocks whose iteration is being built, and the one that is being explored. */
  private readonly running = new Set<PartBlock>();
  private explored: PartBlock | undefined;
  /** Registers of the conditions that have an ELSE, by the position of it. */
  private readonly registers = new Map<number, { register: number; command: number }>();
  private mutedDepth = 0;
  private waitingDepth = 0;
  private pictureChunk = -1;
  private hasLinks = false;
  /** The look of the text before: a link takes it over. */
  private look: XmlElement | undefined;

  constructor(outline: PartOutline) {
    this.outline = outline;
    this.events = outline.events;
    this.removal = new Removal(outline);
  }

  build(root: XmlElement): PartProgram {
    const steps = this.pieces.nested(() => {
      this.pieces.print(XML_DECLARATION);
      this.walk(0, this.events.length, 'run');
    });
    if (root.parent !== undefined) unsupported('no root');
    const { chunks, commands } = this.pieces;
    const { pictureChunk, hasLinks } = this;
    return { steps, chunks, commands, registers: this.registers.size, pictureChunk, hasLinks };
  }

  private walk(from: number, to: number, mode: Mode): void {
    for (let at = from; at < to; at += 1) {
      const event = this.events[at];
      if (event?.kind === 'open') at = this.unit(at, event, mode) ?? this.enter(at, event, mode);
      else if (event?.kind === 'close') this.leave(event.element, mode);
      else if (event) at = this.text(at, event, mode);
    }
  }

  private print(text: string): void {
    if (this.mutedDepth === 0) this.pieces.print(text);
  }

  // Elements

  private enter(at: number, event: Extract<PartEvent, { kind: 'open' }>, mode: Mode): number {
    const { element, close } = event;
    const fate = this.fateOf(at, event, mode);
    if (fate === 'muted') this.mutedDepth += 1;
    const kind = REMOVABLE.get(element.name);
    const isInner = this.open.some((outer) => outer.fate === 'waiting' && outer.name === element.name);
    if (kind !== undefined && isInner) this.pieces.step(OP.forgetCommands, kind);
    if (fate === 'waiting') {
      this.waitingDepth += 1;
      this.pieces.step(OP.open, kind);
    }
    const isWatchedCell =
      element.name === 'w:tc' && this.mutedDepth === 0 && (fate === 'waiting' || !this.surelyHasParagraph(at, close));
    if (isWatchedCell) this.pieces.step(OP.cellOpen);
    const isSelfClosed = element.children.length === 0;
    this.open.push({ name: element.name, fate, isSelfClosed, isWatchedCell });
    this.startTag(element, isSelfClosed ? '/>' : '>', mode);
    return at;
  }

  /** Ids of shapes are given anew, so that repeated ones do not clash. */
  private startTag(element: XmlElement, end: string, mode: Mode): void {
    const { name, attributes } = element;
    if (mode === 'explore' || (name !== 'wp:docPr' && name !== 'v:shape')) {
      this.print(startOfTag(name, attributes) + end);
      return;
    }
    const [before, after] = startOfTag(name, { ...attributes, id: '\u0000' }).split('\u0000');
    this.print(before ?? '');
    this.pieces.step(OP.shapeId, 0, this.mutedDepth > 0 ? 1 : 0);
    this.print((after ?? '') + end);
  }

  private leave(element: XmlElement, mode: Mode): void {
    const left = this.open.pop();
    if (left?.name !== element.name) return unsupported(`block from ${left?.name ?? ''} to ${element.name}`);
    if (element.name === 'w:rPr' && element.children.length > 0) this.look = element;
    if (element.name === 'w:r') this.look = undefined;
    if (left.isWatchedCell) this.pieces.step(OP.cellClose, this.pieces.chunk('<w:p/>'));
    if (!left.isSelfClosed) this.print(`</${left.name}>`);
    this.finish(left, mode === 'explore' ? OP.drop : OP.close, isExempt(element));
  }

  /** Leaves the elements of the end command open as they are: the iteration goes on in the outermost of them. */
  private abandonDownTo(depth: number): void {
    while (this.open.length > depth) {
      const left = this.open.pop();
      if (!left) return;
      if (left.isWatchedCell) this.pieces.step(OP.cellKeep);
      if (!left.isSelfClosed) this.print(`</${left.name}>`);
      this.finish(left, OP.keep, true);
    }
  }

  private finish(left: OpenElement, op: number, isExemptNow: boolean): void {
    const isInWatchedCell = left.name === 'w:p' && this.open.at(-1)?.isWatchedCell === true;
    const staysAnyway = isExemptNow || left.name === 'w:tbl';
    if (left.fate === 'muted') this.mutedDepth -= 1;
    else if (left.fate === 'waiting') {
      this.pieces.step(op, 0, staysAnyway ? 1 : 0, isInWatchedCell ? 1 : 0);
      this.waitingDepth -= 1;
    } else if (isInWatchedCell && this.mutedDepth === 0) this.pieces.step(OP.cellParagraph);
  }

  private fateOf(at: number, { element, close }: Extract<PartEvent, { kind: 'open' }>, mode: Mode): Fate {
    if (!REMOVABLE.has(element.name)) return 'plain';
    if (this.mutedDepth > 0) return 'muted';
    if (mode === 'explore' && this.explored && close < this.explored.end) return 'muted';
    const blocks = [...this.outline.blocks.values()];
    const isOpen = (block: PartBlock): boolean => this.running.has(block) || this.explored === block;
    const ends = blocks.some((block) => block.start < at && block.end > at && block.end < close && isOpen(block));
    if (ends) return this.removal.ofJoined(at);
    const starts = blocks.some(
      (block) => block.start > at && block.start < close && block.end > close && !isOpen(block),
    );
    return starts ? 'muted' : this.removal.ofOrdinary(at, close);
  }

  private surelyHasParagraph(open: number, close: number): boolean {
    const blocks = [...this.outline.blocks.values()];
    for (let at = open + 1; at < close; at += 1) {
      const event = this.events[at];
      if (event?.kind !== 'open') continue;
      const isTouched = blocks.some(
        ({ start, end }) =>
          (start > open && start < event.close && end > at) || (end > at && end < event.close && start < at),
      );
      const isParagraph = event.element.name === 'w:p' && this.removal.ofOrdinary(at, event.close) === 'plain';
      if (!isTouched && (isParagraph || event.element.name === 'w:altChunk')) return true;
      at = event.close;
    }
    return false;
  }

  // Texts and commands

  private text(at: number, event: Extract<PartEvent, { kind: 'text' }>, mode: Mode): number {
    const { text, isRunText, command } = event;
    if (!isRunText) {
      this.print(escapeText(text));
      return at;
    }
    if (text !== '') {
      if (mode === 'run') this.print(escapeText(text));
      if (this.waitingDepth > 0) this.pieces.step(OP.holdsText);
    }
    if (!command) return at;
    if (this.waitingDepth > 0) this.pieces.step(OP.holdsCommand);
    return mode === 'run' ? this.run(at, command) : at;
  }

  /** @returns the position of the last event that was built. */
  private run(at: number, command: PartCommand): number {
    const { pieces } = this;
    const isMuted = this.mutedDepth > 0 ? 1 : 0;
    switch (command.type) {
      case 'INS':
        pieces.step(OP.value, pieces.command(command), isMuted);
        if (this.waitingDepth > 0) pieces.step(OP.holdsText);
        return at;
      case 'EXEC':
        pieces.step(OP.assign, pieces.command(command));
        return at;
      case 'FOR':
      case 'IF':
        return this.block(at, command);
      case 'ELSE':
        // Met only where an iteration begins again before it: its condition is known by then.
        return this.block(at, command);
      case 'IMAGE':
      case 'LINK':
        return unsupported(`${command.type} beside other text`, command.where);
      default:
        // ENDs are met at the end of their block; here they belong to another one.
        return at;
    }
  }

  private block(at: number, command: PartCommand): number {
    const block = this.outline.blocks.get(at);
    if (!block) return unsupported('block without an end', command.where);
    // The iteration begins again at the branch, so it meets its own beginning, and those around it.
    if (this.running.has(block)) return at;
    const { end } = block;
    this.explore(block);
    const steps = this.iteration(block, command);
    const { pieces } = this;
    const index = block.kind === 'ELSE' ? this.registers.get(at) : undefined;
    if (block.kind === 'FOR') pieces.step(OP.loop, pieces.command(command), 0, 0, steps);
    else if (block.kind === 'ELSE') pieces.step(OP.otherwise, index?.command ?? 0, index?.register ?? 0, 0, steps);
    else pieces.step(OP.condition, pieces.command(command), this.registerOf(end, command), 0, steps);
    const last = this.events[end];
    if (last?.kind !== 'text' || last.command?.type !== 'ELSE') return end;
    return this.block(end, last.command);
  }

  private registerOf(end: number, command: PartCommand): number {
    const known = this.registers.get(end);
    if (known) return known.register;
    const register = this.registers.size;
    this.registers.set(end, { register, command: this.pieces.command(command) });
    return register;
  }

  private explore(block: PartBlock): void {
    const outer = this.explored;
    this.explored = block;
    this.walk(block.start + 1, block.end + 1, 'explore');
    this.explored = outer;
  }

  private iteration(block: PartBlock, command: PartCommand): ReturnType<ProgramPieces['nested']> {
    const before = this.shape();
    this.running.add(block);
    const steps = this.pieces.nested(() => {
      this.abandonDownTo(this.depthOf(block));
      this.walk(block.startBranch + 1, block.end, 'run');
      // The end command itself: only its beginning of the next block must wait for this one to be finished.
      const last = this.events[block.end];
      if (last?.kind === 'text') this.text(block.end, last, 'explore');
    });
    this.running.delete(block);
    if (this.shape() !== before) unsupported('block that ends in another kind of element', command.where);
    return steps;
  }

  /** How many elements are open around the content of the branch that holds the end command. */
  private depthOf({ endBranch }: PartBlock): number {
    let depth = 0;
    for (let at = 0; at <= endBranch; at += 1) {
      const event = this.events[at];
      if (event?.kind === 'open' && event.close > endBranch) depth += 1;
    }
    return depth;
  }

  private shape(): string {
    return this.open.map(({ name, fate, isWatchedCell }) => `${name} ${fate} ${isWatchedCell}`).join('/');
  }

  // Pictures and links take the place of the element around their command, so they are built together with it.

  private unit(at: number, event: Extract<PartEvent, { kind: 'open' }>, mode: Mode): number | undefined {
    const { element, close } = event;
    if (mode === 'explore') return undefined;
    if (element.name === 'w:t') {
      const content = this.events[at + 1];
      if (content?.kind !== 'text' || content.command?.type !== 'IMAGE') return undefined;
      if (close !== at + 2 || content.text !== '') return unsupported('IMAGE beside other text', content.command.where);
      this.picture(element, content.command);
      return close;
    }
    if (element.name !== 'w:r') return undefined;
    const command = this.linkIn(at, close);
    if (!command) return undefined;
    this.link(element, command);
    return close;
  }

  private picture(element: XmlElement, command: PartCommand): void {
    const { pieces } = this;
    if (this.pictureChunk < 0) this.pictureChunk = pieces.chunkRow(PICTURE_CHUNKS);
    if (this.waitingDepth > 0) pieces.step(OP.holdsCommand);
    const empty = pieces.chunk(`${startOfTag(element.name, element.attributes)}></w:t>`);
    pieces.step(OP.picture, pieces.command(command), empty, this.mutedDepth > 0 ? 1 : 0);
  }

  /** The LINK of a run, if it has one. docx-templates drops what else such a run holds, so these are left to it. */
  private linkIn(open: number, close: number): PartCommand | undefined {
    const texts = this.events.slice(open, close).filter((event) => event.kind === 'text' && event.isRunText);
    const commands = texts.flatMap((event) => (event.kind === 'text' && event.command ? [event.command] : []));
    const link = commands.find(({ type }) => type === 'LINK');
    if (!link) return undefined;
    return texts.length === 1 ? link : unsupported('LINK beside other text', link.where);
  }

  private link(element: XmlElement, command: PartCommand): void {
    const { pieces } = this;
    this.hasLinks = true;
    if (this.mutedDepth > 0) return unsupported('LINK beside the beginning of a block', command.where);
    if (this.waitingDepth > 0) pieces.step(OP.holdsCommand);
    const ownLook = element.children.find((child) => isElement(child, 'w:rPr'));
    const hasLook = ownLook?.kind === 'element' && ownLook.children.length > 0;
    const look = hasLook ? ownLook : this.look;
    this.look = undefined;
    const text = element.children
      .map((child) => (isElement(child, 'w:t') ? emptied(child) : serialise(child)))
      .join('');
    const empty = pieces.chunk(`${startOfTag(element.name, element.attributes)}>${text}</w:r>`);
    const own = pieces.chunkRow([
      '<w:hyperlink r:id="',
      `" w:history="1"><w:r>${look ? serialise(look) : DEFAULT_LINK_LOOK}<w:t>`,
      '</w:t></w:r></w:hyperlink>',
    ]);
    pieces.step(OP.link, pieces.command(command), empty, own);
  }
}

const emptied = (element: XmlElement): string => `${startOfTag(element.name, element.attributes)}></w:t>`;
