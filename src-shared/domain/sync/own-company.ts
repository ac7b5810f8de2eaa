import { isJsonObject, type Json, type JsonObject } from '../crm/json.ts';
import { partyEntry } from '../crm/compose-party.ts';
import type { CrmRow } from '../crm/row.ts';
import type { TaxRegime } from '../party/party.ts';

/**
 * Our own company as an entry of `organisations import`. The CRM knows whether it pays НДС, and that settles the regime that
 * documents need; where it says nothing, the check before issuing asks.
 */
export const ownCompanyEntry = (row: CrmRow): Readonly<Record<string, unknown>> => {
  const regime = regimeOf(row.raw);
  const city = /(?:^|,\s*)(г\.\s*[^,]+)/u.exec(row.requisites?.[0]?.legalAddress ?? '')?.[1];
  return {
    ...partyEntry(row),
    ...(regime === null ? {} : { taxPeriods: [{ regime, validFrom: null, validTo: null }] }),
    ...(city === undefined ? {} : { city: city.trim() }),
  };
};

/** «Плательщик НДС» of МойСклад with its rate, `RQ_VAT_PAYER` of Битрикс24. */
const regimeOf = (raw: JsonObject): TaxRegime | null => {
  const payer = raw['payerVat'] ?? firstOf(raw['requisites'])?.['RQ_VAT_PAYER'];
  const rate = Number(raw['companyVat__ru'] ?? 0);
  if (payer === true || payer === 'Y') return rate === 5 ? 'usn5' : rate === 7 ? 'usn7' : 'osno';
  return payer === false || payer === 'N' ? 'usnExempt' : null;
};

const firstOf = (value: Json | undefined): JsonObject | undefined =>
  Array.isArray(value) ? value.find(isJsonObject) : undefined;
