import type { DocumentKind } from '../document.ts';
import { ACT } from './act.ts';
import { CONTRACT_SERVICES } from './contract-services.ts';
import { CONTRACT_SUPPLY } from './contract-supply.ts';
import { INVOICE } from './invoice.ts';
import type { KindFacts } from './kind.ts';
import { UPD } from './upd.ts';
import { WAYBILL } from './waybill.ts';

/** Every kind of document the program makes, one file each. */
export const KINDS: Readonly<Record<DocumentKind, KindFacts>> = {
  invoice: INVOICE,
  'contract-supply': CONTRACT_SUPPLY,
  'contract-services': CONTRACT_SERVICES,
  act: ACT,
  upd: UPD,
  waybill: WAYBILL,
};
