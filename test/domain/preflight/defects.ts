import type { Defect } from './defect.ts';
import { DISPATCH_DEFECTS } from './defects/dispatch-defects.ts';
import { MONEY_DEFECTS } from './defects/money-defects.ts';
import { PAPER_DEFECTS } from './defects/paper-defects.ts';
import { PARTY_DEFECTS } from './defects/party-defects.ts';
import { TRIP_DEFECTS } from './defects/trip-defects.ts';

/** Every code of the check, planted alone: rule, severity, kind of document, code, field that mends it. */
export const DEFECTS: readonly Defect[] = [
  ...PAPER_DEFECTS,
  ...PARTY_DEFECTS,
  ...MONEY_DEFECTS,
  ...TRIP_DEFECTS,
  ...DISPATCH_DEFECTS,
];
