import type { IsoDate } from './date.ts';

/** A fact that holds from `validFrom` to `validTo`, both days included; null means open. */
export type Validity = { readonly validFrom: IsoDate | null; readonly validTo: IsoDate | null };

export const isValidOn = (fact: Validity, date: IsoDate): boolean =>
  (fact.validFrom === null || fact.validFrom <= date) && (fact.validTo === null || date <= fact.validTo);

/** The fact in force on a document's own date, never today's (documents.md D1). */
export const pickValid = <T extends Validity>(facts: readonly T[], date: IsoDate): T | null =>
  facts.find((fact) => isValidOn(fact, date)) ?? null;
