const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const WORD_NAMESPACES = `xmlns:w="${WORD}" xmlns:r="${OFFICE}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"`;

const FONTS =
  '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>';
const RUN_LOOK = `<w:rPr>${FONTS}<w:color w:val="000000"/><w:sz w:val="18"/><w:szCs w:val="18"/><w:lang w:val="ru-RU" w:eastAsia="ru-RU"/></w:rPr>`;
const PARAGRAPH_LOOK = `<w:pPr><w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:adjustRightInd w:val="0"/><w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/>${RUN_LOOK}</w:pPr>`;
const BORDER = ['top', 'left', 'bottom', 'right']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
  .join('');

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const run = (text: string): string =>
  `<w:r w:rsidRPr="00A77B3E">${RUN_LOOK}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

/** A paragraph as Word writes it. Long texts with commands are split over runs, as Word does after spell checking. */
export function wordParagraph(text: string, isTitle = false): string {
  const style = isTitle ? PARAGRAPH_LOOK.replace('<w:pPr>', '<w:pPr><w:pStyle w:val="Heading1"/>') : PARAGRAPH_LOOK;
  return `<w:p w14:paraId="3F2A1B0C" w:rsidR="00B81D49" w:rsidRDefault="00B81D49" w:rsidP="00B81D49">${style}${splitRuns(text)}</w:p>`;
}

/** Only some paragraphs are split, by the length of their text, so that both ways are in each template. */
function splitRuns(text: string): string {
  if (text.length % 4 !== 0 || text.length < 12) return run(text);
  const middle = Math.floor(text.length / 2);
  return `${run(text.slice(0, middle))}<w:proofErr w:type="spellStart"/>${run(text.slice(middle))}<w:proofErr w:type="spellEnd"/>`;
}

export function wordTable(rows: readonly (readonly string[])[], width: number): string {
  const count = rows[0]?.length ?? 1;
  const cell = Math.floor(width / count);
  const grid = `<w:tblGrid>${`<w:gridCol w:w="${cell}"/>`.repeat(count)}</w:tblGrid>`;
  const look = `<w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:tblBorders>${BORDER}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>`;
  const body = rows.map((cells) => wordRow(cells, cell)).join('');
  return `<w:tbl>${look}${grid}${body}</w:tbl>`;
}

function wordRow(cells: readonly string[], width: number): string {
  const look = `<w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:tcBorders>${BORDER}</w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="auto"/><w:tcMar><w:left w:w="40" w:type="dxa"/><w:right w:w="40" w:type="dxa"/></w:tcMar><w:vAlign w:val="center"/></w:tcPr>`;
  const content = cells.map((text) => `<w:tc>${look}${wordParagraph(text)}</w:tc>`).join('');
  return `<w:tr w:rsidR="00B81D49" w14:paraId="5C1D2E3F" w14:textId="77777777" w:rsidTr="00B81D49"><w:trPr><w:cantSplit/><w:trHeight w:val="284"/></w:trPr>${content}</w:tr>`;
}

export const wordPart = (name: string, content: string): string =>
  `${XML_HEAD}<w:${name} ${WORD_NAMESPACES}>${content}</w:${name}>`;

/** A picture that is already in the template, for the engines that cannot put one in. */
export const STATIC_PICTURE = `<w:p><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="1080000" cy="1080000"/><wp:docPr id="1" name="QR"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="qr.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId9"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1080000" cy="1080000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;

/** Styles of the size that Word writes, about 57 kB. */
export function wordStyles(): string {
  const latent = Array.from(
    { length: 376 },
    (_, index) =>
      `<w:lsdException w:name="Style of Word ${index}" w:semiHidden="1" w:uiPriority="${index % 99}" w:unhideWhenUsed="1"/>`,
  ).join('');
  const styles = Array.from(
    { length: 42 },
    (_, index) =>
      `<w:style w:type="paragraph" w:customStyle="1" w:styleId="Style${index}"><w:name w:val="Стиль ${index}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:rsid w:val="00B8${1000 + index}"/><w:pPr><w:spacing w:before="${index}" w:after="120"/></w:pPr><w:rPr>${FONTS}<w:sz w:val="${16 + (index % 12)}"/></w:rPr></w:style>`,
  ).join('');
  return wordPart(
    'styles',
    `<w:docDefaults><w:rPrDefault>${RUN_LOOK}</w:rPrDefault></w:docDefaults><w:latentStyles w:count="376">${latent}</w:latentStyles><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/></w:style>${styles}`,
  );
}

const WORD_PART = 'application/vnd.openxmlformats-officedocument.wordprocessingml.';
const override = (part: string, type: string): string => `<Override PartName="/${part}" ContentType="${type}"/>`;

export const CONTENT_TYPES = `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>${[
  override('word/document.xml', `${WORD_PART}document.main+xml`),
  override('word/styles.xml', `${WORD_PART}styles+xml`),
  override('word/settings.xml', `${WORD_PART}settings+xml`),
  override('word/fontTable.xml', `${WORD_PART}fontTable+xml`),
  override('word/header1.xml', `${WORD_PART}header+xml`),
  override('word/footer1.xml', `${WORD_PART}footer+xml`),
].join('')}</Types>`;

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;

const relations = (...content: string[]): string =>
  `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${content.join('')}</Relationships>`;

export const ROOT_RELATIONS = relations(relation('rId1', 'officeDocument', 'word/document.xml'));
export const DOCUMENT_RELATIONS = relations(
  relation('rId1', 'styles', 'styles.xml'),
  relation('rId2', 'settings', 'settings.xml'),
  relation('rId3', 'fontTable', 'fontTable.xml'),
  relation('rId4', 'header', 'header1.xml'),
  relation('rId5', 'footer', 'footer1.xml'),
  relation('rId9', 'image', 'media/qr.png'),
);
