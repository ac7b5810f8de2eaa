import { requisitesBlock } from '../../grammar/party-lines.ts';
import { preamble } from '../../grammar/preamble.ts';
import { roleCase, type RoleName } from '../../grammar/roles.ts';
import type { Contract, ContractKind } from '../../contract/contract.ts';
import { signatoryFor } from '../../party/signing.ts';
import type { DocumentSource } from '../document-source.ts';
import { from, type TracedTree } from '../traced.ts';
import { nameOf, type SideName } from './signer-view.ts';

type Roles = { readonly organisation: RoleName; readonly buyer: RoleName };

const ROLES: Readonly<Record<ContractKind, Roles>> = {
  supply: { organisation: 'supplier', buyer: 'purchaser' },
  services: { organisation: 'executor', buyer: 'customer' },
  work: { organisation: 'contractor', buyer: 'customer' },
  carriage: { organisation: 'carrier', buyer: 'customer' },
  forwarding: { organisation: 'forwarder', buyer: 'client' },
  carrier: { organisation: 'customer', buyer: 'carrier' },
};

/** What the sides are called in a contract of that sort; «Поставщик» and «Покупатель» where none is on file. */
export const contractRoles = (contract: Contract | null): Roles => ROLES[contract?.kind ?? 'supply'];

/** One side of a contract or of its annex: preamble, requisites and signature (documents.md §3.2, §6). */
export const contractSide = (
  source: DocumentSource,
  side: SideName,
  roleName: RoleName,
): Record<string, TracedTree> => {
  const party = side === 'organisation' ? source.organisation.party : source.buyer;
  const role = roleCase(roleName, 'nom');
  const person = signatoryFor(party, source.kind, source.date);
  return {
    role,
    name: from.directory(`${side}.fullName`, party.shortName || party.fullName),
    preamble: from.directory(`${side}.signatories`, preamble(party, person, role).text),
    requisites: requisitesBlock(party).map(({ label, value }) => ({ label, value: from.directory(side, value) })),
    position: from.directory(`${side}.signatories`, person?.position ?? ''),
    signatory: from.directory(`${side}.signatories`, nameOf(person)),
  };
};
