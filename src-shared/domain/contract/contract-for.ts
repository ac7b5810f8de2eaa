import type { DocumentKind } from '../document/document.ts';
import { KINDS } from '../document/kinds/index.ts';
import type { Contract } from './contract.ts';

/**
 * The contract on file that a document speaks of. A contract paper prints only terms of its own sort; without one it
 * prints our usual terms, so null is no defect there. Other documents refer to any contract of the order.
 */
export const contractFor = (kind: DocumentKind, contract: Contract | null): Contract | null => {
  const { paperOf } = KINDS[kind];
  return contract !== null && (paperOf === null || paperOf.includes(contract.kind)) ? contract : null;
};
