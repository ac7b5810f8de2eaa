import type { RenderRequest } from '#main/ports/template-renderer.ts';
import type { XmlElement, XmlNode, XmlText } from './xml-tree.ts';

/**
 * Word splits a text over runs wherever spelling, revisions or formatting change, so a command may lie in pieces: `{`, `{sel`, `ler}}`. This
 * gathers every command in the text where it began, and gives each command a `w:t` of its own. The result must be that of docx-templates 4.15
 * to the character, empty texts included: they decide which paragraphs disappear.
 */
export function joinCommands(root: XmlElement, delimiters: RenderRequest['delimiters']): void {
  const joiner = new Joiner(delimiters);
  // The nodes as they are before anything is inserted: inserted texts are finished and need no second look.
  for (const node of inDocumentOrder(root)) joiner.visit(node);
}

function inDocumentOrder(root: XmlElement): XmlNode[] {
  const nodes: XmlNode[] = [];
  const add = (node: XmlNode): void => {
    nodes.push(node);
    if (node.kind === 'element') node.children.forEach(add);
  };
  add(root);
  return nodes;
}

/** A text node inside `w:t`: only these are read for commands. */
export const isRunText = (node: XmlText): boolean => node.parent.name === 'w:t';

class Joiner {
  private readonly delimiters: RenderRequest['delimiters'];
  private readonly placeholder: string;
  /** Between an opening and its closing delimiter? */
  private isInCommand = false;
  /** Characters of the awaited delimiter that have matched so far. */
  private matched = 0;
  /** The text that receives characters while a command, or the beginning of a delimiter, is pending. */
  private receiver: XmlText | undefined;

  constructor(delimiters: RenderRequest['delimiters']) {
    this.delimiters = delimiters;
    this.placeholder = `${delimiters[0]}CMD_NODE${delimiters[1]}`;
  }

  visit(node: XmlNode): void {
    if (node.kind === 'element') {
      if (node.name === 'w:t') node.attributes = { ...node.attributes, 'xml:space': 'preserve' };
      // A command that goes on in the next paragraph gets a space there.
      if (node.name === 'w:p' && this.receiver) this.receiver.text += ' ';
    } else if (isRunText(node)) this.read(node);
  }

  private read(start: XmlText): void {
    let node = start;
    let receiver = this.receiver ?? node;
    const { text } = node;
    node.text = '';
    for (let index = 0; index < text.length; index += 1) {
      const awaited = this.delimiters[this.isInCommand ? 1 : 0];
      const character = text.charAt(index);
      if (character !== awaited[this.matched]) {
        if (this.matched > 0) {
          receiver.text += awaited.slice(0, this.matched);
          this.matched = 0;
          if (!this.isInCommand) receiver = node;
        }
        receiver.text += character;
        continue;
      }
      this.matched += 1;
      if (this.matched < awaited.length) continue;
      this.matched = 0;
      this.isInCommand = !this.isInCommand;
      const isOwn = node === receiver;
      if (this.isInCommand && receiver.text !== '') {
        receiver = insertTextAfter(receiver);
        if (isOwn) node = receiver;
      }
      receiver.text += awaited;
      if (!this.isInCommand) {
        if (index < text.length - 1) {
          receiver = insertTextAfter(receiver);
          if (isOwn) node = receiver;
        }
        receiver = node;
      }
    }
    this.receiver = this.isInCommand || this.matched > 0 ? receiver : undefined;
    // A text whose characters all went to another one becomes a command that does nothing, so that its paragraph can disappear.
    if (text !== '' && node.text === '') node.text = this.placeholder;
  }
}

/** Puts a new empty `w:t` behind the one that holds this text. */
function insertTextAfter(text: XmlText): XmlText {
  const { parent: holder } = text;
  const { parent } = holder;
  const element: XmlElement = {
    kind: 'element',
    name: holder.name,
    attributes: holder.attributes,
    children: [],
    parent,
  };
  const inserted: XmlText = { kind: 'text', text: '', parent: element };
  element.children.push(inserted);
  parent?.children.splice(parent.children.indexOf(holder) + 1, 0, element);
  return inserted;
}
