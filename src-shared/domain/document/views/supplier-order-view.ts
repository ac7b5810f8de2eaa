import { formatDateLong } from '../../../kernel/date.ts';
import { joinPresent } from '../../../kernel/text.ts';
import { nameAddress, nameInnKpp, requisitesLine } from '../../grammar/party-lines.ts';
import type { DocumentView } from '../document-source.ts';
import type { SupplierSource } from '../sides/supplier-source.ts';
import { titleOf } from '../titles.ts';
import { from, splitTraced, type TracedTree } from '../traced.ts';
import { docView, markView } from './head-view.ts';
import { countText, quantityText, termLeaf } from './internal-parts.ts';
import { orderLeaf } from './leaf.ts';
import { placeFlags } from './lines-view.ts';
import { signerView } from './signer-view.ts';

const linesView = ({ lines }: SupplierSource): TracedTree[] =>
  lines.map(({ code, name, unitName, quantity }, index) => ({
    index: String(index + 1),
    code: termLeaf('purchase.lines', code),
    name: termLeaf('purchase.lines', name),
    unitName: termLeaf('purchase.lines', unitName),
    quantity: termLeaf('purchase.lines', quantityText(quantity)),
    ...placeFlags(index, lines.length),
  }));

/** Заказ поставщику: what we want, until when, where to; his invoice names the prices. */
export const supplierOrderView = (source: SupplierSource): DocumentView => {
  const { organisation, supplier, expectedOn, managerName, marks } = source;
  const { party } = organisation;
  return splitTraced({
    mark: markView(source.mark),
    doc: docView(source, titleOf('supplier-order')),
    buyer: from.directory('organisation', requisitesLine(party)),
    supplier: from.directory('supplier', supplier === null ? '' : nameInnKpp(supplier)),
    expectedOn: termLeaf('purchase.expectedOn', expectedOn === null ? '' : formatDateLong(expectedOn)),
    hasExpectedOn: expectedOn !== null,
    address: from.directory('organisation.actualAddress', nameAddress(party)),
    contact: orderLeaf(marks, 'managerName', joinPresent([managerName, party.phone, party.email])),
    lines: linesView(source),
    count: from.computed('order.terms.purchase.lines', countText(source)),
    sign: signerView('organisation', party, 'supplier-order', source.date),
  });
};
