import { code128 } from '#shared/domain/reception/code-128.ts';
import type { LabelCard } from '#main/ports/paper-files.ts';
import { blackAndWhitePng } from '../black-and-white-png.ts';
import { writeZip } from '../package/zip-writer.ts';
import { CONTENT_TYPES, documentXml, paragraph, relationshipsXml, ROOT_RELATIONSHIPS, utf8 } from './sheet-xml.ts';

/** English metric units of one centimetre. */
const CM = 360_000;
/** One module of a code is 0.33 mm: what office scanners and cheap readers take (documents.md §2.3 of ГОСТ ISO/IEC 15417). */
const MODULE_CM = 0.033;
const BAR_ROWS = 24;
/** White modules on both sides of a code. */
const QUIET = 10;

const codeImage = (code: string): { png: Uint8Array; widthCm: number } => {
  const bars = code128(code);
  const side = bars.length + 2 * QUIET;
  return { png: blackAndWhitePng(side, (x) => bars[x - QUIET] === true, BAR_ROWS), widthCm: side * MODULE_CM };
};

/** A sheet of cards in two columns, each with its lines and its bar code, as .docx. */
export const writeLabelSheet = (title: string, cards: readonly LabelCard[]): Uint8Array => {
  const codes = [...new Set(cards.map(({ code }) => code))].filter((code) => code !== '');
  const images = codes.map((code, index) => ({ code, name: `image${index + 1}.png`, ...codeImage(code) }));
  const relationships = images.map(
    ({ name }, index) =>
      `<Relationship Id="rId${index + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/${name}"/>`,
  );
  const idByCode = new Map(images.map(({ code, widthCm }, index) => [code, { id: index + 1, widthCm }]));
  return writeZip(
    [
      { name: '[Content_Types].xml', data: utf8(CONTENT_TYPES) },
      { name: '_rels/.rels', data: utf8(ROOT_RELATIONSHIPS) },
      { name: 'word/document.xml', data: utf8(cardsXml(title, cards, idByCode)) },
      { name: 'word/_rels/document.xml.rels', data: utf8(relationshipsXml(relationships.join(''))) },
      ...images.map(({ name, png }) => ({ name: `word/media/${name}`, data: png })),
    ],
    6,
  );
};

type Placed = ReadonlyMap<string, { readonly id: number; readonly widthCm: number }>;

const cardsXml = (title: string, cards: readonly LabelCard[], placed: Placed): string => {
  const rows = cards.flatMap((card, index) => {
    const second = cards[index + 1];
    return index % 2 === 0 ? [rowXml([card, ...(second === undefined ? [] : [second])], index, placed)] : [];
  });
  return documentXml(
    `${paragraph(title, 28, true)}<w:tbl><w:tblPr><w:tblW w:w="10200" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="5100"/><w:gridCol w:w="5100"/></w:tblGrid>${rows.join('')}</w:tbl>`,
  );
};

const rowXml = (cards: readonly LabelCard[], index: number, placed: Placed): string => {
  const cells = [0, 1].map((column) => {
    const card = cards[column];
    return card === undefined ? cellXml('<w:p/>') : cellXml(cardXml(card, index + column, placed));
  });
  return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.join('')}</w:tr>`;
};

const cellXml = (inner: string): string =>
  `<w:tc><w:tcPr><w:tcW w:w="5100" w:type="dxa"/><w:tcMar><w:top w:w="120" w:type="dxa"/><w:left w:w="120" w:type="dxa"/><w:bottom w:w="160" w:type="dxa"/><w:right w:w="120" w:type="dxa"/></w:tcMar></w:tcPr>${inner}</w:tc>`;

const cardXml = ({ lines, code, caption }: LabelCard, index: number, placed: Placed): string => {
  const image = placed.get(code);
  const text = lines.map((line, at) => paragraph(line, at === 0 ? 22 : 18, at === 0));
  return [
    ...text,
    ...(image === undefined ? [] : [imageXml(image.id, image.widthCm, index), paragraph(caption, 16, false)]),
  ].join('');
};

const imageXml = (id: number, widthCm: number, index: number): string => {
  const [width, height] = [Math.round(widthCm * CM), Math.round(1.2 * CM)];
  return `<w:p><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${width}" cy="${height}"/><wp:docPr id="${index + 1}" name="code${index + 1}" descr="Штрихкод документа"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="${index + 1}" name="code${index + 1}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId${id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${width}" cy="${height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
};
