import { SaxesParser } from 'saxes';

/** Text that Word keeps but does not show: the second copy of a text box, struck-out words, instructions of fields. */
const SKIPPED = new Set(['mc:Fallback', 'w:del', 'w:instrText', 'w:delText']);

/** Lists whose marks are no numbers, by their id: «маркированный список». */
export const bulletLists = (numberingXml: string): ReadonlySet<string> => {
  const bulletedAbstracts = new Set<string>();
  const bulleted = new Set<string>();
  let abstract = '';
  let list = '';
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const value = attributes['w:val'] ?? '';
    if (name === 'w:abstractNum') abstract = attributes['w:abstractNumId'] ?? '';
    else if (name === 'w:num') list = attributes['w:numId'] ?? '';
    else if (name === 'w:numFmt' && value === 'bullet') bulletedAbstracts.add(abstract);
    else if (name === 'w:abstractNumId' && bulletedAbstracts.has(value)) bulleted.add(list);
  });
  parser.write(numberingXml).close();
  return bulleted;
};

/** A paragraph under construction: a text box puts one inside of another. */
type Paragraph = { text: string; list: string; level: number };

/**
 * Paragraphs of a Word document in their order, table cells among them, with the numbers that Word counts by itself
 * written out: «4.3. Заказчик оплачивает…». The XML has passed the guard.
 */
export const numberedParagraphs = (documentXml: string, bullets: ReadonlySet<string>): string[] => {
  const lines: string[] = [];
  const open: Paragraph[] = [];
  const countersByList = new Map<string, number[]>();
  let isText = false;
  let skipped = 0;

  const labelOf = ({ list, level }: Paragraph): string => {
    if (list === '' || list === '0' || bullets.has(list)) return '';
    const counters = countersByList.get(list) ?? [];
    const counted = Array.from({ length: level + 1 }, (_, at) => counters[at] ?? (at === level ? 0 : 1));
    counted[level] = (counted[level] ?? 0) + 1;
    countersByList.set(list, counted);
    return `${counted.join('.')}. `;
  };
  const add = (text: string): void => {
    const paragraph = open.at(-1);
    if (skipped === 0 && paragraph !== undefined) paragraph.text += text;
  };
  const endParagraph = (): void => {
    const paragraph = open.pop();
    if (paragraph === undefined || paragraph.text.trim() === '') return;
    lines.push(...`${labelOf(paragraph)}${paragraph.text}`.split('\n').filter((line) => line.trim() !== ''));
  };

  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const paragraph = open.at(-1);
    const value = attributes['w:val'] ?? '';
    if (SKIPPED.has(name)) skipped += 1;
    else if (name === 'w:p') open.push({ text: '', list: '', level: 0 });
    else if (name === 'w:t') isText = true;
    else if (name === 'w:tab') add(' ');
    else if (name === 'w:br' || name === 'w:cr') add('\n');
    else if (name === 'w:noBreakHyphen') add('-');
    else if (name === 'w:numId' && paragraph !== undefined) paragraph.list = value;
    else if (name === 'w:ilvl' && paragraph !== undefined) paragraph.level = Math.min(8, Number(value) || 0);
  });
  parser.on('text', (text) => {
    if (isText) add(text);
  });
  parser.on('closetag', ({ name }) => {
    if (SKIPPED.has(name)) skipped -= 1;
    else if (name === 'w:p') endParagraph();
    else if (name === 'w:t') isText = false;
  });
  parser.write(documentXml).close();
  return lines;
};
