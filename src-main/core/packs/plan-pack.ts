import { contractKindsOf, isContractPaper, planContract } from '#shared/domain/contract/plan-contract.ts';
import type { Contract } from '#shared/domain/contract/contract.ts';
import type { DocumentSource } from '#shared/domain/document/document-source.ts';
import type { DocumentKind, IssuedDocument } from '#shared/domain/document/document.ts';
import { formatNumber, numberClassOf } from '#shared/domain/document/numbering.ts';
import { documentTotals } from '#shared/domain/document/document-lines.ts';
import { sellerRegimeOf } from '#shared/domain/tax/tax-date.ts';
import { yearOf, type IsoDate } from '#shared/kernel/date.ts';
import { asId, type ContractId } from '#shared/kernel/id.ts';
import type { NumberSeriesKey, ReadStores } from '../../ports/base.ts';
import { sourceOf, type PackCase } from './read-case.ts';

/** One document as it would be issued now. */
export type PlannedDocument = {
  readonly kind: DocumentKind;
  readonly number: string;
  readonly date: IsoDate;
  readonly series: NumberSeriesKey;
  /** Position of the series that the document takes; null when it carries the number of a contract on file. */
  readonly taken: number | null;
  /** The version in force that this document takes the place of; null for a new document. */
  readonly earlier: IssuedDocument | null;
  readonly source: DocumentSource;
};

export type PackPlan = {
  readonly documents: readonly PlannedDocument[];
  /** The contract that appears with its paper in this pack; null when none does. */
  readonly newContract: Contract | null;
};

/** Stands for the id of a contract that is only being looked at. */
const LOOKED_AT: ContractId = asId('planned');

type Numbered = Omit<PlannedDocument, 'source'>;

/**
 * Foresees a pack: numbers by series, counted on when two documents share one, and the contract that its paper brings
 * to life, so that the invoice of the same pack can name it. Nothing is taken yet.
 */
export const planPack = (
  stores: Pick<ReadStores, 'numbers'>,
  pack: PackCase,
  kinds: readonly DocumentKind[],
  date: IsoDate,
  contractId: ContractId = LOOKED_AT,
): PackPlan => {
  const nextByClass = new Map<string, number>();
  const organisationId = pack.organisation.party.id;
  const number = (kind: DocumentKind): Numbered => {
    const onFile = contractOnFile(pack, kind);
    const documentDate = onFile?.date ?? date;
    const numberClass = classOf(pack, kind, documentDate);
    const series = { organisationId, numberClass, year: yearOf(documentDate) };
    if (onFile) return { kind, series, number: onFile.number, date: documentDate, taken: null, earlier: null };
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
  const newContract = pack.contract === null ? contractOf(pack, numbered, contractId) : null;
  const withContract = newContract === null ? pack : { ...pack, contract: newContract };
  return {
    newContract,
    documents: numbered.map((document) => ({
      ...document,
      source: sourceOf(withContract, document.kind, document.number, document.date),
    })),
  };
};

/** An issued document as its next version would be: its own number and date over the data of now (documents.md D9). */
export const planNextVersion = (pack: PackCase, earlier: IssuedDocument): PlannedDocument => {
  const { kind, number, date, organisationId } = earlier;
  const series = { organisationId, numberClass: classOf(pack, kind, date), year: yearOf(date) };
  return { kind, number, date, series, taken: null, earlier, source: sourceOf(pack, kind, number, date) };
};

const contractOnFile = ({ contract }: PackCase, kind: DocumentKind): Contract | null =>
  contract !== null && isContractPaper(kind) && contractKindsOf(kind).includes(contract.kind) ? contract : null;

const contractOf = (pack: PackCase, numbered: readonly Numbered[], id: ContractId): Contract | null => {
  for (const { kind, number, date } of numbered) {
    if (isContractPaper(kind)) return planContract(pack.order, pack.organisation, kind, id, number, date);
  }
  return null;
};

const classOf = (pack: PackCase, kind: DocumentKind, date: IsoDate) => {
  const rates = documentTotals(kind, pack.order, pack.organisation, date).byRate.map(({ rate }) => rate);
  return numberClassOf(kind, sellerRegimeOf({ order: pack.order, organisation: pack.organisation, date }), rates);
};
