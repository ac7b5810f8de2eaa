import type { Document } from 'docx';
import type { DocumentKind } from '#shared/domain/document/document.ts';
import { buildForm as buildAct } from './act/build.ts';
import { buildForm as buildContractDesign } from './contract-design/build.ts';
import { buildForm as buildContractProduction } from './contract-production/build.ts';
import { buildForm as buildContractServices } from './contract-services/build.ts';
import { buildForm as buildContractSupply } from './contract-supply/build.ts';
import { buildForm as buildFacturaAdvance } from './factura-advance/build.ts';
import { buildForm as buildFactura } from './factura/build.ts';
import { buildForm as buildInvoiceContract } from './invoice-contract/build.ts';
import { buildForm as buildInvoiceAdvance } from './invoice-advance/build.ts';
import { buildForm as buildInvoiceRest } from './invoice-rest/build.ts';
import { buildForm as buildInvoice } from './invoice/build.ts';
import { buildForm as buildDeliverySheet } from './delivery-sheet/build.ts';
import { buildForm as buildProductionOrder } from './production-order/build.ts';
import { buildForm as buildSupplierOrder } from './supplier-order/build.ts';
import { buildForm as buildClosingRegister } from './closing-register/build.ts';
import { buildForm as buildPriceList } from './price-list/build.ts';
import { buildForm as buildProxyGoods } from './proxy-goods/build.ts';
import { buildForm as buildReconciliation } from './reconciliation/build.ts';
import { buildForm as buildReminder } from './reminder/build.ts';
import { buildForm as buildContractCarriage } from './contract-carriage/build.ts';
import { buildForm as buildContractForwarding } from './contract-forwarding/build.ts';
import { buildForm as buildRequestCustomer } from './request-customer/build.ts';
import { buildForm as buildContractRequestCustomer } from './contract-request-customer/build.ts';
import { buildForm as buildForwarderOrder } from './forwarder-order/build.ts';
import { buildForm as buildContractCarrier } from './contract-carrier/build.ts';
import { buildForm as buildRequestCarrier } from './request-carrier/build.ts';
import { buildForm as buildContractRequestCarrier } from './contract-request-carrier/build.ts';
import { buildForm as buildProxyCarriage } from './proxy-carriage/build.ts';
import { buildForm as buildTtn } from './ttn/build.ts';
import { buildForm as buildCmr } from './cmr/build.ts';
import { formBytes } from './parts/form-bytes.ts';
import { buildForm as buildOffer } from './offer/build.ts';
import { buildForm as buildSpecification } from './specification/build.ts';
import { buildForm as buildTorg12 } from './torg12/build.ts';
import { buildForm as buildUpd } from './upd/build.ts';
import { buildForm as buildVatAgreement } from './vat-agreement/build.ts';
import { buildForm as buildWaybill } from './waybill/build.ts';

const BUILDERS: Readonly<Record<DocumentKind, () => Document>> = {
  offer: buildOffer,
  invoice: buildInvoice,
  'invoice-advance': buildInvoiceAdvance,
  'invoice-rest': buildInvoiceRest,
  'invoice-contract': buildInvoiceContract,
  'contract-supply': buildContractSupply,
  'contract-services': buildContractServices,
  'contract-design': buildContractDesign,
  'contract-production': buildContractProduction,
  specification: buildSpecification,
  'vat-agreement': buildVatAgreement,
  'production-order': buildProductionOrder,
  'delivery-sheet': buildDeliverySheet,
  'supplier-order': buildSupplierOrder,
  'contract-carriage': buildContractCarriage,
  'contract-forwarding': buildContractForwarding,
  'request-customer': buildRequestCustomer,
  'contract-request-customer': buildContractRequestCustomer,
  'forwarder-order': buildForwarderOrder,
  'contract-carrier': buildContractCarrier,
  'request-carrier': buildRequestCarrier,
  'contract-request-carrier': buildContractRequestCarrier,
  'proxy-carriage': buildProxyCarriage,
  act: buildAct,
  upd: buildUpd,
  factura: buildFactura,
  'factura-advance': buildFacturaAdvance,
  torg12: buildTorg12,
  waybill: buildWaybill,
  ttn: buildTtn,
  cmr: buildCmr,
  reconciliation: buildReconciliation,
  'closing-register': buildClosingRegister,
  reminder: buildReminder,
  'price-list': buildPriceList,
  'proxy-goods': buildProxyGoods,
};

/** The bytes of `templates/<kind>/form.docx`, the same at each build. */
export const buildFormBytes = (kind: DocumentKind): Promise<Buffer> => formBytes(BUILDERS[kind]());
