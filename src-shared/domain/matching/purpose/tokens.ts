/** What a number in a purpose belongs to. `bare`: nothing says it; `other`: something that is no paper of a deal. */
export type Topic = 'invoice' | 'factura' | 'upd' | 'act' | 'waybill' | 'order' | 'contract' | 'bare' | 'other';

/** A date as a payer writes it; the year may be left out. */
export type MentionDate = { readonly day: number; readonly month: number; readonly year: number | null };

export type Token =
  | { readonly is: 'topic'; readonly topic: Topic }
  | { readonly is: 'sign' }
  | { readonly is: 'number'; readonly text: string }
  | { readonly is: 'date'; readonly date: MentionDate; readonly text: string }
  | { readonly is: 'list' }
  | { readonly is: 'dash' }
  | { readonly is: 'filler'; readonly text: string }
  | { readonly is: 'word'; readonly text: string }
  /** Money, shares, quantities, accounts, periods: numbers that name no paper. */
  | { readonly is: 'noise' };

const MONTHS = ['янв', 'фев', 'мар', 'апр', 'ма[йя]', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'];
const MONTH = `(?:${MONTHS.join('|')})[а-я]*`;
const MONEY = String.raw`\d{1,3}(?: \d{3})+(?:[.,-]\d{2})?(?!\d)|\d+(?:[.,-]\d{2}(?!\d))?`;
const END = String.raw`(?![\p{L}])`;

/** Longest and surest first; each is tried where the one before ended. */
const NOISE = [
  String.raw`(?:без (?:налога ?)?\(?ндс\)?|ндс не (?:облаг|предусм)[а-я]*\.?|ндс нет)`,
  String.raw`(?:в ?т\.? ?ч\.? ?|в том числе |включая |вкл\.? ?)?\(?ндс ?\)?[ :=-]{0,3}(?:\(?(?:по ставке )?\d{1,2}(?:\/1\d\d| ?%)(?: ?%)? ?\)?)? ?[:=-]{0,2} ?(?:в сумме |сумма )?(?:(?:${MONEY})(?: ?р(?:уб[а-я]*)?\.?${END})?)?`,
  String.raw`(?:на сумму|в сумме|сумма|сумму|итого|всего|к оплате)[ :=-]{0,3}(?:${MONEY})(?: ?р(?:уб[а-я]*)?\.?${END})?`,
  String.raw`(?:${MONEY})(?: ?тыс\.?)? ?(?:₽|rub${END}|rur${END}|р\.|р${END}(?!\/)|руб[а-я]*\.?|коп[а-я]*\.?)(?: ?\d{2} ?коп[а-я]*\.?)?`,
  String.raw`\d{1,3}(?: \d{3})+[.,-]\d{2}(?!\d)`,
  String.raw`\d+-00(?![\d\p{L}-])`,
  String.raw`\d{3,}\.\d{2}(?![\d.])|\d{5,},\d{2}(?!\d)|\d{4},00(?!\d)`,
  String.raw`\d{1,3}(?:[.,]\d{1,2})? ?%`,
  String.raw`\d+(?:[.,]\d+)? ?(?:шт|кг|тн|тонн[а-я]*|гр|мест[а-я]?|дн[а-я]*|час[а-я]*|усл|ед|км|чел[а-я]*|упак[а-я]*|кор[а-я]*|палл?ет[а-я]*|рейс[а-я]*|м2|м3|куб[а-я]*)\.?${END}`,
  String.raw`(?:инн|кпп|бик|огрн(?:ип)?|кбк|окт?мо|уин|л\/с|л\/сч|лс|к\/с|тел|кор\.? ?сч[а-я]*)[. :№n]{0,3}[\d\p{L}]*\d[\d\p{L}]*`,
  String.raw`(?:р\/?с(?:ч[а-я]*)?|расч[а-я]*\.? ?сч[а-я]*|сч[а-я]*)[. :№n]{0,3}\d{20}`,
  String.raw`\+7[\d ()-]{10,16}`,
  String.raw`\d+(?:-\d+){3,}`,
  String.raw`\d{11,}`,
  String.raw`торг[ -]?12|форм[аеы][ -]?\d+`,
  String.raw`(?:[1-4]|i{1,3}|iv)[ -]?(?:й|го|ый|ого|м|ем|ом)? ?(?:квартал[а-я]*|кв)(?:${END})\.?(?: ?(?:20)?\d{2}(?: ?г[а-я]*)?)?\.?`,
  String.raw`${MONTH}[ -]+(?:20\d{2}|2\d)(?: ?г(?:од[а-я]*)?${END})?\.?`,
  String.raw`20\d{2} ?(?:г(?:од[а-я]*)?${END})\.?`,
  String.raw`(?<=(?:за|период|мес[а-я]*\.?) )(?:0?[1-9]|1[0-2])[./]20\d{2}(?!\d)`,
];

const DATE = String.raw`(?<dd>\d{1,2})(?<sep>[./]|-(?=\d{1,2}-20))(?<mm>\d{1,2})\k<sep>(?<yy>20\d{2}|\d{2})(?!\d)(?: ?г(?:од[а-я]*)?${END})?`;
const ISO = String.raw`(?<iy>20\d{2})-(?<im>\d{2})-(?<id>\d{2})(?!\d)`;
const IN_WORDS = String.raw`"?(?<wd>\d{1,2})"? ?(?<wm>${MONTH})(?: ?(?<wy>20\d{2})(?: ?г(?:од[а-я]*)?${END})?)?`;
/** Without a year it is a date only behind «от»; elsewhere «15/24» may be a number. */
const SHORT_DATE = String.raw`(?<=от\.? ?)(?<sd>\d{1,2})[./-](?<sm>\d{1,2})(?![\d./])`;

const TOPICS: readonly (readonly [Topic, string])[] = [
  ['factura', String.raw`сч[её]?т?[а-я]*[ .\/-]*факт[а-я]*|сч?[.\/-]ф[а-я]*|сф|фактур[а-я]*`],
  ['order', String.raw`дог(?:овор[а-я]*)?\.?[ -]заявк[а-я]*|заявк[а-я]*|заказ[а-я]*|зак|зк|заяв|order|рейс[а-я]*`],
  [
    'other',
    String.raw`п\/п|пп|плат[а-я]*\.? ?пор[а-я]*|платежк[а-я]*|л\/с|прил(?:ож[а-я]*)?|спец[а-я]*|доп\.? ?согл[а-я]*|д\/с`,
  ],
  [
    'invoice',
    String.raw`сч[её]?т[а-я]*-?(?:дог[а-я]*|оферт[а-я]*)?|счт|с\/ч|сч|счета|инв(?:ойс[а-я]*)?|inv(?:oice)?|bill|с-т|сч-т[а-я]?`,
  ],
  ['upd', String.raw`упд|укд|универс[а-я]*\.? ?перед[а-я]*\.? ?док[а-я]*|реализац[а-я]*|реал|рту`],
  ['act', String.raw`акт[а-я]*`],
  ['waybill', String.raw`тов(?:арн[а-я]*)?\.? ?накл[а-я]*|накл[а-я]*|ттн|тн|т\/н|этрн|трн`],
  ['contract', String.raw`дог[а-я]*|д-р[а-я]?|дг|контр[а-я]*|к-т[а-я]?|гк|мк|соглаш[а-я]*`],
];

/** Words that may stand between a word for a paper and its number. */
const FILLER =
  'на|оплат[а-я]*|опл|по|за|от|с|со|к|покупател[а-я]*|клиент[а-я]*|согласно|согл|предоплат[а-я]*|аванс[а-я]*|части?чн[а-я]*|внутр[а-я]*|вн|сума|наш[а-я]*|ваш[а-я]*|вх|исх|выставленн[а-я]*|г|до|и|также|а';

/** At most three letters of a prefix, digits, and parts behind a dash, slash or point. */
const NUMBER = String.raw`(?:\p{L}{1,5}[-\/]?)?\d+(?:\p{L}{1,2}\d+)*(?:[-\/\\._](?:\d+|\p{L}{1,4}[-\/]?\d+|\p{L}{1,3}(?![\p{L}.])))*(?:\p{L}(?![\p{L}\d.]))?`;

const SOURCE = [
  `(?<noise>${NOISE.join('|')})`,
  `(?<date>${[DATE, ISO, IN_WORDS, SHORT_DATE].join('|')})`,
  ...TOPICS.map(([, pattern], index) => `(?<t${index}>(?:${pattern})${END})`),
  `(?<sign>№+|#|n°?(?=[ \\d.№])|no(?=[ \\d.])|ном(?:ер[а-я]*)?${END}|n(?=\\d))`,
  `(?<filler>(?:${FILLER})${END})`,
  `(?<number>${NUMBER})`,
  `(?<word>\\p{L}+)`,
  '(?<list>[,;+&])',
  '(?<dash>-|\\.{2,3}|…)',
].join('|');

const TOKEN = new RegExp(SOURCE, 'gu');

/** A purpose is at most 210 characters by the rules; a file may hold more, and further nothing is looked for. */
const LONGEST = 1000;

/** The words, numbers and dates of a folded purpose, in order. Numbers that name no paper come as `noise`. */
export const tokenize = (folded: string): Token[] => {
  const tokens: Token[] = [];
  for (const { groups = {}, 0: text } of folded.slice(0, LONGEST).matchAll(TOKEN)) tokens.push(tokenOf(groups, text));
  return tokens;
};

type Groups = Readonly<Record<string, string | undefined>>;

const tokenOf = (groups: Groups, text: string): Token => {
  if (groups['noise'] !== undefined) return { is: 'noise' };
  if (groups['date'] !== undefined) {
    const date = dateOf(groups);
    return date === null ? { is: 'number', text } : { is: 'date', date, text };
  }
  const topic = TOPICS.find((_, index) => groups[`t${index}`] !== undefined);
  if (topic !== undefined) return { is: 'topic', topic: topic[0] };
  if (groups['sign'] !== undefined) return { is: 'sign' };
  if (groups['number'] !== undefined) return { is: 'number', text };
  if (groups['filler'] !== undefined) return { is: 'filler', text };
  if (groups['list'] !== undefined) return { is: 'list' };
  return groups['dash'] === undefined ? { is: 'word', text } : { is: 'dash' };
};

const dateOf = (groups: Groups): MentionDate | null => {
  const day = Number(groups['dd'] ?? groups['id'] ?? groups['wd'] ?? groups['sd']);
  const inWords = groups['wm'];
  const month =
    inWords === undefined
      ? Number(groups['mm'] ?? groups['im'] ?? groups['sm'])
      : MONTHS.findIndex((start) => new RegExp(`^${start}`, 'u').test(inWords)) + 1;
  const year = groups['yy'] ?? groups['iy'] ?? groups['wy'];
  if (day < 1 || day > 31 || month < 1 || month > 12) return null;
  return { day, month, year: year === undefined ? null : Number(year) % 100 };
};
