import { SaxesParser } from 'saxes';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { TemplateProblem } from '#main/ports/template-renderer.ts';
import { readXmlPart } from './package/xml-guard.ts';
import { readZip, type ZipEntry, type ZipFailure, type ZipLimits } from './package/zip-reader.ts';
import { templateProblem } from './template-problem.ts';

/** A .docx that passed the guard: everything in it may be walked. */
export interface DocxPackage {
  readonly entries: readonly ZipEntry[];
  /** The texts of the XML parts directly under `word/`, by their names in the package. */
  readonly parts: ReadonlyMap<string, string>;
  /** The name of the main part, usually `word/document.xml`. */
  readonly mainPart: string;
}

/** Far above any honest template: Word's largest are a few megabytes with pictures. */
const LIMITS: ZipLimits & { readonly fileBytes: number } = {
  fileBytes: 64 * 1024 * 1024,
  entries: 2_000,
  inflatedBytes: 192 * 1024 * 1024,
};

const MAIN_DOCUMENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const TEXT_PART = /^word\/[^/]+\.xml$/;
/** Data that other programs keep in a document, in any encoding: carried along, never read. */
const PRIVATE_XML = /^customXml\/[^/]+\.xml$/i;
const MACRO_PART = /(?:^|\/)(?:vbaProject\.bin|vbaData\.xml)$|^word\/activeX\//i;

/**
 * Opens a .docx from anybody. Refused are: what is not a readable zip within the limits, encryption, document types and broken XML,
 * macros and ActiveX, pictures and other contents that would be fetched from elsewhere.
 */
export async function openDocxPackage(bytes: Uint8Array): Promise<Result<DocxPackage, TemplateProblem[]>> {
  if (bytes.byteLength > LIMITS.fileBytes) return err([templateProblem('template.tooLarge', '', { limit: 'file' })]);
  const zip = await readZip(bytes, LIMITS);
  if (!zip.ok) return err([zipProblem(zip.error)]);
  const macro = zip.value.find(({ name }) => MACRO_PART.test(name));
  if (macro) return err([templateProblem('template.hasMacro', macro.name)]);
  return checkParts(zip.value);
}

function zipProblem(failure: ZipFailure): TemplateProblem {
  const { code, ...data } = failure;
  return templateProblem(code, '', data);
}

function checkParts(entries: readonly ZipEntry[]): Result<DocxPackage, TemplateProblem[]> {
  const texts = new Map<string, string>();
  const problems: TemplateProblem[] = [];
  for (const { name, data } of entries) {
    if (!/\.(?:xml|rels)$/i.test(name) || PRIVATE_XML.test(name)) continue;
    const part = readXmlPart(data);
    if (part.ok) texts.set(name, part.value);
    else problems.push(templateProblem(part.error.code, name, part.error.code === 'template.damaged' ? { detail: part.error.detail } : {}));
  }
  if (problems.length > 0) return err(problems);

  const contentTypes = attributesOf(texts.get('[Content_Types].xml') ?? '', new Set(['Override', 'Default']));
  if (contentTypes.some(({ ContentType }) => /macroEnabled/i.test(ContentType ?? ''))) {
    return err([templateProblem('template.hasMacro', '[Content_Types].xml')]);
  }
  const mainPart = contentTypes.find(({ ContentType }) => ContentType === MAIN_DOCUMENT)?.['PartName']?.replace(/^\//, '');
  if (mainPart === undefined || !TEXT_PART.test(mainPart) || !texts.has(mainPart)) {
    return err([templateProblem('template.notDocx', '')]);
  }
  const external = [...texts].flatMap(([name, text]) => externalLinks(name, text));
  if (external.length > 0) return err(external);
  return ok({ entries, parts: new Map([...texts].filter(([name]) => TEXT_PART.test(name))), mainPart });
}

/** A link that the reader clicks is fine; content that Word fetches by itself is not: it tells a stranger who opened the file, and when. */
function externalLinks(name: string, text: string): TemplateProblem[] {
  if (!name.endsWith('.rels')) return [];
  return attributesOf(text, new Set(['Relationship']))
    .filter((relation) => relation['TargetMode']?.toLowerCase() === 'external' && !isHarmless(relation))
    .map((relation) => templateProblem('template.externalLink', name, { kind: relation['Type']?.split('/').at(-1) ?? '' }));
}

function isHarmless(relation: Readonly<Record<string, string>>): boolean {
  const kind = relation['Type']?.split('/').at(-1);
  const target = relation['Target'] ?? '';
  if (kind === 'hyperlink') return !/^(?:\\\\|file:|javascript:|vbscript:|data:|ms-)/i.test(target);
  // Word remembers the .dotx that a document was made from; a path on the author's own disk is only ignored elsewhere.
  return kind === 'attachedTemplate' && /^(?:file:\/\/\/)?[a-z]:[\\/]/i.test(target);
}

/** The attributes of the named elements. The text has passed the guard, so it is well-formed. */
function attributesOf(text: string, names: ReadonlySet<string>): Record<string, string>[] {
  const found: Record<string, string>[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (names.has(name.replace(/^.*:/, ''))) found.push({ ...attributes });
  });
  if (text !== '') parser.write(text).close();
  return found;
}
