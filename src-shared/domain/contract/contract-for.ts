import type { DocumentKind } from '../document/document.ts';
import type { Contract, ContractKind } from './contract.ts';

const KINDS: Partial<Record<DocumentKind, readonly ContractKind[]>> = {
  'contract-supply': ['supply'],
  'contract-services': ['services', 'work', 'carriage', 'forwarding'],
};

/**
 * The contract on file that a document speaks of. A contract paper prints only terms of its own sort; without one it
 * prints our usual terms, so null is no defect there. Other documents refer to any contract of the order.
 */
export const contractFor = (kind: DocumentKind, contract: Contract | null): Contract | null => {
  const kinds = KINDS[kind];
  return contract !== null && (kinds === undefined || kinds.includes(contract.kind)) ? contract : null;
};
