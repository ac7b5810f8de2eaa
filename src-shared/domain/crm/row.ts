import type { IsoInstant } from '../../kernel/date.ts';
import type { Json, JsonObject } from './json.ts';

/** What a record of a CRM is for us. Битрикс24 and МойСклад have other names for the same things: see GLOSSARY.md. */
export const CRM_ENTITIES = [
  'lead',
  'order',
  'party',
  'contact',
  'organisation',
  'contract',
  'invoice',
  'payment',
  'purchase',
  'shipment',
  'task',
  'smart',
  'user',
  'note',
  'message',
] as const;
export type CrmEntity = (typeof CRM_ENTITIES)[number];

/**
 * One record of the CRM. Битрикс24 ids are digits; a smart process item is `1036:15` (type and id); notes and messages
 * carry the id of the CRM. МойСклад ids are UUIDs.
 */
export type CrmRef = { readonly entity: CrmEntity; readonly id: string };

/** One line of an order, an invoice, a purchase or a shipment. */
export type CrmLine = {
  /** Id of the line in the CRM, null before it was there. */
  readonly id: string | null;
  readonly kind: 'goods' | 'service';
  readonly code: string;
  readonly name: string;
  readonly unitName: string;
  /** ОКЕИ, empty where the CRM has none. */
  readonly unitCode: string;
  /** Decimal text with a point. */
  readonly quantity: string;
  /** Roubles for one unit before the discount, two digits: `118500.00`; with VAT when `vatIncluded`. */
  readonly price: string;
  /** Per cent, decimal text. */
  readonly discountPercent: string;
  /** `'20'`, `'0'`; `'none'` is «Без НДС», which is not 0 %; null: the CRM does not say. */
  readonly vatRate: string | null;
  readonly vatIncluded: boolean;
};

export type CrmBankAccount = {
  /** Id in the CRM, by which a record chooses one of several. */
  readonly id?: string;
  readonly account: string;
  readonly bic: string;
  readonly bankName: string;
  readonly bankCity: string;
  readonly corrAccount: string;
  readonly isMain: boolean;
};

/** Who a party is on paper. A company of Битрикс24 may have several (branches); a counterparty of МойСклад has one. */
export type CrmRequisites = {
  /** Id of the set in Битрикс24; the counterparty's own id in МойСклад. */
  readonly id: string;
  readonly kind: 'org' | 'ip' | 'person';
  readonly fullName: string;
  readonly shortName: string;
  readonly inn: string;
  readonly kpp: string;
  readonly ogrn: string;
  readonly okpo: string;
  readonly legalAddress: string;
  readonly actualAddress: string;
  readonly postalAddress: string;
  /** «Иванов Иван Иванович»; empty when the CRM does not know. */
  readonly headName: string;
  readonly headPosition: string;
  readonly headBasis: string;
  readonly accounts: readonly CrmBankAccount[];
};

/** A file kept in a record. Links of a CRM are signed and short-lived: they are asked for anew and never stored. */
export type CrmFile = { readonly id: string; readonly name: string; readonly size: number | null };

/**
 * A record in our words. `fields` are flat canonical texts, so that three values of a field (base, ours, theirs) are
 * compared as texts; names are those of `fields.ts`. Null: empty in the CRM. Absent: not asked for.
 */
export type CrmRow = CrmRef & {
  /** Our key that the CRM stores (`originId`, `xmlId`, `syncId`, `externalCode`); null for records born there. */
  readonly key: string | null;
  readonly createdAt: IsoInstant | null;
  /** By the clock of the CRM, in UTC after calibration; null where the CRM has no stamp. */
  readonly modifiedAt: IsoInstant | null;
  /** Id of the employee, for «изменил Иванов в 14:02». */
  readonly modifiedBy: string | null;
  /** In the recycle bin of the CRM since then. */
  readonly deletedAt: IsoInstant | null;
  /** The card in the CRM, for a person to open. No secret in it. */
  readonly url: string | null;
  readonly fields: Readonly<Record<string, string | null>>;
  readonly links: Readonly<Record<string, CrmRef | null>>;
  /** Null: not loaded yet, ask `Connector.read`. */
  readonly lines: readonly CrmLine[] | null;
  /** Null: not loaded yet or not a party. */
  readonly requisites: readonly CrmRequisites[] | null;
  readonly files: readonly CrmFile[];
  /** As the CRM answered, unknown fields included. */
  readonly raw: JsonObject;
};

/** One reason why a record of the CRM cannot be taken; the rest goes on. Russian text for people. */
export type CrmRowProblem = {
  readonly ref: CrmRef;
  /** Path inside the answer: `positions.2.price`. */
  readonly field: string;
  readonly message: string;
  readonly value: Json;
};
