import type { OpenItem } from '../../domain/matching/types.ts';
import { kopecks } from '../../kernel/money.ts';
import type { Draft, GoldenAnswer } from './demo-operation.ts';
import type { DemoGround } from './ground.ts';
import { dated, isInvoice, pays, sideOf, total, vatWords, type Pool } from './pool.ts';

type Maker = (ground: DemoGround, pool: Pool) => Draft[];

const times = (count: number, make: (index: number) => Draft): Draft[] =>
  Array.from({ length: count }, (_, index) => make(index));

const of = (party: string, organisation?: string) => (item: OpenItem) =>
  isInvoice(item) && item.partyId === party && (organisation === undefined || item.organisationId === organisation);

const usual = (ground: DemoGround, item: OpenItem) => ({
  organisationId: item.organisationId,
  direction: 'incoming' as const,
  counterparty: sideOf(ground, item.partyId),
});

/** More than is owed: the invoice is closed, the rest is an advance. */
export const overpayments: Maker = (ground, pool) =>
  times(6, (index) => {
    const item = pool.one(isInvoice);
    const over = BigInt(1 + index) * 100_000n;
    return {
      ...usual(ground, item),
      group: 'over',
      sum: kopecks(item.outstanding + over),
      purpose: `Оплата по счету № ${item.number} от ${dated(item)}, остальное аванс за следующую поставку`,
      golden: pays([item], over, false),
    };
  });

export const roundedPayments: Maker = (ground, pool) =>
  times(3, () => {
    const item = pool.one((each) => isInvoice(each) && each.outstanding > 100n);
    const sum = kopecks(item.outstanding - 50n);
    return {
      ...usual(ground, item),
      group: 'rounding',
      sum,
      purpose: `Оплата по счету № ${item.number} от ${dated(item)}, ${vatWords(item)}`,
      golden: { ...pays([item], 0n, false), allocations: [{ documentId: item.documentId, sum }] },
    };
  });

const HOTEL = '6999010190';
const KVANT = '6999010217';
const CATALOGUE = '7899003031';
const FURNITURE = '6999005055';

/** The hotel pays at once for itself and for a company of its group. */
export const groupPayments: Maker = (ground, pool) =>
  [CATALOGUE, FURNITURE].map((organisation): Draft => {
    const items = [pool.one(of(HOTEL, organisation)), pool.one(of(KVANT, organisation))];
    const [own, sister] = items.map(({ number }) => number);
    return {
      group: 'group',
      organisationId: items[0]?.organisationId ?? pool.one().organisationId,
      direction: 'incoming',
      counterparty: sideOf(ground, HOTEL),
      sum: total(items),
      purpose: `Оплата по счетам ${own} и ${sister} за себя и АНО "Квант"`,
      golden: pays(items, 0n, false),
    };
  });

const CLINIC = '7799010099';

/** The clinic pays for others; the money is theirs, and a person agrees. */
export const thirdPartyPayments: Maker = (ground, pool) =>
  (
    [
      [
        '7899010127',
        (item: OpenItem) => `Оплата за ООО "Кофейная компания Зерно" по счету № ${item.number} от ${dated(item)}`,
      ],
      ['789901013160', (item: OpenItem) => `За ИП Ковалева А.И. по сч. ${item.number}, ${vatWords(item)}`],
      [
        '7199010019',
        (item: OpenItem) => `Оплата за ООО Гастроном на Площади, счет ${item.number}, по письму от ${dated(item)}`,
      ],
      ['7799010028', (item: OpenItem) => `Оплата за третье лицо ИНН 7799010028 по счету ${item.number}`],
      ['169901008186', (item: OpenItem) => `По поручению ИП Сафин И.М. оплата счета ${item.number}. ${vatWords(item)}`],
    ] as const
  ).map(([party, words]): Draft => {
    const item = pool.one(of(party, CATALOGUE));
    return {
      ...usual(ground, item),
      group: 'thirdParty',
      counterparty: sideOf(ground, CLINIC),
      sum: item.outstanding,
      purpose: words(item),
      golden: pays([item], 0n, false),
    };
  });

/** «Вектор Плюс» and «Вектор-Плюс»: the ИНН or account decides; the name alone, only together with a number, and never by itself. */
export const twinNamePayments: Maker = (ground, pool) =>
  [
    { party: '7799010074', name: 'ООО "Вектор   Плюс"', keeps: 'inn' },
    { party: '7799010074', name: 'ООО ВЕКТОР ПЛЮС', keeps: 'account' },
    { party: '7799010074', name: 'ООО "Вектор Плюс"', keeps: 'inn' },
    { party: '7799010074', name: 'ВЕКТОР ПЛЮС ООО', keeps: 'account' },
    { party: '7799010074', name: 'ООО "Вектор-Плюс"', keeps: 'name' },
    { party: '7799010074', name: 'Общество с ограниченной ответственностью "ВЕКТОР ПЛЮС"', keeps: 'name' },
  ].map(({ party, name, keeps }): Draft => {
    const item = pool.one(of(party));
    const side = sideOf(ground, party);
    const counterparty = {
      ...side,
      name,
      inn: keeps === 'inn' ? side.inn : null,
      kpp: null,
      account: keeps === 'name' ? '40702810000000077777' : side.account,
    };
    return {
      ...usual(ground, item),
      group: 'twinNames',
      counterparty,
      sum: item.outstanding,
      purpose: `Оплата по счету № ${item.number} от ${dated(item)}, ${vatWords(item)}`,
      golden: pays([item], 0n, keeps !== 'name'),
    };
  });

/** One invoice paid twice on a day, and two halves of one invoice on a day: nothing tells such operations apart. */
export const twinOperations: Maker = (ground, pool) => {
  const [once, halved] = [pool.one(isInvoice), pool.one((item) => isInvoice(item) && item.outstanding % 2n === 0n)];
  const half = kopecks(halved.outstanding / 2n);
  const advance: GoldenAnswer = {
    kind: 'advance',
    partyId: once.partyId,
    allocations: [],
    remainder: once.outstanding,
    mayPost: false,
  };
  const twice = (item: OpenItem, sum: Draft['sum'], purpose: string, answers: readonly GoldenAnswer[]): Draft[] =>
    answers.map((golden) => ({
      ...usual(ground, item),
      group: 'twinOperations',
      sum,
      purpose,
      day: `twins ${item.documentId}`,
      golden,
    }));
  const halfAnswer = { ...pays([halved], 0n, false), allocations: [{ documentId: halved.documentId, sum: half }] };
  return [
    ...twice(once, once.outstanding, `Оплата по счету № ${once.number} от ${dated(once)}`, [
      pays([once], 0n, false),
      advance,
    ]),
    ...twice(halved, half, `Предоплата 50% по счету № ${halved.number}`, [halfAnswer, halfAnswer]),
  ];
};

/** The purpose still names the rate of last year. */
export const oldRatePayments: Maker = (ground, pool) =>
  times(5, () => {
    const item = pool.one((each) => isInvoice(each) && each.vatRates.includes(22));
    return {
      ...usual(ground, item),
      group: 'oldVatRate',
      sum: item.outstanding,
      purpose: `Оплата по счету № ${item.number} от ${dated(item)}, в т.ч. НДС 20% ${item.outstanding / 600n}-00`,
      golden: pays([item], 0n, false),
    };
  });

const SCHOOL = '7199010058';
const TREASURY = 'УФК по Тульской области (МБОУ "Демонстрационная школа № 7" л/с 20666Х12345)';

/** The school pays through the treasury; once without its ИНН, and then its name alone must not post. */
export const budgetPayments: Maker = (ground, pool) =>
  times(3, (index) => {
    const item = pool.one(of(SCHOOL, CATALOGUE));
    const hasInn = index < 2;
    return {
      ...usual(ground, item),
      group: 'budget',
      counterparty: { ...sideOf(ground, SCHOOL), name: TREASURY, inn: hasInn ? SCHOOL : null, kpp: null },
      sum: item.outstanding,
      purpose: `(0120-0702-2110170590-244-343, л/с 20666Х12345) Оплата по счету № ${item.number} от ${dated(item)} школа № 7 ${vatWords(item)}`,
      golden: pays([item], 0n, hasInn),
    };
  });
