/** Keys are compared trimmed, without case, ё as е (formats §1.6 rule 3). */
export const normalizedKey = (text: string): string => text.trim().toLowerCase().replaceAll('ё', 'е');

export const FIRST_LINE = '1cclientbankexchange';

/** Lines that open and close the parts of a file. */
export const WORDS = {
  account: 'секциярасчсчет',
  accountEnd: 'конецрасчсчет',
  document: 'секциядокумент',
  documentEnd: 'конецдокумента',
  end: 'конецфайла',
} as const;

/** Keys of the header and of «СекцияРасчСчет» that are read or are known to be of no use. */
export const HEADER_KEYS: ReadonlySet<string> = new Set([
  'версияформата',
  'кодировка',
  'отправитель',
  'получатель',
  'датасоздания',
  'времясоздания',
  'датаначала',
  'датаконца',
  'расчсчет',
  'документ',
]);
export const ACCOUNT_KEYS: ReadonlySet<string> = new Set([
  'датаначала',
  'датаконца',
  'расчсчет',
  'начальныйостаток',
  'всегопоступило',
  'всегосписано',
  'конечныйостаток',
]);

const SIDE_KEYS = ['Счет', 'РасчСчет', 'ИНН', 'КПП', '1', '', 'БИК', 'Корсчет', 'Банк1'] as const;
const OWN_KEYS = ['Номер', 'Дата', 'Сумма', 'ДатаСписано', 'ДатаПоступило', 'НазначениеПлатежа'] as const;
const PURPOSE_LINES = [1, 2, 3, 4, 5, 6].map((line) => `НазначениеПлатежа${line}`);

/**
 * Keys of a document that become fields of the operation; the place in the list is the slot of the key. Everything else is
 * kept as text.
 */
export const SLOT_KEYS: readonly string[] = [
  ...OWN_KEYS,
  ...SIDE_KEYS.map((key) => `Плательщик${key}`),
  ...SIDE_KEYS.map((key) => `Получатель${key}`),
  ...PURPOSE_LINES,
];

export const SLOT = {
  number: 0,
  date: 1,
  sum: 2,
  debitedOn: 3,
  creditedOn: 4,
  purpose: 5,
  payer: OWN_KEYS.length,
  payee: OWN_KEYS.length + SIDE_KEYS.length,
  purposeLines: OWN_KEYS.length + 2 * SIDE_KEYS.length,
} as const;

/** Slots of one side, counted from `SLOT.payer` or `SLOT.payee`. */
export const SIDE_SLOT = {
  account: 0,
  settlementAccount: 1,
  inn: 2,
  kpp: 3,
  name: 4,
  fullName: 5,
  bic: 6,
  corrAccount: 7,
  bank: 8,
} as const;

const SLOTS_BY_KEY: ReadonlyMap<string, number> = new Map(SLOT_KEYS.map((key, slot) => [normalizedKey(key), slot]));

/** What is to be known of a key; looked up once for each spelling in the file. */
export type KeyFacts = {
  readonly key: string;
  /** Where a document keeps its value; -1 when it is kept as text. */
  readonly slot: number;
  /** It begins as the words do that open and close parts. */
  readonly isWord: boolean;
};

export const keyFacts = (key: string): KeyFacts => ({
  key,
  slot: SLOTS_BY_KEY.get(key) ?? -1,
  isWord: key.startsWith('секция') || key.startsWith('конец') || key === FIRST_LINE,
});

/** A section word that the format does not know: «Секция…» or «Конец…» in one word. */
export const isUnknownSection = (key: string): boolean => key.startsWith('секция') && !/\s/u.test(key);
export const isUnknownEnd = (key: string): boolean => key.startsWith('конец') && !/\s/u.test(key);
