import type { MentionDate, Token, Topic } from './tokens.ts';

/** One way to understand what was written: certain numbers, or all numbers between two. */
export type NumberReading =
  | { readonly numbers: readonly string[] }
  | { readonly from: number; readonly to: number; readonly prefix: string };

/** A number of a paper named in a purpose. */
export type Mention = {
  readonly topic: Topic;
  /** A word for a paper or «№» stood before it. */
  readonly isMarked: boolean;
  /** As written, for people. */
  readonly text: string;
  /** The likeliest first: «1205-1207» is a range, but may be a number of its own. */
  readonly readings: readonly NumberReading[];
  readonly date: MentionDate | null;
};

/** A list of numbers hardly ever skips more than that. */
const WIDEST_RANGE = 200;

type Draft = { topic: Topic; isMarked: boolean; text: string; readings: NumberReading[]; date: MentionDate | null };

/** How far a word for a paper reaches over other words to its number. */
const REACH = 3;

/** The numbers that a purpose names, each with the kind of paper it was called and the date it was given. */
export const readMentions = (tokens: readonly Token[]): Mention[] => {
  const mentions: Draft[] = [];
  let topic: Topic | null = null;
  let isSigned = false;
  let isList = false;
  let wordsSince = 0;
  let earlyDate: MentionDate | null = null;
  let rangeFrom: Draft | null = null;
  const last = (): Draft | undefined => mentions.at(-1);

  const forget = (): void => {
    topic = null;
    isSigned = false;
    isList = false;
    earlyDate = null;
  };

  for (const [index, token] of tokens.entries()) {
    switch (token.is) {
      case 'topic':
        // «Счет на оплату по договору 15/24»: the paper named last owns the number; «счет-фактура» is one word already.
        topic = token.topic;
        isSigned = false;
        isList = false;
        wordsSince = 0;
        rangeFrom = null;
        break;
      case 'sign':
        isSigned = true;
        if (wordsSince > 0 && !isList) topic = wordsSince > REACH || topic === null ? 'other' : topic;
        break;
      case 'date': {
        const before = tokens[index - 1];
        const previous = last();
        const isBehind = previous !== undefined && isList && previous.date === null;
        if (isBehind && before?.is !== 'list') previous.date = token.date;
        else if (topic !== null) earlyDate = token.date;
        break;
      }
      case 'number': {
        const previous = last();
        const before = tokens[index - 1];
        if (rangeFrom !== null && widen(rangeFrom, token.text)) {
          rangeFrom = null;
          break;
        }
        rangeFrom = null;
        const date = before?.is === 'number' && isList ? looseDate(token.text) : null;
        if (date !== null && previous !== undefined) {
          previous.date = date;
          break;
        }
        const isOwned = topic !== null && (isList || isSigned || wordsSince <= 1);
        mentions.push({
          topic: isOwned && topic !== null ? topic : 'bare',
          isMarked: isOwned || isSigned,
          text: token.text,
          readings: readingsOf(token.text),
          date: earlyDate,
        });
        earlyDate = null;
        isList = true;
        isSigned = false;
        wordsSince = 0;
        break;
      }
      case 'dash':
        rangeFrom = isList && tokens[index - 1]?.is === 'number' ? (last() ?? null) : null;
        break;
      case 'filler':
        if (isList && (token.text === 'по' || token.text === 'до') && tokens[index - 1]?.is === 'number') {
          rangeFrom = last() ?? null;
        }
        break;
      case 'list':
        break;
      case 'noise':
        if (isList) forget();
        break;
      case 'word':
        if (isList) forget();
        wordsSince += 1;
        rangeFrom = null;
        break;
    }
  }
  return mentions;
};

/** «1205» and «1207» with a dash or «по» between them. */
const widen = (first: Draft, text: string): boolean => {
  const range = rangeOf(first.text, text);
  if (range === null) return false;
  first.readings = [range, { numbers: [first.text, text] }];
  first.text = `${first.text}-${text}`;
  return true;
};

const rangeOf = (first: string, second: string): NumberReading | null => {
  const [, prefix = '', digits = ''] = /^(.*?)(\d+)$/u.exec(first) ?? [];
  const end = /(\d+)$/u.exec(second)?.[1] ?? '';
  if (digits === '' || end === '') return null;
  const from = Number(digits);
  // «1205-07» shortens the second number.
  const to =
    end.length < digits.length && !end.startsWith('0') ? Number(digits.slice(0, -end.length) + end) : Number(end);
  const whole = to < from ? Number(digits.slice(0, -end.length) + end) : to;
  return whole > from && whole - from <= WIDEST_RANGE ? { from, to: whole, prefix } : null;
};

const readingsOf = (text: string): NumberReading[] => {
  const whole: NumberReading = { numbers: [text] };
  const bare = text.replace(/(?<=\d)\p{L}$/u, '');
  const readings: NumberReading[] = bare === text ? [whole] : [whole, { numbers: [bare] }];
  const pair = /^(\d+)([-/\\._])(\d+)$/u.exec(text);
  if (pair === null) return readings;
  const [, first = '', separator = '', second = ''] = pair;
  const range = separator === '-' || separator === '.' ? rangeOf(first, second) : null;
  const list: NumberReading = { numbers: [first, second] };
  // Equal lengths from the third digit on speak for a range: «1205-1207» but «15-24».
  if (range !== null && first.length === second.length && first.length > 2) return [range, whole, list];
  return [whole, ...(range === null ? [] : [range]), ...(first.length === second.length ? [list] : [])];
};

/** «сч 1204 03.11»: day and month without «от». */
const looseDate = (text: string): MentionDate | null => {
  const found = /^(\d{1,2})[./](\d{2})$/u.exec(text);
  if (found === null) return null;
  const [day, month] = [Number(found[1]), Number(found[2])];
  return day >= 1 && day <= 31 && month >= 1 && month <= 12 ? { day, month, year: null } : null;
};
