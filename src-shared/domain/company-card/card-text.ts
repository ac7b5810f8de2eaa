/**
 * One row of what a file says: a paragraph is a row with one cell, a table row has several.
 * A cell may hold several lines, separated by `\n`. Every file format is brought to this before anything is recognised.
 */
export type CardRow = { readonly cells: readonly string[] };

/** What a statement of a card is about. `bankOwn` and `other` are known and not wanted; `unknown` looks like a label. */
export const CARD_FIELDS = [
  'name',
  'fullName',
  'shortName',
  'inn',
  'kpp',
  'ogrn',
  'ogrnDate',
  'okpo',
  'legalAddress',
  'actualAddress',
  'postalAddress',
  'address',
  'phone',
  'email',
  'contact',
  'account',
  'corrAccount',
  'bic',
  'bank',
  'bankCity',
  'head',
  'accountant',
  'position',
  'personName',
  'basis',
  'unp',
  'bin',
  'edo',
  'bankOwn',
  'other',
  'unknown',
  'section',
] as const;
export type CardField = (typeof CARD_FIELDS)[number];

/**
 * «Label: value» of a card. Several labels share one value in «ИНН/КПП: …/…»; a statement without labels is free text.
 * `labelText` is how the last label was written: a position is both a label and a value.
 */
export type Statement = {
  readonly labels: readonly CardField[];
  readonly labelText: string;
  readonly value: string;
};
