import { isInn, isInn10, isInn12 } from '../requisites/inn.ts';
import { isKpp } from '../requisites/kpp.ts';
import { isOgrn, isOgrnip } from '../requisites/ogrn.ts';
import { isOkpo } from '../requisites/okpo.ts';
import type { CardField, Statement } from './card-text.ts';
import { readDigits, splitNumbers } from './digits.ts';
import type { Findings } from './findings.ts';

export type Identifiers = { inn: string; kpp: string; ogrn: string; okpo: string };
type Name = keyof Identifiers;

type Rule = { readonly name: Name; readonly lengths: readonly number[]; readonly isRight: (digits: string) => boolean };

const RULES: readonly Rule[] = [
  { name: 'inn', lengths: [10, 12], isRight: isInn },
  { name: 'ogrn', lengths: [13, 15], isRight: (digits) => isOgrn(digits) || isOgrnip(digits) },
  { name: 'okpo', lengths: [8, 10], isRight: isOkpo },
];

/** ИНН, ОГРН, ОКПО by their check digits and КПП by its form; what fails stays empty and is named (documents.md §13.1). */
export const readIdentifiers = (statements: readonly Statement[], findings: Findings): Identifiers => {
  const read: Identifiers = { inn: '', kpp: '', ogrn: '', okpo: '' };
  for (const rule of RULES) {
    for (const value of valuesOf(statements, rule.name)) readOne(rule, value, read, findings);
  }
  for (const value of valuesOf(statements, 'kpp')) readKpp(value, read, findings);
  if (read.inn === '') findUnlabelled(statements, RULES[0], read, findings);
  if (read.ogrn === '') findUnlabelled(statements, RULES[1], read, findings);
  return read;
};

/** The values of a label; of a joined «ИНН/КПП» only the number that has the length of this one. */
const valuesOf = (statements: readonly Statement[], name: Name): string[] =>
  statements.flatMap(({ labels, value }) => {
    if (!labels.includes(name)) return [];
    return labels.length === 1 ? [value] : [partOf(labels, value, name)];
  });

const partOf = (labels: readonly CardField[], value: string, name: Name): string => {
  const numbers = splitNumbers(value);
  // In order, when there is a number for each label; else by the length that only this identifier has.
  if (numbers.length === labels.length) return numbers[labels.indexOf(name)] ?? '';
  if (name === 'kpp') return numbers.find((number) => number.length === 9) ?? '';
  const lengths = RULES.find((rule) => rule.name === name)?.lengths ?? [];
  return numbers.find((number) => lengths.includes(number.length)) ?? (name === labels[0] ? (numbers[0] ?? '') : '');
};

const readOne = ({ name, lengths, isRight }: Rule, value: string, read: Identifiers, findings: Findings): void => {
  const found = readDigits(value, lengths);
  if (found === null || /^0*$/u.test(found.digits)) return;
  const { digits, written, hadLetters } = found;
  if (isRight(digits)) {
    if (read[name] !== '' && read[name] !== digits) {
      findings.problem('card.disagrees', name, digits);
      return;
    }
    read[name] = digits;
    if (hadLetters) {
      findings.mark(name, 0.7, 'lettersForDigits');
      findings.problem('card.lettersForDigits', name, written, 'warn');
    } else if (hasWeakKey(digits)) findings.mark(name, 0.85, 'weakKey');
    else findings.mark(name, 1, 'checkDigits');
    return;
  }
  const restored = `0${digits}`;
  if (!hadLetters && lengths.includes(restored.length) && isRight(restored) && read[name] === '') {
    // A spreadsheet keeps the number 0105… as 105…; the check digits prove which it was.
    read[name] = restored;
    findings.mark(name, 0.8, 'leadingZero');
    findings.problem('card.leadingZero', name, written, 'warn');
    return;
  }
  findings.problem(lengths.includes(digits.length) ? 'card.checkDigit' : 'card.wrongLength', name, written);
};

/**
 * The key is a remainder of 11 (of 13 for ОГРНИП) written as one digit: the remainders 10, 11 and 12 are written as 0, 1 and 2. Such a
 * key does not notice every wrong digit, so a person should look even though it is right.
 */
const hasWeakKey = (digits: string): boolean =>
  digits.length === 12
    ? digits.endsWith('0') || digits.charAt(10) === '0'
    : (digits.length === 15 ? /[012]$/u : /0$/u).test(digits);

/** КПП has no check digit: the usual form for this ИНН is trusted, any other is shown to a person. */
const readKpp = (value: string, read: Identifiers, findings: Findings): void => {
  const kpp = /^[^\p{L}\d]*(\d{2}\s?\d{2}\s?[\dA-Z]{2}\s?\d{3}(?!\d))/u.exec(value)?.[1]?.replace(/\s/gu, '') ?? '';
  const written = /^[^\p{L}\d]*([\dA-Z][\dA-ZА-Я \-.]*)/u.exec(value)?.[1]?.trim() ?? '';
  if (written === '' || /^0+$/u.test(written)) return;
  if (isInn12(read.inn)) {
    findings.problem('card.kppOfEntrepreneur', 'kpp', written);
    return;
  }
  if (!isKpp(kpp)) {
    const restored = `0${written.replace(/\D/gu, '')}`;
    if (isKpp(restored) && isUsual(restored, read.inn) && read.kpp === '') {
      read.kpp = restored;
      findings.mark('kpp', 0.8, 'leadingZero');
      findings.problem('card.leadingZero', 'kpp', written, 'warn');
    } else findings.problem('card.kppWrong', 'kpp', written);
    return;
  }
  if (read.kpp !== '' && read.kpp !== kpp) {
    findings.problem('card.disagrees', 'kpp', kpp, 'warn');
    return;
  }
  read.kpp = kpp;
  if (isUsual(kpp, read.inn)) findings.mark('kpp', 0.9, 'usualKpp');
  else {
    findings.mark('kpp', 0.7, 'unusualKpp');
    findings.problem('card.kppUnusual', 'kpp', kpp, 'warn');
  }
};

/** The inspection of the ИНН, the reason «place of the company» and the first number: what nine of ten companies have. */
const isUsual = (kpp: string, inn: string): boolean => isInn10(inn) && kpp === `${inn.slice(0, 4)}01001`;

/** A number without a label is taken only when its check digits are right. */
const findUnlabelled = (
  statements: readonly Statement[],
  rule: Rule | undefined,
  read: Identifiers,
  findings: Findings,
): void => {
  if (rule === undefined || findings.hasProblem(rule.name)) return;
  for (const { labels, value } of statements) {
    if (labels.length > 0 && !labels.includes('unknown')) continue;
    const digits = value
      .match(/(?<![\d.,-])\d{10,15}(?![\d.,-])/gu)
      ?.find((number) => rule.lengths.includes(number.length) && rule.isRight(number));
    if (digits === undefined) continue;
    read[rule.name] = digits;
    findings.mark(rule.name, 0.8, 'byForm');
    return;
  }
};
