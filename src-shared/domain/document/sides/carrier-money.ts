import { splitGross, type VatRate, type VatSplit } from '../../../kernel/vat.ts';
import type { Party } from '../../party/party.ts';
import { regimeOn } from '../../tax/regime-on.ts';
import { defaultRate } from '../../tax/regime-rates.ts';
import { taxDateOf } from '../../tax/tax-date.ts';
import { tripRoles } from '../../transport/trip-roles.ts';
import type { DocumentSource } from '../document-source.ts';

export type CarrierMoneySource = Pick<DocumentSource, 'order' | 'organisation' | 'buyer' | 'partiesById' | 'date'>;

/** The rate of an international carriage (пп. 2.1 п. 1 ст. 164 НК; documents.md §2.1). */
const INTERNATIONAL: VatRate = '0';

const isForeign = (party: Party | null): boolean => party?.kind === 'foreign';

/**
 * What the carrier gets, tax inside by his own regime on the date of the carriage; a carrier whose regime we do not know
 * is taken as one who pays no tax. Null while no price is agreed.
 */
export const carrierMoney = (source: CarrierMoneySource): (VatSplit & { readonly rate: VatRate }) | null => {
  const price = source.order.trip?.carrierPrice ?? null;
  if (price === null) return null;
  const { carrier, consignor, consignee } = tripRoles(source);
  const date = taxDateOf(source);
  const regime = carrier === null ? null : regimeOn(carrier, date);
  const hint = isForeign(consignor) || isForeign(consignee) ? INTERNATIONAL : null;
  const rate = regime === null ? 'none' : defaultRate(regime, date, 'service', hint);
  return { ...splitGross(price, rate), rate };
};
