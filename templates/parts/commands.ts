import { Paragraph } from 'docx';
import { paragraph, run } from './text.ts';
import { pt } from './units.ts';

/** Delimiters of our templates; what stands between them is a command of docx-templates. */
export const command = (text: string): string => `{{${text}}}`;

/** A command in a paragraph of its own: the paragraph disappears when the form is filled. */
export const commandParagraph = (text: string): Paragraph => paragraph(command(text), { size: 6, color: '808080' });

/** A part of the page that is printed only when a yes/no value of the view says so. */
export const onlyIf = <Part>(condition: string, parts: readonly Part[]): (Part | Paragraph)[] => [
  commandParagraph(`IF ${condition}`),
  ...parts,
  commandParagraph('END-IF'),
];

/** A part repeated for each item of a list; inside it the item is `$name`. */
export const forEach = <Part>(name: string, list: string, parts: readonly Part[]): (Part | Paragraph)[] => [
  commandParagraph(`FOR ${name} IN ${list}`),
  ...parts,
  commandParagraph(`END-FOR ${name}`),
];

/** The same inside one paragraph: a picture command needs a run of its own. */
export const pictureParagraph = (expression: string): Paragraph =>
  new Paragraph({ alignment: 'right', children: [run(command(`IMAGE ${expression}`), { size: pt(4) / 2 })] });
