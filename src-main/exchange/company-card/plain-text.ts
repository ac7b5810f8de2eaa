import type { CardRow } from '#shared/domain/company-card/card-text.ts';

/** Lines of a text; tabs, bars and wide gaps divide columns: «ИНН            7707083893». */
export const textToRows = (text: string): CardRow[] => {
  const rows: CardRow[] = [];
  for (const line of text.split(/\r\n?|\n|\u2028/u)) {
    const bare = line.replace(/^(?:\s*>)+ ?/u, '').trimEnd();
    if (/^[\s|+_=─-]*$/u.test(bare)) continue;
    const cells = bare
      .split(/\t+|\s*[|│┃]\s*|(?<=\S) {3,}(?=\S)/u)
      .map((cell) => cell.trim())
      .filter((cell) => cell !== '');
    const above = rows.at(-1)?.cells;
    // A line that is set under the second column is the rest of the value above it.
    if (cells.length === 1 && above?.length === 2 && /^ {8,}[^\s:]+(?:\s[^:]*)?$/u.test(bare)) {
      rows[rows.length - 1] = { cells: [above[0] ?? '', `${above[1] ?? ''}\n${cells[0] ?? ''}`] };
    } else if (cells.length > 0) rows.push({ cells });
  }
  return rows;
};
