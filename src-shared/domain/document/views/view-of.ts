import { assert } from '../../../kernel/assert.ts';
import { isAccountKind, type OrderKind } from '../document.ts';
import type { DocumentSource, DocumentView } from '../document-source.ts';
import { KINDS } from '../kinds/index.ts';
import { carrierSourceOf } from '../sides/carrier-source.ts';
import { clientSourceOf, sharedSourceOf } from '../sides/client-source.ts';
import { handOverSourceOf, internalSourceOf } from '../sides/internal-source.ts';
import { supplierSourceOf } from '../sides/supplier-source.ts';
import { actView } from './act-view.ts';
import {
  contractDesignView,
  contractProductionView,
  contractServicesView,
  contractSupplyView,
} from './contract-view.ts';
import { deliverySheetView } from './delivery-sheet-view.ts';
import { facturaAdvanceView } from './factura-advance-view.ts';
import { facturaView } from './factura-view.ts';
import { cmrView } from './freight/cmr-view.ts';
import { contractCarriageView, contractCarrierView, contractForwardingView } from './freight/contract-freight-view.ts';
import { forwarderOrderView } from './freight/forwarder-order-view.ts';
import { proxyCarriageView } from './freight/proxy-carriage-view.ts';
import { contractRequestCarrierView, requestCarrierView } from './freight/request-carrier-view.ts';
import { contractRequestCustomerView, requestCustomerView } from './freight/request-customer-view.ts';
import { ttnView } from './freight/ttn-view.ts';
import { invoiceContractView } from './invoice-contract-view.ts';
import { invoicePartView } from './invoice-part-view.ts';
import { invoiceView } from './invoice-view.ts';
import { offerView } from './offer-view.ts';
import { productionOrderView } from './production-order-view.ts';
import { specificationView } from './specification-view.ts';
import { supplierOrderView } from './supplier-order-view.ts';
import { torg12View } from './torg12-view.ts';
import { updView } from './upd-view.ts';
import { vatAgreementView } from './vat-agreement-view.ts';
import { waybillView } from './waybill-view.ts';

/** A view behind the only door to what its readers may know. */
const behind =
  <Seen>(door: (source: DocumentSource) => Seen, view: (seen: Seen) => DocumentView) =>
  (source: DocumentSource): DocumentView =>
    view(door(source));

const VIEWS: Readonly<Record<OrderKind, (source: DocumentSource) => DocumentView>> = {
  offer: offerView,
  invoice: invoiceView,
  'invoice-advance': invoicePartView,
  'invoice-rest': invoicePartView,
  'invoice-contract': invoiceContractView,
  'contract-supply': contractSupplyView,
  'contract-services': contractServicesView,
  'contract-design': contractDesignView,
  'contract-production': contractProductionView,
  specification: specificationView,
  'vat-agreement': vatAgreementView,
  'production-order': behind(internalSourceOf, productionOrderView),
  'delivery-sheet': behind(handOverSourceOf, deliverySheetView),
  'supplier-order': behind(supplierSourceOf, supplierOrderView),
  'contract-carriage': contractCarriageView,
  'contract-forwarding': contractForwardingView,
  'request-customer': requestCustomerView,
  'contract-request-customer': contractRequestCustomerView,
  'forwarder-order': forwarderOrderView,
  'contract-carrier': behind(carrierSourceOf, contractCarrierView),
  'request-carrier': behind(carrierSourceOf, requestCarrierView),
  'contract-request-carrier': behind(carrierSourceOf, contractRequestCarrierView),
  'proxy-carriage': proxyCarriageView,
  act: actView,
  upd: updView,
  factura: facturaView,
  'factura-advance': facturaAdvanceView,
  torg12: torg12View,
  waybill: waybillView,
  ttn: ttnView,
  cmr: cmrView,
};

/** What the readers of a paper may know of a deal (documents.md §7): a client nothing of the carrier's terms, and so on. */
const seenBy = (source: DocumentSource): DocumentSource => {
  const { side } = KINDS[source.kind];
  // These views have doors of their own.
  if (side === 'carrier' || side === 'internal' || side === 'supplier') return source;
  return side === 'shared' ? sharedSourceOf(source) : clientSourceOf(source);
};

/** What the template of the source's kind is filled from. The same source always gives the same view. */
export const viewOf = (source: DocumentSource): DocumentView => {
  const { kind } = source;
  assert(!isAccountKind(kind), `${kind} is made from no order`);
  return VIEWS[kind](seenBy(source));
};
