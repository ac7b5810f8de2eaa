import type { IsoDate } from '../../kernel/date.ts';
import type { DocumentSource } from '../document/document-source.ts';
import type { DocumentKind } from '../document/document.ts';
import { editionOf, type FormEdition } from '../forms/editions.ts';
import { computeTotals, type Totals } from '../order/totals.ts';
import type { Party, TaxRegime } from '../party/party.ts';
import { regimeOn } from '../tax/regime-on.ts';
import { updStatus, type UpdStatus } from '../tax/regime-rates.ts';
import { taxDateOf } from '../tax/tax-date.ts';
import { tripRoles, type TripRoles } from '../transport/trip-roles.ts';
import type { PreflightContext } from './preflight-context.ts';

export const CONTRACT_DOCUMENTS: readonly DocumentKind[] = ['contract-supply', 'contract-services'];
export const LINE_DOCUMENTS: readonly DocumentKind[] = ['invoice', 'act', 'upd'];

/** Where a party stands on the paper; also the first word of its fields. */
export type SideName = 'seller' | 'buyer' | 'carrier' | 'consignor' | 'consignee';

export type Side = { readonly name: SideName; readonly party: Party };

/** What several rules look at, computed once from a source. */
export type Facts = {
  readonly source: DocumentSource;
  readonly context: PreflightContext;
  readonly seller: Party;
  /** Parties named on this paper, each once. */
  readonly sides: readonly Side[];
  readonly roles: TripRoles;
  /** Date of shipment or completion: it fixes the rate. */
  readonly taxDate: IsoDate;
  readonly regime: TaxRegime | null;
  readonly totals: Totals;
  readonly updStatus: UpdStatus;
  readonly edition: FormEdition | null;
};

const sidesOf = (source: DocumentSource, roles: TripRoles): Side[] => {
  const sides: Side[] = [
    { name: 'seller', party: source.organisation.party },
    { name: 'buyer', party: source.buyer },
  ];
  if (source.kind !== 'waybill') return sides;
  for (const name of ['consignor', 'consignee', 'carrier'] as const) {
    const party = roles[name];
    if (party && sides.every((side) => side.party.id !== party.id)) sides.push({ name, party });
  }
  return sides;
};

export const readFacts = (source: DocumentSource, context: PreflightContext): Facts => {
  const taxDate = taxDateOf(source);
  const seller = source.organisation.party;
  const regime = regimeOn(seller, taxDate);
  const roles = tripRoles(source);
  const totals = computeTotals(source.order, regime, taxDate);
  return {
    source,
    context,
    seller,
    sides: sidesOf(source, roles),
    roles,
    taxDate,
    regime,
    totals,
    updStatus: updStatus(regime, totals.lines.map((line) => line.rate)),
    edition: editionOf(source.kind, source.date),
  };
};

export const isContractDocument = (kind: DocumentKind): boolean => CONTRACT_DOCUMENTS.includes(kind);
