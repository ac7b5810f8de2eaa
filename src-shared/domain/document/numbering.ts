import type { VatRate } from '../../kernel/vat.ts';
import type { TaxRegime } from '../party/party.ts';
import type { DocumentKind, NumberClass } from './document.ts';
import { KINDS } from './kinds/index.ts';

/** The series a document takes its number from (documents.md §17). `rates` are those of the lines, as `updStatus` wants them. */
export const numberClassOf = (
  kind: DocumentKind,
  regime: TaxRegime | null,
  rates: readonly VatRate[] = [],
): NumberClass => {
  const { series } = KINDS[kind];
  return typeof series === 'string' ? series : series({ regime, rates });
};

/** Printed number: prefix and counter; contracts carry the year, «12/26». */
export const formatNumber = (prefix: string, n: number, numberClass: NumberClass, year: number): string =>
  numberClass === 'contract' ? `${prefix}${n}/${String(year % 100).padStart(2, '0')}` : `${prefix}${n}`;
