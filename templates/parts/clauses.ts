import { AlignmentType, LevelFormat, Paragraph, type INumberingOptions } from 'docx';
import { run } from './text.ts';
import { gap, mm, pt } from './units.ts';

const REFERENCE = 'clauses';

/** Points of a contract's text; a browser does not give the numbers the size of their paragraphs by itself. */
export const CONTRACT_SIZE = 11;

const level = (depth: number, text: string, isHeading: boolean) => ({
  level: depth,
  format: LevelFormat.DECIMAL,
  text,
  alignment: AlignmentType.START,
  style: {
    run: { bold: isHeading, size: pt(CONTRACT_SIZE) },
    // The number stands at the margin and the text of the clause follows it, as lawyers expect.
    paragraph: { indent: { left: 0, firstLine: isHeading ? 0 : mm(7) }, tabStops: [] },
  },
  suffix: 'space' as const,
});

/** Word's own multilevel numbering 1., 1.1., 1.1.1. (documents.md §6): a clause put in between renumbers the rest. */
export const CLAUSE_NUMBERING: INumberingOptions = {
  config: [
    { reference: REFERENCE, levels: [level(0, '%1.', true), level(1, '%1.%2.', false), level(2, '%1.%2.%3.', false)] },
  ],
};

/** «1. ПРЕДМЕТ ДОГОВОРА»: stays with its first clause. */
export const clauseHeading = (text: string): Paragraph =>
  new Paragraph({
    numbering: { reference: REFERENCE, level: 0 },
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { before: gap(10), after: gap(4) },
    children: [run(text.toUpperCase(), { bold: true })],
  });

/** A number stays with its word, a dash with the word before it (documents.md §4). */
const unbreakable = (text: string): string =>
  text.replaceAll(/(\d) (?=\p{L})/gu, '$1\u00A0').replaceAll(' – ', '\u00A0– ');

/** A numbered clause; `depth` 2 is a point of a clause. */
export const clause = (text: string, depth: 1 | 2 = 1): Paragraph =>
  new Paragraph({
    numbering: { reference: REFERENCE, level: depth },
    alignment: AlignmentType.BOTH,
    spacing: { after: gap(2) },
    children: [run(unbreakable(text))],
  });

/** A section of a contract: its name and its clauses. */
export type ContractSection = { readonly title: string; readonly clauses: readonly (string | Paragraph)[] };

export const contractSections = (sections: readonly ContractSection[]): Paragraph[] =>
  sections.flatMap(({ title, clauses }) => [
    clauseHeading(title),
    ...clauses.map((item) => (typeof item === 'string' ? clause(item) : item)),
  ]);
