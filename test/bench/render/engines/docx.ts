import type * as Docx from 'docx';
import { requirePeer, type Engine } from '../engine.ts';
import { linesAt, plainText, textAt, valueAt, type Block, type Form, type FormData } from '../form.ts';

const docx = requirePeer('docx') as typeof Docx;
const {
  Document,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} = docx;

const paragraph = (text: string, isTitle = false): Docx.Paragraph =>
  new Paragraph({
    ...(isTitle ? { heading: HeadingLevel.HEADING_1 } : {}),
    spacing: { before: 20, after: 20 },
    children: [new TextRun({ text, size: 18, font: 'Times New Roman' })],
  });

const table = (rows: readonly (readonly string[])[]): Docx.Table =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map((text) => new TableCell({ children: [paragraph(text)] })),
        }),
    ),
  });

function blockContent(block: Block, data: FormData, picture: Uint8Array): (Docx.Paragraph | Docx.Table)[] {
  switch (block.kind) {
    case 'paragraph':
      return [paragraph(plainText(block.text, data), block.isTitle)];
    case 'labelled':
      return [table(block.rows.map(([label, value]) => [label, plainText(value, data)])), paragraph('')];
    case 'lines': {
      const rows = linesAt(data, block.list).map((line) => block.columns.map(({ field }) => textAt(line, field)));
      return [table([block.columns.map(({ title }) => title), ...rows]), paragraph('')];
    }
    case 'when':
      return valueAt(data, block.flag) === true
        ? block.blocks.flatMap((inner) => blockContent(inner, data, picture))
        : [];
    case 'picture':
      return [
        new Paragraph({
          children: [new ImageRun({ type: 'png', data: picture, transformation: { width: 113, height: 113 } })],
        }),
      ];
  }
}

function documentOf(form: Form, data: FormData, picture: Uint8Array): Docx.Document {
  return new Document({
    sections: [
      {
        properties: {
          page: { size: { orientation: form.isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT } },
        },
        headers: { default: new Header({ children: [paragraph(plainText(form.header, data))] }) },
        footers: { default: new Footer({ children: [paragraph(plainText(form.footer, data))] }) },
        children: form.blocks.flatMap((block) => blockContent(block, data, picture)),
      },
    ],
  });
}

/** No template: the paper is built by code, with leaner XML than Word's. */
export const engine: Engine = {
  prepare: (form, picture) => ({
    shape: (data) => data,
    fill: (data) => Packer.toBuffer(documentOf(form, data, picture)),
  }),
};
