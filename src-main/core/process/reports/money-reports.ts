import { debtOf } from '#shared/domain/debt/debts.ts';
import { addDays, formatDate, weekdayOf, type IsoDate } from '#shared/kernel/date.ts';
import { formatMoney, kopecks, sumMoney, ZERO, type Kopecks } from '#shared/kernel/money.ts';
import { asId } from '#shared/kernel/id.ts';
import { dealsOf } from '../../debts/debts.ts';
import { statesOf, table, textIn, type Report, type ReportContext } from './report-context.ts';

const nameOf = ({ stores }: ReportContext, id: string): string => stores.parties.get(asId(id))?.shortName ?? '';

/** Customers of the preliminary list; null when the list is empty: then all of them. */
const customersOfWeek = (context: ReportContext): ReadonlySet<string> | null => {
  const names = statesOf(context, 'meat-order')
    .filter(({ stage, status }) => status === 'running' && stage === 'preliminary')
    .map(({ fields }) => textIn(fields['customer']));
  return names.length === 0 ? null : new Set(names);
};

/** Debts of exactly those customers who are on the preliminary list (TUR-87); asked for by a person, of all. */
export const debtors: Report = (context) => {
  const asked = context.state === null ? null : customersOfWeek(context);
  const debts = dealsOf(context.stores, undefined)
    .map((deal) => debtOf(deal, context.today))
    .filter(({ debt, deal }) => debt > 0n && (asked === null || asked.has(nameOf(context, deal.partyId))));
  const byParty = [...Map.groupBy(debts, ({ deal }) => deal.partyId)].map(([partyId, members]) => ({
    name: nameOf(context, partyId),
    orders: members.length,
    debt: sumMoney(members.map(({ debt }) => debt)),
    overdue: sumMoney(members.map(({ overdue }) => overdue)),
    days: Math.max(...members.map(({ daysOverdue }) => daysOverdue), 0),
  }));
  return table(
    'Дебиторская задолженность',
    [
      ['customer', 'Клиент'],
      ['orders', 'Заказов', 'number'],
      ['debt', 'Долг, ₽', 'number'],
      ['overdue', 'Просрочено, ₽', 'number'],
      ['days', 'Дней просрочки', 'number'],
    ],
    byParty
      .toSorted((a, b) => Number(b.overdue - a.overdue) || Number(b.debt - a.debt))
      .map(({ name, orders, debt, overdue, days }) => [name, orders, formatMoney(debt), formatMoney(overdue), days]),
    {
      totals: [
        'Всего',
        debts.length,
        formatMoney(sumMoney(byParty.map(({ debt }) => debt))),
        formatMoney(sumMoney(byParty.map(({ overdue }) => overdue))),
        '',
      ],
    },
  );
};

const weekOf = (today: IsoDate): { readonly from: IsoDate; readonly to: IsoDate } => {
  const from = addDays(today, 1 - weekdayOf(today));
  return { from, to: addDays(from, 6) };
};

/** Money in and out by the days of the week, from the bank's statements (TUR-88). */
export const receiptsExpenses: Report = (context) => {
  const week = weekOf(context.today);
  const { from = week.from, to = week.to } = context;
  const rows = context.stores.payments.receipts({ from, to });
  const sumOf = (day: IsoDate | null, direction: 'incoming' | 'outgoing'): Kopecks =>
    sumMoney(
      rows
        .filter((row) => row.writeOff === null && row.direction === direction && (day === null || row.bookedOn === day))
        .map(({ sum }) => sum),
    );
  const days = [...new Set(rows.map(({ bookedOn }) => bookedOn))].toSorted();
  const lineOf = (title: string, day: IsoDate | null) => {
    const [income, expense] = [sumOf(day, 'incoming'), sumOf(day, 'outgoing')];
    return [title, formatMoney(income), formatMoney(expense), formatMoney(sumMoney([income, negated(expense)]))];
  };
  return table(
    'Поступления и расходы',
    [
      ['day', 'День'],
      ['in', 'Поступило, ₽', 'number'],
      ['out', 'Израсходовано, ₽', 'number'],
      ['rest', 'Итог, ₽', 'number'],
    ],
    days.map((day) => lineOf(formatDate(day), day)),
    { totals: lineOf('Всего', null), notes: [`Период: ${formatDate(from)} – ${formatDate(to)}.`] },
  );
};

const negated = (sum: Kopecks): Kopecks => kopecks(-sum);

/** Expected receipts by the due days of debts, expected payments by the bills of suppliers; days below zero are marked (MOG-139). */
export const cashForecast: Report = (context) => {
  const until = context.to ?? addDays(context.today, 30);
  const expected = new Map<IsoDate, { income: Kopecks; expense: Kopecks }>();
  const add = (day: IsoDate, income: Kopecks, expense: Kopecks): void => {
    const on = day < context.today ? context.today : day;
    const known = expected.get(on) ?? { income: ZERO, expense: ZERO };
    expected.set(on, { income: sumMoney([known.income, income]), expense: sumMoney([known.expense, expense]) });
  };
  for (const deal of dealsOf(context.stores, undefined)) {
    const { debt, dueOn } = debtOf(deal, context.today);
    if (debt > 0n) add(dueOn ?? context.today, debt, ZERO);
  }
  const bills = context.stores.incoming.list(
    { kind: 'supplierInvoice', state: 'entered' },
    { limit: 5_000, offset: 0 },
  ).items;
  for (const { dueOn, sum, paid } of bills)
    if (sum > paid) add(dueOn ?? context.today, ZERO, sumMoney([sum, negated(paid)]));
  let rest = ZERO;
  const rows = [...expected]
    .filter(([day]) => day <= until)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, { income, expense }]) => {
      rest = sumMoney([rest, income, negated(expense)]);
      return [formatDate(day), formatMoney(income), formatMoney(expense), formatMoney(rest), rest < 0n ? 'разрыв' : ''];
    });
  return table(
    'Прогноз поступлений и платежей',
    [
      ['day', 'День'],
      ['in', 'Ждём, ₽', 'number'],
      ['out', 'Заплатим, ₽', 'number'],
      ['rest', 'Накоплено, ₽', 'number'],
      ['gap', 'Кассовый разрыв'],
    ],
    rows,
    { notes: ['Остаток на счёте не учтён: накопление считается от нуля. Просроченное стоит на сегодня.'] },
  );
};
