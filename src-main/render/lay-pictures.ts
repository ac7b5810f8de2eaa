import { FACSIMILE_PLACES } from '#shared/domain/document/facsimile.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { PictureToLay, RenderRequest, TemplateProblem, TemplateRenderer } from '../ports/template-renderer.ts';
import { anchoredPicture, EMPTY_RELATIONS, withImage, withPng } from './anchored-picture.ts';
import { openDocxPackage } from './docx-package.ts';
import { writeZip } from './package/zip-writer.ts';

/** Far above the ids that Word and our forms give to shapes. */
const FIRST_SHAPE = 910_000;
const LEVEL = 6;

/** Where a bookmark of this name begins inside a paragraph; -1: nowhere. */
const placeOf = (xml: string, bookmark: string): number => {
  const at = [...xml.matchAll(/<w:bookmarkStart\b[^>]*>/gu)].find(([tag]) =>
    tag.includes(`w:name="${bookmark}"`),
  )?.index;
  if (at === undefined) return -1;
  const before = xml.slice(0, at);
  const opened = Math.max(before.lastIndexOf('<w:p>'), before.lastIndexOf('<w:p '));
  return opened > before.lastIndexOf('</w:p>') ? at : -1;
};

const anchor = (index: number, { part, widthMm, heightMm }: PictureToLay): string => {
  const name = FACSIMILE_PLACES[part];
  return anchoredPicture({
    id: FIRST_SHAPE + index,
    relation: `rIdFacsimile${index}`,
    name,
    description: name,
    widthMm,
    heightMm,
    fromColumnMm: 0,
    from: 'paragraph',
    // A hand stands on its line, a stamp hangs from its place. LibreOffice never lifts anything out of a cell of a table.
    fromTopMm: part === 'signature' ? -heightMm : 0,
  });
};

/**
 * The same .docx with pictures laid over its bookmarks «Печать» and «Подпись»; a picture without its bookmark is left out,
 * and so nothing changes in a form that has no place for it.
 */
const layPictures = async (
  docx: Uint8Array,
  pictures: readonly PictureToLay[],
): Promise<Result<Uint8Array, readonly TemplateProblem[]>> => {
  const opened = await openDocxPackage(docx);
  if (!opened.ok) return opened;
  const { entries, mainPart } = opened.value;
  const folder = mainPart.slice(0, mainPart.lastIndexOf('/') + 1);
  const relationsPart = `${folder}_rels/${mainPart.slice(folder.length)}.rels`;
  const textOf = (name: string): string | undefined => {
    const found = entries.find((entry) => entry.name === name);
    return found === undefined ? undefined : Buffer.from(found.data).toString('utf8');
  };
  let main = textOf(mainPart) ?? '';
  let relations = textOf(relationsPart) ?? EMPTY_RELATIONS;
  const media: { readonly name: string; readonly data: Uint8Array }[] = [];
  pictures.forEach((picture, index) => {
    const at = placeOf(main, FACSIMILE_PLACES[picture.part]);
    if (at < 0) return;
    main = main.slice(0, at) + anchor(index, picture) + main.slice(at);
    const target = `media/facsimile${index}.png`;
    media.push({ name: `${folder}${target}`, data: Buffer.from(picture.base64, 'base64') });
    relations = withImage(relations, `rIdFacsimile${index}`, target);
  });
  if (media.length === 0) return ok(docx);
  const changed = new Map([
    [mainPart, main],
    [relationsPart, relations],
    ['[Content_Types].xml', withPng(textOf('[Content_Types].xml') ?? '')],
  ]);
  const kept = entries.map(({ name, data }) => {
    const text = changed.get(name);
    changed.delete(name);
    return { name, data: text === undefined ? data : Buffer.from(text) };
  });
  const added = [...changed].map(([name, text]) => ({ name, data: Buffer.from(text) }));
  return ok(writeZip([...kept, ...added, ...media], LEVEL));
};

/** A renderer that lays the pictures of the request over the finished document. */
export const withPictures = (renderer: TemplateRenderer): TemplateRenderer => ({
  render: async ({ pictures = [], ...request }: RenderRequest, signal) => {
    const rendered = await renderer.render(request, signal);
    if (!rendered.ok || pictures.length === 0) return rendered;
    const laid = await layPictures(rendered.value.bytes, pictures);
    return laid.ok ? ok({ ...rendered.value, bytes: laid.value }) : laid;
  },
});
