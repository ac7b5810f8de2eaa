import { AlignmentType, BorderStyle, Paragraph, TextRun, type IParagraphOptions, type ParagraphChild } from 'docx';
import { gap, mm, pt } from './units.ts';

export type Align = 'left' | 'center' | 'right' | 'both';

type TextLook = {
  /** Points; the font of the form comes from its styles. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly color?: string;
};

export type ParagraphLook = TextLook & {
  readonly align?: Align;
  /** Points above and below. */
  readonly before?: number;
  readonly after?: number;
  /** Stays on one page with what follows. */
  readonly keepNext?: boolean;
  readonly keepLines?: boolean;
  /** Begins a new page. */
  readonly newPage?: boolean;
  /** First-line indent, millimetres. */
  readonly indent?: number;
};

const ALIGNMENTS = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  both: AlignmentType.BOTH,
} as const;

/** The sign of a number stays with the number (documents.md §4). */
export const run = (text: string, look: TextLook = {}): TextRun =>
  new TextRun({
    text: text.replaceAll(/№ (?=\S)/gu, '№\u00A0'),
    ...(look.size === undefined ? {} : { size: pt(look.size) }),
    ...(look.bold ? { bold: true } : {}),
    ...(look.italics ? { italics: true } : {}),
    ...(look.color === undefined ? {} : { color: look.color }),
  });

const paragraphOptions = (look: ParagraphLook): IParagraphOptions => ({
  ...(look.align === undefined ? {} : { alignment: ALIGNMENTS[look.align] }),
  spacing: { before: gap(look.before ?? 0), after: gap(look.after ?? 0) },
  ...(look.keepNext ? { keepNext: true } : {}),
  ...(look.keepLines ? { keepLines: true } : {}),
  ...(look.newPage ? { pageBreakBefore: true } : {}),
  ...(look.indent === undefined ? {} : { indent: { firstLine: mm(look.indent) } }),
});

/** A paragraph of one look; several runs may be given where the look changes inside it. */
export const paragraph = (content: string | readonly ParagraphChild[], look: ParagraphLook = {}): Paragraph =>
  new Paragraph({
    ...paragraphOptions(look),
    children: typeof content === 'string' ? [run(content, look)] : [...content],
  });

/** A heavy line over the whole width; a bordered paragraph, for a table of one row would not stay with what follows. */
export const rule = (before: number, after: number): Paragraph =>
  new Paragraph({
    spacing: { before: gap(before), after: gap(after), line: 40, lineRule: 'exact' },
    keepNext: true,
    border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: '000000', space: 0 } },
    children: [],
  });

/** A paragraph so low that it only keeps two tables apart: Word joins tables that touch. */
export const thread = (look: { readonly keepNext?: boolean } = {}): Paragraph =>
  new Paragraph({
    spacing: { line: 20, lineRule: 'exact' },
    ...(look.keepNext ? { keepNext: true } : {}),
    children: [run('', { size: 1 })],
  });
