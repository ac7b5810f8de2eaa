import type { VatRate } from '../../kernel/vat.ts';
import type { TaxRegime } from '../party/party.ts';
import { isContractSeries, type DocumentKind, type NumberClass } from './document.ts';
import { KINDS } from './kinds/index.ts';

/** The series a document takes its number from (documents.md §17). `rates` are those of the lines, as `updStatus` wants them. */
export const numberClassOf = (
  kind: DocumentKind,
  regime: TaxRegime | null,
  rates: readonly VatRate[] = [],
  contractId = '',
): NumberClass => {
  const { series } = KINDS[kind];
  return typeof series === 'string' ? series : series({ regime, rates, contractId });
};

/** Printed number: prefix and counter; contracts carry the year, «12/26»; what belongs to a contract, the counter alone. */
export const formatNumber = (prefix: string, n: number, numberClass: NumberClass, year: number): string => {
  if (isContractSeries(numberClass)) return String(n);
  if (numberClass === 'carrier-contract') return `${prefix}${n}-П/${String(year % 100).padStart(2, '0')}`;
  return numberClass === 'contract' ? `${prefix}${n}/${String(year % 100).padStart(2, '0')}` : `${prefix}${n}`;
};
