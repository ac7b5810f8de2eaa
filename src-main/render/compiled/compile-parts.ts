import type { RenderRequest } from '#main/ports/template-renderer.ts';
import type { DocxPackage } from '../docx-package.ts';
import { scanTemplate, type ScannedCommand } from '../template-scan.ts';
import { buildProgram } from './build-program.ts';
import { encodePart } from './encode-part.ts';
import { joinCommands } from './join-commands.ts';
import { fixedBlock, packFile, planRelations, relationsName, typesWithPictures } from './package-plan.ts';
import { outlinePart } from './part-outline.ts';
import { OP, type PartProgram, type Step } from './program.ts';
import type { PackedFile, PartCode, TemplateCode } from './template-code.ts';
import { unsupported } from './unsupported.ts';
import { parseXml, type XmlElement } from './xml-tree.ts';

const CONTENT_TYPES = '[Content_Types].xml';

/** Compiles a package that has passed the guard and the inspection. Throws `UnsupportedConstruct`. */
export function compileParts(docx: DocxPackage, delimiters: RenderRequest['delimiters']): TemplateCode {
  const scanned = Map.groupBy(scanTemplate(docx, delimiters), ({ part }) => part);
  const roots = new Map(filledParts(docx).map((name) => [name, rootOf(docx, name)]));
  const fixed = new Map<string, Uint8Array>();
  for (const { name, data } of docx.entries) fixed.set(name, data);
  const parts: PartCode[] = [];
  for (const [name, root] of roots) {
    const program = programOf(root, delimiters, scanned.get(name) ?? []);
    const onlyText = textOf(program.steps, program.chunks);
    if (onlyText !== undefined) {
      fixed.set(name, Buffer.from(onlyText, 'utf8'));
      continue;
    }
    const relations =
      program.pictureChunk >= 0 || program.hasLinks
        ? planRelations(relationsName(name), fixed.get(relationsName(name)))
        : undefined;
    if (relations) fixed.delete(relations.name);
    fixed.delete(name);
    // Only the encoded chunks are needed from here on.
    parts.push({
      name,
      program: { ...program, chunks: [] },
      encoded: encodePart(program.chunks, program.steps),
      relations,
    });
  }
  const types = parts.some(({ program }) => program.pictureChunk >= 0)
    ? planTypes(fixed.get(CONTENT_TYPES))
    : undefined;
  if (types) fixed.delete(CONTENT_TYPES);
  const files = [...fixed].map(([name, data]) => packFile(name, data));
  return { fixed: fixedBlock(files), types, parts, lastShapeId: highestShapeId([...roots.values()]) };
}

/** The parts that docx-templates walks, in its order: the main part, then the others by name. */
function filledParts(docx: DocxPackage): string[] {
  const others = [...docx.parts.keys()].filter((name) => name !== docx.mainPart && !name.startsWith('word/template'));
  return [docx.mainPart, ...others.toSorted()];
}

function rootOf(docx: DocxPackage, name: string): XmlElement {
  return parseXml(docx.parts.get(name) ?? '') ?? unsupported('part without a root', name);
}

function programOf(
  root: XmlElement,
  delimiters: RenderRequest['delimiters'],
  scanned: readonly ScannedCommand[],
): PartProgram {
  joinCommands(root, delimiters);
  const outline = outlinePart(root, delimiters, scanned);
  if (outline.events.some((event) => event.kind === 'text' && PRINTS_PREFIXES.has(event.command?.type ?? ''))) {
    root.attributes = { ...root.attributes, ...PREFIXES, ...root.attributes };
  }
  return buildProgram(root, outline);
}

/** Prefixes of what IMAGE and LINK print; Word always declares them, other programs only when they use them. */
const PREFIXES = {
  'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};
const PRINTS_PREFIXES: ReadonlySet<string> = new Set(['IMAGE', 'LINK']);

/** The text of a program that prints the same always. */
function textOf(steps: readonly Step[], chunks: readonly string[]): string | undefined {
  if (steps.some(({ op }) => op !== OP.text)) return undefined;
  return steps.map(({ a }) => chunks[a] ?? '').join('');
}

function planTypes(data: Uint8Array | undefined): { plain: PackedFile; withPictures: PackedFile } | undefined {
  if (!data) return undefined;
  return { plain: packFile(CONTENT_TYPES, data), withPictures: packFile(CONTENT_TYPES, typesWithPictures(data)) };
}

function highestShapeId(roots: readonly XmlElement[]): number {
  let highest = 0;
  const look = (element: XmlElement): void => {
    if (element.name === 'wp:docPr') {
      const id = Number.parseInt(element.attributes['id'] ?? '', 10);
      if (Number.isSafeInteger(id)) highest = Math.max(highest, id);
    }
    for (const child of element.children) if (child.kind === 'element') look(child);
  };
  roots.forEach(look);
  return highest;
}
