import { ZERO } from '../../../kernel/money.ts';
import type { VatSplit } from '../../../kernel/vat.ts';
import type { Contract } from '../../contract/contract.ts';
import type { Party } from '../../party/party.ts';
import { tripRoles } from '../../transport/trip-roles.ts';
import { advanceSum, advanceTotals } from '../advance-totals.ts';
import { documentSum } from '../document-lines.ts';
import type { DocumentSource } from '../document-source.ts';
import type { DocumentKind } from '../document.ts';
import { isPartKind, partOf } from '../invoice-part.ts';
import { KINDS } from '../kinds/index.ts';
import { carrierMoney } from './carrier-money.ts';

/** Is the paper between us and the carrier? */
export const isCarrierPaper = (kind: DocumentKind): boolean => KINDS[kind].side === 'carrier';

type Sides = Pick<DocumentSource, 'kind' | 'organisation' | 'buyer' | 'order' | 'partiesById' | 'supplier'>;

/** Is it a paper for our own people? */
export const isInternalPaper = (kind: DocumentKind): boolean => KINDS[kind].side === 'internal';

/** Is it a paper for him whom we buy from? */
export const isSupplierPaper = (kind: DocumentKind): boolean => KINDS[kind].side === 'supplier';

/**
 * Who the paper is made with: the carrier of a carrier's paper (the client while none is assigned), the supplier of his, else the
 * client. An internal one is ours, and so is one of a supplier whom nobody knows: no list of what goes to the client ever holds them.
 */
export const counterpartyOf = (source: Sides): Party => {
  if (isInternalPaper(source.kind)) return source.organisation.party;
  if (isSupplierPaper(source.kind)) return source.supplier ?? source.organisation.party;
  return isCarrierPaper(source.kind) ? (tripRoles(source).carrier ?? source.buyer) : source.buyer;
};

/** The contract that the paper goes under: with the carrier for his papers, else with the client; ours and a supplier's go under none. */
export const sideContractOf = (
  source: Pick<DocumentSource, 'kind' | 'contract' | 'carrierContract'>,
): Contract | null => {
  if (isInternalPaper(source.kind) || isSupplierPaper(source.kind)) return null;
  return isCarrierPaper(source.kind) ? (source.carrierContract ?? null) : source.contract;
};

const NOTHING: VatSplit = { net: ZERO, vat: ZERO, gross: ZERO };

/**
 * The money the register counts for a document: what the carrier gets for his papers, the payment for a счет-фактура on
 * an advance, the order's lines for others.
 */
export const registerSum = (source: DocumentSource): VatSplit => {
  const { kind, order, organisation, date } = source;
  if (kind === 'factura-advance') return advanceSum(advanceTotals(source));
  if (isPartKind(kind)) return partOf(source).toPay;
  if (!isCarrierPaper(kind)) return documentSum(kind, order, organisation, date);
  return (KINDS[kind].carriesSum ? carrierMoney(source) : null) ?? NOTHING;
};
