import { SaxesParser } from 'saxes';
import type { RenderRequest } from '#main/ports/template-renderer.ts';
import type { DocxPackage } from './docx-package.ts';

/** A paragraph of a part. Its text is complete when the scan is over. */
export interface ScannedParagraph {
  /** From 1, in the order of the part, paragraphs in tables included. */
  readonly number: number;
  /** By the page breaks that Word noted when it saved the file; a guess, good for finding the place. */
  readonly page: number;
  text: string;
}

/** A row that a command stands in: the innermost, and how many tables are around it. */
export interface ScannedRow {
  readonly id: number;
  readonly table: number;
  readonly row: number;
  readonly tableDepth: number;
  cell: number;
}

/** One command, joined from however many runs Word has split it into. */
export interface ScannedCommand {
  readonly raw: string;
  readonly part: string;
  readonly paragraph: ScannedParagraph;
  readonly row: ScannedRow | undefined;
  readonly cell: number;
  /** Is there text in the paragraph before the command? */
  readonly followsText: boolean;
  /** Ends without a closing delimiter, or is a delimiter that belongs to nothing. */
  readonly fault: 'unclosed' | 'stray' | undefined;
}

/** Finds the commands of all parts that docx-templates fills: the main part, then headers, footers and notes by name. */
export function scanTemplate(docx: DocxPackage, delimiters: RenderRequest['delimiters']): ScannedCommand[] {
  const others = [...docx.parts.keys()]
    .filter((name) => name !== docx.mainPart && !name.startsWith('word/template'))
    .toSorted();
  return [docx.mainPart, ...others].flatMap((name) => {
    const scanner = new PartScanner(name, delimiters);
    return scanner.scan(docx.parts.get(name) ?? '');
  });
}

class PartScanner {
  private readonly part: string;
  private readonly delimiters: RenderRequest['delimiters'];
  private readonly found: ScannedCommand[] = [];
  private readonly elements: string[] = [];
  private readonly paragraphs: ScannedParagraph[] = [];
  private readonly rows: ScannedRow[] = [];
  private readonly tables: { number: number; rows: number }[] = [];
  private paragraphCount = 0;
  private tableCount = 0;
  private rowCount = 0;
  private page = 1;
  /** The command that is being read, and where it began. */
  private open: Omit<ScannedCommand, 'raw' | 'fault'> | undefined;
  private raw = '';
  private plain = '';
  private matched = 0;

  constructor(part: string, delimiters: RenderRequest['delimiters']) {
    this.part = part;
    this.delimiters = delimiters;
  }

  scan(xml: string): ScannedCommand[] {
    const parser = new SaxesParser();
    parser.on('opentag', ({ name, attributes }) => this.enter(name, attributes));
    parser.on('closetag', ({ name }) => this.leave(name));
    parser.on('text', (text) => {
      if (this.elements.at(-1) === 'w:t') for (const unit of text.split('')) this.read(unit);
    });
    parser.write(xml).close();
    if (this.open) this.found.push({ ...this.open, raw: this.raw, fault: 'unclosed' });
    return this.found;
  }

  private enter(name: string, attributes: Readonly<Record<string, string>>): void {
    this.elements.push(name);
    if (name === 'w:p') this.enterParagraph();
    else if (name === 'w:tbl') this.tables.push({ number: ++this.tableCount, rows: 0 });
    else if (name === 'w:tr') this.enterRow();
    else if (name === 'w:tc') this.enterCell();
    else if (name === 'w:lastRenderedPageBreak' || (name === 'w:br' && attributes['w:type'] === 'page')) this.page += 1;
  }

  private enterParagraph(): void {
    this.paragraphs.push({ number: ++this.paragraphCount, page: this.page, text: '' });
    // docx-templates puts a space where a command continues in the next paragraph.
    if (this.open) this.raw += ' ';
  }

  private enterRow(): void {
    const table = this.tables.at(-1);
    if (!table) return;
    table.rows += 1;
    this.rows.push({
      id: ++this.rowCount,
      table: table.number,
      row: table.rows,
      tableDepth: this.tables.length,
      cell: 0,
    });
  }

  private enterCell(): void {
    const row = this.rows.at(-1);
    if (row) row.cell += 1;
  }

  private leave(name: string): void {
    this.elements.pop();
    if (name === 'w:tbl') this.tables.pop();
    else if (name === 'w:tr') this.rows.pop();
    else if (name === 'w:p') this.leaveParagraph();
  }

  private leaveParagraph(): void {
    const [open, close] = this.delimiters;
    // A lone closing delimiter would turn everything after it into a command.
    if (open !== close && this.plain.includes(close)) this.found.push({ ...this.place(), raw: close, fault: 'stray' });
    this.plain = '';
    this.paragraphs.pop();
  }

  private place(): Omit<ScannedCommand, 'raw' | 'fault'> {
    const row = this.rows.at(-1);
    const paragraph = this.paragraphs.at(-1) ?? { number: this.paragraphCount, page: this.page, text: '' };
    return { part: this.part, paragraph, row, cell: row?.cell ?? 0, followsText: this.plain.trim() !== '' };
  }

  /** One character of text. Follows docx-templates' own matching step by step, so that both see the same commands. */
  private read(character: string): void {
    const paragraph = this.paragraphs.at(-1);
    if (paragraph) paragraph.text += character;
    const expected = this.open ? this.delimiters[1] : this.delimiters[0];
    if (character === expected[this.matched]) {
      this.matched += 1;
      if (this.matched === expected.length) this.toggle();
      return;
    }
    const text = expected.slice(0, this.matched) + character;
    this.matched = 0;
    if (this.open) this.raw += text;
    else this.plain += text;
  }

  private toggle(): void {
    this.matched = 0;
    if (!this.open) {
      this.open = this.place();
      this.raw = '';
      return;
    }
    const [open, close] = this.delimiters;
    const isNested = open !== close && this.raw.includes(open);
    this.found.push({ ...this.open, raw: this.raw, fault: isNested ? 'stray' : undefined });
    this.open = undefined;
  }
}

/** Parts of a .docx as people see them; the number of a header says nothing. */
const PART_NAMES: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/^document/u, 'основной текст'],
  [/^header/u, 'верхний колонтитул'],
  [/^footer/u, 'нижний колонтитул'],
  [/^footnotes/u, 'сноски'],
  [/^endnotes/u, 'концевые сноски'],
  [/^comments/u, 'примечания'],
];

const partName = (part: string): string => {
  const file = part.replace(/^word\//, '');
  return PART_NAMES.find(([pattern]) => pattern.test(file))?.[1] ?? file;
};

/** Where a command stands, for people: «основной текст, стр. 1, абзац 14, таблица 1, строка 2, ячейка 3: …». */
export function describePlace(command: Pick<ScannedCommand, 'part' | 'paragraph' | 'row' | 'cell'>): string {
  const { part, paragraph, row, cell } = command;
  const place = [partName(part), `стр. ${paragraph.page}`, `абзац ${paragraph.number}`];
  if (row) place.push(`таблица ${row.table}`, `строка ${row.row}`, `ячейка ${cell}`);
  const text = paragraph.text.trim();
  return `${place.join(', ')}: «${text.length > 80 ? `${text.slice(0, 80)}…` : text}»`;
}
