import { AlignmentType, Paragraph, TextRun, type IParagraphOptions, type ParagraphChild } from 'docx';
import { gap, mm, pt } from './units.ts';

export type Align = 'left' | 'center' | 'right' | 'both';

export type TextLook = {
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
  /** First-line indent, millimetres. */
  readonly indent?: number;
};

const ALIGNMENTS = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  both: AlignmentType.BOTH,
} as const;

export const run = (text: string, look: TextLook = {}): TextRun =>
  new TextRun({
    text,
    ...(look.size === undefined ? {} : { size: pt(look.size) }),
    ...(look.bold ? { bold: true } : {}),
    ...(look.italics ? { italics: true } : {}),
    ...(look.color === undefined ? {} : { color: look.color }),
  });

export const paragraphOptions = (look: ParagraphLook): IParagraphOptions => ({
  ...(look.align === undefined ? {} : { alignment: ALIGNMENTS[look.align] }),
  spacing: { before: gap(look.before ?? 0), after: gap(look.after ?? 0) },
  ...(look.keepNext ? { keepNext: true } : {}),
  ...(look.keepLines ? { keepLines: true } : {}),
  ...(look.indent === undefined ? {} : { indent: { firstLine: mm(look.indent) } }),
});

/** A paragraph of one look; several runs may be given where the look changes inside it. */
export const paragraph = (content: string | readonly ParagraphChild[], look: ParagraphLook = {}): Paragraph =>
  new Paragraph({
    ...paragraphOptions(look),
    children: typeof content === 'string' ? [run(content, look)] : [...content],
  });

/** A paragraph so low that it only keeps two tables apart: Word joins tables that touch. */
export const thread = (look: { readonly keepNext?: boolean } = {}): Paragraph =>
  new Paragraph({ spacing: { line: 20, lineRule: 'exact' }, ...(look.keepNext ? { keepNext: true } : {}), children: [run('', { size: 1 })] });
