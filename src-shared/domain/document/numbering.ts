import type { VatRate } from '../../kernel/vat.ts';
import type { TaxRegime } from '../party/party.ts';
import { updStatus } from '../tax/regime-rates.ts';
import type { DocumentKind, NumberClass } from './document.ts';

/**
 * The series a document takes its number from (documents.md §17): УПД of status 1 stands in one chronological series
 * with счета-фактуры, УПД of status 2 in one with acts. `rates` are those of the lines, as `updStatus` wants them.
 */
export const numberClassOf = (
  kind: DocumentKind,
  regime: TaxRegime | null,
  rates: readonly VatRate[] = [],
): NumberClass => {
  switch (kind) {
    case 'invoice':
    case 'act':
    case 'waybill':
      return kind;
    case 'contract-supply':
    case 'contract-services':
      return 'contract';
    case 'upd':
      return updStatus(regime, rates) === 1 ? 'factura' : 'act';
  }
};

/** Printed number: prefix and counter; contracts carry the year, «12/26». */
export const formatNumber = (prefix: string, n: number, numberClass: NumberClass, year: number): string =>
  numberClass === 'contract' ? `${prefix}${n}/${String(year % 100).padStart(2, '0')}` : `${prefix}${n}`;
