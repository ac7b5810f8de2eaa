/** A person's name as a card gives it; initials stand with their dots. */
export type PersonName = {
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
  readonly gender: 'm' | 'f' | null;
  readonly certainty: 'full' | 'noMiddleName' | 'initials' | 'declined';
};

const WORD = String.raw`[А-ЯЁ](?:[а-яё]+|[А-ЯЁ]+)(?:-[А-ЯЁ](?:[а-яё]+|[А-ЯЁ]+))?`;
const MIDDLE = String.raw`[А-ЯЁ][А-ЯЁа-яё]+(?:вич|вна|ична|ВИЧ|ВНА|ИЧНА)(?![а-яёА-ЯЁ])|(?:Иль|Кузьм|Лук|Фом|Никит|ИЛЬ|КУЗЬМ|ЛУК|ФОМ|НИКИТ)(?:ич|ИЧ)(?![а-яёА-ЯЁ])|[А-ЯЁ][А-ЯЁа-яё]+\s+(?:оглы|кызы|Оглы|Кызы)`;
const EDGE = String.raw`(?<![А-Яа-яЁё])`;

const LAST_FIRST_MIDDLE = new RegExp(`${EDGE}(${WORD})\\s+(${WORD})\\s+(${MIDDLE})`, 'u');
const FIRST_MIDDLE_LAST = new RegExp(`${EDGE}(${WORD})\\s+(${MIDDLE})\\s+(${WORD})`, 'u');
const DECLINED = new RegExp(
  `${EDGE}(${WORD})\\s+(${WORD})\\s+([А-ЯЁ][а-яё]+(?:вича|вичу|вичем|вны|вне|вной|ичны|ичне))(?![а-яё])`,
  'u',
);
const LAST_INITIALS = new RegExp(`${EDGE}(${WORD})\\s+([А-ЯЁ])\\.\\s?([А-ЯЁ])\\.?`, 'u');
const INITIALS_LAST = new RegExp(`${EDGE}([А-ЯЁ])\\.\\s?([А-ЯЁ])\\.\\s?(${WORD})`, 'u');
/** Words that stand beside a name with a capital letter and are none. */
const POSITION_WORDS =
  /(?<![А-Яа-яЁё])(?:генеральн|исполнительн|коммерческ|финансов|главн|индивидуальн)[а-яё]+|(?<![А-Яа-яЁё])(?:директор|управляющ|президент|председатель|правления|руководитель|бухгалтер|предприниматель|заведующ|начальник|ректор|должность|фио)[а-яё]*(?![а-яё])/giu;
const TWO_WORDS = new RegExp(`^[\\s:,–—-]*(${WORD})\\s+(${WORD})[\\s.,;]*$`, 'u');

/** «ИВАНОВ» → «Иванов»; a name in ordinary letters stays as it is. */
const proper = (word: string): string =>
  word === word.toUpperCase() && word.length > 1
    ? word
        .toLowerCase()
        .replace(/(^|[\s-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    : word;

const genderOfMiddle = (middle: string): 'm' | 'f' | null => {
  const lower = middle.toLowerCase();
  if (/(?:вич|^(?:иль|кузьм|лук|фом|никит)ич|оглы)$/u.test(lower)) return 'm';
  return /(?:вна|чна|кызы)$/u.test(lower) ? 'f' : null;
};

const person = (last: string, first: string, middle: string, certainty: PersonName['certainty']): PersonName => ({
  lastName: proper(last),
  firstName: proper(first),
  middleName: proper(middle),
  gender: genderOfMiddle(middle),
  certainty,
});

/**
 * The first person that a text names. A name in another case («в лице Иванова Ивана Ивановича») is reported as declined: its first form
 * cannot be told for certain, so nobody's name is guessed.
 */
export const findPerson = (written: string): PersonName | null => {
  const text = written.replace(POSITION_WORDS, ', ');
  const [, last2 = '', first2 = '', middle2 = ''] = LAST_FIRST_MIDDLE.exec(text) ?? [];
  if (last2 !== '' && genderOfMiddle(first2) === null) return person(last2, first2, middle2, 'full');
  const [, first1 = '', middle1 = '', last1 = ''] = FIRST_MIDDLE_LAST.exec(text) ?? [];
  if (last1 !== '') return person(last1, first1, middle1, 'full');
  const declined = DECLINED.exec(text);
  if (declined !== null) return person(declined[1] ?? '', declined[2] ?? '', declined[3] ?? '', 'declined');
  const [, last3 = '', first3 = '', middle3 = ''] = LAST_INITIALS.exec(text) ?? [];
  if (last3 !== '') return person(last3, `${first3}.`, `${middle3}.`, 'initials');
  const [, first4 = '', middle4 = '', last4 = ''] = INITIALS_LAST.exec(text) ?? [];
  if (last4 !== '') return person(last4, `${first4}.`, `${middle4}.`, 'initials');
  const [, last5 = '', first5 = ''] = TWO_WORDS.exec(text) ?? [];
  return last5 === '' ? null : person(last5, first5, '', 'noMiddleName');
};
