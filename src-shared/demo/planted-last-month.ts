import { goods, type ContractSpec, type LineSpec, type OrderSpec } from './specs.ts';

/** What is wrong on purpose in one of the two hundred orders of the last month. */
type PlantedOrder = {
  readonly severity: 'block' | 'warn';
  /** The finding that the check must show for it, and no other. */
  readonly code: string;
  readonly change: (order: OrderSpec, index: number) => Partial<OrderSpec>;
};

type Planter = (order: OrderSpec, index: number) => Partial<OrderSpec>;

const blocked = (code: string, change: Planter): PlantedOrder => ({ severity: 'block', code, change });
const warned = (code: string, change: Planter): PlantedOrder => ({ severity: 'warn', code, change });

/** A contract of this order alone; its number follows the order's, so that no other buyer has it. */
const ownContract = (order: OrderSpec, index: number, terms: Partial<ContractSpec>): Partial<OrderSpec> => ({
  contract: {
    kind: 'supply',
    n: 200 + index,
    signed: (order.shipped ?? 0) - 200,
    subject: 'посуда и товары для кухни по каталогу Поставщика',
    event: 'shipment',
    days: 14,
    ...terms,
  },
});

const shippedOn = (order: OrderSpec): number => order.shipped ?? 0;

const goodsOnly = ({ lines }: OrderSpec): LineSpec[] => lines.filter(({ kind }) => kind === 'goods');

const firstLine = (order: OrderSpec, change: Partial<LineSpec>): LineSpec[] =>
  order.lines.map((line, position) => (position === 0 ? { ...line, ...change } : line));

const withGift: Planter = ({ lines }) => ({
  lines: [...lines, goods('К-101', 'Кружка керамическая, образец цвета', 'шт', '6', '0')],
});

const endsSoon =
  (daysLeft: number): Planter =>
  (order, index) =>
    ownContract(order, index, { validTo: shippedOn(order) + daysLeft });

const oldClause: Planter = (order, index) =>
  ownContract(order, index, { vatClause: 'Цена включает НДС 20 %', signed: shippedOn(order) - 420 });

/** Schoolbooks are taxed at 10 %, the rest of the order at the general rate. */
const mixedRates: Planter = (order) => ({
  lines: [...order.lines, goods('К-620', 'Тетрадь школьная, 12 листов', 'упак', '40', '185', { vatRate: '10' })],
});

/** Order by order: five that cannot be issued and twelve to look at (product.md §8.4). All others are clean. */
export const PLANTED_LAST_MONTH: Readonly<Record<string, PlantedOrder>> = {
  '3102': blocked('line.discountBad', (order) => ({
    lines: goodsOnly({ ...order, lines: firstLine(order, { discount: '110' }) }),
  })),
  '3109': blocked('tax.rateNotAllowed', () => ({
    comment: 'Ставка пришла из старого прайс-листа.',
    lines: [goods('К-205', 'Кастрюля стальная, 5 л', 'шт', '40', '2480', { vatRate: '20' })],
  })),
  '3115': blocked('contract.expired', (order, index) =>
    ownContract(order, index, { validTo: shippedOn(order) - 9, signed: shippedOn(order) - 374 }),
  ),
  '3126': blocked('line.unitMissing', (order) => ({
    lines: goodsOnly({ ...order, lines: firstLine(order, { unit: '' }) }),
  })),
  '3138': blocked('line.quantityBad', (order) => ({
    lines: goodsOnly({ ...order, lines: firstLine(order, { quantity: '0' }) }),
  })),
  '3008': warned('line.priceZero', withGift),
  '3025': warned('contract.vatClauseOld', oldClause),
  '3183': warned('contract.expiresSoon', endsSoon(28)),
  '3059': warned('tax.severalRates', mixedRates),
  '3074': warned('line.priceZero', withGift),
  '3189': warned('contract.expiresSoon', endsSoon(28)),
  '3117': warned('line.priceZero', withGift),
  '3121': warned('party.twinName', () => ({ buyer: 'vektorDashPlus' })),
  '3128': warned('contract.vatClauseOld', oldClause),
  '3195': warned('contract.expiresSoon', endsSoon(28)),
  '3140': warned('tax.severalRates', mixedRates),
  '3162': warned('date.beforeContract', (order, index) => ownContract(order, index, { signed: shippedOn(order) + 3 })),
};
