import { NO_TERMS } from '../../document/deal-terms.ts';
import { supplierSourceOf } from '../../document/sides/supplier-source.ts';
import type { Facts } from '../facts.ts';
import { block, warn, type Found, type Rule } from '../rule.ts';

/** The workshop must know until when; the paper is of use without it all the same. */
const deadline = ({ source: { terms = NO_TERMS } }: Facts): Found[] =>
  terms.deadline === null ? [warn('terms.deadlineMissing', 'order.terms.deadline', {})] : [];

/** Without an address nobody can drive anywhere; the way itself may still be agreed at the gate. */
const handOver = ({ source: { terms = NO_TERMS } }: Facts): Found[] => {
  const { way, address } = terms.delivery;
  if (way === null) return [warn('terms.wayMissing', 'order.terms.delivery.way', {})];
  return way === 'delivery' && address === ''
    ? [block('terms.addressMissing', 'order.terms.delivery.address', {})]
    : [];
};

/** Who sells it and what exactly: without either the letter is of no use. The quantity may still be agreed by telephone. */
const purchase = ({ source }: Facts): Found[] => {
  const { supplier, lines } = supplierSourceOf(source);
  const named = (source.terms ?? NO_TERMS).purchase.supplier;
  const found: Found[] = [];
  if (named === '') found.push(block('supplier.missing', 'order.terms.purchase.supplier', {}));
  else if (supplier === null) found.push(block('supplier.noCard', 'order.terms.purchase.supplier', { name: named }));
  if (lines.length === 0) found.push(block('purchase.linesMissing', 'order.terms.purchase.lines', {}));
  for (const [index, { name, quantity }] of lines.entries())
    if (quantity === '') found.push(warn('purchase.quantityMissing', `order.terms.purchase.lines[${index}]`, { name }));
  return found;
};

/** R-A2 of papers that print what people filled in on the stages of the order. */
export const ORDER_PAPER_RULES: readonly Rule[] = [
  { id: 'R-A2', kinds: ['production-order'], check: deadline },
  { id: 'R-A2', kinds: ['delivery-sheet'], check: handOver },
  { id: 'R-A2', kinds: ['supplier-order'], check: purchase },
];
