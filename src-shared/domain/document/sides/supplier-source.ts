import type { IsoDate } from '../../../kernel/date.ts';
import type { Order } from '../../order/order.ts';
import type { Organisation, Party } from '../../party/party.ts';
import { NO_TERMS } from '../deal-terms.ts';
import type { DocumentSource } from '../document-source.ts';
import type { DocumentKind } from '../document.ts';
import { readPurchaseLine, type PurchaseLine } from '../purchase-lines.ts';

/**
 * Everything a supplier's paper is made from. There is no client in it and nothing of what he pays: only what is wanted, until when
 * and where to. `supplierSourceOf` is the only way to get one.
 */
export type SupplierSource = {
  readonly kind: DocumentKind;
  readonly number: string;
  readonly date: IsoDate;
  readonly mark: string;
  readonly organisation: Organisation;
  /** Null: the base has no card that people could have meant. */
  readonly supplier: Party | null;
  readonly lines: readonly PurchaseLine[];
  readonly expectedOn: IsoDate | null;
  /** Who of us leads the purchase. */
  readonly managerName: string;
  readonly marks: Pick<Order, 'manualFields' | 'sourceSystem'>;
};

/** The only door to a supplier's paper: what is not copied here, he never reads. */
export const supplierSourceOf = (source: DocumentSource): SupplierSource => {
  const { kind, number, date, mark, organisation, order } = source;
  const { lines, expectedOn } = (source.terms ?? NO_TERMS).purchase;
  return {
    kind,
    number,
    date,
    mark,
    organisation,
    supplier: source.supplier ?? null,
    lines: lines.filter((text) => text.trim() !== '').map((text) => readPurchaseLine(text, order.lines)),
    expectedOn,
    managerName: order.managerName,
    marks: { manualFields: order.manualFields, sourceSystem: order.sourceSystem },
  };
};
