import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { TemplateProblem } from '#main/ports/template-renderer.ts';
import { externalLinks, fetchingFields } from './package/foreign-content.ts';
import { attributesOf, readXmlPart } from './package/xml-guard.ts';
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
/** What docx-templates 4.15 takes for a text part; it also matches names like `word/a.xml.bak`, which nobody has checked. */
const LOOSE_TEXT_PART = /word\/[^/]+\.xml/;
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
  const strange = zip.value.find(({ name }) => LOOSE_TEXT_PART.test(name) && !TEXT_PART.test(name));
  if (strange) return err([templateProblem('template.damaged', strange.name, { detail: 'part name' })]);
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
    else
      problems.push(
        templateProblem(
          part.error.code,
          name,
          part.error.code === 'template.damaged' ? { detail: part.error.detail } : {},
        ),
      );
  }
  if (problems.length > 0) return err(problems);

  const contentTypes = attributesOf(texts.get('[Content_Types].xml') ?? '', new Set(['Override', 'Default']));
  if (contentTypes.some(({ ContentType }) => /macroEnabled/i.test(ContentType ?? ''))) {
    return err([templateProblem('template.hasMacro', '[Content_Types].xml')]);
  }
  const mainPart = contentTypes
    .find(({ ContentType }) => ContentType === MAIN_DOCUMENT)
    ?.['PartName']?.replace(/^\//, '');
  if (mainPart === undefined || !TEXT_PART.test(mainPart) || !texts.has(mainPart)) {
    return err([templateProblem('template.notDocx', '')]);
  }
  const external = [...texts].flatMap(([name, text]) => [
    ...externalLinks(name, text),
    ...(TEXT_PART.test(name) ? fetchingFields(name, text) : []),
  ]);
  if (external.length > 0) return err(external);
  return ok({ entries, parts: new Map([...texts].filter(([name]) => TEXT_PART.test(name))), mainPart });
}
