import { formatDate, parseIsoDate } from '#shared/kernel/date.ts';
import { dayOf } from '#shared/domain/process/local-time.ts';
import type { ProcessState } from '#shared/domain/process/state.ts';
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

const percent = (part: number, whole: number): string =>
  whole === 0 ? '' : `${Math.round((part / whole) * 1_000) / 10} %`;

const recordTitle = ({ stores }: ReportContext, { instanceId }: ProcessState): string =>
  stores.processes.instance(instanceId)?.title ?? '';

const ownerName = ({ people, stores }: ReportContext, { instanceId }: ProcessState): string => {
  const owner = stores.processes.instance(instanceId)?.owner ?? null;
  return owner === null ? '' : people.nameOf(owner);
};

/** What one order of the production company is to be made of. */
export const productionOrder: Report = ({ state }) => {
  const lines = state?.sets['orderLines'] ?? [];
  const deadline = parseIsoDate(textIn(state?.fields['deadline']));
  return table(
    'Заказ на производство',
    [
      ['product', 'Товар'],
      ['quantity', 'Количество', 'number'],
      ['deadline', 'Срок'],
    ],
    lines.map(({ title, fields }) => [
      title,
      textIn(fields['quantity']),
      deadline.ok ? formatDate(deadline.value) : '',
    ]),
  );
};

/** Cost and margin of one order (PRD-37, PRD-38). */
export const costMargin: Report = ({ state }) => {
  const { sum, cost, margin, marginPercent } = state?.fields ?? {};
  return table(
    'Стоимость и маржинальность',
    [
      ['what', 'Показатель'],
      ['value', 'Значение', 'number'],
    ],
    [
      ['Сумма заказа, ₽', roubles(sum)],
      ['Себестоимость, ₽', roubles(cost)],
      ['Маржа, ₽', roubles(margin)],
      ['Маржинальность, %', textIn(marginPercent)],
    ],
  );
};

const profitColumns = [
  ['income', 'Ставка заказчика, ₽', 'number'],
  ['carrier', 'Ставка перевозчика, ₽', 'number'],
  ['expenses', 'Прочие расходы, ₽', 'number'],
  ['profit', 'Прибыль, ₽', 'number'],
  ['percent', 'Рентабельность', 'number'],
] as const;

const profitOf = (states: readonly ProcessState[]) => {
  const total = (code: string): number => states.reduce((sum, { fields }) => sum + numberIn(fields[code]), 0);
  const [income, carrier, expenses] = [total('customerRate'), total('carrierRate'), total('expenses')];
  const profit = income - carrier - expenses;
  return [roubles(income), roubles(carrier), roubles(expenses), roubles(profit), percent(profit, income)];
};

const finishedCarriages = (context: ReportContext): readonly ProcessState[] =>
  statesOf(context, 'freight-order').filter((state) => state.stage === 'finished' && isInPeriod(context, state));

/** The carriage that has just finished (MOG-136); asked for by a person, all of the period. */
export const profitByOrder: Report = (context) => {
  const states = context.state === null ? finishedCarriages(context) : [context.state];
  return table(
    'Рентабельность перевозок',
    [['order', 'Заявка'], ['client', 'Компания'], ['day', 'Завершена'], ...profitColumns],
    states.map((state) => [
      recordTitle(context, state),
      textIn(state.fields['client']),
      formatDate(dayOf(state.stageSince)),
      ...profitOf([state]),
    ]),
    { totals: ['Всего', states.length, '', ...profitOf(states)] },
  );
};

/** Revenue, costs, profit and how many orders by client (MOG-137). */
export const profitByCounterparty: Report = (context) => {
  const states = finishedCarriages(context);
  const groups = [...Map.groupBy(states, ({ fields }) => textIn(fields['client']))];
  return table(
    'Рентабельность по контрагентам',
    [['client', 'Компания'], ['orders', 'Сделок', 'number'], ...profitColumns],
    groups
      .toSorted(([, a], [, b]) => b.length - a.length)
      .map(([client, own]) => [client, own.length, ...profitOf(own)]),
    { totals: ['Всего', states.length, ...profitOf(states)] },
  );
};

/** Leads → requests → orders by employee, and why clients refused (MOG-11, MOG-138). */
export const conversion: Report = (context) => {
  const steps = ['freight-lead', 'freight-request', 'freight-order'].map((code) =>
    statesOf(context, code).filter((state) => isInPeriod(context, state)),
  );
  const names = new Set(steps.flat().map((state) => ownerName(context, state)));
  const counts = (name: string | null) =>
    steps.map((states) => states.filter((state) => name === null || ownerName(context, state) === name).length);
  const lineOf = (title: string, name: string | null) => {
    const [leads = 0, requests = 0, orders = 0] = counts(name);
    return [title, leads, requests, orders, percent(requests, leads), percent(orders, requests)];
  };
  const reasons = Map.groupBy(
    steps.flat().filter(({ fields }) => textIn(fields['refusalReason']) !== ''),
    ({ fields }) => textIn(fields['refusalReason']),
  );
  return table(
    'Конверсия',
    [
      ['who', 'Сотрудник'],
      ['leads', 'Обращений', 'number'],
      ['requests', 'Запросов', 'number'],
      ['orders', 'Заявок', 'number'],
      ['toRequest', 'В запрос', 'number'],
      ['toOrder', 'В заявку', 'number'],
    ],
    [...names].toSorted().map((name) => lineOf(name === '' ? 'Не назначен' : name, name)),
    {
      totals: lineOf('Всего', null),
      notes: [...reasons]
        .toSorted(([, a], [, b]) => b.length - a.length)
        .map(([reason, own]) => `Отказ «${reason}»: ${own.length}.`),
    },
  );
};

const sumOf = (own: readonly ProcessState[]): number =>
  own.reduce((sum, { fields }) => sum + numberIn(fields['sum']), 0);

/** Orders in the final positive status: list and total per employee, for bonuses (MSK-68, GAP-61). */
export const completedOrders: Report = (context) => {
  const states = statesOf(context, 'catalogue-order').filter(
    (state) => state.stage === 'completed' && isInPeriod(context, state),
  );
  const groups = [...Map.groupBy(states, (state) => ownerName(context, state))];
  return table(
    'Заказы в финальном положительном статусе',
    [
      ['order', 'Заказ'],
      ['who', 'Сотрудник'],
      ['channel', 'Канал'],
      ['day', 'Завершён'],
      ['sum', 'Сумма, ₽', 'number'],
    ],
    states.map((state) => [
      recordTitle(context, state),
      ownerName(context, state),
      textIn(state.fields['salesChannel']),
      formatDate(dayOf(state.stageSince)),
      roubles(state.fields['sum']),
    ]),
    {
      totals: ['Всего', states.length, '', '', roubles(sumOf(states))],
      notes: groups.map(
        ([name, own]) => `${name === '' ? 'Не назначен' : name}: заказов ${own.length} на ${roubles(sumOf(own))} ₽.`,
      ),
    },
  );
};

/** Who got which request and on what principle (MOG-94, MOG-104). */
export const distributionJournal: Report = ({ stores, people }) =>
  table(
    'Журнал распределения',
    [
      ['at', 'Когда'],
      ['client', 'Клиент'],
      ['who', 'Сотрудник'],
      ['principle', 'Принцип'],
    ],
    stores.processes
      .recordsOfType('distributionEntry', 1_000)
      .map(({ createdAt, fields }) => [
        `${formatDate(dayOf(createdAt))} ${createdAt.slice(11)}`,
        textIn(fields['client']),
        people.nameOf(textIn(fields['employee'])),
        textIn(fields['principle']),
      ]),
  );
