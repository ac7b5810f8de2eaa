import { formatMoney, ZERO } from '../../../kernel/money.ts';
import type { InvoiceBeside } from '../../document/document-source.ts';
import { isPartKind, PART_KINDS, partOf, prepaymentOf } from '../../document/invoice-part.ts';
import { titleOf } from '../../document/titles.ts';
import type { Facts } from '../facts.ts';
import { INVOICES } from '../kind-groups.ts';
import { block, warn, type Found, type Rule } from '../rule.ts';

const FIELD = 'order.terms.prepayment';

const namesOf = (invoices: readonly InvoiceBeside[]): string =>
  invoices.map(({ kind, number }) => `${titleOf(kind)} № ${number}`).join(', ');

/** A sum that nobody named cannot be asked for. */
const sumNamed = ({ source, totals }: Facts): Found[] =>
  prepaymentOf(source, totals.gross) === null ? [block('part.sumMissing', FIELD, {})] : [];

/** An advance is never more than the order, and a rest of nothing is not asked for. */
const sumFits = ({ source }: Facts): Found[] => {
  const { whole, toPay, covered } = partOf(source);
  if (source.kind === 'invoice-advance')
    return toPay.gross > whole.gross
      ? [block('part.tooMuch', FIELD, { sum: formatMoney(toPay.gross), whole: formatMoney(whole.gross) })]
      : [];
  if (toPay.gross <= ZERO)
    return [
      block('part.nothingLeft', 'order.lines', { covered: formatMoney(covered), whole: formatMoney(whole.gross) }),
    ];
  return covered === ZERO ? [warn('part.nothingBefore', FIELD, {})] : [];
};

/** The same money is asked for once: by one invoice, or by an advance and a rest. */
const askedOnce = ({ source }: Facts): Found[] => {
  const { kind, invoices = [] } = source;
  const rivals = invoices.filter((one) => isPartKind(one.kind) !== isPartKind(kind));
  return rivals.length === 0 ? [] : [block('part.askedTwice', 'order.lines', { invoices: namesOf(rivals) })];
};

/** R-A2 and R-T4 of invoices for a part of an order: the parts are named, and add up to it. */
export const PART_RULES: readonly Rule[] = [
  { id: 'R-A2', kinds: ['invoice-advance'], check: sumNamed },
  { id: 'R-T4', kinds: PART_KINDS, check: sumFits },
  { id: 'R-T4', kinds: INVOICES, check: askedOnce },
];
