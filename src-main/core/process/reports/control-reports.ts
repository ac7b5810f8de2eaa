import { formatDate, parseIsoDate } from '#shared/kernel/date.ts';
import type { Element, ProcessState } from '#shared/domain/process/state.ts';
import { costMargin } from './record-reports.ts';
import {
  isInPeriod,
  numberIn,
  roubles,
  statesOf,
  table,
  textIn,
  type Report,
  type ReportContext,
} from './report-context.ts';

const titleOf = ({ stores }: ReportContext, instanceId: string): string =>
  stores.processes.instance(instanceId)?.title ?? '';

/** Lines of the latest plan of production that a process has kept; null while there is none. */
const plannedProducts = ({ stores }: ReportContext): ReadonlySet<string> | null => {
  const [latest] = stores.processes.reports({ code: 'production-plan' }, { limit: 1, offset: 0 }).items;
  const plan = latest === undefined ? null : stores.processes.report(latest.id);
  if (plan === null) return null;
  const place = plan.table.columns.findIndex(({ code }) => code === 'product');
  return new Set(plan.table.rows.map((row) => row[place] ?? ''));
};

const productsOf = (context: ReportContext, { recordId, fields }: ProcessState): readonly string[] => {
  const orderId = recordId === null ? null : (context.stores.processes.record(recordId)?.orderId ?? null);
  const order = orderId === null ? null : context.stores.orders.get(orderId);
  if (order !== null) return order.lines.map(({ name }) => name);
  const { lines } = fields;
  return Array.isArray(lines) ? lines.map(String) : [];
};

const SHIPPED: readonly string[] = ['awaiting-documents', 'closed', 'refused'];

/** Why an order of the week may be lost: not in the plan, past its day, or shipped in another volume (TUR-08). */
const gapsOf = (
  context: ReportContext,
  state: ProcessState,
  planned: ReadonlySet<string> | null,
): readonly string[] => {
  const { fields, stage } = state;
  const shipDate = parseIsoDate(textIn(fields['shipDate']).slice(0, 10));
  const isShipped = SHIPPED.includes(stage);
  const missing =
    planned === null || stage !== 'confirmed'
      ? []
      : productsOf(context, state).filter((product) => !planned.has(product));
  return [
    ...(!isShipped && !shipDate.ok ? ['нет даты отгрузки'] : []),
    ...(!isShipped && shipDate.ok && shipDate.value < context.today ? ['день отгрузки прошёл'] : []),
    ...(missing.length > 0 ? [`нет в плане: ${missing.join(', ')}`] : []),
    ...(fields['volumeDiffers'] === true ? ['отгружено не столько, сколько заказано'] : []),
  ];
};

export const orderGaps: Report = (context) => {
  const planned = plannedProducts(context);
  const rows = statesOf(context, 'meat-order').flatMap((state) => {
    const gaps = state.status === 'running' && state.stage !== 'preliminary' ? gapsOf(context, state, planned) : [];
    const shipDate = parseIsoDate(textIn(state.fields['shipDate']).slice(0, 10));
    const owner = textIn(state.fields['responsible']) || state.owner || '';
    return gaps.map((gap) => [
      titleOf(context, state.instanceId),
      textIn(state.fields['customer']),
      shipDate.ok ? formatDate(shipDate.value) : '',
      gap,
      context.people.nameOf(owner),
    ]);
  });
  return table(
    'Заказы, которые можно потерять',
    [
      ['order', 'Заказ'],
      ['customer', 'Клиент'],
      ['shipDate', 'Отгрузка'],
      ['gap', 'Что не так'],
      ['manager', 'Менеджер'],
    ],
    rows,
    { notes: planned === null ? ['Снимка плана производства ещё нет: сверять заказы с планом не с чем.'] : [] },
  );
};

const percent = (part: number, whole: number): string =>
  whole === 0 ? '' : `${Math.round((part / whole) * 1_000) / 10} %`;

const sumOfProduct = (lines: readonly Element[] | undefined, product: string): number =>
  (lines ?? [])
    .filter(({ title, fields }) => title === product || fields['product'] === product)
    .reduce((sum, { fields }) => sum + numberIn(fields['sum']), 0);

const figures = (sum: number, cost: number | null) =>
  cost === null
    ? [roubles(sum), '', '', '']
    : [roubles(sum), roubles(cost), roubles(sum - cost), percent(sum - cost, sum)];

/** Cost, price and margin of each product of each order made in the period (PRD-08, PRD-37, PRD-49). */
const costMarginOfPeriod: Report = (context) => {
  const orders = new Map(statesOf(context, 'production-order').map((state) => [state.instanceId, state]));
  const items = statesOf(context, 'production-item').filter((state) => isInPeriod(context, state));
  const lines = items.map((item) => {
    const parentId = context.stores.processes.instance(item.instanceId)?.parentId ?? '';
    const product = textIn(item.fields['product']);
    const sum = sumOfProduct(orders.get(parentId)?.sets['orderLines'], product);
    // A product whose cost nobody has entered yet has no margin either: it is left out of both.
    const cost = typeof item.fields['cost'] === 'number' ? item.fields['cost'] : null;
    const quantity = item.fields['quantity'];
    return { order: titleOf(context, parentId), product, quantity: numberIn(quantity), sum, cost };
  });
  const known = lines.flatMap(({ sum, cost }) => (cost === null ? [] : [{ sum, cost }]));
  const total = (code: 'sum' | 'cost'): number => known.reduce((all, line) => all + line[code], 0);
  return table(
    'Себестоимость и маржа',
    [
      ['order', 'Заказ'],
      ['product', 'Товар'],
      ['quantity', 'Количество', 'number'],
      ['sum', 'Цена заказа, ₽', 'number'],
      ['cost', 'Себестоимость, ₽', 'number'],
      ['margin', 'Маржа, ₽', 'number'],
      ['percent', 'Маржинальность', 'number'],
    ],
    lines.map(({ order, product, quantity, sum, cost }) => [order, product, quantity, ...figures(sum, cost)]),
    {
      totals: ['С известной себестоимостью', '', '', ...figures(total('sum'), total('cost'))],
      notes:
        known.length < lines.length
          ? [`Себестоимость не указана: ${lines.length - known.length} из ${lines.length}.`]
          : [],
    },
  );
};

/** Of one order when its process asks, of the period when a person does. */
export const costAndMargin: Report = (context) =>
  context.state === null ? costMarginOfPeriod(context) : costMargin(context);
