import { requisitesLine } from '../../grammar/party-lines.ts';
import type { Party } from '../../party/party.ts';
import type { SummedLine } from './lines-view.ts';

/**
 * Where a ТОРГ-12 breaks into sheets (documents.md §12.1): each sheet ends with its own «Итого», and neither Word nor
 * LibreOffice can add up the lines of a sheet. So the sheets are measured here, in millimetres of our form, a little larger
 * than they print: a sheet may end early and never runs over.
 */

/** Height of A4 on its side between the margins of the form. */
const SHEET = 194;
/** What may be laid out otherwise by another program. */
const SPARE = 3;
/** Form reference, box of codes and captions without the four lines of the parties. */
const HEAD = 50;
const TITLE = 8;
/** «Товарная накладная № … от …» over the table of each sheet after the first. */
const RUNNING_HEAD = 5;
/** Captions of the columns and their numbers. */
const CAPTIONS = 14.5;
const TOTAL = 3.6;
/** Counts in words and the signatures of both sides. */
const SIGNATURES = 76.5;

const TEXT_LINE = 2.9;
const PADDING = 0.7;
const PARTY_TEXT_LINE = 3;
/** Letters of the widest usual text in one printed line of the column. */
const NAME_LETTERS = 36;
const CODE_LETTERS = 8;
const UNIT_LETTERS = 9;
const PARTY_LETTERS = 142;

const printedLines = (text: string, letters: number): number => {
  let lines = 1;
  let used = 0;
  for (const word of text.split(/\s+/u)) {
    const isFirst = used === 0;
    if (!isFirst && used + 1 + word.length > letters) {
      lines += 1;
      used = 0;
    }
    // A word longer than the column is broken where the column ends.
    lines += Math.floor(Math.max(0, word.length - 1) / letters);
    used = isFirst || used === 0 ? word.length % letters : used + 1 + word.length;
  }
  return lines;
};

const heightOf = ({ line }: SummedLine): number => {
  const lines = Math.max(
    printedLines(line.name, NAME_LETTERS),
    printedLines(line.code, CODE_LETTERS),
    printedLines(line.unitName, UNIT_LETTERS),
  );
  return lines * TEXT_LINE + PADDING;
};

const headOf = (parties: readonly (Party | null)[]): number =>
  parties.reduce(
    (height, party) =>
      height + PARTY_TEXT_LINE * (party === null ? 1 : printedLines(requisitesLine(party), PARTY_LETTERS)),
    HEAD + TITLE,
  );

/** The lines of each sheet; `parties` stand in the head of the first. The last sheet has a line above its signatures. */
export const torg12Pages = (
  lines: readonly SummedLine[],
  parties: readonly (Party | null)[],
): readonly (readonly SummedLine[])[] => {
  const first = SHEET - SPARE - headOf(parties) - CAPTIONS - TOTAL;
  const next = SHEET - SPARE - RUNNING_HEAD - CAPTIONS - TOTAL;
  const pages: SummedLine[][] = [[]];
  let left = first;
  for (const line of lines) {
    const height = heightOf(line);
    if (height > left && pages.at(-1)?.length !== 0) {
      pages.push([]);
      left = next;
    }
    pages.at(-1)?.push(line);
    left -= height;
  }
  const last = pages.at(-1) ?? [];
  if (left >= TOTAL + SIGNATURES || last.length < 2) return pages;
  // Signatures never stand alone: the last line goes with them.
  return [...pages.slice(0, -1), last.slice(0, -1), last.slice(-1)];
};
