import type { IsoDate } from '../../kernel/date.ts';
import { isValidOn } from '../../kernel/validity.ts';
import type { Party, TaxPeriod, TaxRegime } from '../party/party.ts';

const startOf = (period: TaxPeriod): string => period.validFrom ?? '';

/** The dated fact in force; where two overlap, the one that began later. */
export const taxPeriodOn = (party: Party, date: IsoDate): TaxPeriod | null =>
  party.taxPeriods
    .filter((period) => isValidOn(period, date))
    .reduce<TaxPeriod | null>(
      (latest, period) => (latest === null || startOf(period) > startOf(latest) ? period : latest),
      null,
    );

/** Tax regime of the party on a date; null when its card says nothing about that date and its kind does not decide. */
export const regimeOn = (party: Party, date: IsoDate): TaxRegime | null => {
  const period = taxPeriodOn(party, date);
  if (period) return period.regime;
  if (party.kind === 'npd') return 'npd';
  return party.kind === 'foreign' ? 'foreign' : null;
};
