/** Written whole and never declined: the genitive is inside the shortening already. */
const UNCHANGED = /^(?:и\.\s?о\.|врио|вр\.\s?и\.\s?о\.|ип)(?=[\s.]|$)/iu;

/** After «управляющий», «заведующий» … only these words are people; other nouns are what is managed. */
const HEADS = new Set([
  'директор',
  'партнёр',
  'партнер',
  'менеджер',
  'инженер',
  'редактор',
  'администратор',
  'бухгалтер',
  'юрист',
  'логист',
  'специалист',
  'врач',
  'секретарь',
  'консультант',
  'аналитик',
]);

/** Words before the hyphen that never change: «вице-президента». */
const FROZEN_PREFIXES = new Set([
  'вице',
  'экс',
  'топ',
  'бизнес',
  'пресс',
  'премьер',
  'обер',
  'арт',
  'веб',
  'it',
  'hr',
  'pr',
  'контент',
  'бренд',
  'офис',
]);

const PARTICIPLE = /^(?:исполняющ|управляющ|заведующ|командующ)/iu;
const ADJECTIVE = /(?:ый|ий|ой|ая|яя|ое|ее)$/iu;
/** «Заведующая столовой»: what is managed stands in another case already. */
const MANAGED = /(?:ой|ей)$/iu;
/** Nouns that only look like adjectives. */
const NOUN_LIKE = /^(?:герой|строй|гений|викарий|комиссарий)$/iu;

type Ending = readonly [RegExp, string];
/** How words of one case end. */
type Endings = { readonly adjectives: readonly Ending[]; readonly nouns: readonly Ending[] };

const GENITIVE_ADJECTIVES: readonly Ending[] = [
  [/(?:ый|ой|ое)$/iu, 'ого'],
  [/ее$/iu, 'его'],
  [/(?<=[гкх])ий$/iu, 'ого'],
  [/ий$/iu, 'его'],
  [/(?<=[шжчщ])ая$/iu, 'ей'],
  [/ая$/iu, 'ой'],
  [/яя$/iu, 'ей'],
];

const GENITIVE_NOUNS: readonly Ending[] = [
  [/лец$/iu, 'льца'],
  [/ец$/iu, 'ца'],
  [/ок$/iu, 'ка'],
  [/[ьй]$/iu, 'я'],
  [/(?<=[гкхжчшщ])а$/iu, 'и'],
  [/а$/iu, 'ы'],
  [/о$/iu, 'а'],
  [/я$/iu, 'и'],
  [/(?<=[бвгджзклмнпрстфхцчшщ])$/iu, 'а'],
];

const GENITIVE: Endings = { adjectives: GENITIVE_ADJECTIVES, nouns: GENITIVE_NOUNS };

const DATIVE: Endings = {
  adjectives: [
    [/(?:ый|ой)$/iu, 'ому'],
    [/(?<=[гкх])ий$/iu, 'ому'],
    [/ий$/iu, 'ему'],
    [/(?<=[шжчщ])ая$/iu, 'ей'],
    [/ая$/iu, 'ой'],
    [/яя$/iu, 'ей'],
  ],
  nouns: [
    [/лец$/iu, 'льцу'],
    [/ец$/iu, 'цу'],
    [/ок$/iu, 'ку'],
    [/[ьй]$/iu, 'ю'],
    [/[ая]$/iu, 'е'],
    [/(?<=[бвгджзклмнпрстфхцчшщ])$/iu, 'у'],
  ],
};

const applyEnding = (word: string, endings: readonly Ending[]): string => {
  const match = endings.find(([ending]) => ending.test(word));
  return match ? word.replace(match[0], match[1]) : word;
};

const declineNoun = (word: string, endings: Endings): string => {
  const parts = word.split('-');
  return parts
    .map((part, index) =>
      index < parts.length - 1 && FROZEN_PREFIXES.has(part.toLowerCase()) ? part : declineSimpleNoun(part, endings),
    )
    .join('-');
};

const declineSimpleNoun = (word: string, { adjectives, nouns }: Endings): string =>
  isAdjective(word) ? applyEnding(word, adjectives) : applyEnding(word, nouns);

const isAdjective = (word: string): boolean => ADJECTIVE.test(word) && !NOUN_LIKE.test(word) && word.length > 3;

/** «научно-технический» declines as one adjective, only its last part has the ending. */
const isAdjectiveWord = (word: string): boolean =>
  isAdjective(word) &&
  word
    .split('-')
    .slice(0, -1)
    .every((part) => part.endsWith('о'));

/** Walks from the left: adjectives and participles change, then the first noun; what follows it stays. */
const decline = (text: string, endings: Endings): string => {
  const position = text.trim().replaceAll(/\s+/gu, ' ');
  if (position === '' || UNCHANGED.test(position)) return position;
  const words = position.split(' ');
  let afterParticiple = false;
  for (const [index, word] of words.entries()) {
    if (word.toLowerCase() === 'временно') continue;
    if (afterParticiple && MANAGED.test(word)) break;
    if (isAdjectiveWord(word)) {
      words[index] = applyEnding(word, endings.adjectives);
      afterParticiple ||= PARTICIPLE.test(word);
      continue;
    }
    if (!afterParticiple || HEADS.has(word.toLowerCase())) words[index] = declineNoun(word, endings);
    break;
  }
  return words.join(' ');
};

/**
 * «Заместитель генерального директора по логистике» → «Заместителя генерального директора по логистике»
 * (documents.md §14.3).
 */
export const positionGenitive = (text: string): string => decline(text, GENITIVE);

/** «Водитель-экспедитор» → «Водителю-экспедитору», by the same rules: to whom a доверенность is given. */
export const positionDative = (text: string): string => decline(text, DATIVE);
