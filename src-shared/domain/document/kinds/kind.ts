import type { VatRate } from '../../../kernel/vat.ts';
import type { ContractKind } from '../../contract/contract.ts';
import type { FormEdition } from '../../forms/form-edition.ts';
import type { TaxRegime } from '../../party/party.ts';
import type { NumberClass } from '../document.ts';

/** Names of a document kind in the cases the texts need. */
export type DocumentTitle = {
  /** Full name as printed: «Счет на оплату». */
  readonly title: string;
  /** Genitive of the full name: «Счета на оплату». */
  readonly genitive: string;
  /** Short accusative inside a sentence: «счёт не выпустить». */
  readonly accusative: string;
  /** Short name of a file: «Счет». */
  readonly short: string;
  /** One letter in the strip of a pack. */
  readonly letter: string;
};

/** What the series of a number may depend on; `rates` are those of the printed lines. */
export type SeriesFacts = {
  readonly regime: TaxRegime | null;
  readonly rates: readonly VatRate[];
  /** The contract that the order goes under; empty where there is none. */
  readonly contractId: string;
};

/** All that the program knows of a kind of document besides its view model (`views/`) and its form (`templates/`). */
export type KindFacts = {
  readonly title: DocumentTitle;
  /** Oldest first; the document's own date picks one. */
  readonly editions: readonly FormEdition[];
  /** The series its numbers come from (documents.md §17). */
  readonly series: NumberClass | ((facts: SeriesFacts) => NumberClass);
  /** Which lines of an order it prints. An order without such lines is printed whole. */
  readonly lines: 'all' | 'goods' | 'services';
  /** Does the register count money for it? A framework contract and a waybill carry none. */
  readonly carriesSum: boolean;
  /** For the paper of a contract: the sorts of contract it prints; the first is what a new one becomes. */
  readonly paperOf: readonly [ContractKind, ...ContractKind[]] | null;
  /**
   * Whose eyes the paper is for; absent: the client's. A carrier's paper is made from what the carrier may know, a shared
   * one travels with the cargo and tells neither price, an internal one is read by our own workshop and store and knows no
   * money at all, a supplier's one knows nothing of the client whom we buy for (`../sides/`).
   */
  readonly side?: 'carrier' | 'shared' | 'internal' | 'supplier';
  /** The number is the order's own with this ending, not the next of a counter (documents.md §7 (4), §17). */
  readonly orderSuffix?: string;
  /**
   * The date that it gets when nobody names one (documents.md §17): the day of issue; that of the shipment or completion; or
   * the day of issue, yet not after the loading or the shipment that it must come before.
   */
  readonly usualDate: 'issue' | 'shipment' | 'beforehand';
  /** Made from no order, by `papers.issue` (`../../papers/`); absent: of an order. */
  readonly about?: 'account';
};
