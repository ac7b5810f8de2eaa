import type { IsoDate } from '../../kernel/date.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { Medium } from '../party/party.ts';

/** An advance счет-фактура of the same deal. */
export type AdvanceInvoice = { readonly number: string; readonly date: IsoDate };

/** What a pure rule cannot know by itself: the caller reads it from the base before the check. */
export type PreflightContext = {
  readonly today: IsoDate;
  /** Advance invoices of this deal that no shipment has set off yet. */
  readonly openAdvances: readonly AdvanceInvoice[];
  /** The ones this document sets off; they print in line 5б. */
  readonly offsetAdvances: readonly AdvanceInvoice[];
  /** Is the number used in its series (company, class, year)? */
  readonly isNumberTaken: (number: string) => boolean;
  /** Last day of the closed period, both for new and for annulled papers; null: nothing is closed. */
  readonly closedPeriodUntil: IsoDate | null;
  /** What the template's check said; an unsound template makes no paper. */
  readonly templateProblems: readonly Problem[];
  /** How many other cards have the buyer's ИНН and КПП. */
  readonly duplicatesOfBuyer: number;
  /** ИНН of other cards whose name reads like the buyer's: «Вектор Плюс» and «Вектор-Плюс». */
  readonly twinsOfBuyer: readonly string[];
  /** How the original is wanted this time; null: as the buyer's card says. */
  readonly wantedMedium: Medium | null;
  /** Does a счет-фактура (УПД of status 1 included) of this order exist, or is it made in the same pack? */
  readonly hasFactura: boolean;
  /** Per cent that a carriage must leave to a forwarder; null: nobody has set it. */
  readonly marginLimitPercent: number | null;
  /** True where the firm decided that a missing entry in the register of forwarders stops its papers. */
  readonly blocksWithoutForwarderRegistry: boolean;
};
