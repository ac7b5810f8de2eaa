/** What a column of a bank's plain table can hold. The party is the other side; banks that name both sides have payer and payee. */
export const TABLE_FIELDS = [
  'date',
  'number',
  'incoming',
  'outgoing',
  'sum',
  'purpose',
  'name',
  'inn',
  'kpp',
  'partyAccount',
  'payerName',
  'payerInn',
  'payerKpp',
  'payerAccount',
  'payeeName',
  'payeeInn',
  'payeeKpp',
  'payeeAccount',
  'account',
  'documentDate',
  'kind',
] as const;
export type TableField = (typeof TABLE_FIELDS)[number];

/** Columns from 0; a field without a column is not in the table. */
export type TableColumns = Readonly<Partial<Record<TableField, number>>>;

/** A table whose columns a person has not confirmed yet: its head, its first rows and what the titles say by themselves. */
export type TableQuestion = {
  readonly titles: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly recognized: TableColumns;
};

/** A column that holds something else: the place is the first cell that says so. Row and column from 1. */
export type WrongColumn = {
  readonly field: TableField;
  readonly column: number;
  readonly title: string;
  readonly row: number;
  readonly value: string;
};

export const isTableField = (text: string): text is TableField => TABLE_FIELDS.some((field) => field === text);

/** «№ док.» → «номер док». */
const plainTitle = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll('№', ' номер ')
    .replaceAll(/[^a-zа-я\d]+/gu, ' ')
    .trim();

const ACCOUNT = '(?:номер )?(?:расчетн[а-я]* )?(?:счета?|р с)';

const sidePatterns = (who: string) => ({
  name: [new RegExp(`^(?:наименование |название )?${who}[а-я]*(?: наименование| название)?$`, 'u')],
  inn: [new RegExp(`^инн ${who}|^${who}[а-я]* инн`, 'u')],
  kpp: [new RegExp(`^кпп ${who}|^${who}[а-я]* кпп`, 'u')],
  account: [new RegExp(`^${ACCOUNT} ${who}|^${who}[а-я]* ${ACCOUNT}$`, 'u')],
});

const [payer, payee, party] = [
  sidePatterns('плательщик'),
  sidePatterns('получател'),
  sidePatterns('(?:контрагент|корреспондент)'),
];

/** The first pattern that finds a free column wins; fields are asked in the order of this list. */
const PATTERNS: readonly (readonly [TableField, readonly RegExp[]])[] = [
  ['payerName', payer.name],
  ['payerInn', payer.inn],
  ['payerKpp', payer.kpp],
  ['payerAccount', payer.account],
  ['payeeName', payee.name],
  ['payeeInn', payee.inn],
  ['payeeKpp', payee.kpp],
  ['payeeAccount', payee.account],
  ['name', [...party.name, /^плательщик получатель$/u, /^получатель плательщик$/u]],
  ['inn', [...party.inn, /^инн(?: кпп)?$/u]],
  ['kpp', [...party.kpp, /^кпп$/u]],
  ['partyAccount', [...party.account, /^корреспондирующий счет/u]],
  ['account', [/^(?:номер счета|счет|наш счет|расчетный счет|номер расчетного счета|счет (?:клиента|организации))$/u]],
  ['date', [/^дата (?:операции|проводки|проведения|совершения)/u, /^дата$/u, /^дата и время/u, /^дата/u]],
  ['documentDate', [/^дата (?:документа|док|платежного)/u]],
  ['number', [/^номер (?:док|плат|операции)/u, /^(?:документ|док) номер$/u, /^номер$/u]],
  ['outgoing', [/^сумма .*дебет/u, /^дебет(?! счет)/u, /^(?:сумма )?(?:списан|расход)/u]],
  ['incoming', [/^сумма .*кредит/u, /^кредит(?! счет)/u, /^(?:сумма )?(?:поступ|приход|зачисл)/u]],
  ['sum', [/^сумма(?: операции| платежа| документа)?(?: в рублях| руб| rub| rur)?$/u, /^сумма/u]],
  ['purpose', [/^назначение/u, /^основание/u, /^содержание/u, /^описание/u, /^комментарий/u]],
  ['kind', [/^(?:вид|тип) (?:операции|документа|платежа|опер)/u, /^во$/u]],
];

/** What the titles of a table say by themselves. */
export const recognizeColumns = (titles: readonly string[]): TableColumns => {
  const plain = titles.map(plainTitle);
  const columns = new Map<TableField, number>();
  const taken = new Set<number>();
  for (const [field, patterns] of PATTERNS) {
    const isSumTwice = field === 'sum' && (columns.has('incoming') || columns.has('outgoing'));
    const column = isSumTwice
      ? undefined
      : patterns
          .map((pattern) => plain.findIndex((title, index) => !taken.has(index) && pattern.test(title)))
          .find((index) => index >= 0);
    if (column === undefined) continue;
    columns.set(field, column);
    taken.add(column);
  }
  return Object.fromEntries(columns);
};

/** The text by which the table of a bank is known again, whatever stands in its rows. */
export const tableLook = (titles: readonly string[]): string => titles.map(plainTitle).join('\n');

/** A table is of no use without the day, the number (it alone tells two equal payments of a day apart) and the sum. */
export const missingTableFields = (columns: TableColumns): readonly TableField[] => [
  ...(columns.date === undefined ? (['date'] as const) : []),
  ...(columns.number === undefined ? (['number'] as const) : []),
  ...(columns.sum === undefined && columns.incoming === undefined && columns.outgoing === undefined
    ? (['sum'] as const)
    : []),
];
