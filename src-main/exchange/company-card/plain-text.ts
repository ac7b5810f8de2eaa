import type { CardRow } from '#shared/domain/company-card/card-text.ts';

/** Lines of a text; tabs, bars and wide gaps divide columns: «ИНН            7707083893». */
export const textToRows = (text: string): CardRow[] =>
  text.split(/\r\n?|\n|\u2028/u).flatMap((line) => {
    const bare = line.replace(/^(?:\s*>)+ ?/u, '').trimEnd();
    if (/^[\s|+_=─-]*$/u.test(bare)) return [];
    const cells = bare.split(/\t+|\s*[|│┃]\s*|(?<=\S) {3,}(?=\S)/u).map((cell) => cell.trim()).filter((cell) => cell !== '');
    return cells.length === 0 ? [] : [{ cells }];
  });
