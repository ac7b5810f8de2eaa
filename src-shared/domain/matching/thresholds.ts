import { kopecks } from '../../kernel/money.ts';
import type { MatchThresholds } from './types.ts';

/** What a company has until it says otherwise (product.md C5). */
export const DEFAULT_THRESHOLDS: MatchThresholds = {
  auto: 0.95,
  confirm: 0.5,
  rounding: kopecks(100),
  commissionBasisPoints: 300,
};
