import type { Contract, ContractKind } from '../../contract/contract.ts';
import type { DocumentSource } from '../document-source.ts';
import { from, type TracedTree } from '../traced.ts';
import { contractNumber } from './basis-line.ts';
import { DASH } from './leaf.ts';

const NAMES: Readonly<Record<ContractKind, string>> = {
  supply: 'договору поставки',
  services: 'договору возмездного оказания услуг',
  carriage: 'договору перевозки',
  forwarding: 'договору транспортной экспедиции',
  work: 'договору подряда',
  carrier: 'договору перевозки',
};

const nameText = (contract: Contract | null): string =>
  contract === null ? `договору №${DASH}` : `${NAMES[contract.kind]} ${contractNumber(contract)}`;

/** What a paper inside a contract says of it: «договору поставки № 12/26 от 01.02.2026», the place it is signed in. */
export const annexHead = ({ contract, organisation }: DocumentSource): Record<string, TracedTree> => ({
  /** After the word «к». */
  toContract: from.directory('contract.number', nameText(contract)),
  city: from.directory('organisation.city', contract?.city || organisation.city || DASH),
});
