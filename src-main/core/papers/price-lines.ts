import type { Order, OrderLine } from '#shared/domain/order/order.ts';
import { computeTotals } from '#shared/domain/order/totals.ts';
import type { PriceLine } from '#shared/domain/papers/account-source.ts';
import type { Organisation } from '#shared/domain/party/party.ts';
import { regimeOn } from '#shared/domain/tax/regime-on.ts';
import { defaultRate } from '#shared/domain/tax/regime-rates.ts';
import { vatPeriodOn } from '#shared/domain/tax/vat-periods.ts';
import type { IsoDate } from '#shared/kernel/date.ts';
import { parseMoney, ZERO } from '#shared/kernel/money.ts';
import type { VatRate } from '#shared/kernel/vat.ts';
import type { OrderSummary, ReadStores } from '../../ports/base.ts';

type GivenLine = {
  readonly group: string;
  readonly code: string;
  readonly name: string;
  readonly unitName: string;
  readonly price: string;
  readonly vatRate?: VatRate | undefined;
};

const PAGE = 500;

/** Orders of the company, newest first. */
const ordersOf = ({ orders }: ReadStores, organisation: Organisation): OrderSummary[] => {
  const found: OrderSummary[] = [];
  for (;;) {
    const { total, items } = orders.list(
      { organisationId: organisation.party.id },
      { limit: PAGE, offset: found.length },
    );
    found.push(...items);
    if (items.length === 0 || found.length >= total)
      return found.toSorted((left, right) => right.date.localeCompare(left.date));
  }
};

const keyOf = ({ code, name, unitName }: OrderLine): string =>
  `${code.trim() === '' ? name.trim().toLowerCase() : code.trim().toLowerCase()} ${unitName}`;

/** The price of one unit as it would be sold on the date of the list, tax inside, without the discount of that sale. */
const priceOf = (order: Order, line: OrderLine, organisation: Organisation, date: IsoDate) => {
  const one = { ...order, lines: [{ ...line, quantity: '1', discountPercent: '0' }] };
  const [sums] = computeTotals(one, regimeOn(organisation.party, date), date).lines;
  return { price: sums?.gross ?? ZERO, rate: sums?.rate ?? ('none' as const) };
};

/** Each product that the company sold, once, at its last price; services of a single deal are no goods of a list. */
const lastSold = (stores: ReadStores, organisation: Organisation, date: IsoDate): PriceLine[] => {
  const linesByKey = new Map<string, PriceLine>();
  for (const { id } of ordersOf(stores, organisation)) {
    const order = stores.orders.get(id);
    if (order === null || order.currency !== 'RUB') continue;
    for (const line of order.lines) {
      const key = keyOf(line);
      if (line.kind !== 'goods' || linesByKey.has(key)) continue;
      const { code, name, unitName } = line;
      linesByKey.set(key, { group: '', code, name, unitName, ...priceOf(order, line, organisation, date) });
    }
  }
  return [...linesByKey.values()].toSorted((left, right) => left.name.localeCompare(right.name, 'ru'));
};

/** Lines of a price list: those given, else what the company sold last. */
export const priceLines = (
  stores: ReadStores,
  organisation: Organisation,
  date: IsoDate,
  given: readonly GivenLine[] | undefined,
): readonly PriceLine[] => {
  if (given === undefined) return lastSold(stores, organisation, date);
  const regime = regimeOn(organisation.party, date);
  return given.map(({ price, vatRate = null, ...line }) => {
    const sum = parseMoney(price);
    const rate =
      regime === null ? (vatRate ?? vatPeriodOn(date)?.general ?? 'none') : defaultRate(regime, date, 'goods', vatRate);
    return { ...line, rate, price: sum.ok ? sum.value : ZERO };
  });
};
