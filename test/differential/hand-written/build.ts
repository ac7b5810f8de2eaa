import { CONTENT_TYPES, documentXml, paragraph } from '#test/helpers/docx-fixture.ts';

/** A template with one of the constructs that Word, LibreOffice and people put into documents. */
export interface HandWritten {
  readonly name: string;
  readonly body: string;
  readonly parts?: Readonly<Record<string, string>>;
  /** The id of the difference that this case is known to show: we are better than the reference here on purpose. */
  readonly explained?: string;
}

const WORD_PART = 'application/vnd.openxmlformats-officedocument.wordprocessingml.';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A part beside the main one, with its content type and its relation. */
export function beside(root: string, names: Readonly<Record<string, string>>): Record<string, string> {
  const files = Object.entries(names);
  const kind = root === 'hdr' ? 'header' : root === 'ftr' ? 'footer' : root;
  return {
    ...Object.fromEntries(
      files.map(([name, content]) => [
        `word/${name}.xml`,
        documentXml(content)
          .replaceAll('w:document', `w:${root}`)
          .replaceAll(/<\/?w:body>|<w:sectPr\/>/g, ''),
      ]),
    ),
    '[Content_Types].xml': CONTENT_TYPES.replace(
      '</Types>',
      `${files.map(([name]) => `<Override PartName="/word/${name}.xml" ContentType="${WORD_PART}${kind}+xml"/>`).join('')}</Types>`,
    ),
    'word/_rels/document.xml.rels': `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${files
      .map(([name], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${kind}" Target="${name}.xml"/>`)
      .join('')}</Relationships>`,
  };
}

export const cell = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
export const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
export const tableOf = (...rows: string[]): string => `<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`;
export const command = (text: string): string => row(cell(paragraph(text)));
export const lines = (...rows: string[]): string =>
  tableOf(command('{{FOR line IN lines}}'), ...rows, command('{{END-FOR line}}'));
export const paragraphs = (...texts: string[]): string => texts.map((text) => paragraph(text)).join('');

export const textBox = (content: string): string =>
  `<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" Requires="wps"><w:drawing><wp:anchor><wp:docPr id="5" name="Надпись"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="s1"><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;

export const control = (content: string, properties = '<w:alias w:val="Номер"/>'): string =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;

export const revision = (kind: 'ins' | 'del', content: string): string =>
  `<w:${kind} w:id="9" w:author="Бухгалтер" w:date="2026-11-20T10:00:00Z">${content}</w:${kind}>`;
