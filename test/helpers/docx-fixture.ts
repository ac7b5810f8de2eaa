import { writeZip } from '#main/render/package/zip-writer.ts';
import { readZip } from '#main/render/package/zip-reader.ts';

const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

export const CONTENT_TYPES = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${MAIN}"/></Types>`;

const ROOT_RELATIONS = `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A run of text. */
export const run = (text: string): string => `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;

/** A paragraph of one run, or of one run per argument: Word splits text where it likes. */
export const paragraph = (...runs: string[]): string => `<w:p>${runs.map(run).join('')}</w:p>`;

/** A table; a cell is the XML of its content. */
export const table = (...rows: string[][]): string =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

export const documentXml = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><w:body>${body}<w:sectPr/></w:body></w:document>`;

/** The files of a small .docx around a body; `parts` adds files or replaces them. */
export function docxParts(body: string, parts: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': ROOT_RELATIONS,
    'word/document.xml': documentXml(body),
    ...parts,
  };
}

export function aDocx(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const entries = Object.entries(docxParts(body, parts)).map(([name, text]) => ({
    name,
    data: Buffer.from(text, 'utf8'),
  }));
  return writeZip(entries, 6);
}

/** The text of a file in a package. */
export async function partText(bytes: Uint8Array, name = 'word/document.xml'): Promise<string> {
  const entries = await readZip(bytes, { entries: 1_000, inflatedBytes: 500_000_000 });
  if (!entries.ok) throw new Error(`unreadable: ${entries.error.code}`);
  const entry = entries.value.find((candidate) => candidate.name === name);
  if (!entry) throw new Error(`no ${name}`);
  return Buffer.from(entry.data).toString('utf8');
}

export async function partNames(bytes: Uint8Array): Promise<string[]> {
  const entries = await readZip(bytes, { entries: 1_000, inflatedBytes: 500_000_000 });
  return entries.ok ? entries.value.map(({ name }) => name) : [];
}

/** The paragraphs of a document as texts; a line break is `\n`. */
export async function paragraphsOf(bytes: Uint8Array): Promise<string[]> {
  const xml = await partText(bytes);
  return [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, content = '']) =>
    content
      .replaceAll(/<w:br\/>/g, '\n')
      .replaceAll(/<[^>]+>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&'),
  );
}
