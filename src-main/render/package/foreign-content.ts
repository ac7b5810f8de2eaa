import { SaxesParser } from 'saxes';
import type { TemplateProblem } from '#main/ports/template-renderer.ts';
import { templateProblem } from '../template-problem.ts';
import { attributesOf } from './xml-guard.ts';

/** A link that the reader clicks is fine; content that Word fetches by itself is not: it tells a stranger who opened the file, and when. */
export function externalLinks(name: string, text: string): TemplateProblem[] {
  if (!name.endsWith('.rels')) return [];
  return attributesOf(text, new Set(['Relationship']))
    .filter(
      (relation) =>
        isForeignPage(relation) || (relation['TargetMode']?.toLowerCase() === 'external' && !isHarmless(relation)),
    )
    .map((relation) =>
      templateProblem('template.externalLink', name, { kind: relation['Type']?.split('/').at(-1) ?? '' }),
    );
}

/** A whole HTML page inside the document (`altChunk`) brings its own pictures from anywhere. */
function isForeignPage(relation: Readonly<Record<string, string>>): boolean {
  return relation['Type']?.split('/').at(-1) === 'aFChunk';
}

/** Fields that start programs (DDE) or read other files when Word updates them. */
const FETCHING_FIELDS: ReadonlySet<string> = new Set(
  'DDE DDEAUTO INCLUDE INCLUDEPICTURE INCLUDETEXT IMPORT DATABASE LINK RD'.split(' '),
);

export function fetchingFields(name: string, text: string): TemplateProblem[] {
  if (!/instr/i.test(text)) return [];
  // Word may split the instruction of a field over runs, so all of them are read in one piece, field by field.
  let instructions = '';
  let isInstruction = false;
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => {
    isInstruction = tag.name.endsWith('instrText');
    if (tag.name.endsWith('fldChar')) instructions += '\n';
    if (tag.name.endsWith('fldSimple')) instructions += `\n${tag.attributes['w:instr'] ?? ''}\n`;
  });
  parser.on('closetag', () => {
    isInstruction = false;
  });
  const add = (content: string): void => {
    if (isInstruction) instructions += content;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.write(text).close();
  const kinds = instructions.split('\n').map((line) => (/[A-Z]+/i.exec(line)?.[0] ?? '').toUpperCase());
  return kinds.some((kind) => FETCHING_FIELDS.has(kind))
    ? [templateProblem('template.externalLink', name, { kind: 'field' })]
    : [];
}

function isHarmless(relation: Readonly<Record<string, string>>): boolean {
  const kind = relation['Type']?.split('/').at(-1);
  const target = relation['Target'] ?? '';
  if (kind === 'hyperlink') return !/^(?:\\\\|file:|javascript:|vbscript:|data:|ms-)/i.test(target);
  // Word remembers the .dotx that a document was made from; a path on the author's own disk is only ignored elsewhere.
  return kind === 'attachedTemplate' && /^(?:file:\/\/\/)?[a-z]:[\\/]/i.test(target);
}
