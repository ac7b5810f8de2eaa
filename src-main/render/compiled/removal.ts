import { REMOVABLE } from './program.ts';
import type { PartBlock, PartEvent, PartOutline } from './part-outline.ts';
import { isElement, type XmlElement } from './xml-tree.ts';

/**
 * What becomes of an element in the document.
 * `plain`: it stays. `muted`: it is certainly removed, so nothing of it is ever printed. `waiting`: only the data can tell.
 */
export type Fate = 'plain' | 'muted' | 'waiting';

/**
 * docx-templates removes a paragraph, row or cell that holds commands and nothing else (no text, no value that was printed). Which ones that
 * are is mostly known when the template is compiled; this answers it. Positions are those of the outline.
 */
export class Removal {
  private readonly events: readonly PartEvent[];
  private readonly blocks: readonly PartBlock[];
  private readonly groups = new Map<number, boolean>();

  constructor({ events, blocks }: PartOutline) {
    this.events = events;
    this.blocks = [...blocks.values()];
  }

  /** The fate of a removable element that no block begins or ends in. */
  ofOrdinary(open: number, close: number): Fate {
    const element = this.elementAt(open);
    if (element.name === 'w:tbl' || isExempt(element)) return 'plain';
    const inner = this.blocks.filter(({ start, end }) => start > open && end < close);
    let hasCommand = false;
    let mayPrint = false;
    for (let at = open + 1; at < close; at += 1) {
      const event = this.events[at];
      if (event?.kind === 'open' && event.element.name === element.name) hasCommand = false;
      if (event?.kind !== 'text' || !event.isRunText) continue;
      if (event.text !== '') return 'plain';
      const type = event.command?.type;
      if (type === undefined) continue;
      hasCommand = true;
      if (type === 'INS' && !inner.some(({ start, end }) => start < at && at < end)) return 'plain';
      mayPrint ||= type === 'INS' || type === 'IMAGE' || type === 'LINK';
    }
    if (!hasCommand) return 'plain';
    return mayPrint ? 'waiting' : 'muted';
  }

  /** The fate of an element that blocks end in: an iteration joins it with the element where the block begins. */
  ofJoined(open: number): Fate {
    const element = this.elementAt(open);
    if (element.name === 'w:tbl') return 'waiting';
    const isBranch = this.blocks.some(({ endBranch }) => endBranch === open);
    return isBranch && this.isGroupSilent(open) ? 'muted' : 'waiting';
  }

  /** Is there nothing but commands in all elements that this one may be joined with? */
  private isGroupSilent(open: number): boolean {
    const known = this.groups.get(open);
    if (known !== undefined) return known;
    const group = new Set([open]);
    for (const member of group) {
      for (const { startBranch, endBranch } of this.blocks) {
        if (startBranch === member) group.add(endBranch);
        if (endBranch === member) group.add(startBranch);
      }
    }
    const isSilent = [...group].every((member) => this.isSilent(member));
    for (const member of group) this.groups.set(member, isSilent);
    return isSilent;
  }

  private isSilent(open: number): boolean {
    const element = this.elementAt(open);
    if (!REMOVABLE.has(element.name) || element.name === 'w:tbl' || isExempt(element)) return false;
    const close = this.closeOf(open);
    for (let at = open + 1; at < close; at += 1) {
      const event = this.events[at];
      if (event?.kind !== 'text' || !event.isRunText) continue;
      const type = event.command?.type;
      if (event.text !== '' || type === 'INS' || type === 'IMAGE' || type === 'LINK') return false;
    }
    return true;
  }

  private closeOf(open: number): number {
    const event = this.events[open];
    return event?.kind === 'open' ? event.close : open;
  }

  private elementAt(open: number): XmlElement {
    const event = this.events[open];
    if (event?.kind !== 'open') throw new Error(`No element begins at ${open}`);
    return event.element;
  }
}

/**
 * The exceptions of docx-templates 4.15: a row stays if its table has only that one (it looks at the next element, or at the table when
 * there is none), a cell stays if it holds a table.
 */
export function isExempt(element: XmlElement): boolean {
  if (element.name === 'w:tc') return element.children.some((child) => isElement(child, 'w:tbl'));
  if (element.name !== 'w:tr') return false;
  const siblings = element.parent?.children ?? [];
  const next = siblings[siblings.indexOf(element) + 1];
  const looked = next === undefined ? siblings : next.kind === 'element' ? next.children : [];
  return looked.filter((child) => isElement(child, 'w:tr')).length === 1;
}
