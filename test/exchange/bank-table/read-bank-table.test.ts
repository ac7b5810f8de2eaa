import { describe, expect, test } from 'vitest';
import { recognizeColumns } from '#shared/domain/bank/table-columns.ts';
import { moneyToDecimal } from '#shared/kernel/money.ts';
import { ABOVE, CLIENT_ACCOUNT, csv, HEAD, OUR_ACCOUNT, PAYMENT, readTable, RECEIPT, xlsx } from './a-table.ts';

const KNOWN = recognizeColumns(HEAD);

const taken = async (bytes: Uint8Array, columns = KNOWN, more = {}) => {
  const read = await readTable(bytes, columns, more);
  if (read?.ok !== true) throw new Error(`refused: ${JSON.stringify(read?.error ?? null)}`);
  return read.value;
};

const brief = ({ operations }: Awaited<ReturnType<typeof taken>>) =>
  operations.map(
    ({ line, number, sum, direction, bookedOn }) =>
      `${line}: ${number} ${moneyToDecimal(sum)} ${direction} ${bookedOn}`,
  );

const quoted = (row: readonly string[]) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';');

const transfer = (number: string, from: string, to: string): string[] => ['2026-11-20', number, '5.00', from, to];

const BOTH = ['4: 501 118500.00 incoming 2026-11-20', '5: 77 1000.50 outgoing 2026-11-20'];

describe('columns are recognised by their titles', () => {
  test.each([
    [HEAD, { date: 0, number: 1, outgoing: 2, incoming: 3, name: 4, inn: 5, partyAccount: 6, purpose: 7 }],
    [
      ['№ п/п', 'Дата', 'Номер документа', 'Плательщик', 'ИНН плательщика', 'Получатель', 'Счет получателя', 'Сумма'],
      { date: 1, number: 2, payerName: 3, payerInn: 4, payeeName: 5, payeeAccount: 6, sum: 7 },
    ],
    [
      ['Дата проводки', 'Дата документа', '№ документа', 'Сумма по дебету', 'Сумма по кредиту', 'Назначение'],
      { date: 0, documentDate: 1, number: 2, outgoing: 3, incoming: 4, purpose: 5 },
    ],
    [
      ['Номер счёта', 'Дата', 'Номер', 'Приход', 'Расход'],
      { account: 0, date: 1, number: 2, incoming: 3, outgoing: 4 },
    ],
    [['Город', 'Цвет', 'Вес'], {}],
  ])('%j', (titles, columns) => {
    expect(recognizeColumns(titles)).toEqual(columns);
  });
});

describe('a table in text', () => {
  const rows = [...ABOVE, HEAD, RECEIPT, PAYMENT];

  test.each([
    [';', 'win1251', 'windows-1251'],
    [',', 'win1251', 'windows-1251'],
    ['\t', 'cp866', 'cp866'],
    [';', 'koi8-r', 'koi8-r'],
    [',', 'utf8', 'utf-8'],
    [';', 'utf16le', 'utf-16le'],
  ])('cut by %j in %s', async (delimiter, encoding, named) => {
    const statement = await taken(csv(rows, delimiter, encoding));
    expect(statement.encoding).toBe(named);
    expect(brief(statement)).toEqual(BOTH);
    expect(statement.operations[0]).toMatchObject({
      account: OUR_ACCOUNT,
      payer: { name: 'ООО "Кофейная компания Зерно"', inn: '7899010127', account: CLIENT_ACCOUNT },
      payee: { account: OUR_ACCOUNT },
    });
    expect(statement.operations[0]?.purpose).toMatch(
      /^Оплата по счету . 1204 от 20.11.2026; в т.ч. НДС 22% 21368-85$/u,
    );
    expect(statement.operations[0]?.rest).toContain('Референс=R-1');
    expect(statement).toMatchObject({ period: { from: '2026-11-20', to: '2026-11-20' }, rejected: [] });
  });

  test('a cell may hold line breaks, and the row keeps the number of its first line', async () => {
    const broken = RECEIPT.with(7, 'Оплата\nпо счету "1204"');
    const statement = await taken(Buffer.from([HEAD, broken, PAYMENT].map(quoted).join('\n')));
    expect(brief(statement).map((text) => text.split(' ')[0])).toEqual(['2:', '4:']);
    expect(statement.operations[0]?.purpose).toBe('Оплата по счету "1204"');
  });

  test('totals, empty rows and a head repeated on the next page are no operations', async () => {
    const statement = await taken(
      csv([
        ...ABOVE,
        HEAD,
        ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
        RECEIPT,
        [],
        HEAD,
        PAYMENT,
        ['Итого', '', '1'],
      ]),
    );
    expect(brief(statement)).toHaveLength(2);
    expect(statement.rejected).toEqual([]);
  });

  test('every other row is an operation or is rejected with its line and reason', async () => {
    const statement = await taken(
      csv([
        ...ABOVE,
        HEAD,
        RECEIPT,
        PAYMENT,
        RECEIPT.with(1, '502'),
        RECEIPT.with(0, 'вчера'),
        RECEIPT.with(3, 'много'),
        RECEIPT.with(2, '5'),
        RECEIPT.with(3, ''),
        RECEIPT.with(3, '0,00'),
      ]),
    );
    expect(statement.operations).toHaveLength(3);
    expect(statement.rejected.map(({ code, line }) => `${code} ${line}`)).toEqual([
      'document.badDate 7',
      'document.badSum 8',
      'document.badSum 9',
      'document.noSum 10',
      'document.zeroSum 11',
    ]);
  });

  test('a row that repeats an earlier one is told, an equal payment under its own number is another', async () => {
    const { operations, warnings } = await taken(csv([...ABOVE, HEAD, RECEIPT, RECEIPT, RECEIPT.with(1, '502')]));
    expect(operations.map(({ duplicateOf }) => duplicateOf)).toEqual([null, 4, null]);
    expect(warnings.map(({ code }) => code)).toContain('operation.duplicate');
  });
});

describe('one column of sums', () => {
  const head = ['Дата', 'Номер', 'Сумма', 'Контрагент', 'Назначение'];
  const columns = recognizeColumns(head);

  test('a minus goes out, and then the others came in', async () => {
    const statement = await taken(
      csv([head, ['20.11.2026', '1', '-10,00', 'А', 'Аренда'], ['20.11.26', '2', '+20', 'Б', 'Оплата']]),
      columns,
    );
    expect(brief(statement)).toEqual(['2: 1 10.00 outgoing 2026-11-20', '3: 2 20.00 incoming 2026-11-20']);
  });

  test('the accounts of payer and payee say it; a transfer between our own is neither', async () => {
    const sides = ['Дата', 'Номер', 'Сумма', 'Счет плательщика', 'Счет получателя'];
    const second = '40702810000000000404';
    const statement = await taken(
      csv([
        sides,
        transfer('1', CLIENT_ACCOUNT, OUR_ACCOUNT),
        transfer('2', OUR_ACCOUNT, CLIENT_ACCOUNT),
        transfer('3', OUR_ACCOUNT, second),
      ]),
      recognizeColumns(sides),
      { companies: [[OUR_ACCOUNT, second]] },
    );
    expect(statement.operations.map(({ direction }) => direction)).toEqual(['incoming', 'outgoing', 'own']);
    expect(statement.operations.map(({ account }) => account)).toEqual([OUR_ACCOUNT, OUR_ACCOUNT, OUR_ACCOUNT]);
  });

  test('without a sign and without accounts nobody guesses', async () => {
    const { operations, warnings } = await taken(csv([head, ['20.11.2026', '1', '10', 'А', 'Аренда']]), columns);
    expect(operations[0]?.direction).toBe('unclear');
    expect(warnings.map(({ code }) => code)).toContain('operation.directionUnclear');
  });
});

test('a workbook gives its days and sums as numbers, and drops the zero an ИНН begins with', async () => {
  const bytes = await xlsx([
    ...ABOVE,
    HEAD,
    [new Date('2026-11-20T00:00:00Z'), 501, '', 118_500.1, 'ООО «Ноль»', 105_000_004, CLIENT_ACCOUNT, 'Оплата', 'R'],
    ['20.11.2026', '77', 0.3, '', 'Банк', '', '', 'Комиссия', ''],
  ]);
  const statement = await taken(bytes);
  expect(brief(statement)).toEqual(['4: 501 118500.10 incoming 2026-11-20', '5: 77 0.30 outgoing 2026-11-20']);
});

describe('what is refused', () => {
  test('a table nobody confirmed asks, showing its head, its rows and what it thinks', async () => {
    const read = await readTable(csv([...ABOVE, HEAD, RECEIPT]), null);
    expect(read).toMatchObject({
      ok: false,
      error: { code: 'table', question: { titles: HEAD, rows: [RECEIPT], recognized: KNOWN } },
    });
  });

  test.each([
    ['a purpose for the date', { ...KNOWN, date: 7 }, 'date', 8, RECEIPT[7] ?? ''],
    ['a name for the sum', { ...KNOWN, incoming: 4 }, 'incoming', 5, RECEIPT[4] ?? ''],
    ['a sum for the account', { ...KNOWN, partyAccount: 3 }, 'partyAccount', 4, '118 500,00'],
    ['an account for the number', { ...KNOWN, number: 6 }, 'number', 7, CLIENT_ACCOUNT],
    ['a sum for the ИНН', { ...KNOWN, inn: 3 }, 'inn', 4, '118 500,00'],
  ])('%s, with the place', async (_name, columns, field, column, value) => {
    const read = await readTable(csv([...ABOVE, HEAD, RECEIPT]), columns);
    expect(read).toMatchObject({
      ok: false,
      error: { code: 'wrongColumn', wrong: { field, column, row: 4, value: value.slice(0, 60) } },
    });
  });

  test('a column the table does not have, and one column for two things', async () => {
    const bytes = csv([...ABOVE, HEAD, RECEIPT]);
    for (const columns of [
      { ...KNOWN, name: 40 },
      { ...KNOWN, name: 7 },
    ])
      expect(await readTable(bytes, columns)).toMatchObject({
        ok: false,
        error: { code: 'wrongColumn', wrong: { row: 0 } },
      });
  });

  test.each([
    ['an empty text', new Uint8Array()],
    ['plain words', Buffer.from('Привет.\nЭто не таблица, а письмо; честно.')],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3)],
    ['an archive', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 0)],
  ])('%s is no table', async (_name, bytes) => {
    expect(await readTable(bytes, null)).toBeNull();
  });

  test('letters that were lost', async () => {
    const bytes = Buffer.from(`${HEAD.join(';')}\n20.11.2026;1;;5;\uFFFD\uFFFD\n`);
    expect(await readTable(bytes, KNOWN)).toMatchObject({ ok: false, error: { code: 'damaged' } });
  });
});
