/** A currency of line 7 of the счет-фактура. */
export type Currency = {
  /** ISO 4217 letters. */
  readonly letters: string;
  /** Three digits as text, «051». */
  readonly code: string;
  readonly name: string;
};

const TABLE = [
  ['RUB', '643', 'Российский рубль'],
  ['USD', '840', 'Доллар США'],
  ['EUR', '978', 'Евро'],
  ['CNY', '156', 'Юань'],
  ['KZT', '398', 'Тенге'],
  ['BYN', '933', 'Белорусский рубль'],
  ['KGS', '417', 'Сом'],
  ['AMD', '051', 'Армянский драм'],
  ['UZS', '860', 'Узбекский сум'],
  ['TJS', '972', 'Сомони'],
  ['AZN', '944', 'Азербайджанский манат'],
  ['GEL', '981', 'Лари'],
  ['MDL', '498', 'Молдавский лей'],
  ['TRY', '949', 'Турецкая лира'],
  ['AED', '784', 'Дирхам (ОАЭ)'],
] as const;

/** Currencies of documents.md §13.4. */
export const CURRENCIES: readonly Currency[] = TABLE.map(([letters, code, name]) => ({ letters, code, name }));

export const currencyByLetters = (letters: string): Currency | null =>
  CURRENCIES.find((currency) => currency.letters === letters) ?? null;
