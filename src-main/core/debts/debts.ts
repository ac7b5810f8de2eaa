import type { OutputOf } from '#shared/contract/index.ts';
import { debtOf, DEBT_AGES, totalOf, type Deal, type DealDebt, type DebtSums } from '#shared/domain/debt/debts.ts';
import { INVOICE_KINDS, SHIPMENT_KINDS } from '#shared/domain/payment/paper-roles.ts';
import { asId } from '#shared/kernel/id.ts';
import { moneyToDecimal, sumMoney } from '#shared/kernel/money.ts';
import { ok } from '#shared/kernel/result.ts';
import type { ReadStores } from '../../ports/base.ts';
import type { DealDocument } from '../../ports/payments.ts';
import type { CoreDeps, Handler } from '../deps.ts';

/** A document without an order stands for itself. */
const keyOf = ({ orderId, id }: DealDocument): string => orderId ?? id;

/** Every order with its invoices, shipments and payments; a document without an order stands for itself. */
export const dealsOf = (read: ReadStores, organisationId: string | undefined): readonly Deal[] => {
  const isAsked = (document: DealDocument): boolean =>
    organisationId === undefined || document.organisationId === organisationId;
  const invoices = read.payments.documents(INVOICE_KINDS).filter(isAsked);
  const shipments = read.payments.documents(SHIPMENT_KINDS).filter(isAsked);
  const terms = new Map(read.payments.contracts().map((contract) => [contract.id, contract]));
  const shipmentsByKey = Map.groupBy(shipments, keyOf);
  const invoicesByKey = Map.groupBy(invoices, keyOf);
  return [...new Set([...invoices, ...shipments].map(keyOf))].flatMap((key) => {
    const billed = invoicesByKey.get(key) ?? [];
    const shipped = shipmentsByKey.get(key) ?? [];
    const [head] = [...billed, ...shipped];
    if (head === undefined) return [];
    return [
      {
        orderId: head.orderId,
        order: head.orderNumber || head.number,
        organisationId: head.organisationId,
        partyId: head.partyId,
        contractId: head.contractId,
        billed: sumMoney(billed.map(({ sum }) => sum)),
        paid: sumMoney([...billed, ...shipped].map(({ paid }) => paid)),
        shipments: shipped.map(({ date, sum }) => ({ date, sum })),
        terms: head.contractId === null ? null : (terms.get(head.contractId) ?? null),
      },
    ];
  });
};

const debtsOf = (deps: CoreDeps, organisationId: string | undefined): readonly DealDebt[] => {
  const today = deps.clock.today();
  return dealsOf(deps.base.read, organisationId).map((deal) => debtOf(deal, today));
};

const sumsOf = ({ billed, shipped, paid, debt, prepaid, overdue, daysOverdue }: DebtSums) => ({
  billed: moneyToDecimal(billed),
  shipped: moneyToDecimal(shipped),
  paid: moneyToDecimal(paid),
  debt: moneyToDecimal(debt),
  prepaid: moneyToDecimal(prepaid),
  overdue: moneyToDecimal(overdue),
  daysOverdue,
});

const nameOf = (deps: CoreDeps, id: string): string => deps.base.read.parties.get(asId(id))?.shortName ?? '';

const dealRow = (deps: CoreDeps, debt: DealDebt) => ({
  orderId: debt.deal.orderId,
  order: debt.deal.order,
  counterparty: nameOf(deps, debt.deal.partyId),
  ...sumsOf(debt),
});

type Item = OutputOf<'debts.list'>['items'][number];

/** What is owed, gathered by order, contract, counterparty or age of the debt. */
export const listDebts =
  (deps: CoreDeps): Handler<'debts.list'> =>
  (_context, { by, organisationId }) => {
    const debts = debtsOf(deps, organisationId);
    const contracts = new Map<string, string>(
      deps.base.read.payments.contracts().map(({ id, number }) => [id, `Договор № ${number}`]),
    );
    const groupOf = ({ deal, age }: DealDebt): string => {
      if (by === 'order') return deal.orderId ?? deal.order;
      if (by === 'counterparty') return deal.partyId;
      return by === 'contract' ? (deal.contractId ?? '') : (age ?? '');
    };
    const titleOf = (key: string, [first]: readonly DealDebt[]): string => {
      if (by === 'order') return `${first?.deal.order ?? ''} ${nameOf(deps, first?.deal.partyId ?? '')}`.trim();
      if (by === 'counterparty') return nameOf(deps, key);
      return by === 'contract' ? (contracts.get(key) ?? 'Без договора') : key;
    };
    const groups = [...Map.groupBy(debts, groupOf)].map(([key, members]) => ({ key, members, sums: totalOf(members) }));
    const place = ({ key }: { readonly key: string }): number =>
      by === 'age' ? DEBT_AGES.findIndex((age) => age === key) : 0;
    // The oldest and the largest debts first; ages in their own order, «долга нет» last.
    const sorted = groups.toSorted(
      (a, b) => place(b) - place(a) || Number(b.sums.overdue - a.sums.overdue) || Number(b.sums.debt - a.sums.debt),
    );
    const items = sorted.map(({ key, members, sums }): Item => ({
      key,
      title: titleOf(key, members),
      age: DEBT_AGES.find((age) => by === 'age' && age === key) ?? null,
      orderId: by === 'order' ? (members[0]?.deal.orderId ?? null) : null,
      orders: members.length,
      ...sumsOf(sums),
    }));
    return ok({ total: sumsOf(totalOf(debts)), items });
  };

export const listOverdue =
  (deps: CoreDeps): Handler<'debts.overdue'> =>
  (_context, { organisationId }) => {
    const late = debtsOf(deps, organisationId)
      .filter(({ overdue }) => overdue > 0n)
      .toSorted((a, b) => b.daysOverdue - a.daysOverdue);
    return ok({
      sum: moneyToDecimal(sumMoney(late.map(({ overdue }) => overdue))),
      items: late.map((debt) => ({ ...dealRow(deps, debt), dueOn: debt.dueOn ?? deps.clock.today() })),
    });
  };

export const listGaps =
  (deps: CoreDeps): Handler<'debts.gaps'> =>
  (_context, { organisationId }) => {
    const debts = debtsOf(deps, organisationId);
    return ok({
      paidNotShipped: debts.filter(({ prepaid }) => prepaid > 0n).map((debt) => dealRow(deps, debt)),
      shippedNotPaid: debts.filter((debt) => debt.debt > 0n).map((debt) => dealRow(deps, debt)),
    });
  };

export const listAdvances =
  (deps: CoreDeps): Handler<'advances.list'> =>
  (_context, input) => {
    const organisationId = input.organisationId === undefined ? undefined : asId<'party'>(input.organisationId);
    const rows = deps.base.read.payments.receipts({ organisationId, kinds: ['advance'] });
    return ok({
      sum: moneyToDecimal(sumMoney(rows.map(({ sum }) => sum))),
      items: rows.map((row) => ({
        operationId: row.operationId,
        date: row.bookedOn,
        number: row.number,
        purpose: row.purpose,
        counterparty: nameOf(deps, row.partyId ?? ''),
        organisation: nameOf(deps, row.organisationId),
        sum: moneyToDecimal(row.sum),
      })),
    });
  };
