import type { Order } from '#shared/domain/order/order.ts';
import { formatDate, parseIsoDate } from '#shared/kernel/date.ts';
import type { Element, ProcessState } from '#shared/domain/process/state.ts';
import { numberIn, roubles, statesOf, table, textIn, type Report, type ReportContext } from './report-context.ts';

type Deal = { readonly state: ProcessState; readonly order: Order | null };

const isOpen = ({ stage, status }: ProcessState): boolean =>
  status === 'running' && ['preliminary', 'confirmed'].includes(stage);

const dealsOf = (context: ReportContext): readonly Deal[] =>
  statesOf(context, 'meat-order')
    .filter(isOpen)
    .map((state) => {
      const orderId =
        state.recordId === null ? null : (context.stores.processes.record(state.recordId)?.orderId ?? null);
      return { state, order: orderId === null ? null : context.stores.orders.get(orderId) };
    });

const day = (value: unknown): string => {
  const parsed = parseIsoDate(typeof value === 'string' ? value.slice(0, 10) : '');
  return parsed.ok ? formatDate(parsed.value) : '';
};

type Line = { readonly product: string; readonly quantity: number; readonly unit: string };

/** What is made and bought: a delivery among the lines is neither. */
const goodsOf = ({ lines }: Order): Order['lines'] => lines.filter(({ kind }) => kind === 'goods');

const linesOf = ({ order, state }: Deal): readonly Line[] => {
  if (order !== null)
    return goodsOf(order).map(({ name, quantity, unitName }) => ({
      product: name,
      quantity: Number(quantity),
      unit: unitName,
    }));
  const { lines } = state.fields;
  return Array.isArray(lines)
    ? lines.map((name) => ({ product: String(name), quantity: numberIn(state.fields['volume']), unit: '' }))
    : [];
};

const sitesOf = ({ stores }: ReportContext): readonly Element[] =>
  stores.processes
    .recordsOfType('productionSite', 100)
    .toReversed()
    .map(({ id, title, fields }) => ({ id, title, fields }));

const wordsOf = ({ fields }: Element): readonly string[] =>
  textIn(fields['goods'])
    .toLowerCase()
    .split(/[,;]\s*/u)
    .filter(Boolean);

/** The production whose goods the name mentions; the first makes what no other claims (see set-sources.ts). */
const siteOf = (sites: readonly Element[], product: string): string => {
  const found = sites.find((site) => wordsOf(site).some((word) => product.toLowerCase().includes(word))) ?? sites[0];
  return found?.title ?? 'Производство';
};

/** Columns of GAP-11: customer, product, production, volume, unit, day of delivery, manager, sum, confirmation. */
export const preliminaryOrders: Report = (context) => {
  const sites = sitesOf(context);
  const deals = dealsOf(context);
  const rows = deals.flatMap((deal) => {
    const { fields, owner } = deal.state;
    const who = textIn(fields['responsible']) || owner || '';
    return linesOf(deal).map(({ product, quantity, unit }) => [
      textIn(fields['customer']),
      product,
      siteOf(sites, product),
      quantity,
      unit,
      day(fields['shipDate']),
      context.people.nameOf(who),
      roubles(fields['sum']),
      fields['weekConfirmed'] === true ? 'да' : 'нет',
    ]);
  });
  const sum = deals.reduce((total, { state }) => total + numberIn(state.fields['sum']), 0);
  return table(
    'Предварительные заявки',
    [
      ['customer', 'Клиент'],
      ['product', 'Товар'],
      ['production', 'Производство'],
      ['volume', 'Объём', 'number'],
      ['unit', 'Ед.'],
      ['shipDate', 'День поставки'],
      ['manager', 'Менеджер'],
      ['sum', 'Сумма заявки, ₽', 'number'],
      ['confirmed', 'Подтверждена'],
    ],
    rows,
    { totals: ['Заявок', deals.length, '', '', '', '', '', roubles(sum), ''] },
  );
};

const grouped = (context: ReportContext, keyOf: (deal: Deal, line: Line, site: string) => readonly string[]) => {
  const sites = sitesOf(context);
  const volumes = new Map<string, { readonly key: readonly string[]; volume: number; orders: number }>();
  for (const deal of dealsOf(context)) {
    for (const line of linesOf(deal)) {
      const key = keyOf(deal, line, siteOf(sites, line.product));
      const known = volumes.get(key.join('\n')) ?? { key, volume: 0, orders: 0 };
      volumes.set(key.join('\n'), { key, volume: known.volume + line.quantity, orders: known.orders + 1 });
    }
  }
  return [...volumes.values()].toSorted((a, b) => (a.key.join('\n') < b.key.join('\n') ? -1 : 1));
};

const volumeText = (volume: number): string => String(Math.round(volume * 1_000) / 1_000).replace('.', ',');

export const productionPlan: Report = (context) =>
  table(
    'Производственный план',
    [
      ['production', 'Производство'],
      ['product', 'Товар'],
      ['unit', 'Ед.'],
      ['volume', 'Объём', 'number'],
      ['orders', 'Заявок', 'number'],
    ],
    grouped(context, (_deal, { product, unit }, site) => [site, product, unit]).map(({ key, volume, orders }) => [
      ...key,
      volumeText(volume),
      orders,
    ]),
  );

export const deliveryPlan: Report = (context) =>
  table(
    'План доставки',
    [
      ['production', 'Производство'],
      ['shipDate', 'День поставки'],
      ['customer', 'Клиент'],
      ['address', 'Адрес'],
      ['volume', 'Объём', 'number'],
      ['lines', 'Позиций', 'number'],
    ],
    grouped(context, ({ state: { fields } }, _line, site) => [
      site,
      day(fields['shipDate']),
      textIn(fields['customer']),
      textIn(fields['deliveryAddress']),
    ]).map(({ key, volume, orders }) => [...key, volumeText(volume), orders]),
  );

/** What must be bought for what was ordered: the same volumes by goods; stock is not known here. */
export const purchasePlan: Report = (context) =>
  table(
    'План закупок',
    [
      ['production', 'Производство'],
      ['product', 'Товар'],
      ['unit', 'Ед.'],
      ['ordered', 'Заказано', 'number'],
      ['orders', 'Заявок', 'number'],
    ],
    grouped(context, (_deal, { product, unit }, site) => [site, product, unit]).map(({ key, volume, orders }) => [
      ...key,
      volumeText(volume),
      orders,
    ]),
    { notes: ['Остатки в базе не ведутся: вычтите их при расчёте закупки.'] },
  );

/** The price each product was last sold at. */
export const priceTable: Report = (context) => {
  const sites = sitesOf(context);
  const latest = new Map<string, { readonly price: string; readonly unit: string; readonly date: string }>();
  const prices = statesOf(context, 'meat-order').flatMap(({ recordId }) => {
    const orderId = recordId === null ? null : (context.stores.processes.record(recordId)?.orderId ?? null);
    const order = orderId === null ? null : context.stores.orders.get(orderId);
    return order === null ? [] : goodsOf(order).map((line) => ({ ...line, date: order.date }));
  });
  for (const { name, price, unitName, date } of prices.toSorted((a, b) => (a.date < b.date ? -1 : 1)))
    latest.set(name, { price: roubles(Number(price)), unit: unitName, date: day(date) });
  return table(
    'Таблица с актуальными прайс-листами',
    [
      ['product', 'Товар'],
      ['production', 'Производство'],
      ['unit', 'Ед.'],
      ['price', 'Цена, ₽', 'number'],
      ['since', 'По заказу от'],
    ],
    [...latest]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, { price, unit, date }]) => [name, siteOf(sites, name), unit, price, date]),
  );
};
