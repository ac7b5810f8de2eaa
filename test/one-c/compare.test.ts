import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InputOf } from '#shared/contract/index.ts';
import { formatDate, isoDate } from '#shared/kernel/date.ts';
import { kopecks, moneyToDecimal, sumMoney, type Kopecks } from '#shared/kernel/money.ts';
import { writeWorkbook } from '#main/exchange/xlsx/write-workbook.ts';
import type { SheetCell } from '#main/ports/one-c-files.ts';
import { refused, startTestCore, unwrap, type TestCaller, type TestCore } from '#test/helpers/a-core.ts';
import { fillBase, ORDER_TOTALS } from '#test/helpers/a-filled-base.ts';
import { aLine, DEMO_PARTIES } from '#test/helpers/a-source.ts';
import { anOctoberOrder, enterDocument, SELLER } from './a-month.ts';

let core: TestCore;
let anna: TestCaller;

const PARTIES = [DEMO_PARTIES.zerno, DEMO_PARTIES.gastronom, DEMO_PARTIES.melnikova];
const IN_1C_NAMES = ['Кофейная компания Зерно ООО', 'Гастроном на Площади ООО', 'Мельникова О. П. ИП'];

type Row = { readonly number: string; readonly day: string; readonly party: number; readonly sum: Kopecks };

/** Sixty sales of October, twenty a counterparty. */
const OURS: readonly Row[] = Array.from({ length: 60 }, (_, index) => ({
  number: String(index + 1),
  day: `2026-10-${String(1 + (index % 30)).padStart(2, '0')}`,
  party: index % 3,
  sum: kopecks(1_000_000 + index * 100),
}));

/** What the accountant's base holds: ten of ours are absent, ten have another sum, ten are strangers. */
const IN_1C: readonly Row[] = [
  ...OURS.slice(10, 20).map((row) => ({ ...row, sum: kopecks(row.sum + 1n) })),
  ...OURS.slice(20),
  ...Array.from({ length: 10 }, (_, index) => ({
    number: String(900 + index),
    day: '2026-10-15',
    party: index % 3,
    sum: kopecks(500_000),
  })),
];

const numberIn1c = (number: string): string => `0000-${number.padStart(6, '0')}`;

const HEAD: SheetCell[] = ['Дата', 'Номер', 'Сумма', 'Валюта', 'Контрагент', 'Вид документа', 'Организация'];

const listRows = (rows: readonly Row[]): SheetCell[][] => [
  ['Реализация (акты, накладные, УПД)', '', '', '', '', '', ''],
  HEAD,
  ...rows.map(({ number, day, party, sum }): SheetCell[] => [
    `${formatDate(isoDate(day))} 12:00:00`,
    numberIn1c(number),
    Number(moneyToDecimal(sum)),
    'руб.',
    IN_1C_NAMES[party] ?? '',
    'Реализация (акт, накладная, УПД)',
    'Северный каталог ООО',
  ]),
];

const compare = async (rows: SheetCell[][], more: Partial<InputOf<'exchange.compare'>> = {}) =>
  anna.call('exchange.compare', {
    commandId: core.newId(),
    file: 'Реестр за октябрь.xlsx',
    bytes: Buffer.from(await writeWorkbook([{ name: 'Лист1', rows, widths: [] }])).toString('base64'),
    ...more,
  });

const turnover = (party: number): Kopecks => sumMoney(OURS.filter((row) => row.party === party).map(({ sum }) => sum));

const figures = (a: unknown, b: unknown): number => JSON.stringify(a).localeCompare(JSON.stringify(b));

/** What of the planted differences was found. */
const foundIn = (answer: {
  onlyOurs: { number: string }[];
  only1c: { number: string }[];
  different: { number: string; sum: string; other: string | null; documentId: string | null }[];
  same: number;
}) => ({
  onlyOurs: answer.onlyOurs.map(({ number }) => number).toSorted(figures),
  only1c: answer.only1c.map(({ number }) => Number(number.slice(-3))).toSorted(figures),
  different: answer.different
    .map(({ number, sum, other, documentId }) => [number, sum, other, documentId])
    .toSorted(figures),
  same: answer.same,
});

const PLANTED = {
  onlyOurs: OURS.slice(0, 10)
    .map(({ number }) => number)
    .toSorted(figures),
  only1c: Array.from({ length: 10 }, (_, index) => 900 + index),
  different: OURS.slice(10, 20)
    .map(({ number, sum }) => [number, moneyToDecimal(sum), moneyToDecimal(kopecks(sum + 1n)), `upd-${number}`])
    .toSorted(figures),
  same: 40,
};

beforeAll(async () => {
  core = startTestCore();
  core.base.write((stores) => {
    fillBase(stores);
    for (const { number, day, party, sum } of OURS) {
      const buyer = PARTIES[party] ?? DEMO_PARTIES.zerno;
      const order = anOctoberOrder(number, {
        partyId: buyer.id,
        contractId: null,
        lines: [aLine({ quantity: '1', price: sum })],
      });
      stores.orders.save(order, ORDER_TOTALS);
      enterDocument(stores, { kind: 'upd', number, order, buyer, date: isoDate(day) });
    }
  });
  anna = await core.as('anna');
});
afterAll(() => core.close());

describe('a register of 1C', () => {
  test('thirty planted differences in a list of documents come out in the right three lists', async () => {
    expect(foundIn(unwrap(await compare(listRows(IN_1C))))).toEqual(PLANTED);
  });

  test('the same in the card of account 62, whose postings are added up by document', async () => {
    const postings = IN_1C.flatMap(({ number, day, party, sum }): SheetCell[][] => {
      const document = `Реализация (акт, накладная, УПД) ${numberIn1c(number)} от ${formatDate(isoDate(day))} 12:00:00\nРеализация товаров`;
      const half = kopecks(sum / 2n);
      return [half, kopecks(sum - half)].map((part) => [
        formatDate(isoDate(day)),
        document,
        `${IN_1C_NAMES[party]}\nБез договора`,
        'Товары',
        '62.01',
        Number(moneyToDecimal(part)),
        '90.01.1',
        Number(moneyToDecimal(part)),
      ]);
    });
    const payment: SheetCell[] = [
      '15.10.2026',
      'Поступление на расчетный счет 0000-000001 от 15.10.2026 12:00:00',
      '',
      'Кофейная компания Зерно ООО',
      '51',
      1000,
      '62.01',
      1000,
    ];
    const head: SheetCell[] = ['Период', 'Документ', 'Аналитика Дт', 'Аналитика Кт', 'Дебет', '', 'Кредит', ''];
    expect(
      foundIn(
        unwrap(
          await compare([
            ['Карточка счета 62 за Октябрь 2026 г.', '', '', '', '', '', '', ''],
            head,
            ...postings,
            payment,
          ]),
        ),
      ),
    ).toEqual(PLANTED);
  });

  test('an оборотно-сальдовая ведомость is compared by counterparties', async () => {
    const rows: SheetCell[][] = [
      ['ООО «Северный каталог»', '', '', '', '', '', ''],
      ['Оборотно-сальдовая ведомость по счету 62 за Октябрь 2026 г.', '', '', '', '', '', ''],
      ['Счет', 'Сальдо на начало периода', '', 'Обороты за период', '', 'Сальдо на конец периода', ''],
      ['Контрагенты', 'Дебет', 'Кредит', 'Дебет', 'Кредит', 'Дебет', 'Кредит'],
      ['62', '', '', 1_234_567, '', '', ''],
      ['Кофейная компания Зерно ООО', '', '', Number(moneyToDecimal(turnover(0))), '', '', ''],
      ['Гастроном на Площади ООО', '', '', Number(moneyToDecimal(turnover(1))) + 1, '', '', ''],
      ['Посторонний ООО', '', '', 100, '', '', ''],
      ['Итого', '', '', 1_234_567, '', '', ''],
    ];
    const answer = unwrap(await compare(rows));
    expect(answer).toMatchObject({ by: 'party', from: '2026-10-01', to: '2026-10-31', same: 1 });
    expect(answer.onlyOurs.map(({ counterparty }) => counterparty)).toEqual(['ИП Мельникова О. П.']);
    expect(answer.only1c.map(({ counterparty }) => counterparty)).toEqual(['Посторонний ООО']);
    expect(answer.different.map(({ counterparty }) => counterparty)).toEqual(['ООО «Гастроном на Площади»']);
  });

  test('columns that are not recognised are asked for once and remembered', async () => {
    const rows = listRows(IN_1C).map((row, index) =>
      index === 1 ? ['Когда', 'Какой', 'Сколько', '', 'Кому', '', ''] : row,
    );
    const question = refused(await compare(rows));
    expect(question.code).toBe('oneC.columns');
    expect(question.data).toMatchObject({ missing: 'Номер, Дата, Сумма' });
    const columns = { number: 1, date: 0, sum: 2, party: 4 };
    expect(foundIn(unwrap(await compare(rows, { columns })))).toEqual(PLANTED);
    expect(foundIn(unwrap(await compare(rows)))).toEqual(PLANTED);
  });

  test('a file that is no workbook is refused in plain words', async () => {
    const answer = await anna.call('exchange.compare', {
      commandId: core.newId(),
      file: 'отчёт.xls',
      bytes: Buffer.from('не таблица').toString('base64'),
    });
    expect(refused(answer)).toMatchObject({ code: 'oneC.register', data: { file: 'отчёт.xls' } });
  });

  test('whose register it is, when nothing in it says so, is seen by the documents themselves', async () => {
    expect(SELLER.party.inn).not.toBe('');
    const answer = unwrap(await compare(listRows(IN_1C).map((row) => row.slice(0, 6))));
    expect(answer.organisation).toBe(SELLER.party.shortName);
  });
});
