import type { IsoDate } from '../../kernel/date.ts';
import type { Contract } from '../contract/contract.ts';
import { contractFor } from '../contract/contract-for.ts';
import { isCarrierPaper, isInternalPaper, isSupplierPaper, sideContractOf } from '../document/sides/document-side.ts';
import { KINDS } from '../document/kinds/index.ts';
import { documentTotals, linesOf } from '../document/document-lines.ts';
import type { DocumentSource } from '../document/document-source.ts';
import { DOCUMENT_KINDS, type DocumentKind } from '../document/document.ts';
import { editionOf } from '../forms/editions.ts';
import type { FormEdition } from '../forms/form-edition.ts';
import type { OrderLine } from '../order/order.ts';
import type { Totals } from '../order/totals.ts';
import type { Party, TaxRegime } from '../party/party.ts';
import { updStatus, type UpdStatus } from '../tax/regime-rates.ts';
import { sellerRegimeOf, taxDateOf } from '../tax/tax-date.ts';
import { tripRoles, type TripRoles } from '../transport/trip-roles.ts';
import type { PreflightContext } from './preflight-context.ts';

/** What brings a contract to life for one trip alone: it has a preamble and requisites like any contract. */
const TRIP_CONTRACTS: readonly DocumentKind[] = ['contract-request-customer', 'contract-request-carrier'];

/** Papers of contracts, with a client or with a carrier. */
export const CONTRACT_DOCUMENTS: readonly DocumentKind[] = DOCUMENT_KINDS.filter(
  (kind) => KINDS[kind].paperOf !== null || TRIP_CONTRACTS.includes(kind),
);
/** Papers that print the lines of the order with its money. */
export const LINE_DOCUMENTS: readonly DocumentKind[] = [
  'offer',
  'invoice',
  'invoice-advance',
  'invoice-rest',
  'invoice-contract',
  'specification',
  'act',
  'upd',
  'factura',
  'torg12',
];

/** Where a party stands on the paper; also the first word of its fields. */
export type SideName = 'seller' | 'buyer' | 'carrier' | 'consignor' | 'consignee';

/** A line that this paper prints, with the field that opens it: an act of a mixed order has the services only. */
export type PrintedLine = { readonly line: OrderLine; readonly field: string; readonly number: string };

export type Side = { readonly name: SideName; readonly party: Party };

/** What several rules look at, computed once from a source. */
export type Facts = {
  readonly source: DocumentSource;
  readonly context: PreflightContext;
  readonly seller: Party;
  /** Parties named on this paper, each once. */
  readonly sides: readonly Side[];
  readonly roles: TripRoles;
  /** In the order of `totals.lines`. */
  readonly lines: readonly PrintedLine[];
  /** The contract whose terms or number this paper prints. */
  readonly contract: Contract | null;
  /** Date of shipment or completion: it fixes the rate. */
  readonly taxDate: IsoDate;
  readonly regime: TaxRegime | null;
  readonly totals: Totals;
  readonly updStatus: UpdStatus;
  readonly edition: FormEdition | null;
};

const sidesOf = (source: DocumentSource, roles: TripRoles): Side[] => {
  if (isInternalPaper(source.kind)) return [];
  // The supplier's own requisites are his; what is missing of his card has rules of its own.
  if (isSupplierPaper(source.kind)) return [{ name: 'seller', party: source.organisation.party }];
  if (isCarrierPaper(source.kind)) {
    const own: Side = { name: 'seller', party: source.organisation.party };
    return roles.carrier === null ? [own] : [own, { name: 'carrier', party: roles.carrier }];
  }
  const sides: Side[] = [
    { name: 'seller', party: source.organisation.party },
    { name: 'buyer', party: source.buyer },
  ];
  if (KINDS[source.kind].side !== 'shared') return sides;
  for (const name of ['consignor', 'consignee', 'carrier'] as const) {
    const party = roles[name];
    if (party && sides.every((side) => side.party.id !== party.id)) sides.push({ name, party });
  }
  return sides;
};

const printedLines = ({ kind, order }: DocumentSource): PrintedLine[] =>
  linesOf(kind, order).map((line) => {
    const index = order.lines.indexOf(line);
    return { line, field: `order.lines[${index}]`, number: String(index + 1) };
  });

export const readFacts = (source: DocumentSource, context: PreflightContext): Facts => {
  const regime = sellerRegimeOf(source);
  const roles = tripRoles(source);
  const totals = documentTotals(source.kind, source.order, source.organisation, source.date);
  return {
    source,
    context,
    seller: source.organisation.party,
    sides: sidesOf(source, roles),
    roles,
    lines: printedLines(source),
    contract: contractFor(source.kind, sideContractOf(source)),
    taxDate: taxDateOf(source),
    regime,
    totals,
    updStatus: updStatus(
      regime,
      totals.lines.map((line) => line.rate),
    ),
    edition: editionOf(source.kind, source.date),
  };
};

export const isContractDocument = (kind: DocumentKind): boolean => CONTRACT_DOCUMENTS.includes(kind);
