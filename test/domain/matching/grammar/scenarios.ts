import type { Allocation, MatchOperation, OpenItem, ProposalKind } from '#shared/domain/matching/types.ts';
import { addDays, formatDate } from '#shared/kernel/date.ts';
import { kopecks } from '#shared/kernel/money.ts';
import type { Dice } from './dice.ts';
import { grow } from './grammar.ts';
import { operationFor, payerOf, valuesOf, type Field } from './operation-parts.ts';

/** `null`: people would disagree, and the only wrong answer is to post it. */
export type Truth = {
  readonly kind: ProposalKind;
  readonly allocations: readonly Allocation[];
} | null;

export type Grown = {
  readonly scenario: string;
  readonly operation: MatchOperation;
  readonly truth: Truth;
  /** A careful accountant would let it post itself. */
  readonly mayPost: boolean;
};

type Scenario = (field: Field) => Grown[];

const whole = (items: readonly OpenItem[]): Truth => ({
  kind: 'payment',
  allocations: items.map(({ documentId, outstanding }) => ({ documentId, sum: outstanding })),
});

const one = (field: Field, fits?: (item: OpenItem) => boolean): OpenItem | null => field.take(1, fits)?.[0] ?? null;

const exact: Scenario = (field) => {
  const item = one(field);
  if (item === null) return [];
  const purpose = grow(field.dice, 'single', valuesOf(field.dice, item, item.outstanding));
  const operation = operationFor(field, item, item.outstanding, purpose);
  return [{ scenario: 'exact', operation, truth: whole([item]), mayPost: true }];
};

const decorated: Scenario = (field) => {
  const item = one(field);
  if (item === null) return [];
  const { number } = item;
  const n = field.dice.pick([
    `000${number}`,
    `СЧ-${number}`,
    `${number}/26`,
    `${number}-26`,
    `А${number}`,
    number.padStart(9, '0'),
  ]);
  const purpose = grow(field.dice, 'single', valuesOf(field.dice, item, item.outstanding, n));
  return [
    {
      scenario: 'decorated',
      operation: operationFor(field, item, item.outstanding, purpose),
      truth: whole([item]),
      mayPost: true,
    },
  ];
};

const several: Scenario = (field) => {
  const items = field.take(2 + field.dice.below(4));
  const [first] = items ?? [];
  if (items === null || first === undefined) return [];
  const sum = kopecks(items.reduce((total, { outstanding }) => total + outstanding, 0n));
  const glue = field.dice.pick([', ', ',', ' и ', '; ', ', №', ' ']);
  const isDated = glue === ', ' && field.dice.chance(40);
  const list = items.map(({ number, date }) => (isDated ? `${number} от ${formatDate(date)}` : number)).join(glue);
  const purpose = grow(field.dice, 'several', { ...valuesOf(field.dice, first, sum), list });
  return [
    { scenario: 'several', operation: operationFor(field, first, sum, purpose), truth: whole(items), mayPost: true },
  ];
};

const part: Scenario = (field) => {
  const item = one(field);
  if (item === null) return [];
  const percent = field.dice.pick([20n, 30n, 50n, 70n]);
  const sum = kopecks(
    field.dice.chance(50)
      ? (item.outstanding * percent) / 100n
      : item.outstanding - BigInt(5_000 + field.dice.below(9_000)),
  );
  if (sum <= 0n) return [];
  const opening = field.dice.pick([`Предоплата ${percent}% `, 'Частичная оплата ', 'Аванс ', '']);
  const purpose = `${opening}${grow(field.dice, 'single', valuesOf(field.dice, item, sum))}`;
  const truth: Truth = { kind: 'payment', allocations: [{ documentId: item.documentId, sum }] };
  return [{ scenario: 'part', operation: operationFor(field, item, sum, purpose), truth, mayPost: true }];
};

const over: Scenario = (field) => {
  const item = one(field);
  if (item === null) return [];
  const sum = kopecks(item.outstanding + BigInt(100 + field.dice.below(5_000_000)));
  const purpose = grow(field.dice, 'single', valuesOf(field.dice, item, sum));
  return [
    { scenario: 'over', operation: operationFor(field, item, sum, purpose), truth: whole([item]), mayPost: false },
  ];
};

const SLIPS: readonly ((number: string, dice: Dice) => string)[] = [
  (number) => number.slice(0, -2) + number.slice(-1) + number.slice(-2, -1),
  (number, dice) => number.slice(0, -1) + dice.below(10),
  (number) => number.slice(0, -1),
  (number) => number + number.slice(-1),
  (number, dice) => String(dice.below(8) + 1) + number.slice(1),
];

/** The slip may well be the number of another paper of the same payer. */
const slipped: Scenario = (field) => {
  const item = one(field, ({ number }) => number.length > 2);
  if (item === null) return [];
  const n = field.dice.pick(SLIPS)(item.number, field.dice);
  if (n === item.number) return [];
  const purpose = grow(field.dice, 'single', valuesOf(field.dice, item, item.outstanding, n));
  return [
    {
      scenario: 'slipped',
      operation: operationFor(field, item, item.outstanding, purpose),
      truth: whole([item]),
      mayPost: false,
    },
  ];
};

const unnumbered: Scenario = (field) => {
  const item = one(field);
  if (item === null) return [];
  const purpose = grow(field.dice, 'unnumbered', valuesOf(field.dice, item, item.outstanding));
  return [
    {
      scenario: 'unnumbered',
      operation: operationFor(field, item, item.outstanding, purpose),
      truth: whole([item]),
      mayPost: false,
    },
  ];
};

/** The number of a paper that was paid long ago, and money that is for nothing known. */
const stale: Scenario = (field) => {
  const item = field.dice.pick(field.paid);
  const isSame = field.dice.chance(50);
  const sum = isSame ? item.sum : kopecks(BigInt(field.dice.below(90_000_000)) + 10_000n);
  const purpose = grow(field.dice, 'single', valuesOf(field.dice, item, sum));
  return [{ scenario: 'stale', operation: operationFor(field, item, sum, purpose), truth: null, mayPost: false }];
};

/** The same invoice paid again some days later. */
const doubled: Scenario = (field) => {
  const [first] = exact(field);
  if (first === undefined) return [];
  const operation = {
    ...first.operation,
    id: field.id(),
    date: addDays(first.operation.date, 1 + field.dice.below(5)),
  };
  return [
    { ...first, scenario: 'doubled', truth: null, mayPost: false },
    { scenario: 'doubled', operation, truth: null, mayPost: false },
  ];
};

const forAnother: Scenario = (field) => {
  const item = one(field);
  if (item === null) return [];
  const owner = field.world.parties.find(({ id }) => id === item.partyId);
  const payer = field.dice.pick(field.world.parties.filter(({ id, inn }) => id !== item.partyId && inn !== ''));
  const phrase = field.dice.pick(['за', 'Оплата за', 'по просьбе', 'по письму']);
  const isSilent = field.dice.chance(30);
  const text = grow(field.dice, 'single', valuesOf(field.dice, item, item.outstanding));
  const purpose = isSilent ? text : `${phrase} ${owner?.names[0] ?? ''} ${text}`;
  const operation = { ...operationFor(field, item, item.outstanding, purpose), counterparty: payerOf(field, payer.id) };
  return [{ scenario: 'forAnother', operation, truth: whole([item]), mayPost: false }];
};

const stranger: Scenario = (field) => {
  const item = field.dice.pick(field.world.openItems);
  const sum = kopecks(BigInt(field.dice.below(90_000_000)) + 10_000n);
  const purpose = grow(field.dice, field.dice.pick(['single', 'unnumbered']), valuesOf(field.dice, item, sum));
  const counterparty = { ...payerOf(field, item.partyId), inn: '7799020315', account: '40702810500000007799' };
  return [
    {
      scenario: 'stranger',
      operation: { ...operationFor(field, item, sum, purpose), counterparty },
      truth: null,
      mayPost: false,
    },
  ];
};

/** Only the name, or only the account. */
const nameless: Scenario = (field) => {
  const item = one(field, ({ direction }) => direction === 'incoming');
  if (item === null) return [];
  const purpose = grow(field.dice, 'single', valuesOf(field.dice, item, item.outstanding));
  const operation = operationFor(field, item, item.outstanding, purpose);
  const isByAccount = field.dice.chance(50);
  const party = field.world.parties.find(({ id }) => id === item.partyId);
  const account = isByAccount ? (party?.accounts[0] ?? '') : '40702810500000008888';
  return [
    {
      scenario: 'nameless',
      operation: { ...operation, counterparty: { ...operation.counterparty, inn: null, account } },
      truth: whole([item]),
      mayPost: isByAccount && account !== '',
    },
  ];
};

const refunded: Scenario = (field) => {
  const item = field.dice.pick(field.paid);
  const sum = kopecks(BigInt(field.dice.below(3_000_000)) + 10_000n);
  const words = field.dice.pick([
    'Возврат',
    'Возврат денежных средств',
    'Возврат излишне уплаченной суммы',
    'ВОЗВРАТ ОШИБОЧНО ПЕРЕЧИСЛЕННЫХ СРЕДСТВ',
    'Возврат предоплаты',
  ]);
  const text = grow(field.dice, 'single', valuesOf(field.dice, item, sum));
  const direction = item.direction === 'incoming' ? 'outgoing' : 'incoming';
  const operation = { ...operationFor(field, item, sum, `${words} ${text}`), direction } as const;
  return [{ scenario: 'refunded', operation, truth: { kind: 'refund', allocations: [] }, mayPost: false }];
};

const OTHERS: readonly (readonly [ProposalKind, string, string, string | null, readonly string[]])[] = [
  [
    'fee',
    'АО "АЛЬФА-БАНК"',
    '47423810000000000001',
    '7728168971',
    ['Комиссия за РКО', 'Ежемесячная плата за обслуживание счета', 'Комиссия за исполнение платежа №{n} от {date}'],
  ],
  [
    'tax',
    'УФК по Тульской области (Межрайонная ИФНС России № 12)',
    '03100643000000018500',
    null,
    [
      'ЕНП',
      'Единый налоговый платёж за {month}',
      'Уплата штрафа по требованию №{n} от {date}',
      'Государственная пошлина',
    ],
  ],
  [
    'salary',
    'Сидорчук Анна Львовна',
    '40817810200000012345',
    null,
    [
      'Зарплата за {month}',
      'Заработная плата, ведомость {n} от {date}',
      'Отпускные за {month}',
      'Возмещение подотчетных сумм по авансовому отчету №{n}',
    ],
  ],
];

const others: Scenario = (field) => {
  const [kind, name, account, inn, texts] = field.dice.pick(OTHERS);
  const item = field.dice.pick(field.world.openItems);
  const sum = kopecks(BigInt(field.dice.below(900_000)) + 100n);
  const values = valuesOf(field.dice, item, sum);
  const purpose = field.dice.pick(texts).replaceAll(/\{(\w+)\}/gu, (_, key: string) => values[key] ?? '');
  const operation = {
    ...operationFor(field, item, sum, purpose),
    direction: 'outgoing',
    counterparty: { name, inn, kpp: null, account, bic: '044525593' },
  } as const;
  return [{ scenario: 'others', operation, truth: { kind, allocations: [] }, mayPost: true }];
};

/** Of a thousand operations so many are of that kind. */
export const SCENARIOS: readonly (readonly [number, Scenario])[] = [
  [440, exact],
  [60, decorated],
  [80, several],
  [70, part],
  [25, over],
  [40, slipped],
  [60, unnumbered],
  [30, stale],
  [15, doubled],
  [40, forAnother],
  [30, stranger],
  [40, nameless],
  [20, refunded],
  [50, others],
];
