import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OutputOf } from '#shared/contract/index.ts';
import { formatDate, isoDate } from '#shared/kernel/date.ts';
import { kopecks, moneyToDecimal } from '#shared/kernel/money.ts';
import { writeWorkbook } from '#main/exchange/xlsx/write-workbook.ts';
import type { SheetCell } from '#main/ports/one-c-files.ts';
import { checkMessage } from '#test/exchange/enterprise-data/check-message.ts';
import { childOf, readTree, textOf, type Tree } from '#test/exchange/enterprise-data/read-tree.ts';
import { formatsMissing, schemaOf } from '#test/exchange/enterprise-data/schemas.ts';
import { startTestCore, unwrap, type TestCaller, type TestCore } from '#test/helpers/a-core.ts';
import { fillBase } from '#test/helpers/a-filled-base.ts';
import { DEMO_PARTIES } from '#test/helpers/a-source.ts';
import { describeUnless } from '#test/helpers/skip.ts';
import { enter } from '#test/incoming/a-bill.ts';
import { SELLER } from './a-month.ts';

let core: TestCore;
let anna: TestCaller;

const OCTOBER = { organisation: SELLER.party.inn, from: '2026-10-01', to: '2026-10-31' } as const;

beforeEach(async () => {
  core = startTestCore();
  core.base.write(fillBase);
  anna = await core.as('anna');
});
afterEach(() => core.close());

const exportMonth = async (
  more: { onlyChanged?: boolean; format?: '1.17' | '1.19' | '1.20' } = {},
): Promise<OutputOf<'exchange.export'>> =>
  unwrap(await anna.call('exchange.export', { commandId: core.newId(), ...OCTOBER, ...more }));

const textOfPart = async (exportId: string, part: 'message' | 'manifest' = 'message'): Promise<string> =>
  Buffer.from(unwrap(await anna.call('exchange.file', { exportId, part })).bytes, 'base64').toString('utf8');

const objectsOf = async (exportId: string): Promise<Tree[]> =>
  childOf(readTree((await textOfPart(exportId)).replace(/^\uFEFF/u, '')), 'Body')?.children ?? [];

const named = (objects: readonly Tree[], name: string): Tree[] => objects.filter((tree) => tree.name === name);

const incoming = (tree: Tree | undefined) => [
  textOf(tree, 'КлючевыеСвойства', 'ДанныеВходящегоДокумента', 'НомерВходящегоДокумента'),
  textOf(tree, 'КлючевыеСвойства', 'ДанныеВходящегоДокумента', 'ДатаВходящегоДокумента'),
];

/** A bill, the act for it with its счет-фактура, and a УПД of a carrier. */
const enterMonth = async () => {
  const common = { date: '2026-10-16', received: '2026-10-20' };
  const bill = await enter(core, anna, { ...common, number: '77' });
  const act = await enter(core, anna, { ...common, kind: 'incomingAct', number: 'А-12' });
  const factura = await enter(core, anna, { ...common, kind: 'incomingFactura', number: '1012' });
  const upd = await enter(core, anna, {
    ...common,
    kind: 'incomingUpd',
    number: '55',
    order: undefined,
    sum: '232.00',
    vat: '32.00',
    rates: [
      { vatRate: '22', sum: '122.00' },
      { vatRate: '10', sum: '110.00' },
    ],
  });
  return { bill, act, factura, upd };
};

const registersOf = (made: OutputOf<'exchange.export'>, role: string) => [made.totals[role], made.register[role]];

describe('papers of suppliers in an export', () => {
  test('a bill, an act with its счет-фактура and a УПД go as СчетПоставщика, Поступление and СчетФактураПолученный', async () => {
    await enterMonth();
    const made = await exportMonth();
    expect(made.leftOut).toEqual([]);
    expect(made.counts).toMatchObject({
      'Документ.СчетПоставщика': 1,
      'Документ.ПоступлениеТоваровУслуг': 2,
      'Документ.СчетФактураПолученный': 2,
      'Справочник.Контрагенты': 1,
    });
    const objects = await objectsOf(made.exportId);
    const [bill] = named(objects, 'Документ.СчетПоставщика');
    const [act] = named(objects, 'Документ.ПоступлениеТоваровУслуг');
    const [factura] = named(objects, 'Документ.СчетФактураПолученный');
    expect(incoming(bill)).toEqual(['77', '2026-10-16']);
    expect(incoming(act)).toEqual(['А-12', '2026-10-16']);
    expect(textOf(act, 'СчетПоставщика', 'Ссылка')).toBe(textOf(bill, 'КлючевыеСвойства', 'Ссылка'));
    expect(textOf(factura, 'КлючевыеСвойства', 'НомерВходящегоДокумента')).toBe('55');
    expect(
      named(objects, 'Документ.СчетФактураПолученный').map((tree) => textOf(tree, 'ДатаПолучения').slice(0, 10)),
    ).toEqual(['2026-10-20', '2026-10-20']);
  });

  test('the manifest counts them, by rate and equal to what is entered, to the kopeck', async () => {
    await enterMonth();
    const made = await exportMonth();
    expect(made.agrees).toBe(true);
    expect(made.totals['purchase']).toEqual({
      count: 2,
      sum: '61232.00',
      vat: '11032.00',
      vatByRate: { '22': '11022.00', '10': '10.00' },
    });
    for (const role of ['supplierInvoice', 'purchase', 'purchaseFactura']) {
      const [totals, register] = registersOf(made, role);
      expect(register).toEqual({ count: totals?.count, sum: totals?.sum, vat: totals?.vat });
    }
    expect(JSON.parse(await textOfPart(made.exportId, 'manifest'))).toMatchObject({
      agrees: true,
      totals: { supplierInvoice: { count: 1, sum: '61000.00' }, purchaseFactura: { count: 1, vat: '11000.00' } },
    });
  });

  test('what cannot go is listed with its reason: a счет-фактура without an act, a supplier with a broken ИНН', async () => {
    await enter(core, anna, { kind: 'incomingFactura', number: '1013', date: '2026-10-16', order: undefined });
    core.base.write((stores) => stores.parties.save({ ...DEMO_PARTIES.gastronom, inn: '7199010018' }));
    await enter(core, anna, { number: '9', date: '2026-10-16', order: undefined, party: DEMO_PARTIES.gastronom.id });
    await enter(core, anna, { number: '77', date: '2026-10-16' });
    const made = await exportMonth();
    expect(made.leftOut.map(({ document, code }) => [document, code])).toEqual([
      ['Счёт поставщика № 9 от 16.10.2026', 'party.inn'],
      ['Счёт-фактура полученный № 1013 от 16.10.2026', 'factura.basis'],
    ]);
    expect(made).toMatchObject({ goes: 1, agrees: true });
  });

  test('with --changed only new ones go, and an annulled one is told of once', async () => {
    const { act } = await enterMonth();
    expect(await exportMonth()).toMatchObject({ goes: 4, isNew: 4 });
    await enter(core, anna, { number: '78', date: '2026-10-30' });
    expect(await exportMonth({ onlyChanged: true })).toMatchObject({ goes: 1, isNew: 1, unchanged: 4, agrees: true });
    unwrap(await anna.call('incoming.annul', { commandId: core.newId(), id: act.id, reason: 'Заменён поставщиком' }));
    const queue = async () => unwrap(await anna.call('exchange.changed', {})).items;
    expect((await queue()).map(({ document, reason }) => [document, reason])).toEqual([
      ['Акт поставщика № А-12 от 16.10.2026', 'annulled'],
    ]);
    expect((await exportMonth()).annulled).toMatchObject([{ number: 'А-12' }]);
    expect(await queue()).toEqual([]);
  });
});

describeUnless(formatsMissing)('papers of suppliers by the schema of 1C', () => {
  test.each(['1.17', '1.19', '1.20'] as const)('obey the schema of %s', async (format) => {
    await enterMonth();
    await enter(core, anna, {
      kind: 'incomingUpd',
      number: '56',
      date: '2026-10-30',
      sum: '500.00',
      vat: '0.00',
      rates: [],
      lines: [{ kind: 'goods', name: 'Бумага', quantity: '2.5', unitName: 'кг', sum: '500.00', vatRate: 'none' }],
    });
    const { exportId } = await exportMonth({ format });
    expect(checkMessage(schemaOf(format), format, await textOfPart(exportId))).toEqual([]);
  });
});

/** Thirty acts of October, ten a supplier; suppliers give the same numbers, 1C gives its own. */
const SUPPLIERS = [DEMO_PARTIES.avtotrans, DEMO_PARTIES.gastronom, DEMO_PARTIES.stroysnab];
const IN_1C_NAMES = ['Автотранс-Сура ООО', 'Гастроном на Площади ООО', 'СтройСнаб Поволжье ООО'];
const ACTS = Array.from({ length: 30 }, (_, index) => ({
  supplier: Math.floor(index / 10),
  number: `А-${(index % 10) + 1}`,
  day: isoDate(`2026-10-${String(1 + (index % 10) * 2).padStart(2, '0')}`),
  sum: kopecks(1_000_000n + BigInt(index) * 12_345n),
}));

const enterActs = async () => {
  for (const { supplier, number, day, sum } of ACTS) {
    const party = SUPPLIERS[supplier]?.id ?? '';
    const text = moneyToDecimal(sum);
    await enter(core, anna, {
      kind: 'incomingAct',
      order: undefined,
      party,
      number,
      date: day,
      sum: text,
      vat: undefined,
      rates: [{ vatRate: '22', sum: text }],
    });
  }
};

const compare = async (rows: SheetCell[][]): Promise<OutputOf<'exchange.compare'>> =>
  unwrap(
    await anna.call('exchange.compare', {
      commandId: core.newId(),
      file: 'регистр.xlsx',
      bytes: Buffer.from(await writeWorkbook([{ name: 'Лист1', rows, widths: [] }])).toString('base64'),
      organisation: SELLER.party.inn,
    }),
  );

const posting = (index: number, day: string, supplier: number, sum: bigint): SheetCell[] => [
  formatDate(isoDate(day)),
  `Поступление (акт, накладная, УПД) 0000-${String(100 + index).padStart(6, '0')} от ${formatDate(isoDate(day))} 12:00:00`,
  'Перевозка',
  `${IN_1C_NAMES[supplier] ?? ''}\nБез договора`,
  '26',
  Number(moneyToDecimal(kopecks(sum))),
  '60.01',
  Number(moneyToDecimal(kopecks(sum))),
];

const turnover = (supplier: number): bigint =>
  ACTS.filter((act) => act.supplier === supplier).reduce((sum, act) => sum + act.sum, 0n);

describe('registers of account 60 against papers of suppliers', () => {
  test('a card of account 60 with thirty planted differences comes out in the right three lists', async () => {
    await enterActs();
    // 1C lacks the first five acts of each supplier's second half, has five of its own, and ten sums differ by a kopeck.
    const missing = new Set([5, 6, 7, 8, 9, 15, 16, 17, 18, 19]);
    const differing = new Set([20, 21, 22, 23, 24, 25, 26, 27, 28, 29]);
    const kept = ACTS.flatMap(({ supplier, day, sum }, index) =>
      missing.has(index) ? [] : [posting(index, day, supplier, differing.has(index) ? sum + 1n : sum)],
    );
    const strange = Array.from({ length: 10 }, (_, index) =>
      posting(800 + index, '2026-10-31', 0, BigInt(777_700 + index)),
    );
    const answer = await compare([
      ['Карточка счета 60 за Октябрь 2026 г.', '', '', '', '', '', '', ''],
      ['Период', 'Документ', 'Аналитика Дт', 'Аналитика Кт', 'Дебет', '', 'Кредит', ''],
      ...kept,
      ...strange,
    ]);
    const suppliersOf = (rows: typeof answer.onlyOurs) => rows.map(({ counterparty }) => counterparty);
    expect(answer).toMatchObject({ by: 'document', rows: 30, same: 10 });
    expect(answer.onlyOurs.map(({ number }) => number)).toEqual(
      ['А-6', 'А-7', 'А-8', 'А-9', 'А-10'].flatMap((n) => [n, n]),
    );
    expect(new Set(suppliersOf(answer.onlyOurs))).toEqual(
      new Set(SUPPLIERS.slice(0, 2).map(({ shortName }) => shortName)),
    );
    expect(answer.only1c.map(({ sum }) => sum)).toEqual(
      strange.map((_row, index) => moneyToDecimal(kopecks(BigInt(777_700 + index)))),
    );
    expect(answer.different).toHaveLength(10);
    for (const { sum, other } of answer.different)
      expect(BigInt((other ?? '0').replace('.', '')) - BigInt(sum.replace('.', ''))).toBe(1n);
  });

  test('an ОСВ by account 60 is compared by suppliers: one equal, one differs, one only here, one only there', async () => {
    await enterActs();
    const rows: SheetCell[][] = [
      ['Оборотно-сальдовая ведомость по счету 60 за Октябрь 2026 г.', '', '', '', '', '', ''],
      ['Счет', 'Сальдо на начало периода', '', 'Обороты за период', '', 'Сальдо на конец периода', ''],
      ['Контрагенты', 'Дебет', 'Кредит', 'Дебет', 'Кредит', 'Дебет', 'Кредит'],
      ['60', '', '', 5, 1_234_567, '', ''],
      [IN_1C_NAMES[0] ?? '', '', '', 5, Number(moneyToDecimal(kopecks(turnover(0)))), '', ''],
      [IN_1C_NAMES[1] ?? '', '', '', 5, Number(moneyToDecimal(kopecks(turnover(1) + 1n))), '', ''],
      ['Посторонний ООО', '', '', 5, 100, '', ''],
      ['Итого', '', '', 5, 1_234_567, '', ''],
    ];
    const answer = await compare(rows);
    expect(answer).toMatchObject({ by: 'party', same: 1 });
    expect(answer.onlyOurs.map(({ counterparty }) => counterparty)).toEqual([DEMO_PARTIES.stroysnab.shortName]);
    expect(answer.only1c.map(({ counterparty }) => counterparty)).toEqual(['Посторонний ООО']);
    expect(answer.different.map(({ counterparty }) => counterparty)).toEqual([DEMO_PARTIES.gastronom.shortName]);
  });
});
