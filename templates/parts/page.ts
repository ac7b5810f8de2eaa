import {
  Document,
  Footer,
  Header,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
  type INumberingOptions,
  type Table,
} from 'docx';
import { TextWatermark } from 'docx/watermarks';
import { commandParagraph, command } from './commands.ts';
import { paragraph, run } from './text.ts';
import { A4, mm, pt } from './units.ts';

export type Margins = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** Margins of documents.md §4, millimetres. */
export const PORTRAIT_MARGINS: Margins = { left: 20, right: 10, top: 15, bottom: 15 };
export const LANDSCAPE_MARGINS: Margins = { left: 10, right: 8, top: 8, bottom: 8 };

type FormSpec = {
  readonly title: string;
  readonly font: 'Arial' | 'Times New Roman';
  /** Size of ordinary text, points. */
  readonly size: number;
  readonly landscape?: boolean;
  readonly margins: Margins;
  readonly body: readonly (Paragraph | Table)[];
  readonly footer: Footer;
  readonly numbering?: INumberingOptions;
};

/** Marks that are drawn across the page; another mark is still printed at the top right. */
const WATERMARKS = [
  { condition: 'mark.isDemo', text: 'ДЕМО' },
  { condition: 'mark.isDraft', text: 'ПРОЕКТ' },
  { condition: 'mark.isCopy', text: 'КОПИЯ' },
] as const;

const watermark = (text: string): Paragraph =>
  new Paragraph({
    spacing: { line: 20, lineRule: 'exact' },
    children: [
      new TextWatermark({ text, font: 'Arial', color: 'D8D8D8', opacity: 0.5, rotation: 315, width: 380, height: 95 }),
    ],
  });

/**
 * The mark of the document («ДЕМО», «ПРОЕКТ», «КОПИЯ») on every page: across the page as Word itself does it, and in
 * words at the top right, where a reader of the copied text and a browser preview see it too.
 */
const markHeader = (): Header =>
  new Header({
    children: [
      ...WATERMARKS.flatMap(({ condition, text }) => [
        commandParagraph(`IF ${condition}`),
        watermark(text),
        commandParagraph('END-IF'),
      ]),
      commandParagraph('IF mark.isShown'),
      paragraph(command('mark.text'), { size: 8, bold: true, color: '909090', align: 'right' }),
      commandParagraph('END-IF'),
      // A header must hold a paragraph even when every condition is off.
      new Paragraph({ spacing: { line: 20, lineRule: 'exact' }, children: [] }),
    ],
  });

const pageOfPages = (size: number): TextRun =>
  new TextRun({ size: pt(size), children: ['Страница ', PageNumber.CURRENT, ' из ', PageNumber.TOTAL_PAGES] });

/** «Страница X из Y». */
export const pagesFooter = (size = 8): Footer =>
  new Footer({ children: [new Paragraph({ alignment: 'right', children: [pageOfPages(size)] })] });

/** The page number alone, as on a счет-фактура (documents.md §4). */
export const numberFooter = (size = 7): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: 'right',
        children: [new TextRun({ size: pt(size), children: [PageNumber.CURRENT] })],
      }),
    ],
  });

/** Page number and a line where both sides put their initials on each page of a contract. */
export const initialsFooter = (first: string, second: string, width: number): Footer =>
  new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: 'right', position: mm(width) }],
        children: [
          run(`${first} ____________ / ${second} ____________`, { size: 8 }),
          new TextRun({ text: '\t', size: pt(8) }),
          pageOfPages(8),
        ],
      }),
    ],
  });

export const textWidth = (margins: Margins, landscape = false): number =>
  (landscape ? A4.long : A4.short) - margins.left - margins.right;

/** One form: its page, its font and what stands on it. */
export const formDocument = (spec: FormSpec): Document =>
  new Document({
    title: spec.title,
    creator: 'Комплект',
    lastModifiedBy: 'Комплект',
    revision: 1,
    compatabilityModeVersion: 15,
    ...(spec.numbering === undefined ? {} : { numbering: spec.numbering }),
    styles: {
      default: {
        document: {
          run: { font: spec.font, size: pt(spec.size), language: { value: 'ru-RU' } },
          paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule: 'auto' } },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            // docx turns the sheet itself when it is told «landscape».
            size: {
              width: mm(A4.short),
              height: mm(A4.long),
              orientation: spec.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: {
              left: mm(spec.margins.left),
              right: mm(spec.margins.right),
              top: mm(spec.margins.top),
              bottom: mm(spec.margins.bottom),
              // Above the narrowest top margin, so that a mark does not push the page down.
              header: mm(3),
              footer: mm(5),
            },
          },
        },
        headers: { default: markHeader() },
        footers: { default: spec.footer },
        children: [...spec.body],
      },
    ],
  });
