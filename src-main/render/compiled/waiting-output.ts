import type { PartWriter } from './part-writer.ts';

/** An element that began and may yet be removed. */
interface Waiting {
  readonly kind: number;
  /** How much of the list was there before it. */
  readonly mark: number;
  holdsText: boolean;
  holdsCommand: boolean;
}

type Printed =
  | { readonly kind: 'chunk'; readonly chunk: number }
  | { readonly kind: 'value'; readonly text: string; readonly slot: number }
  | { readonly kind: 'raw'; readonly xml: string };

/**
 * What a part prints. Normally it goes to the writer at once; inside an element whose fate only the data decide, it is kept in a list until
 * the element ends, and then either follows or is forgotten.
 */
export class WaitingOutput {
  private readonly writer: PartWriter;
  private readonly elements: Waiting[] = [];
  private readonly list: Printed[] = [];
  /** Whether each open cell has a paragraph. */
  private readonly cells: boolean[] = [];

  constructor(writer: PartWriter) {
    this.writer = writer;
  }

  chunk(chunk: number): void {
    if (this.elements.length === 0) this.writer.chunk(chunk);
    else this.list.push({ kind: 'chunk', chunk });
  }

  value(text: string, slot: number): void {
    if (this.elements.length === 0) this.writer.value(text, slot);
    else this.list.push({ kind: 'value', text, slot });
  }

  raw(xml: string): void {
    if (this.elements.length === 0) this.writer.raw(xml);
    else this.list.push({ kind: 'raw', xml });
  }

  open(kind: number): void {
    this.elements.push({ kind, mark: this.list.length, holdsText: false, holdsCommand: false });
  }

  /** The element ends; it is removed if it held commands and nothing else. */
  close(stays: boolean, isInCell: boolean): void {
    const element = this.elements.pop();
    if (!element) return;
    const isRemoved = !stays && element.holdsCommand && !element.holdsText;
    if (isRemoved) this.list.length = element.mark;
    else if (isInCell) this.cellParagraph();
    this.flush();
  }

  keep(isInCell: boolean): void {
    this.elements.pop();
    if (isInCell) this.cellParagraph();
    this.flush();
  }

  drop(): void {
    this.list.length = this.elements.pop()?.mark ?? this.list.length;
    this.flush();
  }

  holdsText(): void {
    for (const element of this.elements) element.holdsText = true;
  }

  holdsCommand(): void {
    for (const element of this.elements) element.holdsCommand = true;
  }

  forgetCommands(kind: number): void {
    for (const element of this.elements) if (element.kind === kind) element.holdsCommand = false;
  }

  cellOpen(): void {
    this.cells.push(false);
  }

  cellParagraph(): void {
    if (this.cells.length > 0) this.cells[this.cells.length - 1] = true;
  }

  /** @param paragraph the chunk of an empty paragraph, for a cell that has none */
  cellClose(paragraph: number): void {
    if (this.cells.pop() === false) this.chunk(paragraph);
  }

  cellKeep(): void {
    this.cells.pop();
  }

  private flush(): void {
    if (this.elements.length > 0) return;
    for (const printed of this.list) {
      if (printed.kind === 'chunk') this.writer.chunk(printed.chunk);
      else if (printed.kind === 'value') this.writer.value(printed.text, printed.slot);
      else this.writer.raw(printed.xml);
    }
    this.list.length = 0;
  }
}
