/** Letters typed or recognised in place of digits. */
const LETTERS: Readonly<Record<string, string>> = {
  О: '0',
  о: '0',
  O: '0',
  o: '0',
  З: '3',
  з: '3',
  l: '1',
  I: '1',
  І: '1',
  Б: '6',
  В: '8',
  B: '8',
};

/** A number of an identifier as it was found, and how. */
export type FoundDigits = {
  readonly digits: string;
  /** As written, for a person to compare. */
  readonly written: string;
  readonly rest: string;
  readonly hadLetters: boolean;
};

const NUMBER = /^[^\p{L}\d]*([\dОоOoЗзlIІБВB][\dОоOoЗзlIІБВB \t\u2010-\u2014.\-'`]*)/u;

const onlyDigits = (text: string): string =>
  Array.from(text, (sign) => LETTERS[sign] ?? sign)
    .filter((sign) => /\d/u.test(sign))
    .join('');

/**
 * The number at the beginning of a value: «7707 0838 93», «4070 2810 …». Groups are joined until the length is one that the identifier
 * may have; null when the value does not begin with a number.
 */
export const readDigits = (value: string, lengths: readonly number[]): FoundDigits | null => {
  const whole = NUMBER.exec(value)?.[1]?.trimEnd() ?? '';
  if (!/\d/u.test(whole)) return null;
  const groups = whole.split(/[ \t\u2010-\u2014.\-'`]+/u).filter(Boolean);
  let taken = '';
  for (const [index, group] of groups.entries()) {
    taken += onlyDigits(group);
    if (!lengths.includes(taken.length)) continue;
    // «7707083893 773601001»: the next group is another number. «5001 0073 2259»: ten digits would end inside of a group of four.
    const next = groups[index + 1];
    const longer =
      next !== undefined &&
      lengths.includes(onlyDigits(taken + groups.slice(index + 1).join('')).length) &&
      group.length <= 4;
    if (!longer) return found(value, groups.slice(0, index + 1), taken);
  }
  return found(value, groups, taken);
};

const found = (value: string, groups: readonly string[], digits: string): FoundDigits => {
  const last = groups.at(-1) ?? '';
  let at = 0;
  for (const group of groups) at = value.indexOf(group, at) + group.length;
  const written = value.slice(0, at).replace(/^[^\p{L}\d]+/u, '');
  return {
    digits,
    written: last === '' ? '' : written,
    rest: value.slice(at),
    hadLetters: groups.some((group) => /\D/u.test(group)),
  };
};

/** Separate numbers of a text that names several: «7707083893 / 773601001». Groups divided by single spaces stay apart. */
export const splitNumbers = (value: string): string[] => value.match(/\d[\dA-Z]*/gu) ?? [];
