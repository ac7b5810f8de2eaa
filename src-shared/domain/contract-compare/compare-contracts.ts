import type { DifferenceSort } from './difference.ts';
import { isBoundary, readLetters, sliceOf, type LetterRow, type Stretch } from './letters.ts';
import { shortestEdit, type Hunk } from './shortest-edit.ts';

export type Piece = { readonly change: 'same' | 'removed' | 'added'; readonly text: string };

/** One place where the returned contract says something else than the sent one. */
export type Difference = {
  /** «п. 4.3»; empty before the first clause. */
  readonly clause: string;
  readonly sort: DifferenceSort;
  readonly before: string;
  readonly after: string;
  /** The place with the words around it. */
  readonly pieces: readonly Piece[];
};

/** Words around a place, in letters. */
const AROUND = 70;
/** A gap of equal letters longer than this holds the end of a word somewhere. */
const LONGEST_WORD = 60;
/** Places closer than this are read as one. */
const CLOSE = 3;

/**
 * Where the returned text differs from the sent one, in its order (product.md B4). Both are read letter by letter without
 * spaces, so that another layout, another line break or a PDF instead of a .docx makes no difference of its own.
 */
export const compareContracts = (sent: string, returned: string): Difference[] => {
  const [inSent, inReturned] = [clausesOf(sent), clausesOf(returned)];
  // Word counts clauses by itself: then only the text that was laid out shows their numbers.
  const a = readLetters(sent, inReturned.length * 2 < inSent.length ? inSent : []);
  const b = readLetters(returned, inSent.length * 2 < inReturned.length ? inReturned : []);
  const clauseOf = (hunk: Hunk): string =>
    inSent.length > 0
      ? clauseAt(inSent, a.places[hunk.aFrom] ?? sent.length)
      : clauseAt(inReturned, b.places[hunk.bFrom] ?? returned.length);
  const slid = shortestEdit(a.letters, b.letters).map((hunk) => slide(a, b, hunk));
  const hunks = joinInWord(a, b, slid).map((hunk) => toWords(a, b, hunk));
  const breaks = breaksOf(a, inSent);
  return joinClose(a, b, hunks).map((hunk) => describe(a, b, hunk, clauseOf(hunk), breaks));
};

/** An insertion may be read at several places («не не-сёт»): the one between words is what a person did. */
const slide = (a: LetterRow, b: LetterRow, hunk: Hunk): Hunk => {
  const row = hunk.aFrom === hunk.aTo ? b : a;
  if (hunk.aFrom !== hunk.aTo && hunk.bFrom !== hunk.bTo) return hunk;
  const [from, to] = row === b ? [hunk.bFrom, hunk.bTo] : [hunk.aFrom, hunk.aTo];
  const shifted = (by: number): Hunk => ({
    aFrom: hunk.aFrom + by,
    aTo: hunk.aTo + by,
    bFrom: hunk.bFrom + by,
    bTo: hunk.bTo + by,
  });
  const fits = (by: number): boolean => isBoundary(row, from + by) && isBoundary(row, to + by);
  if (fits(0)) return hunk;
  for (let by = -1; from + by >= 0 && row.letters[from + by] === row.letters[to + by]; by -= 1)
    if (fits(by)) return shifted(by);
  for (let by = 1; to + by <= row.letters.length && row.letters[from + by - 1] === row.letters[to + by - 1]; by += 1)
    if (fits(by)) return shifted(by);
  return hunk;
};

const joinOf = (first: Hunk, second: Hunk): Hunk => ({ ...first, aTo: second.aTo, bTo: second.bTo });

/** Letters that two different words share do not cut the place in two: «рабочих» and «календарных». */
const joinInWord = (a: LetterRow, b: LetterRow, hunks: readonly Hunk[]): Hunk[] => {
  const joined: Hunk[] = [];
  for (const hunk of hunks) {
    const last = joined.at(-1);
    const gap = last === undefined ? 0 : hunk.aFrom - last.aTo;
    const isApart =
      last === undefined ||
      Array.from({ length: Math.min(gap, LONGEST_WORD) + 1 }, (_, at) => at).some(
        (at) => isBoundary(a, last.aTo + at) && isBoundary(b, last.bTo + at),
      );
    if (isApart) joined.push(hunk);
    else joined[joined.length - 1] = joinOf(last, hunk);
  }
  return joined;
};

/** Grown to whole words on both sides: the letters around are equal, so both texts grow alike. */
const toWords = (a: LetterRow, b: LetterRow, hunk: Hunk): Hunk => {
  let { aFrom, aTo, bFrom, bTo } = hunk;
  while (aFrom > 0 && bFrom > 0 && !(isBoundary(a, aFrom) && isBoundary(b, bFrom))) {
    aFrom -= 1;
    bFrom -= 1;
  }
  while (aTo < a.letters.length && bTo < b.letters.length && !(isBoundary(a, aTo) && isBoundary(b, bTo))) {
    aTo += 1;
    bTo += 1;
  }
  return { aFrom, aTo, bFrom, bTo };
};

/** Edits with next to nothing between them are one place; a hyphen of the layout joins nobody. */
const joinClose = (a: LetterRow, b: LetterRow, hunks: readonly Hunk[]): Hunk[] => {
  const joined: Hunk[] = [];
  for (const hunk of hunks.filter((one) => !isNoise(a, b, one))) {
    const last = joined.at(-1);
    if (last !== undefined && hunk.aFrom - last.aTo <= CLOSE && hunk.bFrom - last.bTo <= CLOSE)
      joined[joined.length - 1] = joinOf(last, hunk);
    else joined.push(hunk);
  }
  return joined;
};

const NUMBER_OF_CLAUSE = /^\d{1,2}(?:\.\d{1,2})*[.)]?$/u;

/** A hyphen at the end of a line, or the number that Word counts by itself and a PDF prints. */
const isNoise = (a: LetterRow, b: LetterRow, { aFrom, aTo, bFrom, bTo }: Hunk): boolean => {
  const removed = sliceOf(a, aFrom, aTo);
  const added = sliceOf(b, bFrom, bTo);
  if (bare(removed) === bare(added)) return true;
  if (removed !== '' && added !== '') return false;
  const row = removed === '' ? b : a;
  const at = row.places[removed === '' ? bFrom : aFrom] ?? 0;
  const isLineStart = /(?:^|\n)\s*$/u.test(row.text.slice(Math.max(0, at - 20), at));
  return isLineStart && NUMBER_OF_CLAUSE.test(removed + added);
};

const bare = (text: string): string => text.toLowerCase().replaceAll(/[\s\u00A0\u00AD-]|[‐-―−]/gu, '');

const NEGATIONS = /(?:^|[^\p{L}])(?:не|ни|нет|без|нельзя|запрещ\p{L}*|кроме|исключ\p{L}*)(?=$|[^\p{L}])/giu;
const NUMBER_WORDS =
  /^(?:ноль|один|одн|два|две|двух|три|трех|четыр|пят|шест|сем|восем|восьм|девят|десят|одиннадцат|двенадцат|тринадцат|четырнадцат|пятнадцат|шестнадцат|семнадцат|восемнадцат|девятнадцат|двадцат|тридцат|сорок|пятьдесят|шестьдесят|семьдесят|восемьдесят|девяност|сто|двест|трист|тысяч|миллион)/iu;

const numbersOf = (text: string): string =>
  [...text.matchAll(/\d+(?:[.,]\d+)?|\p{L}+/gu)]
    .map(([word]) => word.toLowerCase().replaceAll('ё', 'е'))
    .filter((word) => /^\d/u.test(word) || NUMBER_WORDS.test(word))
    .join(' ');

/** «не выполнил» and «невыполнил»: counted both as a word and as the start of one that lost it. */
const negationsOf = (text: string): number => [...text.matchAll(NEGATIONS)].length;

const sortOf = (before: string, after: string): DifferenceSort => {
  if (negationsOf(before) !== negationsOf(after)) return 'negation';
  if (bare(before) === `не${bare(after)}` || bare(after) === `не${bare(before)}`) return 'negation';
  if (numbersOf(before) !== numbersOf(after)) return 'number';
  if (after === '') return 'removed';
  return before === '' ? 'added' : 'wording';
};

/** The number of a clause at the beginning of a line. */
type Clause = Stretch & { readonly name: string };

const clausesOf = (text: string): Clause[] =>
  [...text.matchAll(/(^|\n)([ \t\u00A0]*)(\d{1,2}(?:\.\d{1,2})+|\d{1,2}(?=[.)]))[.)]?(?=\s+\p{L})/gu)].map((match) => ({
    from: match.index + (match[1]?.length ?? 0),
    to: match.index + match[0].length,
    name: `п.\u00A0${match[3] ?? ''}`,
  }));

const clauseAt = (clauses: readonly Clause[], place: number): string =>
  clauses.findLast(({ from }) => from <= place)?.name ?? '';

/** The letters at which a clause begins; where Word counts the clauses itself, the letters at which a paragraph does. */
const breaksOf = (row: LetterRow, clauses: readonly Clause[]): number[] => {
  const starts =
    clauses.length > 0 ? clauses.map(({ from }) => from) : [...row.text.matchAll(/\n/gu)].map(({ index }) => index);
  let letter = 0;
  return starts.map((start) => {
    while (letter < row.places.length && (row.places[letter] ?? 0) < start) letter += 1;
    return letter;
  });
};

const describe = (a: LetterRow, b: LetterRow, hunk: Hunk, clause: string, breaks: readonly number[]): Difference => {
  const { aFrom, aTo, bFrom, bTo } = hunk;
  const before = sliceOf(a, aFrom, aTo);
  const after = sliceOf(b, bFrom, bTo);
  // The words around are those of the same clause: its neighbours would only confuse.
  const first = breaks.findLast((at) => at <= aFrom) ?? 0;
  const end = breaks.find((at) => at >= Math.max(aTo, aFrom + 1)) ?? a.letters.length;
  const pieces: Piece[] = [
    { change: 'same', text: sliceOf(a, Math.max(first, wordStart(a, aFrom - AROUND)), aFrom) },
    { change: 'removed', text: before },
    { change: 'added', text: after },
    { change: 'same', text: sliceOf(a, aTo, Math.min(end, wordEnd(a, aTo + AROUND))) },
  ];
  return {
    clause,
    sort: sortOf(before, after),
    before,
    after,
    pieces: pieces.filter(({ text }) => text !== ''),
  };
};

const wordStart = (row: LetterRow, from: number): number => {
  let at = Math.max(0, from);
  while (at > 0 && !isBoundary(row, at)) at -= 1;
  return at;
};

const wordEnd = (row: LetterRow, to: number): number => {
  let at = Math.min(row.letters.length, to);
  while (at < row.letters.length && !isBoundary(row, at)) at += 1;
  return at;
};
