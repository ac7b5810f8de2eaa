import { ok } from '#shared/kernel/result.ts';
import type { TemplateRenderer } from '#main/ports/template-renderer.ts';
import { anchoredPicture, EMPTY_RELATIONS, withImage, withPng } from '../anchored-picture.ts';
import { packed, readPacked, unpacked, writePacked, type PackedFile } from '../package/packed-zip.ts';
import { codePicture } from './code-picture.ts';
import { codePlace } from './code-place.ts';

const SHAPE = 920_000;
const RELATION = 'rIdPaperCode';
const MEDIA = 'media/paper-code.png';
const TYPES = '[Content_Types].xml';
const MAIN_TYPE = /PartName="\/([^"]+)"[^>]*wordprocessingml\.document\.main\+xml/u;

/**
 * The same .docx with its code in the margin. In a form with a header the code stands in that, and so on every page: a sheet that fell
 * out of the pile still says whose it is. A form without one carries it on the first page. Nothing is moved and no part but the
 * changed ones is packed anew.
 */
export const layCode = (docx: Uint8Array, code: string): Uint8Array => {
  const files = readPacked(docx);
  const textOf = (name: string): string | undefined => {
    const found = files.find(({ record }) => record.name === name);
    return found === undefined ? undefined : unpacked(found).toString('utf8');
  };
  const types = textOf(TYPES) ?? '';
  const main = MAIN_TYPE.exec(types)?.[1] ?? 'word/document.xml';
  const body = textOf(main) ?? '';
  const section = /<w:sectPr\b.*?<\/w:sectPr>/su.exec(body)?.[0] ?? '';
  const place = codePlace(section);
  if (place === null) return docx;

  const { png, widthMm, heightMm } = codePicture(code, place.thicknessMm);
  const run = anchoredPicture({
    id: SHAPE,
    relation: RELATION,
    name: 'Код документа',
    description: `Код документа ${code}`,
    widthMm,
    heightMm,
    fromColumnMm: place.fromTextMm,
    from: 'page',
    fromTopMm: place.pageHeightMm - place.bottomMm - heightMm,
  });
  const header = headerOf(section, textOf(relationsOf(main)) ?? '', folderOf(main));
  const inHeader = header === null ? null : atTheEnd(textOf(header) ?? '', run);
  const [part, text] = header !== null && inHeader !== null ? [header, inHeader] : [main, atTheStart(body, run)];
  const changed = new Map([
    [part, text],
    [relationsOf(part), withImage(textOf(relationsOf(part)) ?? EMPTY_RELATIONS, RELATION, MEDIA)],
    [TYPES, withPng(types)],
  ]);
  return writePacked([...replaced(files, changed), packed(folderOf(part) + MEDIA, png)]);
};

const folderOf = (part: string): string => part.slice(0, part.lastIndexOf('/') + 1);

const relationsOf = (part: string): string => {
  const folder = folderOf(part);
  return `${folder}_rels/${part.slice(folder.length)}.rels`;
};

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(` ${name}="([^"]*)"`, 'u').exec(tag)?.[1];

/** The part whose header stands on the first page; null when there is none. */
const headerOf = (section: string, relations: string, folder: string): string | null => {
  const type = /<w:titlePg\b(?![^>]*w:val="(?:0|false)")/u.test(section) ? 'first' : 'default';
  const reference = [...section.matchAll(/<w:headerReference\b[^>]*>/gu)].find(
    ([tag]) => (attribute(tag, 'w:type') ?? 'default') === type,
  )?.[0];
  const id = reference === undefined ? undefined : attribute(reference, 'r:id');
  const relation = [...relations.matchAll(/<Relationship\b[^>]*>/gu)].find(([tag]) => attribute(tag, 'Id') === id)?.[0];
  const target = relation === undefined ? undefined : attribute(relation, 'Target');
  if (id === undefined || target === undefined) return null;
  return target.startsWith('/') ? target.slice(1) : folder + target;
};

/** At the end of the last paragraph of a header; null where it has none. */
const atTheEnd = (header: string, run: string): string | null => {
  const opened = header.replace(/<w:p(\s[^>]*)?\/>(\s*<\/w:hdr>)/u, '<w:p$1></w:p>$2');
  const at = opened.lastIndexOf('</w:p>');
  return at < 0 ? null : opened.slice(0, at) + run + opened.slice(at);
};

/** A paragraph of one point, for a body that begins with a table: what is anchored in a cell does not leave it. */
const thin = (run: string): string =>
  `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr>${run}</w:p>`;

const atTheStart = (body: string, run: string): string => {
  const start = body.indexOf('<w:body>') + '<w:body>'.length;
  const paragraph = /^\s*<w:p(?:\s[^>]*[^/])?>(?:<w:pPr>.*?<\/w:pPr>)?/su.exec(body.slice(start))?.[0];
  const at = start + (paragraph?.length ?? 0);
  return body.slice(0, at) + (paragraph === undefined ? thin(run) : run) + body.slice(at);
};

/** The files in their order with new texts in place of the old; what is new comes last. */
const replaced = (files: readonly PackedFile[], changed: ReadonlyMap<string, string>): PackedFile[] => {
  const left = new Map(changed);
  const kept = files.map((file) => {
    const text = left.get(file.record.name);
    left.delete(file.record.name);
    return text === undefined ? file : packed(file.record.name, Buffer.from(text));
  });
  return [...kept, ...[...left].map(([name, text]) => packed(name, Buffer.from(text)))];
};

/** A renderer that lays the code of the request over the finished document. */
export const withPaperCode = (renderer: TemplateRenderer): TemplateRenderer => ({
  render: async ({ code, ...request }, signal) => {
    const rendered = await renderer.render(request, signal);
    if (!rendered.ok || code === undefined) return rendered;
    return ok({ ...rendered.value, bytes: layCode(rendered.value.bytes, code) });
  },
});
