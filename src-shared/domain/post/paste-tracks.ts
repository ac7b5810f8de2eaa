import { parseIsoDate, type IsoDate } from '../../kernel/date.ts';
import { parseTrack } from './track-number.ts';

export type PastedState = 'sent' | 'delivered' | 'cameBack';

/** One line of what was copied from the post office's file or a table. */
export type PastedLine = {
  readonly line: number;
  readonly text: string;
  /** Checked; null when the line holds no number or a wrong one. */
  readonly track: string | null;
  /** Why the number does not do; empty when it does or when there is none. */
  readonly fault: string;
  readonly state: PastedState | null;
  readonly on: IsoDate | null;
  /** What is left: the addressee's name, as far as there is one. */
  readonly rest: string;
};

const STATES: readonly (readonly [RegExp, PastedState])[] = [
  [/не\s+вручен|возвра|возврат|неудачн/iu, 'cameBack'],
  [/вручен|получен|доставлен/iu, 'delivered'],
  [/принят|отправлен|в пути|прибыл|покинул|сортиров/iu, 'sent'],
];

const dateIn = (text: string): IsoDate | null => {
  const russian = /(\d{2})\.(\d{2})\.(\d{4})/u.exec(text);
  const iso = russian ? `${russian[3]}-${russian[2]}-${russian[1]}` : (/\d{4}-\d{2}-\d{2}/u.exec(text)?.[0] ?? '');
  const date = parseIsoDate(iso);
  return date.ok ? date.value : null;
};

const TRACK = /[A-Za-z]{2}\d{9}[A-Za-z]{2}|\d{13,15}/u;

const readLine = (text: string, line: number): PastedLine => {
  const found = TRACK.exec(text.replaceAll('\u00A0', ' '))?.[0] ?? null;
  const track = found === null ? null : parseTrack(found);
  const state = STATES.find(([pattern]) => pattern.test(text))?.[1] ?? null;
  const cells = text.split(/[\t;]/u).map((cell) => cell.trim());
  const rest = cells.filter(
    (cell) => !TRACK.test(cell) && dateIn(cell) === null && !STATES.some(([p]) => p.test(cell)),
  );
  return {
    line,
    text: text.trim(),
    track: track?.ok === true ? track.value : null,
    fault: track === null || track.ok ? '' : track.error,
    state,
    on: dateIn(text),
    rest: rest.filter((cell) => /\p{L}{3}/u.test(cell)).join(' '),
  };
};

/** Lines of a pasted column or table; empty lines are left out, numbers of lines stay. */
export const readPasted = (text: string): PastedLine[] =>
  text.split(/\r?\n/u).flatMap((line, index) => (line.trim() === '' ? [] : [readLine(line, index + 1)]));
