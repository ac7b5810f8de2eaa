import { readFileSync } from 'node:fs';
import { partText } from './docx-fixture.ts';

/** What a person reads in a .docx, every kind of space as a plain one: runs of a paragraph joined, paragraphs on lines. */
export const docxText = async (file: string): Promise<string> => {
  const xml = await partText(readFileSync(file));
  return xml
    .replaceAll('</w:p>', '\n')
    .replaceAll(/<w:tab\/>|<w:br\/>/gu, ' ')
    .replaceAll(/<[^>]+>/gu, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/[^\S\n]+/gu, ' ');
};
