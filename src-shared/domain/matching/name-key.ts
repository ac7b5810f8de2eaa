import { fold } from './purpose/fold.ts';

/** Legal forms in words and in short; the longer names stand before those they contain. */
const FORMS: readonly (readonly [string, string])[] = [
  ['пао', 'публичное акционерное общество'],
  ['зао', 'закрытое акционерное общество'],
  ['оао', 'открытое акционерное общество'],
  ['ао', 'акционерное общество'],
  ['ооо', 'общество с ограниченной ответственностью'],
  ['ано', 'автономная некоммерческая организация'],
  ['мбоу', 'муниципальное бюджетное общеобразовательное учреждение'],
  ['мбу', 'муниципальное бюджетное учреждение'],
  ['мку', 'муниципальное казенное учреждение'],
  ['мау', 'муниципальное автономное учреждение'],
  ['гбу', 'государственное бюджетное учреждение'],
  ['гку', 'государственное казенное учреждение'],
  ['фгбу', 'федеральное государственное бюджетное учреждение'],
  ['гуп', 'государственное унитарное предприятие'],
  ['муп', 'муниципальное унитарное предприятие'],
  ['ип', 'индивидуальный предприниматель'],
  ['ип', 'глава кфх'],
];

/** Legal forms as a purpose or a name writes them, for a regular expression over folded text. */
export const FORM_WORDS = [
  'мбдоу',
  'гбоу',
  'мбук',
  ...FORMS.flatMap(([short, words]) => [words.replaceAll(' ', ' ?'), short]),
].join('|');

const FORM = new RegExp(`(?<![\\p{L}\\d])(?:${FORM_WORDS})(?![\\p{L}\\d])`, 'u');

/**
 * What two spellings of a party's name share: form and letters, no quote marks, case, hyphens or spaces. «ООО "Вектор
 * Плюс"» and «Вектор-Плюс, ООО» have one key on purpose: such twins must be seen as twins. A person is known by the
 * surname and initials.
 */
export type NameKey = { readonly form: string; readonly letters: string };

export const nameKey = (name: string): NameKey => {
  const text = withoutTail(fold(name));
  const found = FORM.exec(text)?.[0] ?? '';
  const form = FORMS.find(
    ([short, words]) => found === short || found.replaceAll(' ', '') === words.replaceAll(' ', ''),
  );
  const rest = found === '' ? text : text.replace(found, ' ');
  const letters = form?.[0] === 'ип' ? personLetters(rest) : rest.replaceAll(/[^\p{L}\d]/gu, '');
  return { form: form?.[0] ?? found, letters };
};

/** «УФК по Тульской области (МБОУ «Школа № 7» л/с 2066…)»: the one who pays stands in brackets. */
export const nameInside = (name: string): string | null => {
  const text = fold(name);
  if (!/уфк|казнач|финанс|департамент|комитет|минфин/u.test(text)) return null;
  const inner = /\(([^()]{3,})\)?/u.exec(text)?.[1];
  return inner === undefined ? null : inner.replace(/,? ?(?:л\/с|лс|л\/сч|лиц).*$/u, '').trim();
};

/** «ИП Мельникова О. П.//г. Тула, ул. …», «… р/с 4080… в ПАО Сбербанк». */
const withoutTail = (text: string): string =>
  text.replace(/\/\/.*$|(?:,? (?:р\/с|инн|кпп) ?[\d:№].*)$|\(.*$/u, '').trim();

const personLetters = (text: string): string => {
  const words = text.match(/\p{L}+/gu) ?? [];
  const [last = '', ...others] = words;
  const initials = others.length === 1 && others[0]?.length === 2 ? others[0] : others.map((word) => word[0]).join('');
  return `${last}${initials.slice(0, 2)}`;
};

/** «Сафина И. М.» and «Сафин И. М.»: cases of a surname differ in its last letters. */
export const personStem = (letters: string): string => {
  const last = letters.slice(0, -2);
  return `${last.slice(0, Math.max(4, last.length - 2))}${letters.slice(-2)}`;
};
