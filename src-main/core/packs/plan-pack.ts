import {
  contractKindsOf,
  isContractPaper,
  planCarrierContract,
  planContract,
} from '#shared/domain/contract/plan-contract.ts';
import type { Contract } from '#shared/domain/contract/contract.ts';
import type { DocumentSource, InvoiceBeside } from '#shared/domain/document/document-source.ts';
import {
  isContractSeries,
  type DocumentKind,
  type IssuedDocument,
  type Revision,
} from '#shared/domain/document/document.ts';
import { KINDS } from '#shared/domain/document/kinds/index.ts';
import type { DatesOf } from '#shared/domain/document/usual-date.ts';
import { formatNumber, numberClassOf } from '#shared/domain/document/numbering.ts';
import { documentTotals } from '#shared/domain/document/document-lines.ts';
import { isCarrierPaper, registerSum, sideContractOf } from '#shared/domain/document/sides/document-side.ts';
import { sellerRegimeOf } from '#shared/domain/tax/tax-date.ts';
import { INVOICE_KINDS } from '#shared/domain/payment/paper-roles.ts';
import { yearOf, type IsoDate } from '#shared/kernel/date.ts';
import { asId, type ContractId } from '#shared/kernel/id.ts';
import { ZERO } from '#shared/kernel/money.ts';
import type { NumberSeriesKey, ReadStores } from '../../ports/base.ts';
import { closingPapersOf, sourceOf, sourceOfIssued, type PackCase } from './read-case.ts';

/** One document as it would be issued now. */
export type PlannedDocument = {
  readonly kind: DocumentKind;
  readonly number: string;
  readonly date: IsoDate;
  readonly series: NumberSeriesKey;
  /** Position of the series that the document takes; null when it carries the number of a contract on file or of its order. */
  readonly taken: number | null;
  /** The version in force that this document takes the place of; null for a new document. */
  readonly earlier: IssuedDocument | null;
  readonly source: DocumentSource;
};

export type PackPlan = {
  readonly documents: readonly PlannedDocument[];
  /** The contract that appears with its paper in this pack; null when none does. */
  readonly newContract: Contract | null;
  /** The same with the carrier. */
  readonly newCarrierContract: Contract | null;
};

/** Ids of the contracts that papers of the pack may bring to life. */
export type ContractIds = { readonly client: ContractId; readonly carrier: ContractId };

/** Stands for the ids of a contract that is only being looked at. */
const LOOKED_AT: ContractIds = { client: asId('planned'), carrier: asId('planned-carrier') };

type Numbered = Omit<PlannedDocument, 'source'>;

/**
 * Foresees a pack: numbers by series, counted on when two documents share one, and the contract that its paper brings
 * to life, so that the invoice of the same pack can name it. Nothing is taken yet.
 */
export const planPack = (
  stores: Pick<ReadStores, 'numbers' | 'documents'>,
  pack: PackCase,
  kinds: readonly DocumentKind[],
  dates: DatesOf,
  contractIds: ContractIds = LOOKED_AT,
): PackPlan => {
  const nextByClass = new Map<string, number>();
  const takenTexts = new Set<string>();
  const number = (kind: DocumentKind): Numbered => {
    const onFile = contractOnFile(pack, kind);
    const date = onFile?.date ?? dates(kind);
    const series = seriesOf(pack, kind, date, contractIds.client);
    const { numberClass } = series;
    if (onFile) return { kind, series, number: onFile.number, date, taken: null, earlier: null };
    const { orderSuffix } = KINDS[kind];
    if (orderSuffix !== undefined) {
      const text = freeOrderNumber(stores, series, `${pack.order.number}${orderSuffix}`, takenTexts);
      takenTexts.add(`${numberClass} ${text}`);
      return { kind, series, number: text, date, taken: null, earlier: null };
    }
    const key = `${numberClass} ${series.year}`;
    const taken = nextByClass.get(key) ?? stores.numbers.next(series);
    nextByClass.set(key, taken + 1);
    return {
      kind,
      series,
      taken,
      earlier: null,
      date,
      number: formatNumber(pack.organisation.numberPrefix, taken, numberClass, series.year),
    };
  };
  const numbered = kinds.map(number);
  const newContract = pack.contract === null ? contractOf(pack, numbered, contractIds.client) : null;
  const newCarrierContract =
    pack.carrierContract === null ? carrierContractOf(pack, numbered, contractIds.carrier) : null;
  const withContract = {
    ...pack,
    contract: newContract ?? pack.contract,
    carrierContract: newCarrierContract ?? pack.carrierContract,
  };
  return {
    newContract,
    newCarrierContract,
    documents: numbered.map((document) => ({
      ...document,
      source: {
        ...sourceOf(withContract, document.kind, document.number, document.date),
        closingPapers: closingPapersOf([...pack.issuedByKind.values(), ...numbered]),
        invoices: [...withContract.advances.invoices, ...besideOf(withContract, numbered)].filter(
          ({ kind }) => kind !== document.kind,
        ),
      },
    })),
  };
};

/** Invoices that the same pack makes: the rest of an order is what they leave. */
const besideOf = (pack: PackCase, numbered: readonly Numbered[]): readonly InvoiceBeside[] =>
  numbered
    .filter(({ kind }) => INVOICE_KINDS.includes(kind))
    .map(({ kind, number, date }) => {
      const { gross } = registerSum(sourceOf(pack, kind, number, date));
      return { kind, number, date, sum: gross, paid: ZERO };
    });

/**
 * An issued document as its next version would be: its own number and date over the data of now (documents.md D9). A
 * счет-фактура, УПД of status 1 included, is never made anew silently: its next version is an исправление of today.
 */
export const planNextVersion = (pack: PackCase, earlier: IssuedDocument, today: IsoDate): PlannedDocument => {
  const { kind, number, date } = earlier;
  const series = seriesOf(pack, kind, date, LOOKED_AT.client);
  const revision = earlier.numberClass === 'factura' ? nextRevision(earlier, today) : null;
  return { kind, number, date, series, taken: null, earlier, source: sourceOfIssued(pack, { ...earlier, revision }) };
};

/** Исправления of one document are counted from 1; none is dated before what it corrects. */
const nextRevision = ({ revision, date }: IssuedDocument, today: IsoDate): Revision => {
  const before = revision?.date ?? date;
  return { number: (revision?.number ?? 0) + 1, date: today < before ? before : today };
};

/** The order's number, «/1», «/2» … after it once an annulled paper of the order holds the plain one (documents.md §7 (4)). */
const freeOrderNumber = (
  stores: Pick<ReadStores, 'documents'>,
  { organisationId, numberClass, year }: NumberSeriesKey,
  plain: string,
  taken: ReadonlySet<string>,
): string => {
  for (let revision = 0; ; revision += 1) {
    const text = revision === 0 ? plain : `${plain}/${revision}`;
    const isTaken =
      taken.has(`${numberClass} ${text}`) || stores.documents.isNumberTaken(organisationId, numberClass, year, text);
    if (!isTaken) return text;
  }
};

const contractOnFile = (pack: PackCase, kind: DocumentKind): Contract | null => {
  const contract = sideContractOf({ ...pack, kind });
  return contract !== null && isContractPaper(kind) && contractKindsOf(kind).includes(contract.kind) ? contract : null;
};

const contractOf = (pack: PackCase, numbered: readonly Numbered[], id: ContractId): Contract | null => {
  for (const { kind, number, date } of numbered) {
    if (isContractPaper(kind) && !isCarrierPaper(kind))
      return planContract(pack.order, pack.organisation, kind, id, number, date);
  }
  return null;
};

const carrierContractOf = (pack: PackCase, numbered: readonly Numbered[], id: ContractId): Contract | null => {
  const carrierId = pack.order.trip?.carrierId ?? null;
  const paper = numbered.find(({ kind }) => isContractPaper(kind) && isCarrierPaper(kind));
  return carrierId === null || paper === undefined
    ? null
    : planCarrierContract(pack.order, pack.organisation, carrierId, id, paper.number, paper.date);
};

/** Papers inside a contract are counted in it from 1 on, so the year of their series is that of the contract. */
const seriesOf = (pack: PackCase, kind: DocumentKind, date: IsoDate, newContractId: ContractId): NumberSeriesKey => {
  const { order, organisation, contract } = pack;
  const rates = documentTotals(kind, order, organisation, date).byRate.map(({ rate }) => rate);
  const regime = sellerRegimeOf({ order, organisation, date });
  const numberClass = numberClassOf(kind, regime, rates, contract?.id ?? newContractId);
  const year = yearOf(isContractSeries(numberClass) ? (contract?.date ?? date) : date);
  return { organisationId: organisation.party.id, numberClass, year };
};
