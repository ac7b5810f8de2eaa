import type { Rule } from './rule.ts';
import { BANK_RULES } from './rules/bank-rules.ts';
import { CONTRACT_RULES } from './rules/contract-rules.ts';
import { DELIVERY_RULES } from './rules/delivery-rules.ts';
import { DISPATCH_RULES } from './rules/dispatch-rules.ts';
import { DOCUMENT_RULES } from './rules/document-rules.ts';
import { FACTURA_RULES } from './rules/factura-rules.ts';
import { OFFER_RULES } from './rules/offer-rules.ts';
import { ORDER_PAPER_RULES } from './rules/order-paper-rules.ts';
import { PARTY_RULES } from './rules/party-rules.ts';
import { PART_RULES } from './rules/part-rules.ts';
import { PRICE_RULES } from './rules/price-rules.ts';
import { QR_RULES } from './rules/qr-rules.ts';
import { REQUEST_RULES } from './rules/request-rules.ts';
import { SIGNING_RULES } from './rules/signing-rules.ts';
import { TAX_RULES } from './rules/tax-rules.ts';
import { TRIP_RULES } from './rules/trip-rules.ts';

/** Every check of documents.md §16 that reads the first document kinds. */
export const RULE_TABLE: readonly Rule[] = [
  ...DOCUMENT_RULES,
  ...PARTY_RULES,
  ...BANK_RULES,
  ...SIGNING_RULES,
  ...CONTRACT_RULES,
  ...TAX_RULES,
  ...FACTURA_RULES,
  ...TRIP_RULES,
  ...REQUEST_RULES,
  ...DISPATCH_RULES,
  ...PRICE_RULES,
  ...ORDER_PAPER_RULES,
  ...DELIVERY_RULES,
  ...QR_RULES,
  ...PART_RULES,
  ...OFFER_RULES,
];
