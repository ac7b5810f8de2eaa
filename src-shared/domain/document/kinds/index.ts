import type { DocumentKind } from '../document.ts';
import { ACT } from './act.ts';
import { CONTRACT_DESIGN } from './contract-design.ts';
import { CONTRACT_PRODUCTION } from './contract-production.ts';
import { CONTRACT_SERVICES } from './contract-services.ts';
import { CONTRACT_SUPPLY } from './contract-supply.ts';
import { CLOSING_REGISTER } from './closing-register.ts';
import { FACTURA_ADVANCE } from './factura-advance.ts';
import { FACTURA } from './factura.ts';
import { INVOICE_ADVANCE } from './invoice-advance.ts';
import { INVOICE_CONTRACT } from './invoice-contract.ts';
import { INVOICE_REST } from './invoice-rest.ts';
import { INVOICE } from './invoice.ts';
import { CONTRACT_CARRIAGE } from './contract-carriage.ts';
import { CONTRACT_FORWARDING } from './contract-forwarding.ts';
import { REQUEST_CUSTOMER } from './request-customer.ts';
import { CONTRACT_REQUEST_CUSTOMER } from './contract-request-customer.ts';
import { FORWARDER_ORDER } from './forwarder-order.ts';
import { CONTRACT_CARRIER } from './contract-carrier.ts';
import { REQUEST_CARRIER } from './request-carrier.ts';
import { CONTRACT_REQUEST_CARRIER } from './contract-request-carrier.ts';
import { PROXY_CARRIAGE } from './proxy-carriage.ts';
import { TTN } from './ttn.ts';
import { CMR } from './cmr.ts';
import type { KindFacts } from './kind.ts';
import { PRICE_LIST } from './price-list.ts';
import { PROXY_GOODS } from './proxy-goods.ts';
import { DELIVERY_SHEET } from './delivery-sheet.ts';
import { PRODUCTION_ORDER } from './production-order.ts';
import { RECONCILIATION } from './reconciliation.ts';
import { REMINDER } from './reminder.ts';
import { OFFER } from './offer.ts';
import { SPECIFICATION } from './specification.ts';
import { SUPPLIER_ORDER } from './supplier-order.ts';
import { TORG12 } from './torg12.ts';
import { UPD } from './upd.ts';
import { VAT_AGREEMENT } from './vat-agreement.ts';
import { WAYBILL } from './waybill.ts';

/** Every kind of document the program makes, one file each. */
export const KINDS: Readonly<Record<DocumentKind, KindFacts>> = {
  offer: OFFER,
  invoice: INVOICE,
  'invoice-advance': INVOICE_ADVANCE,
  'invoice-rest': INVOICE_REST,
  'invoice-contract': INVOICE_CONTRACT,
  'contract-supply': CONTRACT_SUPPLY,
  'contract-services': CONTRACT_SERVICES,
  'contract-design': CONTRACT_DESIGN,
  'contract-production': CONTRACT_PRODUCTION,
  specification: SPECIFICATION,
  'vat-agreement': VAT_AGREEMENT,
  'production-order': PRODUCTION_ORDER,
  'delivery-sheet': DELIVERY_SHEET,
  'supplier-order': SUPPLIER_ORDER,
  'contract-carriage': CONTRACT_CARRIAGE,
  'contract-forwarding': CONTRACT_FORWARDING,
  'request-customer': REQUEST_CUSTOMER,
  'contract-request-customer': CONTRACT_REQUEST_CUSTOMER,
  'forwarder-order': FORWARDER_ORDER,
  'contract-carrier': CONTRACT_CARRIER,
  'request-carrier': REQUEST_CARRIER,
  'contract-request-carrier': CONTRACT_REQUEST_CARRIER,
  'proxy-carriage': PROXY_CARRIAGE,
  act: ACT,
  upd: UPD,
  factura: FACTURA,
  'factura-advance': FACTURA_ADVANCE,
  torg12: TORG12,
  waybill: WAYBILL,
  ttn: TTN,
  cmr: CMR,
  reconciliation: RECONCILIATION,
  'closing-register': CLOSING_REGISTER,
  reminder: REMINDER,
  'price-list': PRICE_LIST,
  'proxy-goods': PROXY_GOODS,
};
