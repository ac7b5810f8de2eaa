import { DOCUMENT_KINDS } from '../../document/document.ts';
import { isInternalPaper, isSupplierPaper } from '../../document/sides/document-side.ts';
import type { Facts } from '../facts.ts';
import { block, type Found, type Rule } from '../rule.ts';

/** A paper original for a party that works by an operator is a decision, not a habit: the reason is the confirmation. */
const paperForEdo = ({ source, context }: Facts): Found[] =>
  source.buyer.medium === 'edo' && context.wantedMedium === 'paper'
    ? [block('edo.paperWanted', 'buyer.medium', { operator: source.buyer.edoOperator.trim() || 'ЭДО' })]
    : [];

/** R-E: how the original travels. */
export const DELIVERY_RULES: readonly Rule[] = [
  {
    id: 'R-E1',
    kinds: DOCUMENT_KINDS.filter((kind) => !isInternalPaper(kind) && !isSupplierPaper(kind)),
    check: paperForEdo,
  },
];
