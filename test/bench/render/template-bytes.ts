import { writeZip } from '../../../src-main/render/package/zip-writer.ts';
import type { Dialect } from './dialect.ts';
import type { Block, Form, Piece } from './form.ts';
import {
  CONTENT_TYPES,
  DOCUMENT_RELATIONS,
  ROOT_RELATIONS,
  STATIC_PICTURE,
  wordParagraph,
  wordPart,
  wordStyles,
  wordTable,
} from './word-xml.ts';

const PORTRAIT = '<w:pgSz w:w="11906" w:h="16838"/>';
const LANDSCAPE = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>';
const PARTS = '<w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>';

/** The template of a form in the language of one engine. */
export function templateBytes(form: Form, dialect: Dialect, picture: Uint8Array): Uint8Array {
  const width = form.isLandscape ? 15_000 : 9_600;
  const said = (text: readonly Piece[]): string =>
    text.map((piece) => (typeof piece === 'string' ? piece : dialect.field(piece.field))).join('');

  const blockXml = (block: Block): string => {
    switch (block.kind) {
      case 'paragraph':
        return wordParagraph(said(block.text), block.isTitle);
      case 'labelled':
        return `${wordTable(
          block.rows.map(([label, value]) => [label, said(value)]),
          width,
        )}${wordParagraph('')}`;
      case 'lines': {
        const head = block.columns.map(({ title }) => title);
        const fields = block.columns.map(({ field }) => field);
        return `${wordTable([head, ...dialect.repeated(block.list, fields)], width)}${wordParagraph('')}`;
      }
      case 'when': {
        const [before, after] = dialect.when(block.flag);
        return `${wordParagraph(before)}${block.blocks.map(blockXml).join('')}${wordParagraph(after)}`;
      }
      case 'picture':
        return dialect.picture ? wordParagraph(dialect.picture(block.field)) : STATIC_PICTURE;
    }
  };

  const body = form.blocks.map(blockXml).join('');
  const section = `<w:sectPr>${PARTS}${form.isLandscape ? LANDSCAPE : PORTRAIT}<w:pgMar w:top="850" w:right="850" w:bottom="850" w:left="1134" w:header="400" w:footer="400" w:gutter="0"/></w:sectPr>`;
  const texts: Record<string, string> = {
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': ROOT_RELATIONS,
    'word/document.xml': wordPart('document', `<w:body>${body}${section}</w:body>`),
    'word/_rels/document.xml.rels': DOCUMENT_RELATIONS,
    'word/styles.xml': wordStyles(),
    'word/settings.xml': wordPart('settings', '<w:zoom w:percent="100"/><w:defaultTabStop w:val="708"/>'),
    'word/fontTable.xml': wordPart('fonts', '<w:font w:name="Times New Roman"><w:charset w:val="CC"/></w:font>'),
    'word/header1.xml': wordPart('hdr', wordParagraph(said(form.header))),
    'word/footer1.xml': wordPart('ftr', wordParagraph(said(form.footer))),
  };
  const entries = Object.entries(texts).map(([name, text]) => ({ name, data: Buffer.from(text, 'utf8') }));
  return writeZip([...entries, { name: 'word/media/qr.png', data: picture }], 6);
}
